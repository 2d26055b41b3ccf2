import { type INestApplicationContext } from '@nestjs/common';
import { IdentityCheck } from '#libs/feature/compliance';
import { newId } from '#libs/platform/database';
import { ImportingApplication } from '../../../../test/support/imports/importing-application.js';
import { type TestDatabase } from '../../../../test/support/test-database.js';
import { type DocketResult, ImportDocket, readProfile } from './index.js';

/** Case, person, activity, day, outcome, offence. */
type Row = readonly [id: string, person: string, activity: string, on: string, outcome?: string, offence?: string];

const HEADERS = ['id', 'person', 'activity', 'time', 'outcome', 'offence'];

const profileOf = (name: string, per: 'case' | 'defendant', offence = 'offence') =>
  readProfile(`
profile: ${name}
columns: { case: id, defendant: person, stage: activity, date: time, result: outcome, offence: ${offence} }
dates: { format: yyyy-mm-dd }
files: { per: ${per}, number_prefix: ${name}- }
offices: { police: CA-31, procuracy: VKS-31, court: TA-31 }
offences: [{ match: child, article: 151, clause: 1 }, { article: 150, clause: 1 }]
implied:
  steps:
    - { on: denunciation, command: receive, by: police, with: { source: report } }
    - { on: denunciation, command: classify, by: police, with: { competence: own } }
    - { on: case, command: institute, by: police }
    - { on: case, command: charge, by: police }
    - { on: case, command: approve-charge, by: procuracy }
    - { on: case, command: conclude, by: police }
    - { on: case, command: hand-to-procuracy, by: police }
    - { on: case, command: hand-to-court, by: procuracy }
    - { on: case, command: accept, by: court }
    - { on: case, command: schedule, by: court }
stages:
  - stage: filed
    rules: [{ steps: [{ on: denunciation, command: receive, by: police, with: { source: report } }] }]
  - stage: opened
    rules: [{ steps: [{ on: denunciation, command: institute, by: police }, { on: case, command: institute, by: police }] }]
  - stage: charged
    rules: [{ steps: [{ on: case, command: charge, by: police }, { on: case, command: approve-charge, by: procuracy }] }]
  - stage: indicted
    rules: [{ steps: [{ on: case, command: indict, by: procuracy }] }]
  - stage: verdict
    rules:
      - { result: '^guilty$', steps: [{ on: case, command: judge, by: court, with: { verdict: convicted } }] }
      - { result: '^not guilty$', steps: [{ on: case, command: judge, by: court, with: { verdict: acquitted } }] }
  - stage: memo
    rules: [{ reason: no step of the procedure }]
`);

let stage: ImportingApplication;
let db: TestDatabase;
let app: INestApplicationContext;

jest.setTimeout(120_000);
beforeAll(async () => {
  stage = await ImportingApplication.start();
  ({ db, app } = stage);
});
afterAll(async () => stage?.stop());
afterEach(async () => expect((await app.get(IdentityCheck).run()).breaks).toEqual([]));

async function imported(profile: ReturnType<typeof profileOf>, rows: readonly Row[]): Promise<DocketResult> {
  const source = await stage.written([HEADERS, ...rows.map((row) => HEADERS.map((_, index) => row[index] ?? ''))]);
  const result = await app.get(ImportDocket).run({ source, profile, dryRun: false, recordedBy: newId() });
  expect(result.imported + result.informational + result.alreadyThere + result.refused).toBe(rows.length);
  return result;
}

