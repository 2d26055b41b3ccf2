import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { copyInto, DatabaseUnavailable, isUniqueViolation, newId, StatementFailed, type Tx } from './index.js';

let test: TestDatabase;

const record = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  test.unitOfWork.run(work, { accountId: newId(), officeIds: 'everywhere' });

beforeAll(async () => {
  test = await createTestDatabase({ pool: 4 });
});

afterAll(() => test.drop());

const DAY = '2026-03-02';

async function insertSubject(tx: Tx, id: string, number = id): Promise<void> {
  await tx.query(
    `insert into subject (id, kind, number, office_id, opened_on, version) values ($1, 'denunciation', $2, 1, $3, 0)`,
    [id, number, DAY],
  );
}

async function storedSubject(): Promise<string> {
  const id = newId();
  await record((tx) => insertSubject(tx, id));
  return id;
}

async function versionOf(id: string): Promise<number | undefined> {
  const rows = await test.ownerQuery<{ version: number }>('select version from subject where id = $1', [id]);
  return rows[0]?.version;
}

/** Two sides wait for each other, each once. */
function meetingPoint(parties: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    arrived += 1;
    if (arrived === parties) open();
    await gate;
  };
}

describe('a unit of work', () => {
  it('stores everything that was done in it, and returns what the work returned', async () => {
    const [first, second] = [newId(), newId()];
    const answer = await record(async (tx) => {
      await insertSubject(tx, first);
      await insertSubject(tx, second);
      return 'both';
    });
    expect(answer).toBe('both');
    expect([await versionOf(first), await versionOf(second)]).toEqual([0, 0]);
  });

  it('stores nothing when the work throws, and passes its error on', async () => {
    const id = newId();
    const refusal = new Error('changed my mind');
    const run = record(async (tx) => {
      await insertSubject(tx, id);
      throw refusal;
    });
    await expect(run).rejects.toBe(refusal);
    expect(await versionOf(id)).toBeUndefined();
  });

  it('reads days as text, counts as numbers and instants as Date', async () => {
    const id = await storedSubject();
    const [row] = await record((tx) =>
      tx.query(
        `select opened_on, array[opened_on] as days, count(*) as n, array[7::bigint, null] as many, 1.50 as share,
          timestamptz '2026-03-02 00:00:00+07' as instant from subject where id = $1 group by opened_on`,
        [id],
      ),
    );
    expect(row).toEqual({
      opened_on: DAY,
      days: [DAY],
      n: 1,
      many: [7, null],
      share: '1.50',
      instant: new Date('2026-03-01T17:00:00Z'),
    });
  });

  it('tells how many rows a statement touched', async () => {
    const id = await storedSubject();
    const raise = 'update subject set version = version + 1 where id = $1 and version = $2';
    const touched = await record(async (tx) => [await tx.execute(raise, [id, 0]), await tx.execute(raise, [id, 0])]);
    expect(touched).toEqual([1, 0]);
  });

  it('runs statements that are called side by side one after the other', async () => {
    const sums = await record((tx) =>
      Promise.all(
        [1, 2, 3, 4].map(async (n) => (await tx.query<{ n: number }>('select $1::int * 10 as n', [n]))[0]?.n),
      ),
    );
    expect(sums).toEqual([10, 20, 30, 40]);
  });

  it('shares its transaction with the object mapper', async () => {
    const id = newId();
    const run = record(async (tx) => {
      await insertSubject(tx, id);
      const seen: unknown[] = await tx.manager.query('select id from subject where id = $1', [id]);
      throw new Error(`mapper saw ${seen.length}`);
    });
    await expect(run).rejects.toThrow('mapper saw 1');
    expect(await versionOf(id)).toBeUndefined();
  });

  it('cannot be used after its end', async () => {
    let kept: Tx | undefined;
    await record(async (tx) => {
      kept = tx;
    });
    await expect(kept!.query('select 1')).rejects.toThrow('the transaction has ended');
    await expect(kept!.execute('select 1')).rejects.toThrow('the transaction has ended');
    expect(() => kept!.manager).toThrow('the transaction has ended');
    await expect(copyInto(kept!, 'subject', ['id'], [])).rejects.toThrow('the transaction has ended');
  });

  it('says so when a failure was swallowed, because PostgreSQL stores nothing then', async () => {
    const id = newId();
    const run = record(async (tx) => {
      await insertSubject(tx, id);
      await tx.query('select 1 / 0').catch(() => undefined);
      return 'stored';
    });
    await expect(run).rejects.toThrow('failed unnoticed');
    expect(await versionOf(id)).toBeUndefined();
  });
});

