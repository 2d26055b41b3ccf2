import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { eventually } from '../../../../test/support/eventually.js';
import { handlerOf, JobStage, NOTHING, type Work } from '../../../../test/support/job-application.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import {
  defineJob,
  type JobDefinition,
  JobDispatcher,
  JobRuns,
  QueueConnection,
  QueueDesk,
  type RunRow,
} from './index.js';

interface Numbered {
  readonly n: number;
}

const PLAIN = defineJob<Numbered>({ queue: 'plain', name: 'plain', payload: { n: 'integer' } });
const ONCE = defineJob<Numbered>({
  queue: 'plain',
  name: 'once',
  payload: { n: 'integer' },
  jobId: ({ n }) => `n${n}`,
});
const TWO_TRIES = defineJob<Numbered>({ queue: 'plain', name: 'two-tries', payload: { n: 'integer' }, attempts: 2 });
const SINGLE = defineJob<Numbered>({ queue: 'single', name: 'single', payload: { n: 'integer' }, dedupe: () => 'all' });
const QUIET = defineJob<Numbered>({ queue: 'plain', name: 'quiet', payload: { n: 'integer' }, keepsEmptyRuns: false });

const EFFECT = `
create table effect (n int primary key, times int not null default 1);
grant select, insert on effect to theoan_app`;

