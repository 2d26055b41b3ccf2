import { type Day, addDays, addMonths, daysBetween } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';
import { type Offence, competentCourt, workingDayFrom } from '#libs/domain/procedure';
import { derivedId } from '#libs/feature/casework';
import { HistoryWriter, type HistorySetting } from './history-writer.js';
import type { OfficeChain } from './office-chain.js';
import type { Story } from './story.js';
import type { Random } from './random.js';

/** The denunciation that a case comes from. */
export interface Origin {
  readonly seed: string;
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly chain: OfficeChain;
  readonly office: Office;
  readonly institutedOn: Day;
}

/** The procuracy may return a file twice (Điều 174 khoản 2 BLTTHS). */
const MOST_RETURNS = 2;

/** A file is handed over within these days. */
const MOST_DAYS_TO_HAND_OVER = 2;

/** The last day to protest moves behind the days off: the New Year’s are the longest. */
const LONGEST_HOLIDAY = 10;

/** Every offence of these stories is very or especially serious: 4 months of investigation are over by then (Điều 172). */
const INVESTIGATION_MONTHS = 4;
const LIMIT_OVER = 123;

const offence = (random: Random): Offence => ({
  article: random.chance(0.55) ? 150 : 151,
  clause: random.between(1, 3),
});

/** Tells one case from its institution until today or the end. */
export function tellCase(origin: Origin, setting: HistorySetting): Story {
  const writer = new HistoryWriter(setting, origin.caseId, origin.office, origin.institutedOn);
  const cited = offence(setting.random);
  const payload = { offence: cited, denunciationIds: [origin.id], placeId: origin.chain.placeId };
  writer.step(0, 'institute', payload);
  const chapter = new CaseChapters(writer, setting, origin, cited);
  chapter.investigate();
  return {
    id: origin.caseId,
    kind: 'case',
    number: `VA-${origin.number}`,
    officeId: origin.office.id,
    placeId: origin.chain.placeId,
    procuracyAt: (day) => setting.offices.successorOf(origin.chain.procuracy, day),
    steps: writer.steps,
  };
}

/** The chapters of a case: each ends by handing over to the next, or stops. */
class CaseChapters {
  private readonly ids: string[] = [];
  private returns = 0;

  constructor(
    private readonly writer: HistoryWriter,
    private readonly setting: HistorySetting,
    private readonly origin: Origin,
    private readonly cited: Offence,
  ) {}

  private get random(): Random {
    return this.setting.random;
  }

  investigate(): void {
    if (this.random.chance(0.05)) {
      this.writer.step(this.afterTheLimit(), 'suspend', { ground: 'accused-unknown' });
      return;
    }
    this.charge();
    if (this.random.chance(0.03)) {
      this.writer.step(this.afterTheLimit(), 'terminate', { ground: 'not-proven' });
      return;
    }
    this.concludeAndProsecute(this.random.between(50, 150));
  }

  /** @returns in how many days the investigation is over, days off at its end too (Điều 134). */
  private afterTheLimit(): number {
    const days = this.random.between(LIMIT_OVER, LIMIT_OVER + 10);
    const end = workingDayFrom(addMonths(this.origin.institutedOn, INVESTIGATION_MONTHS), this.setting);
    return Math.max(days, daysBetween(this.writer.day, end));
  }

  private charge(): void {
    const persons = this.random.between(1, 3);
    for (let number = 1; number <= persons; number += 1) {
      const defendantId = derivedId(this.origin.caseId, `defendant-${number}`);
      const payload = { defendantId, number: String(number), offence: this.cited };
      if (!this.writer.step(number === 1 ? this.random.between(0, 25) : this.random.between(0, 6), 'charge', payload))
        return;
      this.ids.push(defendantId);
    }
    const days = this.random.between(1, 3);
    const supervisor = this.setting.offices.successorOf(this.origin.chain.procuracy, addDays(this.writer.day, days));
    this.writer.step(days, 'approve-charge', { defendantIds: this.ids }, supervisor);
  }

  private concludeAndProsecute(after: number): void {
    if (!this.writer.step(after, 'conclude')) return;
    if (!this.handOver('hand-to-procuracy', this.origin.chain.procuracy)) return;
    if (this.returns < MOST_RETURNS && this.random.chance(0.04)) {
      this.returns += 1;
      const days = this.random.between(10, 20);
      const toOffice = this.setting.offices.successorOf(this.origin.office, addDays(this.writer.day, days));
      const payload = { ground: 'evidence-lacking', toOfficeId: toOffice.id };
      if (!this.writer.step(days, 'return-for-supplement', payload)) return;
      this.writer.handTo(toOffice);
      this.concludeAndProsecute(this.random.between(20, 55));
      return;
    }
    this.indict();
  }

  /** The receiving office is the one that stands on the day of the hand-over. */
  private handOver(command: string, office: Office): boolean {
    const days = this.random.between(1, MOST_DAYS_TO_HAND_OVER);
    const to = this.setting.offices.successorOf(office, addDays(this.writer.day, days));
    if (!this.writer.step(days, command, { toOfficeId: to.id })) return false;
    this.writer.handTo(to);
    return true;
  }

  private indict(): void {
    if (!this.writer.step(this.random.between(12, 29), 'indict')) return;
    if (!this.handOver('hand-to-court', this.competentCourt())) return;
    if (!this.writer.step(this.random.between(0, 2), 'accept')) return;
    this.try();
  }

  private competentCourt(): Office {
    const { court, courtOfProvince } = this.origin.chain;
    const handedBy = addDays(this.writer.day, MOST_DAYS_TO_HAND_OVER);
    return competentCourt(this.cited, handedBy) === 'provincial' ? courtOfProvince : court;
  }

  private try(): void {
    if (this.random.chance(0.02)) {
      this.writer.step(this.random.between(15, 40), 'suspend', { ground: 'illness' });
      return;
    }
    const days = this.random.between(25, 60);
    const hearing = this.random.between(7, 15);
    const hearingOn = addDays(this.writer.day, days + hearing);
    if (!this.writer.step(days, 'schedule', { hearingOn })) return;
    const verdicts = this.ids.map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    if (!this.writer.step(hearing, 'judge', { verdicts })) return;
    if (this.random.chance(0.12)) {
      this.writer.step(this.random.between(3, 15), 'appeal', { kind: 'appeal', defendantIds: this.ids });
      this.writer.step(this.random.between(45, 90), 'finalise', { basis: 'appellate-judgment', outcome: 'upheld' });
      return;
    }
    this.writer.step(this.random.between(31 + LONGEST_HOLIDAY, 50), 'finalise', { basis: 'no-appeal' });
  }
}
