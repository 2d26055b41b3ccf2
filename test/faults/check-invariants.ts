import { isDeepStrictEqual } from 'node:util';
import { type SubjectKind } from '#libs/domain/procedure';
import { FileLogRepository, RebuildProjections } from '#libs/feature/casework';
import { AskCompliance, ComplianceRefresher, type ComplianceTable, IdentityCheck } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type FaultCluster } from './fault-cluster.js';
import { Outbox } from '#libs/platform/queue';
import { type CommandTally, repeatCommands, tallyCommands } from './check-commands.js';
import { type CommandDiary } from './command-diary.js';
import { type FaultStage } from './fault-stage.js';
import { findUnlawfulStep } from './lawful-history.js';
import { STORED_FAULTS } from './stored-faults.js';

/** A plan without a territory narrower than what is asked, and the year of today. */
const PLAN = 'dong-thap-2026-2030';
const LISTED = 5;

/** What was looked at, and everything that is not as it must be; an empty list is the only right answer. */
export interface Findings {
  readonly commands: CommandTally;
  readonly files: number;
  readonly events: number;
  readonly breaks: readonly string[];
}

/** Proves after a run of faults that nothing was lost, doubled or half-applied, and that every figure follows. */
export async function checkInvariants(stage: FaultStage, diary: CommandDiary): Promise<Findings> {
  const database = stage.cluster;
  const commands = await tallyCommands(database, diary.commands);
  const [size] = await database.asOwner<{ files: number; events: number }>(
    'select (select count(*) from subject) as files, (select count(*) from event) as events',
  );
  const breaks = [
    ...named('wrong answer', diary.wrongAnswers),
    ...named('process', [...stage.api.ownEnds, ...stage.worker.ownEnds]),
    ...named('I1 lost', commands.lost),
    ...named('I1 doubled', commands.doubled),
    ...named('I2 halved', commands.halved),
    ...named('I1 repeated request answered differently', await repeatCommands(stage.baseUrl, diary.commands)),
    ...(await findStoredFaults(database)),
    ...named('I1 event that nobody asked for', await findUnasked(database, diary)),
    ...named('I3 unlawful history', await findUnlawful(stage)),
    ...named(
      'I6 outbox',
      (await stage.app.get(Outbox).listWaiting()).map(({ topic, rows }) => `${rows} ${topic}`),
    ),
    ...(await findWrongFigures(stage)),
  ];
  return { commands, files: size?.files ?? 0, events: size?.events ?? 0, breaks };
}

/** The first few of a kind, and how many there are. */
function named(kind: string, offenders: readonly string[]): string[] {
  const rest = offenders.length - LISTED;
  const more = rest > 0 ? [`${kind}: and ${rest} more`] : [];
  return [...offenders.slice(0, LISTED).map((one) => `${kind}: ${one}`), ...more];
}

async function findStoredFaults(database: FaultCluster): Promise<string[]> {
  const found: string[] = [];
  for (const { invariant, what, sql } of STORED_FAULTS) {
    const rows = await database.asOwner<{ offender: string }>(sql);
    found.push(
      ...named(
        `${invariant} ${what}`,
        rows.map(({ offender }) => offender),
      ),
    );
  }
  return found;
}

async function findUnasked(database: FaultCluster, diary: CommandDiary): Promise<string[]> {
  const rows = await database.asOwner<{ id: string }>(
    'select distinct command_id as id from event where command_id <> all($1::uuid[])',
    [diary.commands.map(({ key }) => key)],
  );
  return rows.map(({ id }) => id);
}

const RECORD = { task: 'record' } as const;

async function findUnlawful(stage: FaultStage): Promise<string[]> {
  const [log, directory] = [stage.app.get(FileLogRepository), stage.app.get(JurisdictionDirectory)];
  const subjects = await stage.cluster.asOwner<{ id: string; kind: SubjectKind }>(
    'select id, kind from subject order by id',
  );
  const found: string[] = [];
  for (const { id, kind } of subjects) {
    const fault = findUnlawfulStep(kind, await log.read(id, RECORD), (office) => directory.findOffice(office)?.agency);
    if (fault !== undefined) found.push(`${kind} ${id}: ${fault}`);
  }
  return found;
}

/** Projections against logs, openings against the ledger, the identities, and the table before and after a recompute. */
async function findWrongFigures(stage: FaultStage): Promise<string[]> {
  const refresher = stage.app.get(ComplianceRefresher);
  const projections = await stage.app.get(RebuildProjections).run(false);
  const openings = await refresher.differences();
  const identities = await stage.app.get(IdentityCheck).run();
  const before = await complianceTables(stage);
  await refresher.recompute();
  const after = await complianceTables(stage);
  const lines = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row));
  return [
    ...named('projection differs from its log', lines(projections.differences)),
    ...named('opening differs from the ledger', lines(openings)),
    ...named('identity', lines(identities.breaks)),
    ...(isDeepStrictEqual(before, after) ? [] : ['compliance before a full recompute differs from after it']),
    ...(countedIn(before) > 0 ? [] : ['compliance: nothing was counted']),
    ...named('I4 value without its matters', await findUnlistedValues(stage, before)),
  ];
}

type Figures = Omit<ComplianceTable, 'computedAt'>;

async function complianceTables(stage: FaultStage): Promise<Figures[]> {
  const ask = stage.app.get(AskCompliance);
  const period = stage.today.slice(0, 4);
  const nation = await ask.table({ plan: PLAN, period, jurisdiction: 'VN' });
  const provinces = await ask.table({ plan: PLAN, period, jurisdiction: 'VN', parts: true });
  return [nation, provinces].map(({ computedAt: _when, ...figures }) => figures);
}

const countedIn = (tables: readonly Figures[]): number =>
  tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values)).reduce((sum, one) => sum + one.denominator, 0);

async function findUnlistedValues(stage: FaultStage, tables: readonly Figures[]): Promise<string[]> {
  const ask = stage.app.get(AskCompliance);
  const found: string[] = [];
  for (const { period, rows } of tables) {
    for (const { jurisdiction, values } of rows) {
      for (const { indicator, numerator, variant } of values.filter(({ denominator }) => denominator > 0)) {
        const question = { plan: PLAN, period: period.key, jurisdiction: jurisdiction.code, indicator, variant };
        const { total } = await ask.list({ ...question, list: 'counted', limit: 1 });
        if (total !== numerator) found.push(`${jurisdiction.code} ${indicator}: ${numerator}, listed ${total}`);
      }
    }
  }
  return found;
}