interface Recorded {
  readonly type: string;
  readonly on: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const recorded = (number: string): Promise<Recorded[]> =>
  db.ownerQuery<Recorded>(
    `select e.type, e.occurred_on::text as "on", e.payload from event e join subject s on s.id = e.subject_id
     where s.number = $1 order by e.subject_id, e.sequence`,
    [number],
  );
const typesOf = async (number: string): Promise<string[]> => (await recorded(number)).map(({ type }) => type);

async function verdictsOf(number: string): Promise<Record<string, string>> {
  const steps = await recorded(number);
  const names = new Map(
    steps.filter(({ type }) => type === 'charged').map(({ payload }) => [payload['defendantId'], payload['number']]),
  );
  const judged = steps.filter(({ type }) => type === 'judged');
  expect(judged).toHaveLength(1);
  const verdicts = judged[0]?.payload['verdicts'] as { defendantId: string; outcome: string }[];
  return Object.fromEntries(verdicts.map(({ defendantId, outcome }) => [String(names.get(defendantId)), outcome]));
}

const upToIndictment = (id: string, ...persons: readonly string[]): Row[] => [
  [id, '', 'filed', '2023-01-02'],
  [id, '', 'opened', '2023-01-20'],
  ...persons.map((person): Row => [id, person, 'charged', '2023-02-01']),
  [id, '', 'indicted', '2023-03-01'],
];

describe('a log whose files are its cases', () => {
  const profile = profileOf('shared', 'case');

  it('judges once for all accused whom the log judges on a day, each row counted as imported', async () => {
    const rows: Row[] = [
      ['A', 'q', 'verdict', '2023-05-01', 'not guilty'],
      ...upToIndictment('A', 'p', 'q', 'r').reverse(),
      ['A', 'p', 'verdict', '2023-05-01', 'guilty'],
      ['A', 'r', 'verdict', '2023-05-01', 'guilty'],
    ];
    expect(await imported(profile, rows)).toMatchObject({ imported: 9, informational: 0, refused: 0 });
    expect(await verdictsOf('shared-A')).toEqual({ p: 'convicted', q: 'acquitted', r: 'convicted' });
    expect(await imported(profile, rows)).toMatchObject({ alreadyThere: 9, refused: 0, events: 0 });
  });

  it('takes the first verdict on a person; another one of that day is no step of its own', async () => {
    const result = await imported(profile, [
      ...upToIndictment('B', 'p', 'q'),
      ['B', 'p', 'verdict', '2023-05-01', 'guilty'],
      ['B', 'q', 'verdict', '2023-05-01', 'not guilty'],
      ['B', 'q', 'verdict', '2023-05-01', 'guilty'],
    ]);
    expect(result).toMatchObject({ imported: 7, informationalBy: { 'taken-before': 1 }, refused: 0 });
    expect(await verdictsOf('shared-B')).toEqual({ p: 'convicted', q: 'convicted' });
  });

  it('understands a verdict that names nobody as one on everyone', async () => {
    const result = await imported(profile, [
      ...upToIndictment('C', 'p', 'q'),
      ['C', '', 'verdict', '2023-05-01', 'guilty'],
    ]);
    expect(result).toMatchObject({ imported: 6, refused: 0 });
    expect(await verdictsOf('shared-C')).toEqual({ p: 'convicted', q: 'convicted' });
  });

  it('refuses a judgment that leaves an accused out, and one on a person who is not charged', async () => {
    const result = await imported(profile, [
      ...upToIndictment('D', 'p', 'q'),
      ['D', 'p', 'verdict', '2023-05-01', 'guilty'],
      ['D', 'q', 'verdict', '2023-05-02', 'guilty'],
      ...upToIndictment('E', 'p'),
      ['E', 'p', 'verdict', '2023-05-01', 'guilty'],
      ['E', 'x', 'verdict', '2023-05-01', 'guilty'],
    ]);
    expect(result).toMatchObject({ imported: 10, refused: 3 });
    expect(result.refusedBy['judge.verdict-missing']).toBe(2);
    expect(await typesOf('shared-D')).not.toContain('judged');
    expect(await verdictsOf('shared-E')).toEqual({ p: 'convicted' });
  });

  it('invents no accused: a charge must say against whom where the log names persons', async () => {
    const result = await imported(profile, [
      ...upToIndictment('F', 'p'),
      ['F', '', 'charged', '2023-02-02'],
      ['G', '', 'opened', '2023-01-20'],
      ['G', '', 'charged', '2023-02-01'],
      ['G', '', 'verdict', '2023-05-01', 'guilty'],
    ]);
    expect(result.refusedBy).toEqual({ 'docket.no-defendant': 1, 'step.not-possible': 1 });
    expect((await typesOf('shared-F')).filter((type) => type === 'charged')).toHaveLength(1);
    const charged = (await recorded('shared-G')).find(({ type }) => type === 'charged');
    expect(charged?.payload).toMatchObject({ number: '1' });
  });

  it('takes the offence from the first row that states one', async () => {
    await imported(profile, [
      ['H', '', 'opened', '2023-01-20'],
      ['H', 'p', 'charged', '2023-02-01', '', 'trafficking of a child'],
    ]);
    const instituted = (await recorded('shared-H')).find(({ type }) => type === 'case-instituted');
    expect(instituted?.payload).toMatchObject({ offence: { article: 151, clause: 1 } });
  });
});

describe('a log whose files are the accused of its cases', () => {
  it('refuses rows that name nobody where others do, instead of opening a file of nobody', async () => {
    const result = await imported(profileOf('single', 'defendant'), [
      ...upToIndictment('A', 'p', 'q'),
      ['B', '', 'filed', '2023-01-02'],
    ]);
    expect(result).toMatchObject({ imported: 3, refusedBy: { 'docket.no-defendant': 3 } });
    const files = await db.ownerQuery<{ number: string }>(
      `select distinct number from subject where number like 'single-%' order by number`,
    );
    expect(files.map(({ number }) => number)).toEqual(['single-A/p', 'single-A/q', 'single-B/1']);
  });
});

describe('a log that comes again', () => {
  const profile = profileOf('again', 'case');
  const rows: readonly Row[] = [
    ...upToIndictment('A', 'p'),
    ['A', 'p', 'charged', '2023-02-01'],
    ['A', '', 'memo', '2023-02-03'],
    ['A', 'z', 'verdict', '2023-02-03', 'guilty'],
    ['A', '', 'call', '2023-02-04'],
  ];

  it('says the same of every row, and "already there" only of what is', async () => {
    const first = await imported(profile, rows);
    expect(first).toMatchObject({ imported: 4, informational: 1, refused: 3 });
    const { imported: _, alreadyThere, events, files, faults, ...counts } = await imported(profile, rows);
    expect({ alreadyThere, events, files }).toEqual({ alreadyThere: 4, events: 0, files: 0 });
    expect(counts).toMatchObject({
      ...{ informationalBy: first.informationalBy, refusedBy: first.refusedBy },
      ...{ informational: first.informational, refused: first.refused },
    });
    expect(faults).toEqual(first.faults);
  });

  it('says the same where every row brought its step, and of a repetition that it is one', async () => {
    const sound: Row[] = [
      ...upToIndictment('S', 'p'),
      ['S', 'p', 'charged', '2023-02-01'],
      ['S', '', 'memo', '2023-02-03'],
    ];
    const first = await imported(profile, sound);
    expect(first).toMatchObject({ imported: 4, refusedBy: { 'docket.duplicate': 1 }, informational: 1 });
    const second = await imported(profile, sound);
    expect(second).toMatchObject({ imported: 0, alreadyThere: 4, events: 0, informationalBy: first.informationalBy });
    expect(second.faults).toEqual(first.faults);
    const longer = await imported(profile, [...sound, ['S', 'p', 'verdict', '2023-05-01', 'guilty']]);
    expect(longer).toMatchObject({ imported: 1, alreadyThere: 4, refused: 1 });
  });

  it('adds later rows and rows of the last day, and refuses a row that comes too late instead of losing it', async () => {
    const last = '2023-03-01';
    const result = await imported(profile, [
      ...rows,
      ['B', '', 'filed', '2023-01-02'],
      ['A', 'q', 'charged', '2023-02-10'],
      ['A', 'p', 'verdict', last, 'guilty'],
    ]);
    expect(result).toMatchObject({ imported: 2, alreadyThere: 4 });
    const late = result.faults.find(({ faults }) => faults[0]?.code === 'docket.behind-record');
    expect(late).toEqual({ line: rows.length + 3, faults: [{ code: 'docket.behind-record', facts: { last } }] });
    expect(await verdictsOf('again-A')).toEqual({ p: 'convicted' });
  });
});

describe('a profile that does not fit its log', () => {
  it('is refused when the offence column is misspelt, instead of taking the default for every row', async () => {
    await expect(
      imported(profileOf('misspelt', 'case', 'ofence'), [['A', '', 'filed', '2023-01-02']]),
    ).rejects.toMatchObject({
      code: 'import.profile-columns',
      facts: { columns: ['ofence'] },
    });
  });
});
