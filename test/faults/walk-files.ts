import { type Day, addDays } from '#libs/domain/kernel';
import { derivedId, type RecordedResult } from '#libs/feature/casework';
import { type Chain, type Clerk } from './fault-stage.js';
import { type LoadClient, WalkOver } from './load-client.js';

const OFFENCE = { article: 150, clause: 1 };
/** A first-instance judgment can be attacked until the 30th day after it, or the first working day after that. */
const DAYS_TO_FINAL = 45;
const DAYS_TO_RESOLVE = 20;
/** The end of a limit moves behind the days off: the New Year’s are the longest. */
const LONGEST_HOLIDAY = 10;

export interface WalkSetting {
  readonly client: LoadClient;
  readonly chains: readonly Chain[];
  readonly today: Day;
  /** Number in the registers, not used before. */
  readonly number: string;
}

/** The body of a step beside its day. */
type Stated = Readonly<Record<string, unknown>>;

/** One file on its way through the offices, step by lawful step. */
class FileWalk {
  private version = 0;
  private subjectId = '';

  constructor(
    protected readonly setting: WalkSetting,
    protected chain: Chain,
    protected day: Day,
  ) {}

  protected get chance(): WalkSetting['client']['chance'] {
    return this.setting.client.chance;
  }

  /** Another province than the one that holds the file. */
  protected neighbour(): Chain {
    return this.chance.pick(this.setting.chains.filter((one) => one !== this.chain));
  }

  /** Lets days pass. @throws WalkOver when that day has not come yet. */
  protected later(least: number, most: number): void {
    this.day = addDays(this.day, this.chance.between(least, most));
    if (this.day > this.setting.today) throw new WalkOver();
  }

  protected async open(clerk: Clerk, path: string, stated: Stated): Promise<RecordedResult> {
    return this.take(await this.setting.client.send(clerk.token, path, { occurredOn: this.day, ...stated }));
  }

  protected begin(subjectId: string, version: number): void {
    this.subjectId = subjectId;
    this.version = version;
  }

  /** @param route the stage and the step, such as `denunciations/classify`. */
  protected async step(clerk: Clerk, route: string, stated: Stated = {}, events = 1): Promise<RecordedResult> {
    const [stage, name] = route.split('/');
    const body = { occurredOn: this.day, expectedVersion: this.version, ...stated };
    const path = `${stage}/${this.subjectId}/${name}`;
    return this.take(await this.setting.client.send(clerk.token, path, body, events));
  }

  protected async correct(clerk: Clerk, stage: string, correction: Stated): Promise<void> {
    const body = { expectedVersion: this.version, reason: 'ghi nhầm ngày', ...correction };
    const path = `${stage}/${this.subjectId}/corrections`;
    this.take(await this.setting.client.send(clerk.token, path, body));
  }

  private take(result: RecordedResult): RecordedResult {
    this.begin(result.subjectId, result.version);
    return result;
  }
}

/** A denunciation: reception, classification, transfers, resolution. */
class DenunciationWalk extends FileWalk {
  /** @returns the case that it founded, when it did. */
  async go(): Promise<CaseWalk | undefined> {
    const { placeId } = this.chain;
    const receivedOn = this.day;
    const stated = { number: `TB-${this.setting.number}`, source: 'denunciation', placeId };
    await this.open(this.chain.police, 'denunciations', stated);
    if (this.chance.isLucky(0.15)) await this.correctReception(receivedOn, placeId);
    if (this.chance.isLucky(0.2)) await this.moveAway();
    else await this.step(this.chain.police, 'denunciations/classify', { competence: 'own' });
    this.later(1, 8);
    if (this.chance.isLucky(0.15)) await this.haltAndGoOn();
    return this.chance.isLucky(0.3) ? this.decline() : this.institute();
  }

  private async correctReception(receivedOn: Day, placeId: number): Promise<void> {
    const payload = { source: 'report', placeId };
    const replacement = { event: 'received', occurredOn: addDays(receivedOn, -1), payload };
    await this.correct(this.chain.police, 'denunciations', { sequence: 1, replacement });
  }

  private async moveAway(): Promise<void> {
    const to = this.neighbour();
    await this.step(this.chain.police, 'denunciations/classify', { competence: 'other' });
    await this.step(this.chain.police, 'denunciations/transfer', { toOfficeId: to.police.officeId });
    this.later(1, 3);
    if (this.chance.isLucky(0.3)) {
      await this.step(to.police, 'denunciations/refuse-transfer', { because: 'không đúng thẩm quyền' });
      await this.step(this.chain.police, 'denunciations/classify', { competence: 'own' });
      return;
    }
    const { status } = await this.step(to.police, 'denunciations/accept-transfer');
    this.chain = to;
    if (status === 'received') await this.step(to.police, 'denunciations/classify', { competence: 'own' });
  }

