import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { newId } from '#libs/platform/database';
import { keyEncryptionOf, Vault } from '#libs/platform/vault';
import { AuditTrail } from './index.js';

let test: TestDatabase;
let trail: AuditTrail;

beforeAll(async () => {
  test = await createTestDatabase({ pool: 2 });
  trail = new AuditTrail(await Vault.open(test.unitOfWork, keyEncryptionOf(test.settings)));
});
afterAll(() => test.drop());

const FAILING = `create function audit_is_broken() returns trigger language plpgsql as $$
  begin raise exception 'broken' using errcode = 'STATE'; end $$;
  create trigger broken before insert on audit_entry for each row execute function audit_is_broken()`;
const MENDED = 'drop trigger broken on audit_entry; drop function audit_is_broken()';

/** Ways in which the audit takes nothing, and how each ends. */
const FAULTS: Readonly<Record<string, readonly [breaks: string, mends: string]>> = {
  'is gone': ['alter table audit_entry rename to audit_lost', 'alter table audit_lost rename to audit_entry'],
  'has a trigger that fails': [FAILING.replace('STATE', 'XX000'), MENDED],
  'has a trigger that refuses in plain words': [FAILING.replace('STATE', 'P0001'), MENDED],
  'lies on a full disk': [FAILING.replace('STATE', '53100'), MENDED],
  'is read-only': [FAILING.replace('STATE', '25006'), MENDED],
};

const write = (): Promise<unknown> =>
  test.unitOfWork.run((tx) => tx.query(`insert into day_off_year (year, is_confirmed) values (2040, true)`));

/** Shows what was read only after its entry is stored. */
const read = (): Promise<string> =>
  test.unitOfWork.run(async (tx) => {
    const by = { accountId: newId(), officeId: 1, role: 'investigator' };
    await trail.recordInTx(tx, { action: 'person.revealed', by, values: { name: 'Người Hư Cấu' } });
    return 'Người Hư Cấu';
  });

const stored = async (): Promise<number> =>
  (await test.ownerQuery<{ n: number }>('select count(*)::int as n from day_off_year'))[0]!.n;

describe.each(Object.entries(FAULTS))('while the audit %s', (_fault, [breaks, mends]) => {
  beforeAll(() => test.ownerQuery(breaks));
  afterAll(() => test.ownerQuery(mends));

  it('nothing is written', async () => {
    await expect(write()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
    expect(await stored()).toBe(0);
  });

  it('nothing is shown', async () => {
    await expect(read()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  });
});

it('nothing is shown while the application may add no entry', async () => {
  const columns = 'action, account_id, office_id, role, task, request_id, subject_kind, subject_id, detail';
  await test.ownerQuery('revoke insert on audit_entry from theoan_app');
  await expect(read()).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'audit', code: '42501' });
  await test.ownerQuery(`grant insert (${columns}) on audit_entry to theoan_app`);
});

it('afterwards both go on', async () => {
  await write();
  expect([await stored(), await read()]).toEqual([1, 'Người Hư Cấu']);
});
