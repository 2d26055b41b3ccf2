import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { newId, type RowScope, type Tx } from '#libs/platform/database';
import { keyEncryptionOf, Vault } from '#libs/platform/vault';
import { AuditTrail } from './index.js';

let test: TestDatabase;
let trail: AuditTrail;

beforeAll(async () => {
  test = await createTestDatabase({ pool: 3 });
  trail = new AuditTrail(await Vault.open(test.unitOfWork, keyEncryptionOf(test.settings)));
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.ownerQuery('alter table audit_entry disable trigger kept');
  await test.ownerQuery('delete from audit_entry');
  await test.ownerQuery('alter table audit_entry enable trigger kept');
});

interface Row {
  readonly action: string;
  readonly account_id: string | null;
  readonly office_id: number | null;
  readonly role: string | null;
  readonly task: string | null;
  readonly database_role: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly detail: Record<string, unknown>;
  readonly salt: Buffer | null;
}
const entries = (): Promise<Row[]> => test.ownerQuery<Row>('select * from audit_entry order by id');
const anybody = (): RowScope => ({ accountId: newId(), officeIds: 'everywhere' });
const run = (sql: string, parameters: unknown[] = [], scope: RowScope = anybody()): Promise<unknown> =>
  test.unitOfWork.run((tx) => tx.query(sql, parameters), scope);

const SUBJECT = `insert into subject (id, kind, number, office_id, opened_on, version) values ($1, 'case', $2, 1, '2026-01-05', 1)`;
const EVENT = `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, command_id, payload)
  select $1, n, 'case-instituted', '2026-01-05', '2026-01-05', $2, 1, 'invented', gen_random_uuid(), '{"said":"Người Hư Cấu"}'
  from generate_series(1, $3::int) n`;

async function recordedCase(events = 1, scope?: RowScope): Promise<string> {
  const id = newId();
  await test.unitOfWork.run(async (tx) => {
    await tx.query(SUBJECT, [id, id]);
    await tx.query(EVENT, [id, newId(), events]);
  }, scope ?? anybody());
  return id;
}

