import { newId } from '#libs/platform/database';
import { type Officer, World } from './world.js';

type Body = Record<string, unknown>;

/** A limit of a file, as the API tells it. */
export interface ToldLimit {
  readonly id: string;
  readonly kind: string;
  readonly defendantId?: string;
  readonly startedOn: string;
  readonly dueOn?: string;
  readonly stoppedOn?: string;
}

/** A case of two accused: its id and theirs. */
export interface CaseOfTwo {
  readonly id: string;
  readonly ids: readonly [string, string];
}

const DESKS = {
  police: ['investigator', 'CA-31'],
  procuracy: ['procuracy-clerk', 'VKS-31'],
  court: ['court-clerk', 'TA-31-KV1'],
  above: ['court-clerk', 'TA-31'],
  highest: ['court-clerk', 'TA-TC'],
  highestProcuracy: ['procuracy-clerk', 'VKS-TC'],
  otherCourt: ['court-clerk', 'TA-01'],
  leader: ['leader', 'BCD-31'],
} as const;

/** The desks that a case passes on its way through the courts, and what people do there. */
export class CourtDesks {
  private constructor(
    readonly world: World,
    private readonly officers: Readonly<Record<keyof typeof DESKS, Officer>>,
  ) {}

  static async start(): Promise<CourtDesks> {
    const world = await World.start();
    const officers: Partial<Record<keyof typeof DESKS, Officer>> = {};
    for (const desk of Object.keys(DESKS) as (keyof typeof DESKS)[]) {
      const [role, code] = DESKS[desk];
      officers[desk] = await world.officer(role, code);
    }
    return new CourtDesks(world, officers as Record<keyof typeof DESKS, Officer>);
  }

  /** @returns who sits there. */
  at(desk: keyof typeof DESKS): Officer {
    return this.officers[desk];
  }

  /** Takes a step that must succeed. */
  async take(desk: keyof typeof DESKS, id: string, [command, occurredOn]: readonly [string, string], body: Body = {}) {
    return this.at(desk).does(`/trials/${id}/${command}`, { ...body, occurredOn });
  }

  /** @returns the answer to a step, whatever it is. */
  async attempt(
    desk: keyof typeof DESKS,
    id: string,
    [command, occurredOn]: readonly [string, string],
    body: Body = {},
  ) {
    return (await this.at(desk).post(`/trials/${id}/${command}`, { ...body, occurredOn })).body;
  }

  async read(desk: keyof typeof DESKS, id: string) {
    return (await this.at(desk).get(`/cases/${id}`)).body;
  }

  /** @returns the steps that the case file offers at that desk. */
  async offered(desk: keyof typeof DESKS, id: string): Promise<string[]> {
    return (await this.read(desk, id)).available.map(({ command }: { command: string }) => command);
  }

  async limits(id: string, limitId: string): Promise<ToldLimit[]> {
    const { body } = await this.at('court').get(`/cases/${id}/limits`);
    return (body as ToldLimit[]).filter((one) => one.id === limitId);
  }

  async person(id: string, number: '1' | '2') {
    const { file } = await this.read('court', id);
    return file.defendants.find((one: { number: string }) => one.number === number);
  }

  /** A case of two accused that has come to the regional court on 16 September 2025. */
  async handedOver(): Promise<CaseOfTwo> {
    const { police, procuracy, court } = this.officers;
    const offence = { article: 150, clause: 1 };
    const opening = { number: newId(), offence, occurredOn: '2025-07-02' };
    const { subjectId: id } = await police.does('/investigations', opening);
    for (const number of ['1', '2']) {
      await police.does(`/investigations/${id}/charge`, { number, offence, occurredOn: '2025-07-03' });
    }
    const { file } = await this.read('police', id);
    const ids = file.defendants.map((one: { id: string }) => one.id) as [string, string];
    await procuracy.does(`/investigations/${id}/approve-charge`, { defendantIds: ids, occurredOn: '2025-07-04' });
    await police.does(`/investigations/${id}/conclude`, { occurredOn: '2025-09-01' });
    const toProcuracy = { toOfficeId: procuracy.officeId, occurredOn: '2025-09-03' };
    await police.does(`/investigations/${id}/hand-to-procuracy`, toProcuracy);
    await procuracy.does(`/prosecutions/${id}/indict`, { occurredOn: '2025-09-15' });
    const toCourt = { toOfficeId: court.officeId, occurredOn: '2025-09-16' };
    await procuracy.does(`/prosecutions/${id}/hand-to-court`, toCourt);
    return { id, ids };
  }

  /** The same, judged on Friday 10 October 2025. @param second what the judgment says beside of the second accused. */
  async judged(second: Body = {}): Promise<CaseOfTwo> {
    const { id, ids } = await this.handedOver();
    await this.take('court', id, ['accept', '2025-09-17']);
    await this.take('court', id, ['schedule', '2025-10-01'], { hearingOn: '2025-10-10' });
    const [first, other] = ids.map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    await this.take('court', id, ['judge', '2025-10-10'], { verdicts: [first, { ...other, ...second }] });
    return { id, ids };
  }
}
