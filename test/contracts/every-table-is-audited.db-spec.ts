import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Tables whose writes have no entry, each with why none is missed. A table that is neither here nor audited fails. */
const DERIVED: Readonly<Record<string, string>> = {
  file_state: 'folded from events, and folded again by rebuild',
  defendant_state: 'folded from events',
  case_origin: 'folded from events',
  docket_entry: 'folded from events',
  ledger: 'folded from events',
  running_limit: 'reckoned from events and days off',
  opening: 'sums of the ledger',
  opening_day: 'sums of the ledger',
  opening_slot: 'numbers of the columns of sums',
  figure_version: 'counts up when figures change',
  identity_break: 'what a check found: the product writes it',
  command_receipt: 'the answer to a command whose event, or whose row, is audited',
  plan_target: 'a part of plan_version, whose content is audited',
  plan_report: 'a part of plan_version',
  plan_period: 'a part of plan_version',
  territory_closure: 'follows from territory',
  jurisdiction_revision: 'counts up when a territory or an office changes',
  import_fault: 'what a run refused; the run is audited, with the hash of its file',
  import_file: 'the content of a run until it is worked off; the run is audited, with its hash',
  person_number: 'what a field of a person is found by, written with it; person_field is audited',
  release_count: 'the counts behind a row of statistics_release, written with it',
  session: 'opened, refused and ended sessions are entered by AuditTrail; every request moves last_seen_at',
  sign_in_attempt: 'counts failures; each refusal is entered by AuditTrail',
  pending_sign_in: 'half a sign-in, minutes long; its end is entered by AuditTrail',
  web_authn_challenge: 'a number that is asked back, minutes long',
  outbox: 'wakes jobs; emptied by them',
  job_run: 'what jobs did: kept for operators',
  job_worker: 'which workers are alive',
  schema_migration: 'which migrations ran: written by the owner alone, before the product starts',
  audit_entry: 'the audit itself',
  audit_checkpoint: 'the seals of the audit, signed',
  audit_cosignature: 'the signatures of the other agencies under them',
};

/** What a command never does to these, or does only with a row beside it that is audited. */
const NOT_ATTENDED: Readonly<Record<string, readonly string[]>> = {
  subject: ['added'],
  limit_notice: ['added'],
};

const OPERATIONS = ['added', 'changed', 'emptied', 'removed'];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ pool: 2 });
});
afterAll(() => test.drop());

interface Attended {
  readonly name: string;
  readonly triggers: string[];
}

const tables = (): Promise<Attended[]> =>
  test.ownerQuery<Attended>(`
    select c.relname as name, coalesce(array_agg(t.tgname::text) filter (where t.tgname is not null), '{}') as triggers
    from pg_class c left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'audit\\_%' and t.tgenabled = 'O'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace group by 1 order by 1`);

describe('every table', () => {
  it('is audited or says why not', async () => {
    const silent = (await tables()).filter(({ name, triggers }) => triggers.length === 0 && !(name in DERIVED));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('that is audited is so for rows added, changed and removed, and for being emptied', async () => {
    for (const { name, triggers } of await tables()) {
      if (triggers.length === 0) continue;
      const watched = OPERATIONS.filter((operation) => !NOT_ATTENDED[name]?.includes(operation));
      expect([name, triggers.sort()]).toEqual([name, watched.map((operation) => `audit_${operation}`)]);
    }
  });

  it('that is named as derived exists and is not audited', async () => {
    const known = new Map((await tables()).map(({ name, triggers }) => [name, triggers]));
    for (const name of Object.keys(DERIVED)) expect([name, known.get(name)]).toEqual([name, []]);
  });
});
