import type { FileLimit } from '#libs/domain/procedure';
import type { RecordedResult } from '#libs/feature/casework';
import { newId } from '#libs/platform/database';
import { type Officer, World } from './world.js';

type Body = Record<string, unknown>;

const DESKS = {
  police: ['investigator', 'CA-31'],
  otherPolice: ['investigator', 'CA-01'],
  statistician: ['statistician', 'CA-31'],
  procuracy: ['procuracy-clerk', 'VKS-31'],
  otherProcuracy: ['procuracy-clerk', 'VKS-01'],
  court: ['court-clerk', 'TA-31-KV1'],
  leader: ['leader', 'BCD-31'],
} as const;
export type Desk = keyof typeof DESKS;

/** A command of a stage, and the day on which it is taken. */
export type Deed = readonly [path: string, occurredOn: string, body?: Body];

/** The desks between the institution of a case and its trial, and what people do there. */
export class InvestigationDesks {
  private constructor(
    readonly world: World,
    private readonly officers: Readonly<Record<Desk, Officer>>,
  ) {}

  static async start(): Promise<InvestigationDesks> {
    const world = await World.start();
    const officers: Partial<Record<Desk, Officer>> = {};
    for (const desk of Object.keys(DESKS) as Desk[]) {
      const [role, office] = DESKS[desk];
      officers[desk] = await world.officer(role, office);
    }
    return new InvestigationDesks(world, officers as Record<Desk, Officer>);
  }

  /** @returns who sits there. */
  at(desk: Desk): Officer {
    return this.officers[desk];
  }

  /** Takes a step that must succeed. @param path such as `investigations/charge`: the command after its stage. */
  async take(desk: Desk, id: string, [path, occurredOn, body = {}]: Deed): Promise<RecordedResult> {
    const [stage, command] = path.split('/');
    return this.at(desk).does(`/${stage}/${id}/${command}`, { ...body, occurredOn });
  }

  /** @returns the answer to a step, whatever it is. */
  async attempt(desk: Desk, id: string, [path, occurredOn, body = {}]: Deed) {
    const [stage, command] = path.split('/');
    return (await this.at(desk).post(`/${stage}/${id}/${command}`, { ...body, occurredOn })).body;
  }

  async read(desk: Desk, id: string) {
    return (await this.at(desk).get(`/cases/${id}`)).body;
  }

  async limits(desk: Desk, id: string, limitId: string): Promise<FileLimit[]> {
    const { body } = await this.at(desk).get(`/cases/${id}/limits`);
    return (body as FileLimit[]).filter((one) => one.id === limitId);
  }

  /** A case instituted on 2 March 2026, with accused whose charges were approved on the 4th. @returns their ids after its own. */
  async investigated(numbers: readonly string[], more: Body = {}): Promise<string[]> {
    const offence = { article: 150, clause: 1 };
    const opening = { number: newId(), offence, ...more, occurredOn: '2026-03-02' };
    const { subjectId: id } = await this.at('police').does('/investigations', opening);
    for (const number of numbers) {
      await this.take('police', id, ['investigations/charge', '2026-03-03', { number, offence: opening.offence }]);
    }
    const ids = (await this.read('police', id)).file.defendants.map((one: { id: string }) => one.id) as string[];
    if (ids.length > 0) {
      await this.take('procuracy', id, ['investigations/approve-charge', '2026-03-04', { defendantIds: ids }]);
    }
    return [id, ...ids];
  }

  /** The same, handed to the procuracy on 3 June 2026. */
  async atProcuracy(numbers: readonly string[]): Promise<string[]> {
    const [id, ...ids] = (await this.investigated(numbers)) as [string, ...string[]];
    await this.take('police', id, ['investigations/conclude', '2026-06-01']);
    const toOfficeId = this.at('procuracy').officeId;
    await this.take('police', id, ['investigations/hand-to-procuracy', '2026-06-03', { toOfficeId }]);
    return [id, ...ids];
  }
}