describe('a write', () => {
  it('leaves one entry for each row, with who, what and a digest, and nothing of the content', async () => {
    const scope = { accountId: newId(), officeIds: 'everywhere' } as const;
    const file = await recordedCase(3, scope);
    const rows = await entries();
    expect(rows.map(({ action, detail }) => [action, (detail['row'] as { sequence: number }).sequence])).toEqual([
      ['event.added', 1],
      ['event.added', 2],
      ['event.added', 3],
    ]);
    expect(rows[0]).toMatchObject({
      account_id: scope.accountId,
      task: null,
      database_role: null,
      subject_kind: 'file',
      subject_id: file,
      detail: { row: { type: 'case-instituted' }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.stringify(rows)).not.toContain('Hư Cấu');
    expect(new Set(rows.map(({ salt }) => salt!.toString('hex'))).size).toBe(3);
  });

  it('has a digest that whoever holds row and salt finds again', async () => {
    const file = await recordedCase();
    const [entry] = await entries();
    const [row] = await test.ownerQuery<{ text: string }>(
      'select jsonb_strip_nulls(to_jsonb(e))::text as text from event e where subject_id = $1',
      [file],
    );
    const digest = createHash('sha256').update(entry!.salt!).update(row!.text).digest('hex');
    expect(entry!.detail['digest']).toBe(digest);
  });

  it('names what changed, and passes over what is not watched', async () => {
    const file = await recordedCase();
    await run('update subject set version = 2 where id = $1', [file]);
    await run(`update subject set version = 3, secrecy = 'secret' where id = $1`, [file]);
    const changes = (await entries()).filter(({ action }) => action === 'subject.changed');
    expect(changes.map(({ subject_id, detail }) => [subject_id, detail['changed']])).toEqual([[file, ['secrecy']]]);
  });

  it('is of the person with the office and role of that moment, though a task of the product does it', async () => {
    const [accountId, officeId] = [newId(), await invented.office()];
    await test.ownerQuery(
      `insert into account (id, username, display_name, password_hash, role, office_id, created_at)
       values ($1, 'nguoi.hu-cau', 'Người Hư Cấu', '-', 'investigator', $2, now())`,
      [accountId, officeId],
    );
    await test.unitOfWork.run(
      (tx) => tx.inTask('record', async () => void (await tx.query(SUBJECT, [newId(), 'T-1']), await event(tx))),
      { accountId, officeIds: 'everywhere' },
    );
    const last = (await entries()).at(-1);
    expect(last).toMatchObject({ account_id: accountId, office_id: officeId, role: 'investigator', task: 'record' });
  });

  it('is of the task when nobody asked, and of the database role when neither did', async () => {
    await test.unitOfWork.run((tx) => event(tx), { task: 'record' });
    await test.ownerQuery(`insert into day_off (day, kind, decision) values ('2026-04-27', 'off', 'hư cấu')`);
    const [{ owner } = { owner: '' }] = await test.ownerQuery<{ owner: string }>('select session_user as owner');
    expect((await entries()).map((row) => [row.action, row.account_id, row.task, row.database_role])).toEqual([
      ['event.added', null, 'record', null],
      ['day-off.added', null, null, owner],
    ]);
    await run(`delete from day_off where day = '2026-04-27'`, [], undefined);
  });

  it('by the start of the product is of the application', async () => {
    await test.unitOfWork.run((tx) => tx.query(`insert into day_off_year (year, is_confirmed) values (2031, true)`));
    expect(await entries()).toMatchObject([
      { action: 'day-off-year.added', account_id: null, task: null, database_role: 'theoan_app', subject_id: '2031' },
    ]);
  });

  it('that removes or empties leaves its entry too', async () => {
    await test.ownerQuery('truncate day_off_year');
    await test.ownerQuery(`insert into day_off_year (year, is_confirmed) values (2032, false)`);
    await test.ownerQuery('delete from day_off_year');
    expect((await entries()).map(({ action, subject_id }) => [action, subject_id])).toEqual([
      ['day-off-year.emptied', '*'],
      ['day-off-year.added', '2032'],
      ['day-off-year.removed', '2032'],
    ]);
  });

  it('that was given up leaves nothing', async () => {
    const given = test.unitOfWork.run(async (tx) => {
      await event(tx);
      throw new Error('changed my mind');
    }, anybody());
    await expect(given).rejects.toThrow('changed my mind');
    expect(await entries()).toEqual([]);
  });
});

describe('a read', () => {
  it('is entered with the fingerprint of what was shown, and not with it', async () => {
    const by = { accountId: newId(), officeId: 7, role: 'investigator', requestId: 'r-1' };
    const subject = { kind: 'person', id: newId() };
    const entry = { action: 'person.revealed', by, subject, detail: { purpose: 'summons' } } as const;
    await test.unitOfWork.run(async (tx) => {
      await trail.recordInTx(tx, { ...entry, values: { name: 'Nguyễn Thị Hư Cấu', alias: 'Nguyễn Thị Hư Cấu' } });
      await trail.recordInTx(tx, { ...entry, values: { name: 'Nguyễn Thị Hư Cấu' } });
    });
    const [first, second] = await entries();
    expect(first).toMatchObject({ action: 'person.revealed', account_id: by.accountId, office_id: 7, salt: null });
    const of = (row: Row | undefined): Record<string, string> => row!.detail['values'] as Record<string, string>;
    expect(of(first)).toEqual({ name: expect.stringMatching(/^1:[0-9a-f]{64}$/), alias: expect.any(String) });
    expect(of(second)['name']).toBe(of(first)['name']);
    expect(of(first)['alias']).not.toBe(of(first)['name']);
    expect(JSON.stringify([first, second])).not.toContain('Hư Cấu');
  });

  it.each([
    ['anonymous', { anonymous: true }, { account_id: null, task: null }],
    ['a task', { task: 'imports' }, { account_id: null, task: 'imports' }],
  ] as const)('may be of %s', async (_who, by, columns) => {
    await test.unitOfWork.run((tx) => trail.recordInTx(tx, { action: 'session.refused', by }));
    expect(await entries()).toMatchObject([{ action: 'session.refused', ...columns }]);
  });

  it('whose detail has no canonical text is refused', async () => {
    const by = { anonymous: true } as const;
    const odd = test.unitOfWork.run((tx) =>
      trail.recordInTx(tx, { action: 'export.taken', by, detail: { share: 0.5 } }),
    );
    await expect(odd).rejects.toMatchObject({ code: 'entry.not-canonical' });
  });
});

describe('an entry', () => {
  it('is neither changed nor removed by the application, nor by its tasks', async () => {
    await recordedCase();
    for (const scope of [anybody(), { task: 'audit' }, { task: 'record' }] as const) {
      for (const forbidden of [
        'delete from audit_entry',
        `update audit_entry set detail = '{}'`,
        'truncate audit_entry',
        'drop trigger audit_added on event',
        'alter table event disable trigger all',
        `set local session_replication_role = 'replica'`,
        `insert into audit_entry (action, database_role) values ('event.added', 'postgres')`,
        `select audit_writes('event', 'file', 'id', 'id')`,
      ]) {
        await expect(run(forbidden, [], scope)).rejects.toMatchObject({ sqlState: '42501' });
      }
    }
    await expect(test.ownerQuery('delete from audit_entry')).rejects.toMatchObject({ code: '42501' });
    expect(await entries()).toHaveLength(1);
  });

  it('gets its place once, from the task that seals', async () => {
    await recordedCase();
    const seal = `update audit_entry set leaf_index = 900, leaf_hash = sha256('x') where leaf_index is null or leaf_index = 900`;
    await expect(run(seal)).rejects.toMatchObject({ sqlState: '42501' });
    await run(seal, [], { task: 'audit' });
    await expect(run(seal, [], { task: 'audit' })).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('is read by whoever may look at its office', async () => {
    await test.unitOfWork.run((tx) =>
      trail.recordInTx(tx, { action: 'audit.read', by: { accountId: newId(), officeId: 5, role: 'auditor' } }),
    );
    const seen = async (officeIds: 'everywhere' | ReadonlySet<number>): Promise<number> =>
      (await test.database.query('select id from audit_entry', [], { accountId: newId(), officeIds })).length;
    expect([await seen(new Set([5])), await seen(new Set([6])), await seen('everywhere')]).toEqual([1, 0, 1]);
    expect(await test.database.query('select id from audit_entry')).toEqual([]);
    await expect(test.database.query('select salt from audit_entry')).rejects.toMatchObject({ sqlState: '42501' });
  });
});

const invented = {
  office: async (): Promise<number> => {
    const [row] = await test.ownerQuery<{ id: number }>(`
      with place as (insert into territory (code, level, name, name_folded, unit_type, valid_from)
        values ('X', 'nation', 'Nước Hư Cấu', 'nuoc hu cau', 'nước', '2000-01-01') returning id)
      insert into office (code, name, name_folded, agency, tier, territory_id, valid_from)
      select 'X-1', 'Cơ quan hư cấu', 'co quan hu cau', 'police-investigation', 'centre', id, '2000-01-01' from place
      returning id`);
    return row!.id;
  },
};

async function event(tx: Tx): Promise<void> {
  const id = newId();
  await tx.query(SUBJECT, [id, id]);
  await tx.query(EVENT, [id, newId(), 1]);
}
