import fc from 'fast-check';
import { type Day, addDays, day, laterOf } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type Transition,
} from '#libs/domain/procedure';
import { type Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, newId } from '#libs/platform/database';
import { CASE_PAYLOADS } from '../../../../test/support/procedure/case-payloads.js';
import { DENUNCIATION_PAYLOADS } from '../../../../test/support/procedure/denunciation-payloads.js';
import { Dice } from '../../../../test/support/procedure/dice.js';
import { MEASURE_PAYLOADS } from '../../../../test/support/procedure/measure-payloads.js';
import { OFFICE, agencyAt } from '../../../../test/support/procedure/offices.js';
import { AROUND, GUESS, type Payload, namedIn, statedIn } from '../../../../test/support/step-bodies.js';
import { TwinFile } from '../../../../test/support/twin-file.js';
import { type Officer, World } from '../../../../test/support/world.js';
import { routesOfEvents } from '../../../../test/support/routes-of-events.js';
import { foldFile } from './file-projection.js';
import { FileLogRepository, RebuildProjections } from './index.js';

type File = DenunciationFile | CaseFile;
type Maker = (dice: Dice, occasion: { file: never; day: Day; officeId: number }) => Payload | undefined;

const MAKERS: Readonly<Record<string, Maker>> = { ...DENUNCIATION_PAYLOADS, ...CASE_PAYLOADS };
const ROLES: Readonly<Partial<Record<keyof typeof OFFICE, Role>>> = {
  police: 'investigator',
  otherPolice: 'investigator',
  newPolice: 'investigator',
  communePolice: 'desk-officer',
  otherCommunePolice: 'desk-officer',
  borderGuard: 'investigator',
  otherBorderGuard: 'investigator',
  procuracy: 'procuracy-clerk',
  otherProcuracy: 'procuracy-clerk',
  court: 'court-clerk',
  otherCourt: 'court-clerk',
  health: 'victim-support-officer',
  committee: 'leader',
};
const MORE_ROLES = [
  ['desk-officer', 'CA-31'],
  ['statistician', 'BCD-31'],
  ['auditor', 'BCD-CP'],
  ['administrator', 'BCD-CP'],
] as const;
const RESOLVERS: readonly string[] = ['police-investigation', 'border-guard', 'procuracy'];
const MOST_STEPS = 14;
const TRIES = 40;
const START = day('2025-01-02');

/** Every step that somebody takes on a file that is open, by its event. */
const rowsOf = (kind: File['life']): Transition[] => {
  const { transitions } = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE : CASE_LIFECYCLE;
  const rows = (transitions as readonly Transition[]).filter(
    (row) => row.actor !== 'system' && !row.from.includes('none'),
  );
  return [...new Map(rows.map((row) => [row.event, row])).values()];
};

