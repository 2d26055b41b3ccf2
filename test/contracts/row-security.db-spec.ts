import fc from 'fast-check';
import { ROLES, visibleOffices } from '#libs/feature/access';
import { ListBehindValue } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Database, type RowScope, UnitOfWork, newId } from '#libs/platform/database';
import { type InventedCountry, inventCountry } from '../support/invented-country.js';

jest.setTimeout(300_000);

/** Tables without a person and without a case: numbers, names of places, rules, machinery. Everything else has the wall. */
const OPEN = [
  ...['territory', 'territory_closure', 'territory_name', 'territory_succession'],
  ...['office', 'office_territory', 'office_succession', 'jurisdiction_revision'],
  ...['plan', 'plan_version', 'plan_target', 'plan_report', 'plan_period'],
  ...['account', 'session', 'sign_in_attempt', 'day_off', 'day_off_year'],
  ...['totp_factor', 'web_authn_key', 'recovery_code', 'pending_sign_in', 'web_authn_challenge'],
  ...['opening', 'opening_day', 'opening_slot', 'figure_version', 'identity_break'],
  ...['outbox', 'job_run', 'job_worker', 'schema_migration', 'vault_key'],
  ...['audit_checkpoint', 'audit_cosignature'],
  ...['statistics_release', 'release_count', 'release_approval'],
];

/** Which column says whose file a row is of. */
const FILE_COLUMN: Readonly<Record<string, string>> = {
  subject: 'id',
  event: 'subject_id',
  file_state: 'subject_id',
  defendant_state: 'case_id',
  case_origin: 'case_id',
  docket_entry: 'subject_id',
  ledger: 'subject_id',
  running_limit: 'subject_id',
  limit_notice: 'subject_id',
  person: 'subject_id',
  person_field: 'subject_id',
  person_number: 'subject_id',
  secrecy_mark: 'subject_id',
};
const WALLED = Object.keys(FILE_COLUMN);
/** The invented country has no state secrets, and its limits are reckoned in the background. */
const MAY_BE_EMPTY = ['running_limit', 'limit_notice', 'secrecy_mark'];

/** Whoever informed of it, for each file: who came by another way than the file itself is seen from more than it. */
const INFORMANTS = [
  `insert into person (id, family, subject_id, office_id, recorded_by)
   select gen_random_uuid(), 'informant', id, office_id, id from subject`,
  `insert into person_field (person_id, family, subject_id, field, version, sealed, recorded_by)
   select id, family, subject_id, 'phone', 1, decode(rpad('0100000001', 66, '0'), 'hex'), id from person`,
  `insert into person_number (person_id, family, subject_id, field, version, ordinal, kind, value)
   select person_id, family, subject_id, field, 1, 0, 'phone', decode(rpad('', 40, '0'), 'hex') from person_field`,
];

let country: InventedCountry;
/** By file, the offices that hold it, held it, or are offered it; and those beside them that took a step of it. */
let officesOf: Map<string, Set<number>>;
let touchedBy: Map<string, Set<number>>;

const database = (): Database => country.app.get(Database);

beforeAll(async () => {
  country = await inventCountry(60);
  for (const statement of INFORMANTS) await country.database.ownerQuery(statement);
  const gathered = async (sql: string): Promise<Map<string, Set<number>>> => {
    const offices = new Map<string, Set<number>>();
    for (const { file, office } of await country.database.ownerQuery<{ file: string; office: number }>(sql)) {
      offices.set(file, (offices.get(file) ?? new Set()).add(office));
    }
    return offices;
  };
  officesOf = await gathered(`
    select subject_id as file, holder_office_id as office from file_state
    union select subject_id, receiver_office_id from file_state where receiver_office_id is not null
    union select subject_id, office_id from docket_entry`);
  touchedBy = await gathered('select subject_id as file, office_id as office from event');
});

afterAll(() => country.stop());

const isSeen = (file: string, seen: ReadonlySet<number>): boolean =>
  [officesOf, touchedBy].some((offices) => [...(offices.get(file) ?? [])].some((office) => seen.has(office)));

const scopes = fc
  .record({ office: fc.nat(), role: fc.constantFrom(...ROLES) })
  .map(({ office, role }): ReadonlySet<number> => {
    const { offices } = country.app.get(JurisdictionDirectory).current;
    const viewer = offices.offices[office % offices.offices.length]!;
    return visibleOffices(offices, { office: viewer, role, day: country.to });
  });

