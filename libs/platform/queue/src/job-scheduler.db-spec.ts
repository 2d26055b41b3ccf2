import { setTimeout as pause } from 'node:timers/promises';
import { type Provider } from '@nestjs/common';
import { eventually } from '../../../../test/support/eventually.js';
import { handlerOf, JobStage, NOTHING } from '../../../../test/support/job-application.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import { JobScheduler } from './job-scheduler.js';
import { defineJob, JobRuns, type JobDefinition, QueueConnection } from './index.js';

type Nothing = Record<string, never>;

const scheduled = (name: string, cron: string): JobDefinition<Nothing> =>
  defineJob<Nothing>({ queue: 'timed', name, payload: {}, schedule: { cron, payload: {} } });

const doing = (job: JobDefinition<Nothing>): Provider => handlerOf(job, () => NOTHING);

describeOnBothBackends('the timetable', (backend) => {
  const stage = new JobStage(backend);
  beforeAll(() => stage.build());
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  const work = (...jobs: JobDefinition<Nothing>[]) => stage.start({ work: true }, ...jobs.map(doing));

  it('has one entry for a job, however many workers start', async () => {
    const nightly = scheduled('nightly', '0 2 * * *');
    const [app] = await Promise.all([work(nightly), work(nightly), work(nightly)]);
    const entries = await app.get(QueueConnection).use('timed', (queue) => queue.getJobSchedulers());
    expect(entries.map(({ key, pattern, tz }) => ({ key, pattern, tz }))).toEqual([
      { key: 'nightly', pattern: '0 2 * * *', tz: 'Asia/Ho_Chi_Minh' },
    ]);
    expect(new Date(entries[0]!.next!).toISOString()).toMatch(/T19:00:00.000Z$/);
    const counts = await app.get(QueueConnection).use('timed', (queue) => queue.getJobCounts('delayed', 'waiting'));
    expect(counts).toEqual({ delayed: 1, waiting: 0 });
  });

  it('is written anew by several workers at once without a quarrel', async () => {
    const jobs = Array.from({ length: 8 }, (_, at) => scheduled(`nightly-${at}`, `${at} 2 * * *`));
    const apps = await Promise.all([work(...jobs), work(...jobs), work(...jobs)]);
    for (let round = 0; round < 10; round++) {
      await backend.wipe(stage.database);
      await Promise.all(apps.map((app) => app.get(JobScheduler).restore()));
      const entries = await apps[0].get(QueueConnection).use('timed', (queue) => queue.getJobSchedulers());
      expect(entries).toHaveLength(jobs.length);
    }
  });

  it('is mended where the next job of an entry was lost', async () => {
    const app = await work(scheduled('nightly', '0 2 * * *'));
    const delayed = async (): Promise<number | undefined> =>
      (await app.get(QueueConnection).use('timed', (queue) => queue.getJobCounts('delayed')))['delayed'];
    await backend.loseDelayed(stage.database);
    expect(await delayed()).toBe(0);
    await app.get(JobScheduler).restore();
    expect(await delayed()).toBe(1);
  });

  it('lets a job be done once at its time, by one of the workers', async () => {
    const everySecond = scheduled('every-second', '* * * * * *');
    const [app] = await Promise.all([work(everySecond), work(everySecond)]);
    const runs = app.get(JobRuns);
    await eventually('three runs', async () => (await runs.list({ name: everySecond.name })).length >= 3);
    const ids = (await runs.list({ name: everySecond.name })).map(({ jobId }) => jobId);
    expect(new Set(ids).size).toBe(ids.length);
    const seconds = ids.map((id) => Math.floor(Number(/\d{13}/.exec(id)?.[0]) / 1_000));
    expect(new Set(seconds).size).toBe(seconds.length);
  });

  it('forgets a job that the program no longer has, and follows a time that was changed', async () => {
    const app = await work(scheduled('old', '0 1 * * *'), scheduled('moved', '0 2 * * *'));
    await stage.close(app);
    const next = await work(scheduled('moved', '30 4 * * *'));
    const entries = await next.get(QueueConnection).use('timed', (queue) => queue.getJobSchedulers());
    expect(entries.map(({ key, pattern }) => [key, pattern])).toEqual([['moved', '30 4 * * *']]);
  });

  it('keeps a job that came due while nobody worked', async () => {
    const everySecond = scheduled('every-second', '* * * * * *');
    const first = await work(everySecond);
    await eventually('a run', async () => (await first.get(JobRuns).list({ name: everySecond.name })).length > 0);
    const due = async (): Promise<string | undefined> => {
      const asking = await stage.start({ work: false });
      const entry = await asking.get(QueueConnection).use('timed', (queue) => queue.getJobScheduler(everySecond.name));
      return entry?.next === undefined ? undefined : String(entry.next);
    };
    await stage.close(first);
    const missed = await due();
    await pause(2_500);
    const second = await work(everySecond);
    const runs = second.get(JobRuns);
    const wanted = (id: string): boolean => id.endsWith(missed ?? 'nothing');
    await eventually('the run that was due', async () =>
      (await runs.list({ name: everySecond.name })).find(({ jobId }) => wanted(jobId)),
    );
  });
});