describeOnBothBackends('background jobs', (backend) => {
  const stage = new JobStage(backend);
  beforeAll(() => stage.build(EFFECT));
  afterEach(() => stage.clear('effect'));
  afterAll(() => stage.strike());

  const ask = (): Promise<INestApplicationContext> => stage.start({ work: false });
  const work = (job: JobDefinition<Numbered>, handler: Work<Numbered> = () => NOTHING) =>
    stage.start({ work: true }, handlerOf(job, handler));
  const runsOf = (name: string): Promise<RunRow[]> =>
    new JobRuns(stage.database.database, stage.database.unitOfWork).list({ name });
  const endedRuns = async (name: string, count: number): Promise<RunRow[]> =>
    eventually(`${count} ended runs of ${name}`, async () => {
      const rows = await runsOf(name);
      return rows.length >= count && rows.every((it) => it.outcome !== 'running') && rows.reverse();
    });

  it('are done elsewhere than where they are asked for, and leave a row', async () => {
    const asking = await ask();
    await work(PLAIN, async ({ n }, run) => {
      await run.progress({ counted: 1, written: 0 });
      return { counted: n, written: 2, fromPosition: 5, toPosition: 9, detail: { kind: 'first', again: false } };
    });
    const jobId = await asking.get(JobDispatcher).enqueue(PLAIN, { n: 7 });
    const [run] = await endedRuns('plain', 1);
    expect(run).toMatchObject({ queue: 'plain', name: 'plain', jobId, attempt: 1, outcome: 'done', errorCode: null });
    expect(run).toMatchObject({ counted: 7, written: 2, fromPosition: 5, toPosition: 9 });
    expect(run).toMatchObject({ detail: { kind: 'first', again: false } });
    expect(run!.finishedAt!.getTime()).toBeGreaterThanOrEqual(run!.startedAt.getTime());
  });

  it('show how far they are', async () => {
    let finish: (() => void) | undefined;
    const app = await work(PLAIN, async (_, run) => {
      await run.progress({ counted: 40, written: 3 });
      await new Promise<void>((resolve) => (finish = resolve));
      return { counted: 100, written: 8 };
    });
    await app.get(JobDispatcher).enqueue(PLAIN, { n: 1 });
    await eventually('the handler', () => finish);
    expect((await runsOf('plain'))[0]).toMatchObject({ outcome: 'running', counted: 40, written: 3, finishedAt: null });
    finish!();
    expect((await endedRuns('plain', 1))[0]).toMatchObject({ counted: 100, written: 8 });
  });

  it('that fail are tried again, later each time, with a row for every try', async () => {
    const app = await work(PLAIN, ({ n }, run) => {
      if (run.attempt < 3) throw new DomainError('register.locked', 'conflict');
      return { counted: n, written: run.attempt };
    });
    await app.get(JobDispatcher).enqueue(PLAIN, { n: 4 });
    const runs = await endedRuns('plain', 3);
    expect(runs.map(({ attempt, outcome, errorCode }) => [attempt, outcome, errorCode])).toEqual([
      [1, 'failed', 'register.locked'],
      [2, 'failed', 'register.locked'],
      [3, 'done', null],
    ]);
    const pauses = [1, 2].map((it) => runs[it]!.startedAt.getTime() - runs[it - 1]!.finishedAt!.getTime());
    expect(pauses[0]).toBeGreaterThan(900);
    expect(pauses[1]).toBeGreaterThan(1_800);
  });

  it('that fail for good are kept for the operator, without a word of what the error said', async () => {
    const app = await work(TWO_TRIES, () => {
      throw new TypeError('cannot read "Trần Văn Bịa Đặt"');
    });
    const jobId = await app.get(JobDispatcher).enqueue(TWO_TRIES, { n: 1 });
    const runs = await endedRuns('two-tries', 2);
    expect(runs.map(({ errorCode }) => errorCode)).toEqual(['TypeError', 'TypeError']);
    await eventually('the failed job', async () =>
      (await app.get(QueueDesk).listCounts()).find((it) => it.failed === 1),
    );
    const kept = await app.get(QueueConnection).use('plain', (queue) => queue.getJob(jobId));
    expect(kept!.failedReason).toBe('TypeError');
    expect(JSON.stringify(kept)).not.toContain('Bịa');
  });

  it('that failed can be given all their tries again', async () => {
    let isMended = false;
    const app = await work(TWO_TRIES, () => {
      if (!isMended) throw new DomainError('register.locked', 'conflict');
      return NOTHING;
    });
    const jobId = await app.get(JobDispatcher).enqueue(TWO_TRIES, { n: 1 });
    await endedRuns('two-tries', 2);
    const desk = app.get(QueueDesk);
    await eventually('the failed job', async () => (await desk.listCounts()).find((it) => it.failed === 1));
    isMended = true;
    await desk.retry('plain', jobId);
    expect((await endedRuns('two-tries', 3)).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done']);
    await expect(desk.retry('plain', jobId)).rejects.toMatchObject({ code: 'job.not-failed' });
    await expect(desk.retry('plain', 'nobody')).rejects.toMatchObject({ code: 'job.not-found' });
    await expect(desk.retry('elsewhere', jobId)).rejects.toMatchObject({ code: 'queue.unknown' });
  });

  it('with a payload that nobody could have asked for fail at once', async () => {
    const app = await work(PLAIN);
    await app.get(QueueConnection).use('plain', (queue) => queue.add('plain', { n: 'seven' }, { attempts: 5 }));
    const [run] = await endedRuns('plain', 1);
    expect(run).toMatchObject({ outcome: 'failed', errorCode: 'job.payload-malformed', attempt: 1 });
    await eventually('the failed job', async () =>
      (await app.get(QueueDesk).listCounts()).find((it) => it.failed === 1),
    );
  });

  it('never enter the queue with a payload that is not theirs', async () => {
    const app = await ask();
    const free: object = { n: 'Nguyễn Thị Hư Cấu' };
    await expect(app.get(JobDispatcher).enqueue(PLAIN, free as Numbered)).rejects.toMatchObject({
      code: 'job.payload-malformed',
    });
    expect((await app.get(QueueConnection).use('plain', (queue) => queue.getJobCounts('waiting')))['waiting']).toBe(0);
  });

  it('with an id are done once, however often they are asked for', async () => {
    const app = await work(ONCE, ({ n }) => ({ counted: n, written: 0 }));
    const dispatcher = app.get(JobDispatcher);
    await Promise.all(Array.from({ length: 10 }, () => dispatcher.enqueue(ONCE, { n: 1 })));
    await endedRuns('once', 1);
    await dispatcher.enqueue(ONCE, { n: 1 });
    await dispatcher.enqueue(ONCE, { n: 2 });
    expect((await endedRuns('once', 2)).map(({ counted }) => counted)).toEqual([1, 2]);
  });

  it('that are the same are one while they wait', async () => {
    const asking = await ask();
    const dispatcher = asking.get(JobDispatcher);
    await Promise.all(Array.from({ length: 20 }, () => dispatcher.enqueue(SINGLE, { n: 1 })));
    const counts = await asking.get(QueueConnection).use('single', (queue) => queue.getJobCounts('waiting'));
    expect(counts['waiting']).toBe(1);
    await work(SINGLE);
    await endedRuns('single', 1);
    await pause(200);
    expect(await runsOf('single')).toHaveLength(1);
  });

  it('that are asked for while the same one is being done are done once more', async () => {
    let isAtWork = 0;
    let release: () => void = () => undefined;
    const app = await work(SINGLE, async () => {
      isAtWork += 1;
      if (isAtWork > 1) return NOTHING;
      await new Promise<void>((resolve) => (release = resolve));
      return NOTHING;
    });
    const dispatcher = app.get(JobDispatcher);
    await dispatcher.enqueue(SINGLE, { n: 1 });
    await eventually('the first run', () => isAtWork === 1);
    await Promise.all(Array.from({ length: 20 }, () => dispatcher.enqueue(SINGLE, { n: 1 })));
    expect(isAtWork).toBe(1);
    release();
    await endedRuns('single', 2);
    await pause(200);
    expect(await runsOf('single')).toHaveLength(2);
  });

  it('have their effect once when they come several times, to several workers, in any order', async () => {
    const db = stage.database;
    const write: Work<Numbered> = async ({ n }, run) => {
      const tx = db.unitOfWork.run(async (it) => {
        await run.holdFence(it);
        return it.execute('insert into effect (n) values ($1) on conflict (n) do nothing', [n]);
      });
      return { counted: 1, written: await tx };
    };
    for (let worker = 0; worker < 3; worker++) await work(PLAIN, write);
    const deliveries = Array.from({ length: 120 }, (_, at) => (at * 7) % 40);
    const dispatcher = (await ask()).get(JobDispatcher);
    await Promise.all(deliveries.map((n) => dispatcher.enqueue(PLAIN, { n })));
    await eventually('all runs', async () => (await countRuns(db)) === 120);
    const effects = await db.ownerQuery<{ n: number; times: number }>('select n, times from effect order by n');
    expect(effects).toEqual(Array.from({ length: 40 }, (_, n) => ({ n, times: 1 })));
    const sums = await db.ownerQuery<{ written: number }>('select sum(written)::int as written from job_run');
    expect(sums[0]!.written).toBe(40);
  });

  it('that found nothing leave no row when they are quiet ones', async () => {
    const app = await work(QUIET, ({ n }) => ({ counted: n, written: 0 }));
    for (const n of [0, 0, 3, 0]) await app.get(JobDispatcher).enqueue(QUIET, { n });
    await eventually('an empty queue', async () => {
      const counts = await app.get(QueueConnection).use('plain', (queue) => queue.getJobCounts('completed'));
      return counts['completed'] === 4;
    });
    expect((await runsOf('quiet')).map(({ counted }) => counted)).toEqual([3]);
  });

  it('under way are ended before a worker stops, and no further one is begun', async () => {
    let isAtWork = false;
    const worker = await work(PLAIN, async () => {
      isAtWork = true;
      await pause(500);
      return { counted: 1, written: 1 };
    });
    const asking = await ask();
    await worker.get(JobDispatcher).enqueue(PLAIN, { n: 1 });
    await eventually('the handler', () => isAtWork);
    const closing = stage.close(worker);
    await asking.get(JobDispatcher).enqueue(PLAIN, { n: 2 });
    await closing;
    const rows = await asking.get(JobRuns).list({ name: 'plain' });
    expect(rows.map(({ outcome, counted }) => [outcome, counted])).toEqual([['done', 1]]);
    const alive = await stage.database.ownerQuery('select id from job_worker');
    expect(alive).toHaveLength(0);
  });

  it('whose run was taken over may not write any more', async () => {
    const app = await ask();
    const runs = app.get(JobRuns);
    const begin = { queue: 'plain', name: 'plain', jobId: 'j', workerId: '00000000-0000-7000-8000-000000000000' };
    const late = await runs.begin({ ...begin, attempt: 1 });
    await runs.begin({ ...begin, attempt: 2 });
    const unitOfWork = app.get(UnitOfWork);
    await expect(unitOfWork.run((tx) => runs.holdFence(tx, late))).rejects.toMatchObject({ code: 'run.superseded' });
    await expect(runs.finish(late, NOTHING)).rejects.toMatchObject({ code: 'run.superseded' });
    expect((await runs.list()).map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [2, 'running'],
      [1, 'failed'],
    ]);
  });
});

async function countRuns(db: JobStage['database']): Promise<number> {
  const rows = await db.ownerQuery<{ n: number }>("select count(*)::int as n from job_run where outcome = 'done'");
  return rows[0]?.n ?? 0;
}