describe('two units of work at once', () => {
  it('lose neither of two changes: what fails to serialize is run again', async () => {
    const id = await storedSubject();
    const meet = meetingPoint(2);
    let tries = 0;
    const raise = (): Promise<void> =>
      record(async (tx) => {
        tries += 1;
        await tx.query('set transaction isolation level repeatable read');
        const [row] = await tx.query<{ version: number }>('select version from subject where id = $1', [id]);
        if (tries <= 2) await meet();
        await tx.query('update subject set version = $2 where id = $1', [id, row!.version + 1]);
      });
    await Promise.all([raise(), raise()]);
    expect(tries).toBe(3);
    expect(await versionOf(id)).toBe(2);
  });

  it('come out of a deadlock, both done', async () => {
    const [a, b] = [await storedSubject(), await storedSubject()];
    const meet = meetingPoint(2);
    let tries = 0;
    const raiseBoth = (first: string, second: string): Promise<void> =>
      record(async (tx) => {
        tries += 1;
        const isFirstRound = tries <= 2;
        await tx.query('update subject set version = version + 1 where id = $1', [first]);
        if (isFirstRound) await meet();
        await tx.query('update subject set version = version + 1 where id = $1', [second]);
      });
    await Promise.all([raiseBoth(a, b), raiseBoth(b, a)]);
    expect(tries).toBe(3);
    expect([await versionOf(a), await versionOf(b)]).toEqual([2, 2]);
  });

  it('give up after five repetitions', async () => {
    let tries = 0;
    const run = record(async (tx) => {
      tries += 1;
      await tx.query(`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`);
    });
    await expect(run).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'contention' });
    expect(tries).toBe(6);
  });
});

describe('a refused statement', () => {
  it('names the constraint and shows no value', async () => {
    const id = await storedSubject();
    const run = record((tx) => insertSubject(tx, newId(), id));
    const error: unknown = await run.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(StatementFailed);
    expect(isUniqueViolation(error, 'subject_kind_number_office_id_key')).toBe(true);
    expect(isUniqueViolation(error, 'subject_pkey')).toBe(false);
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain(id);
  });

  it('shows no value either when the mapper made it', async () => {
    const run = record((tx) => tx.manager.query('select $1::uuid', ['Nguyễn Văn Giả']));
    const error: unknown = await run.catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'StatementFailed', sqlState: '22P02' });
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('Văn Giả');
  });
});

describe('a lost connection', () => {
  const terminateOthers = (): Promise<unknown[]> =>
    test.ownerQuery(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'theoan'`);

  it('in the middle of the work is an unavailable database: nothing is stored, and the next work succeeds', async () => {
    const id = newId();
    const run = record(async (tx) => {
      await insertSubject(tx, id);
      await terminateOthers();
      await tx.query('select 1');
    });
    await expect(run).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await versionOf(id)).toBeUndefined();
    expect(await versionOf(await storedSubject())).toBe(0);
  });

  it('while idle ends neither the process nor the next request', async () => {
    await Promise.all([1, 2, 3].map(() => test.database.ping()));
    await terminateOthers();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(test.database.ping()).resolves.toBeUndefined();
  });
});