  /** Halts once the 20 days for resolving have run out, days off at their end too, whoever received it. */
  private async haltAndGoOn(): Promise<void> {
    this.later(DAYS_TO_RESOLVE + LONGEST_HOLIDAY, DAYS_TO_RESOLVE + LONGEST_HOLIDAY + 5);
    await this.step(this.chain.police, 'denunciations/suspend', { ground: 'expertise-pending' });
    this.later(5, 30);
    await this.step(this.chain.police, 'denunciations/resume');
  }

  private async decline(): Promise<undefined> {
    await this.step(this.chain.police, 'denunciations/decline', { ground: 'no-elements' });
  }

  private async institute(): Promise<CaseWalk> {
    const stated = { caseNumber: `VA-${this.setting.number}`, offence: OFFENCE };
    const { caseId } = await this.step(this.chain.police, 'denunciations/institute', stated, 2);
    if (caseId === undefined) throw new Error('the institution names no case');
    return new CaseWalk(this.setting, this.chain, this.day, caseId);
  }
}

/** A case: accusation, hand-overs, trial. */
class CaseWalk extends FileWalk {
  private readonly defendantIds: string[] = [];

  constructor(setting: WalkSetting, chain: Chain, day: Day, caseId: string) {
    super(setting, chain, day);
    this.begin(caseId, 1);
  }

  async go(): Promise<void> {
    if (this.chance.isLucky(0.15)) await this.moveAway();
    await this.accuse();
    this.later(10, 40);
    await this.conclude();
    if (this.chance.isLucky(0.1)) {
      await this.step(this.chain.procuracy, 'prosecutions/return-for-supplement', { ground: 'evidence-lacking' });
      this.later(5, 20);
      await this.conclude();
    }
    await this.step(this.chain.procuracy, 'prosecutions/indict');
    await this.step(this.chain.procuracy, 'prosecutions/hand-to-court', { toOfficeId: this.chain.court.officeId });
    this.later(1, 3);
    await this.try();
  }

  private async moveAway(): Promise<void> {
    const to = this.neighbour();
    await this.step(this.chain.police, 'investigations/transfer', { toOfficeId: to.police.officeId });
    this.later(1, 3);
    await this.step(to.police, 'investigations/accept-transfer', { decision: { number: '12/QĐ-VKS' } });
    this.chain = to;
  }

  private async accuse(): Promise<void> {
    const persons = this.chance.between(1, 2);
    for (let number = 1; number <= persons; number += 1) {
      const stated = { number: String(number), offence: OFFENCE };
      await this.step(this.chain.police, 'investigations/charge', stated);
      // The server derives a defendant's id from the key of the command that charged him.
      this.defendantIds.push(derivedId(this.setting.client.lastKey, 'defendant'));
    }
    this.later(1, 3);
    const stated = { defendantIds: this.defendantIds };
    await this.step(this.chain.procuracy, 'investigations/approve-charge', stated);
  }

  private async conclude(): Promise<void> {
    await this.step(this.chain.police, 'investigations/conclude');
    const stated = { toOfficeId: this.chain.procuracy.officeId };
    await this.step(this.chain.police, 'investigations/hand-to-procuracy', stated);
    this.later(2, 15);
  }

  private async try(): Promise<void> {
    const { court } = this.chain;
    await this.step(court, 'trials/accept');
    this.later(1, 10);
    await this.step(court, 'trials/schedule', { hearingOn: this.day });
    const verdicts = this.defendantIds.map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    await this.step(court, 'trials/judge', { verdicts });
    if (this.chance.isLucky(0.3)) {
      await this.step(court, 'trials/appeal', { kind: 'appeal', defendantIds: this.defendantIds });
      this.later(10, 30);
      await this.step(court, 'trials/finalise', { basis: 'appellate-judgment', outcome: 'upheld' });
      return;
    }
    this.later(DAYS_TO_FINAL, DAYS_TO_FINAL + 5);
    await this.step(court, 'trials/finalise', { basis: 'no-appeal' });
  }
}

/** Takes one file through as many offices as the days until today allow; ends early when its client does. */
export async function walkFile(setting: WalkSetting): Promise<void> {
  const { client, chains, today } = setting;
  const receivedOn = addDays(today, -client.chance.between(40, 400));
  try {
    const founded = await new DenunciationWalk(setting, client.chance.pick(chains), receivedOn).go();
    await founded?.go();
  } catch (error) {
    if (!(error instanceof WalkOver)) throw error;
  }
}
