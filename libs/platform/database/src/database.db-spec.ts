import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { copyInto, type CopyRow, newId, StatementFailed, type Tx } from './index.js';

let test: TestDatabase;

const record = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  test.unitOfWork.run(work, { accountId: newId(), officeIds: 'everywhere' });

beforeAll(async () => {
  test = await createTestDatabase({ pool: 2 });
});

afterAll(() => test.drop());

const COLUMNS = ['id', 'kind', 'number', 'office_id', 'opened_on', 'version', 'place_id'] as const;

function* subjects(count: number, mark: string): Generator<CopyRow> {
  for (let n = 0; n < count; n++) yield [newId(), 'case', `${mark}-${n}`, 3, '2026-01-05', 0, null];
}

const countOf = async (mark: string): Promise<number> => {
  const rows = await test.ownerQuery<{ n: number }>('select count(*)::int as n from subject where number like $1', [
    `${mark}-%`,
  ]);
  return rows[0]!.n;
};

describe('the application role', () => {
  it('adds events and reads them, and can do nothing else with them', async () => {
    const id = newId();
    await record(async (tx) => {
      await tx.query(
        `insert into subject (id, kind, number, office_id, opened_on, version) values ($1, 'case', 'G-1', 1, '2026-01-05', 1)`,
        [id],
      );
      await tx.query(
        `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, command_id)
         values ($1, 1, 'case-instituted', '2026-01-05', '2026-01-05', $2, 1, 'invented', $3)`,
        [id, newId(), newId()],
      );
    });
    expect(await test.ownerQuery('select sequence from event where subject_id = $1', [id])).toEqual([{ sequence: 1 }]);
    for (const forbidden of [
      `update event set type = 'other'`,
      'delete from event',
      'truncate event',
      `update command_receipt set response = '{}'`,
      'delete from command_receipt',
      'delete from subject',
      'alter table event add column hidden text',
      'drop table event',
      'create table own (n int)',
      `alter role theoan_app superuser`,
    ]) {
      const attempt = record((tx) => tx.query(forbidden));
      await expect(attempt).rejects.toMatchObject({ name: 'StatementFailed', sqlState: '42501' });
    }
    expect(await test.ownerQuery('select type from event')).toEqual([{ type: 'case-instituted' }]);
  });

  it('keeps the projections and empties the outbox', async () => {
    const caseId = newId();
    const left = await record(async (tx) => {
      await tx.query(`insert into outbox (topic) values ('fold')`);
      await tx.query('insert into case_origin values ($1, $1)', [caseId]);
      return [await tx.execute('delete from outbox'), await tx.execute('delete from case_origin')];
    });
    expect(left).toEqual([1, 1]);
  });

  it('may not replace an event without a reason', async () => {
    const [subject] = await test.ownerQuery<{ id: string }>(`select id from subject where number = 'G-1'`);
    const attempt = record((tx) =>
      tx.query(
        `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, command_id, replaces)
         values ($1, 2, 'case-instituted', '2026-01-05', '2026-01-05', $1, 1, 'invented', $1, 1)`,
        [subject!.id],
      ),
    );
    await expect(attempt).rejects.toMatchObject({ sqlState: '23514', table: 'event' });
  });
});