describe('the steps that a case file offers', () => {
  let world: World;
  let officers: Officer[];
  /** The invented office of each real one, and the other way round: the payload makers know the invented ones. */
  let invented: Map<number, number>;
  let real: Map<number, number>;
  /** A file of each office that tells the same as those that are walked: they can be joined into it. */
  let twins: Map<number, string>;
  /** The address of the route of each event, with `{id}` for the file's. */
  let routes: Map<string, string>;
  let today: Day;

  beforeAll(async () => {
    world = await World.start();
    today = world.app.get(Clock).today();
    routes = routesOfEvents(world.app);
    const { offices } = world.app.get(JurisdictionDirectory).current.offices;
    const coded = (agency: string) =>
      offices.filter((one) => one.agency === agency && one.validTo === undefined).map((one) => one.code);
    const [communes, guards] = [coded('commune-police'), coded('border-guard')];
    const codes: Readonly<Record<keyof typeof OFFICE, string>> = {
      police: 'CA-31',
      otherPolice: 'CA-01',
      newPolice: 'CA-79',
      communePolice: communes[0]!,
      otherCommunePolice: communes[1]!,
      borderGuard: guards[0]!,
      otherBorderGuard: guards[1]!,
      procuracy: 'VKS-31',
      otherProcuracy: 'VKS-01',
      court: 'TA-31',
      otherCourt: 'TA-01',
      health: 'SYT-31',
      committee: 'BCD-31',
    };
    const names = Object.keys(OFFICE) as (keyof typeof OFFICE)[];
    real = new Map(names.map((name) => [OFFICE[name], world.officeId(codes[name])]));
    invented = new Map([...real].map(([one, other]) => [other, one]));
    officers = [];
    for (const name of names) officers.push(await world.officer(ROLES[name]!, codes[name]));
    twins = new Map();
    for (const { officer, agency } of names.map((name, at) => ({
      officer: officers[at]!,
      agency: agencyAt(OFFICE[name]),
    }))) {
      if (!RESOLVERS.includes(agency)) continue;
      const twin = await officer.does('/denunciations', { number: newId(), occurredOn: START, source: 'report' });
      twins.set(officer.officeId, twin.subjectId);
    }
    for (const [role, code] of MORE_ROLES) officers.push(await world.officer(role, code));
  }, 300_000);

  afterAll(async () => world.stop());

  const atDesk = (name: keyof typeof OFFICE) => officers[Object.keys(OFFICE).indexOf(name)]!;
  const officeFields = [
    'officeId',
    'disputedWithOfficeId',
    'holderOfficeId',
    'receiverOfficeId',
    'investigatingOfficeId',
    'procuracyOfficeId',
    'courtOfficeId',
    'appellateOfficeId',
    'reviewOfficeId',
    'remandingOfficeId',
    'fileLentTo',
  ];
  const asInvented = (file: File): File =>
    JSON.parse(
      JSON.stringify(file, (key, value: unknown) =>
        officeFields.includes(key) ? invented.get(value as number) : value,
      ),
    ) as File;

  /** What the API wants where the law's payload holds what the server makes, or what the makers only invent. */
  const bodyOf = (event: string, payload: Payload, file: File, officeId: number): Payload => {
    const stated = statedIn(event, payload, file);
    const offices = ['toOfficeId', 'withOfficeId'].filter((name) => name in stated);
    const there = Object.fromEntries(offices.map((name) => [name, real.get(stated[name] as number)]));
    const person = officers.find((one) => one.officeId === officeId)?.accountId ?? newId();
    const named = namedIn(event, person);
    return { ...stated, ...there, ...named, ...(event === 'joined' ? { intoId: twins.get(officeId) } : {}) };
  };
  const lastDayOf = (file: File): Day =>
    (file.life === 'case' ? file.defendants : []).reduce((last, one) => laterOf(last, one.since), file.since ?? START);

  /** A payload that the law has nothing against, told a second time by the makers; none where the law leaves none. */
  const lawful = (event: string, file: File, officeId: number, days: readonly Day[]): Payload | undefined => {
    const told = asInvented(file) as never;
    for (let seed = 0; seed < TRIES; seed += 1) {
      for (const on of days) {
        const payload = MAKERS[event]?.(new Dice(seed), { file: told, day: on, officeId: invented.get(officeId) ?? 0 });
        if (payload) return { ...bodyOf(event, payload, file, officeId), occurredOn: on };
      }
    }
    return undefined;
  };

  const fileOf = async (kind: File['life'], id: string) =>
    foldFile(kind, await world.app.get(FileLogRepository).read(id, { task: 'record' }));
  const offersTo = async (officer: Officer, path: string): Promise<string[]> => {
    const { status, body } = await officer.get(path);
    return status === 200 ? body.available.map((step: { event: string }) => step.event) : [];
  };

  /** Where a file stands: what it takes to ask about it and to send a step. */
  const standing = async (kind: File['life'], id: string, dice: Dice) => {
    const file = await fileOf(kind, id);
    const last = lastDayOf(file);
    const soon = addDays(last, dice.between(0, 40));
    const days = [...new Set([soon <= today ? soon : last, today, last])];
    const path = kind === 'denunciation' ? `/denunciations/${id}` : `/cases/${id}`;
    const offers = await Promise.all(
      officers.map(async (officer) => [officer, await offersTo(officer, path)] as const),
    );
    const accused = file.life === 'case' ? file.defendants.length : 0;
    const send = async (officer: Officer, row: Transition, body: Payload) =>
      officer.post(routes.get(row.event)!.replace('{id}', id), body);
    const bodyFor = (officer: Officer, row: Transition) =>
      safely(() => lawful(row.event, file, officer.officeId, days));
    return { offers, accused, send, bodyFor, rows: rowsOf(kind) };
  };
  type Standing = Awaited<ReturnType<typeof standing>>;

  const refuseOthers = async ({ offers, rows, bodyFor, send }: Standing, dice: Dice): Promise<void> => {
    const wrong = offers.flatMap(([officer, events]) =>
      rows.filter((row) => !events.includes(row.event)).map((row) => ({ officer, row })),
    );
    for (let left = 5; left > 0; left -= 1) {
      const { officer, row } = dice.pick(wrong);
      const { status } = await send(officer, row, bodyFor(officer, row) ?? { ...GUESS, occurredOn: today });
      expect([officer.officeId, row.event, status >= 400 && status < 500]).toEqual([officer.officeId, row.event, true]);
    }
  };

  /** One state of one file: who is offered what, whether that is right, and one step further. */
  const goOn = async (kind: File['life'], id: string, dice: Dice): Promise<boolean> => {
    const now = await standing(kind, id, dice);
    const chances = now.offers.flatMap(([officer, events]) =>
      events.map((event) => ({ officer, row: now.rows.find((one) => one.event === event)! })),
    );
    const ways = chances.flatMap(({ officer, row }) => {
      const body = now.bodyFor(officer, row);
      // The makers accuse six persons at most and detain more cautiously than the law.
      const isLess = row.event in MEASURE_PAYLOADS || (row.event === 'charged' && now.accused >= 6);
      expect([row.event, body !== undefined || isLess]).toEqual([row.event, true]);
      // It takes another case of the same office.
      return body && row.event !== 'case-joined' ? [{ officer, row, body }] : [];
    });
    await refuseOthers(now, dice);
    if (ways.length === 0) return false;
    const forward = ways.filter(
      ({ row }) => !AROUND.includes(row.command) || (row.command === 'charge' && now.accused < 2),
    );
    const { officer, row, body } = dice.pick(forward.length > 0 && dice.chance(0.8) ? forward : ways);
    const answer = await now.send(officer, row, body);
    expect([row.event, body, answer.status, answer.body.code]).toEqual([row.event, body, 201, undefined]);
    return true;
  };

  /** A case of two accused that has come to the court, so that the walks come to the courts above. */
  const atCourt = async (): Promise<string> => {
    const [police, procuracy, court] = [atDesk('police'), atDesk('procuracy'), atDesk('court')];
    const offence = { article: 150, clause: 1 };
    const { subjectId: id } = await police.does('/investigations', { number: newId(), occurredOn: START, offence });
    const take = async (who: Officer, path: string, days: number, body: Payload = {}) =>
      who.does(`/${path.replace(' ', `/${id}/`)}`, { ...body, occurredOn: addDays(START, days) });
    for (const number of ['1', '2']) await take(police, 'investigations charge', 1, { number, offence });
    const file = await fileOf('case', id);
    const defendantIds = file.life === 'case' ? file.defendants.map((one) => one.id) : [];
    await take(procuracy, 'investigations approve-charge', 2, { defendantIds });
    await take(police, 'investigations conclude', 40);
    await take(police, 'investigations hand-to-procuracy', 41, { toOfficeId: procuracy.officeId });
    await take(procuracy, 'prosecutions indict', 50);
    await take(procuracy, 'prosecutions hand-to-court', 51, { toOfficeId: court.officeId });
    await take(court, 'trials accept', 52);
    return id;
  };

  const walk = async (kind: File['life'], seed: number): Promise<void> => {
    const dice = new Dice(seed);
    if (kind === 'case' && dice.chance(0.5)) {
      const id = await atCourt();
      for (let left = MOST_STEPS; left > 0; left -= 1) if (!(await goOn(kind, id, dice))) return;
      return;
    }
    const commune = kind === 'denunciation' && dice.chance(0.3);
    const opener = atDesk(commune ? 'communePolice' : 'police');
    const opening = { number: newId(), occurredOn: START };
    const { subjectId } =
      kind === 'denunciation'
        ? await opener.does('/denunciations', { ...opening, source: 'report' })
        : await opener.does('/investigations', { ...opening, offence: { article: 150, clause: 1 } });
    for (let left = MOST_STEPS; left > 0; left -= 1) if (!(await goOn(kind, subjectId, dice))) return;
  };

  it.each(['denunciation', 'case'] as const)(
    'of a %s succeed, and no other does, whoever looks and however it came there',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 0x7fffffff }), async (seed) => walk(kind, seed)),
        { numRuns: 6, endOnFailure: true },
      );
    },
    240_000,
  );

  it('lead to the same rows as the same steps appended as a whole', async () => {
    const files = await world.database.ownerQuery<ConstructorParameters<typeof TwinFile>[1]>(
      `select id, kind, office_id as "officeId", place_id as "placeId" from subject where version > 1`,
    );
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files) {
      const { stepwise, whole } = await new TwinFile(world, file).append();
      expect(whole).toEqual(stepwise);
    }
    await world.settled();
    expect((await world.app.get(RebuildProjections).run(false)).differences).toEqual([]);
  }, 120_000);
});

const safely = <T>(make: () => T): T | undefined => {
  try {
    return make();
  } catch (error) {
    // The makers know lawful occasions only; on others they may have nothing to pick from.
    if (error instanceof Error) return undefined;
    throw error;
  }
};
