import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { newId } from '#libs/platform/database';
import { auditKeyOf, AuditCheck, type AuditCheckResult, AuditLog, AuditSealer } from './index.js';

/** The independent verifier shares no code with what is tested here. */
const VERIFIER = path.resolve('tools/audit-verifier/verify.mjs');
const ENTRIES = 40;
const BATCHES = 10;

let test: TestDatabase;
let log: AuditLog;
/** The checkpoints that somebody else kept, from before the attack. */
let keptElsewhere: string;
let folder: string;

const events = (count: number): Promise<void> =>
  test.unitOfWork.run(
    async (tx) => {
      const id = newId();
      await tx.query(
        `insert into subject (id, kind, number, office_id, opened_on, version) values ($1::uuid, 'case', $1::uuid::text, 1, '2026-01-05', 1)`,
        [id],
      );
      await tx.query(
        `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, command_id)
         select $1::uuid, n, 'case-instituted', '2026-01-05', '2026-01-05', $1::uuid, 1, 'invented', gen_random_uuid()
         from generate_series(1, $2::int) n`,
        [id, count],
      );
    },
    { accountId: newId(), officeIds: 'everywhere' },
  );

const notes = async (): Promise<string> => {
  const texts: string[] = [];
  for await (const text of log.checkpoints()) texts.push(text);
  return texts.join('\n');
};

interface Answer {
  readonly code: number | null;
  readonly words: string;
}

async function verify(checkpoints = keptElsewhere): Promise<Answer> {
  const at = (name: string): string => path.join(folder, name);
  const lines: string[] = [];
  for await (const line of log.export()) lines.push(line);
  fs.writeFileSync(at('export'), lines.join(''));
  fs.writeFileSync(at('checkpoints'), checkpoints);
  fs.writeFileSync(at('keys'), `${auditKeyOf(test.settings).verifier.toString()}\n`);
  const files = [
    '--export',
    at('export'),
    '--checkpoints',
    at('checkpoints'),
    '--keys',
    at('keys'),
    '--language',
    'en',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFIER, ...files], { encoding: 'utf8' });
  return { code: status, words: stdout + stderr };
}

const check = (): Promise<AuditCheckResult> =>
  new AuditCheck(test.database, log).run([auditKeyOf(test.settings).verifier]);
const kinds = async (): Promise<string[]> => [...new Set((await check()).findings.map(({ kind }) => kind))];

/** With the rights of the owner of the tables, every trigger out of the way. */
const attack = (sql: string): Promise<unknown> =>
  test.ownerQuery(`begin; set local session_replication_role = 'replica'; ${sql}; commit`);

const INSERTED = `insert into audit_entry (at, action, account_id, detail, leaf_index, leaf_hash)
  select at, action, account_id, detail, 12, leaf_hash from audit_entry where leaf_index = 30`;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tampering-'));
  test = await createTestDatabase({ pool: 3 });
  log = new AuditLog(test.database, test.unitOfWork);
  const sealer = new AuditSealer(test.unitOfWork, auditKeyOf(test.settings));
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await events(ENTRIES / BATCHES);
    expect(await sealer.seal()).toBe(ENTRIES / BATCHES);
  }
  keptElsewhere = await notes();
});
afterEach(async () => {
  fs.rmSync(folder, { recursive: true });
  await test.drop();
});

describe('the sealed audit of a real database', () => {
  it('is intact when nobody touched it', async () => {
    expect(await verify()).toEqual({ code: 0, words: expect.stringContaining('INTACT') });
    expect(await check()).toEqual({
      leaves: ENTRIES,
      checkpoints: BATCHES,
      events: ENTRIES,
      eventsBefore: 0,
      findings: [],
    });
    expect(await log.state()).toMatchObject({ size: ENTRIES, unsealed: 0, lagSeconds: 0 });
  });

  it.each([
    ['edited', 10, `update audit_entry set account_id = gen_random_uuid() where leaf_index = 17`],
    [
      'edited, its hash with it',
      10,
      `update audit_entry set action = 'event.seen', leaf_hash = sha256('x') where leaf_index = 17`,
    ],
    ['deleted', 11, `delete from audit_entry where leaf_index = 17`],
    [
      'deleted, the gap closed',
      11,
      `delete from audit_entry where leaf_index = 17; update audit_entry set leaf_index = leaf_index + 1000 where leaf_index > 17;
       update audit_entry set leaf_index = leaf_index - 1001 where leaf_index > 1000`,
    ],
    [
      'inserted',
      12,
      `update audit_entry set leaf_index = leaf_index + 1000 where leaf_index >= 12; ${INSERTED.replace('= 30', '= 1030')};
       update audit_entry set leaf_index = leaf_index - 999 where leaf_index >= 1000`,
    ],
    [
      'reordered',
      13,
      `update audit_entry set leaf_index = 1000 where leaf_index = 5; update audit_entry set leaf_index = 5 where leaf_index = 6;
       update audit_entry set leaf_index = 6 where leaf_index = 1000`,
    ],
    ['truncated', 14, `delete from audit_entry where leaf_index >= 33`],
    [
      'older backup',
      15,
      `delete from audit_checkpoint where size > 32; delete from audit_entry where leaf_index >= 32`,
    ],
  ] as const)('is found out when it is %s, also by whoever owns the tables', async (_what, code, sql) => {
    await attack(sql);
    const answer = await verify();
    expect([answer.code, answer.words]).toEqual([code, expect.not.stringContaining('INTACT')]);
  });

  it('shows an event that was altered past the product, though the entry is untouched', async () => {
    await attack(`update event set occurred_on = '2026-01-04' where position = 7`);
    expect((await check()).findings).toEqual([{ kind: 'event-differs', at: 7 }]);
    await attack(`delete from event where position = 7`);
    expect((await check()).findings).toEqual([{ kind: 'event-missing', at: 7 }]);
  });

  it('enters what the owner of the tables does to an event, and says so', async () => {
    await test.ownerQuery(`update event set occurred_on = '2026-01-04' where position = 7`);
    expect(await kinds()).toEqual(['event-differs', 'event-rewritten']);
  });

  it('tells in the database itself what no longer fits', async () => {
    await attack(`update audit_entry set action = 'event.seen' where leaf_index = 17`);
    expect(await kinds()).toContain('leaf-differs');
    await attack(`delete from audit_entry where leaf_index = 39`);
    expect(await kinds()).toContain('leaf-missing');
  });
});

describe('the sealer', () => {
  it('refuses to go on with the log of another key', async () => {
    const stranger = path.join(folder, 'stranger.key');
    const { writeAuditKey } = await import('./audit-key.js');
    const sealer = new AuditSealer(test.unitOfWork, writeAuditKey(stranger, 'theoan.test/audit'));
    await expect(sealer.requireOwnLog()).rejects.toMatchObject({ name: 'ConfigurationError' });
    await events(1);
    await expect(sealer.seal()).rejects.toMatchObject({ name: 'ConfigurationError' });
  });

  it('gives every place once when several are at it, and leaves none out', async () => {
    const sealers = [1, 2, 3].map(() => new AuditSealer(test.unitOfWork, auditKeyOf(test.settings)));
    await Promise.all([...Array(12)].map(async (_, n) => (await events(3), sealers[n % 3]!.seal())));
    await sealers[0]!.seal();
    const rows = await test.ownerQuery<{ leaf_index: number }>(
      'select leaf_index from audit_entry order by leaf_index',
    );
    expect(rows.map(({ leaf_index: index }) => Number(index))).toEqual([...Array(ENTRIES + 36).keys()]);
    expect(await verify(await notes())).toMatchObject({ code: 0 });
  });
});