describe('copying rows in', () => {
  it('writes them all inside the transaction', async () => {
    const written = await record((tx) => copyInto(tx, 'subject', COLUMNS, subjects(5_000, 'bulk')));
    expect(written).toBe(5_000);
    expect(await countOf('bulk')).toBe(5_000);
  });

  it('keeps every kind of value as it is', async () => {
    const rows: CopyRow[] = [
      ['tab\tline\nreturn\rback\\slash \\N ưỡ', null, 1.5, 9007199254740991n, true, { ký: ['tự\t"\\'] }],
      ['', undefined, -0.25, 0n, false, []],
    ];
    const instant = new Date('2026-02-03T04:05:06.789Z');
    const bytes = Uint8Array.from([0, 92, 255]);
    const columns = ['words', 'nothing', 'share', 'large', 'yes', 'object', 'moment', 'bytes'];
    const read = await record(async (tx) => {
      await tx.query(`create temporary table kind_of_value (words text, nothing text, share float8, large bigint,
        yes boolean, object jsonb, moment timestamptz, bytes bytea) on commit drop`);
      await copyInto(
        tx,
        'kind_of_value',
        columns,
        rows.map((row) => [...row, instant, bytes]),
      );
      return tx.query('select * from kind_of_value order by share desc');
    });
    expect(read).toEqual(
      rows.map(([words, nothing, share, large, yes, object]) => ({
        words,
        nothing: nothing ?? null,
        share,
        large: Number(large),
        yes,
        object,
        moment: instant,
        bytes: Buffer.from(bytes),
      })),
    );
  });

  it('writes none when the source fails, and passes its error on', async () => {
    const failure = new Error('line 3 is broken');
    async function* broken(): AsyncGenerator<CopyRow> {
      yield* subjects(2, 'broken');
      throw failure;
    }
    await expect(record((tx) => copyInto(tx, 'subject', COLUMNS, broken()))).rejects.toBe(failure);
    expect(await countOf('broken')).toBe(0);
    await expect(test.database.ping()).resolves.toBeUndefined();
  });

  it('writes none when the server refuses one', async () => {
    const [row] = [...subjects(1, 'twice')];
    const attempt = record((tx) => copyInto(tx, 'subject', COLUMNS, [row!, row!]));
    await expect(attempt).rejects.toMatchObject({ name: 'StatementFailed', sqlState: '23505' });
    await expect(attempt).rejects.not.toThrow('twice');
    expect(await countOf('twice')).toBe(0);
    await expect(test.database.ping()).resolves.toBeUndefined();
  });

  it('refuses a row of the wrong length, and names that are none', async () => {
    const short = record((tx) => copyInto(tx, 'subject', COLUMNS, [['too', 'short']]));
    await expect(short).rejects.toThrow('a row of 2 values for 7 columns');
    const named = record((tx) => copyInto(tx, 'subject" (id) from stdin; --', ['id'], []));
    await expect(named).rejects.toThrow(TypeError);
  });
});

describe('reading', () => {
  it('streams more rows than it fetches at a time, in order', async () => {
    const seen: number[] = [];
    for await (const row of test.database.stream<{ n: number }>('select n from generate_series(1, 2500) as n'))
      seen.push(row.n);
    expect(seen).toHaveLength(2_500);
    expect([seen[0], seen[2_499]]).toEqual([1, 2_500]);
  });

  it('reads days as text from a stream too', async () => {
    for await (const row of test.database.stream(`select date '2026-03-02' as day`))
      expect(row).toEqual({ day: '2026-03-02' });
    expect.assertions(1);
  });

  it('gives the connection back when the loop is left early or the statement fails', async () => {
    for (let round = 0; round < 5; round++) {
      for await (const row of test.database.stream('select * from generate_series(1, 100000)')) {
        if (row) break;
      }
      const rows = test.database.stream('select 1 / (n - 3) from generate_series(1, 5) as n');
      await expect(rows.next()).rejects.toBeInstanceOf(StatementFailed);
    }
    await expect(test.database.ping()).resolves.toBeUndefined();
  });

  // A connection that was lost under a stream kept its place in the pool for ever, and the reader waited for ever.
  it('gives the place in the pool back when the connection is lost while rows are read', async () => {
    for (let round = 0; round < 5; round++) {
      const sql = `select n, pg_backend_pid() as pid from generate_series(1, 100000) as n`;
      const reading = (async () => {
        for await (const { n, pid } of test.database.stream<{ n: number; pid: number }>(sql)) {
          if (n === 1) await test.ownerQuery('select pg_terminate_backend($1, 5000)', [pid]);
        }
      })();
      await expect(reading).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'connection' });
    }
    await expect(test.database.ping()).resolves.toBeUndefined();
  });

  it('refuses to write', async () => {
    await expect(test.database.query('delete from outbox')).rejects.toThrow('UnitOfWork');
    await expect(test.database.stream('insert into outbox (topic) values (1)').next()).rejects.toThrow('UnitOfWork');
  });

  it('turns away whoever would wait behind forty others, and serves the others', async () => {
    const requests = Array.from({ length: 60 }, () => test.database.query('select pg_sleep(0.01)'));
    const outcomes = await Promise.allSettled(requests);
    const refused = outcomes.filter((it) => it.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(40);
    for (const outcome of refused)
      expect(outcome.reason).toMatchObject({ name: 'DatabaseUnavailable', reason: 'crowded' });
  });
});