describe('the wall of rows', () => {
  it('stands before every table but those that hold no person and no case', async () => {
    const rows = await country.database.ownerQuery<{ name: string; on: boolean; forced: boolean }>(
      `select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    const unwalled = rows.filter(({ on, forced }) => !on || !forced).map(({ name }) => name);
    expect(unwalled.filter((name) => !OPEN.includes(name))).toEqual([]);
    expect(rows.filter(({ on }) => on).map(({ name }) => name)).toEqual(expect.arrayContaining(WALLED));
  });

  it.each(WALLED)('shows nothing of %s to whoever does not say for whom', async (table) => {
    expect(await database().query(`select 1 from ${table} limit 1`)).toEqual([]);
    const [there] = await country.database.ownerQuery<{ n: number }>(`select count(*)::int as n from ${table}`);
    if (!MAY_BE_EMPTY.includes(table)) expect(there?.n).toBeGreaterThan(0);
  });

  it('shows no row of a file that none of the offices has to do with, over 10,000 queries', async () => {
    const filters = ['true', 'false or true', `md5(t::text) < '8'`, '1 = 1 or 2 = 2'];
    const question = fc.record({
      seen: scopes,
      table: fc.constantFrom(...WALLED),
      filter: fc.constantFrom(...filters),
    });
    let [asked, foreign, shown] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 25, maxLength: 25 }), async (questions) => {
        for (const { seen, table, filter } of questions) {
          const scope: RowScope = { accountId: newId(), officeIds: seen };
          const sql = `select distinct ${FILE_COLUMN[table]} as file from ${table} t where ${filter} limit 20`;
          const rows = await database().query<{ file: string }>(sql, [], scope);
          asked += 1;
          shown += rows.length;
          foreign += rows.filter(({ file }) => !isSeen(file, seen)).length;
        }
      }),
      { numRuns: 400 },
    );
    expect([asked, foreign]).toEqual([10_000, 0]);
    expect(shown).toBeGreaterThan(1_000);
    process.stdout.write(
      `row security: ${asked} queries on ${WALLED.length} tables, ${shown} rows shown, ${foreign} foreign\n`,
    );
  });

  it('shows everything of a file that one of them has to do with', async () => {
    const [file] = [...officesOf.keys()].filter((one) => officesOf.get(one)!.size > 1);
    for (const office of officesOf.get(file!)!) {
      const scope: RowScope = { accountId: newId(), officeIds: new Set([office]) };
      for (const table of ['event', 'docket_entry', 'ledger', 'file_state']) {
        const count = `select count(*)::int as n from ${table} where ${FILE_COLUMN[table]} = $1`;
        expect(await database().query(count, [file], scope)).toEqual(await country.database.ownerQuery(count, [file]));
      }
    }
  });

  it('names to a reader only the matters of offices that the reader sees, and counts the others', async () => {
    const lists = country.app.get(ListBehindValue);
    const nation = country.app.get(JurisdictionDirectory).territoryByCode('VN', 'nation', country.to);
    const ask = {
      planId: 'national-2023',
      period: '2025',
      territory: nation,
      indicator: 'K2',
      variant: 'standard',
    } as const;
    const whole = await lists.list({ ...ask, scope: { task: 'record' }, isWhole: true, list: 'counted', limit: 1000 });
    const rows = await country.database.ownerQuery<{ id: string; office: number }>(
      'select subject_id as id, office_id as office from docket_entry',
    );
    const office = rows.find(({ id }) => whole.items.some(({ subjectId }) => subjectId === id))!.office;
    const scope = { accountId: newId(), officeIds: new Set([office]) };
    const seen = await lists.list({ ...ask, scope, isWhole: false, list: 'counted', limit: 1000 });
    const own = new Set(rows.filter((row) => row.office === office).map(({ id }) => id));
    expect(seen.items).toEqual(whole.items.filter(({ subjectId }) => own.has(subjectId)));
    expect(seen.items.length).toBeGreaterThan(0);
    expect(seen.total).toBe(whole.total);
    expect(seen.hidden).toBe(whole.total - seen.items.reduce((sum, { count }) => sum + count, 0));
    const nobody = { accountId: newId(), officeIds: new Set<number>() };
    const none = await lists.list({ ...ask, scope: nobody, isWhole: false, list: 'counted' });
    expect(none).toEqual({ total: whole.total, hidden: whole.total, items: [] });
  });

  it('lets nobody record a step for an office of somebody else, nor change what is not seen', async () => {
    const [[file, offices]] = [...officesOf] as [[string, Set<number>]];
    const foreign = [...officesOf.values()].flatMap((one) => [...one]).find((office) => !offices.has(office))!;
    const scope: RowScope = { accountId: newId(), officeIds: new Set([foreign]) };
    const run = (sql: string, parameters: unknown[]): Promise<number> =>
      country.app.get(UnitOfWork).run((tx) => tx.execute(sql, parameters), scope);
    const own = [...offices][0];
    const step = `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, command_id)
      values ($1, 999, 'noted', '2026-01-05', '2026-01-05', $2, $3, 'invented', $2)`;
    await expect(run(step, [file, newId(), own])).rejects.toMatchObject({ sqlState: '42501' });
    expect(await run('update subject set version = 0 where id = $1', [file])).toBe(0);
    expect(await run('delete from docket_entry where subject_id = $1', [file])).toBe(0);
    expect(await run(`update file_state set status = 'final' where subject_id = $1`, [file])).toBe(0);
  });

  it('lets a task do what it is there for and no more', async () => {
    const as = (task: 'measure' | 'deadlines' | 'imports', sql: string): Promise<unknown> =>
      country.app.get(UnitOfWork).run((tx) => tx.query(sql), { task });
    await expect(as('measure', 'select count(*) from ledger')).resolves.toBeDefined();
    for (const table of ['event', 'subject', 'file_state', 'defendant_state', 'account', 'session']) {
      await expect(as('measure', `select 1 from ${table}`)).rejects.toMatchObject({ sqlState: '42501' });
    }
    for (const table of ['defendant_state', 'command_receipt', 'account', 'session', 'import_file']) {
      await expect(as('deadlines', `select 1 from ${table}`)).rejects.toMatchObject({ sqlState: '42501' });
    }
    await expect(as('imports', 'select 1 from event')).rejects.toMatchObject({ sqlState: '42501' });
    await expect(as('deadlines', 'delete from event')).rejects.toMatchObject({ sqlState: '42501' });
  });
});
