import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { eventually } from '../../../../test/support/eventually.js';
import { type Gate, openGate } from '../../../../test/support/gate.js';
import { handlerOf, JobStage, type Work } from '../../../../test/support/job-application.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import {
  connectQueue,
  defineJob,
  JobCatalogue,
  JobDispatcher,
  JobRuns,
  OutboxWakeUp,
  QueueConnection,
  QueueDesk,
  type RunRow,
} from './index.js';

type Nothing = Record<string, never>;

const TOPIC = 'steps';
const WORK_OFF = defineJob<Nothing>({ queue: 'steps', name: 'work-off', payload: {}, topic: TOPIC });
const SWEEP_MS = 200;

const EFFECT = `
create table effect (n bigint primary key, times int not null default 1);
grant select, insert, update on effect to theoan_app`;

/** Takes the rows out of the outbox and counts each one in the same transaction. */
const TAKE = `
with taken as (
  delete from outbox where id in (select id from outbox where topic = '${TOPIC}' order by id limit 50)
  returning from_position)
insert into effect (n) select from_position from taken on conflict (n) do update set times = effect.times + 1`;

describeOnBothBackends('wake-ups of the outbox', (backend) => {
  const stage = new JobStage(backend);
  beforeAll(() => stage.build(EFFECT));
  afterEach(() => stage.clear('effect'));
  afterAll(() => stage.strike());

  const workOff: Work<Nothing> = async (_, run) => {
    let written = 0;
    for (let taken = -1; taken !== 0; written += taken) {
      taken = await stage.database.unitOfWork.run(async (tx) => {
        await run.holdFence(tx);
        return tx.execute(TAKE);
      });
    }
    // What is recorded between the last look and the end of the job is what a wake-up could miss.
    await pause(5);
    return { counted: written, written };
  };
  const handler = handlerOf(WORK_OFF, workOff);

  /** Writes an outbox row, as recording a step does. @param age in seconds. */
  const record = (n: number, age = 0): Promise<number> =>
    stage.database.unitOfWork.run((tx) =>
      tx.execute(
        `insert into outbox (topic, from_position, created_at)
         values ($1, $2, clock_timestamp() - make_interval(secs => $3))`,
        [TOPIC, n, age],
      ),
    );

  async function ask(): Promise<INestApplicationContext> {
    const app = await stage.start({ work: false });
    app.get(JobCatalogue).register(WORK_OFF);
    return app;
  }

  const everyStepOnce = (count: number): Promise<true> =>
    eventually(`the effect of ${count} steps`, async () => {
      const [row] = await stage.database.ownerQuery<{ steps: number; left: number }>(
        'select (select count(*)::int from effect where times = 1) as steps, (select count(*)::int from outbox) as left',
      );
      return row?.steps === count && row.left === 0;
    });

  it('miss no step, when a thousand are recorded and woken for at once, from two processes to two others', async () => {
    await stage.start({ work: true }, handler);
    await stage.start({ work: true }, handler);
    const wakeUps = [await ask(), await ask()].map((app) => app.get(OutboxWakeUp));
    const clerks = Array.from({ length: 40 }, async (_, clerk) => {
      for (let n = clerk; n < 1_000; n += 40) {
        await record(n);
        wakeUps[n % 2]!.wake(TOPIC);
      }
    });
    await Promise.all(clerks);
    await everyStepOnce(1_000);
  });

  it('miss no step when every one is asked for by itself, while the job works', async () => {
    await stage.start({ work: true }, handler);
    await stage.start({ work: true }, handler);
    const dispatchers = [await ask(), await ask()].map((app) => app.get(JobDispatcher));
    for (let round = 0; round < 20; round++) {
      const steps = Array.from({ length: 50 }, async (_, at) => {
        await pause(Math.random() * 20);
        await record(round * 50 + at);
        await dispatchers[at % 2]!.enqueue(WORK_OFF, {});
      });
      await Promise.all(steps);
      await everyStepOnce((round + 1) * 50);
    }
    const [busy] = await stage.database.ownerQuery<{ most: number }>(
      `select max(others)::int as most from (
         select count(*) as others from job_run a join job_run b on a.id <> b.id
           and tstzrange(a.started_at, a.finished_at) && tstzrange(b.started_at, b.finished_at) group by a.id) as overlap`,
    );
    expect(busy!.most ?? 0).toBe(0);
  });

  it('that were lost with the queue are given again by the sweep, and the timetable is written again', async () => {
    const asking = await ask();
    for (let n = 0; n < 10; n++) await record(n, 5);
    asking.get(OutboxWakeUp).wake(TOPIC);
    await asking.get(OutboxWakeUp).settled();
    await backend.wipe(stage.database);

    const worker = await stage.start({ work: true, sweepMs: SWEEP_MS }, handler);
    await everyStepOnce(10);

    await backend.wipe(stage.database);
    for (let n = 10; n < 20; n++) await record(n, 5);
    await everyStepOnce(20);
    await eventually('the timetable', () =>
      worker.get(QueueConnection).use('maintenance', (queue) => queue.getJobScheduler('prune-runs')),
    );
  });

  it('are left to the step itself while its row is young', async () => {
    const app = await ask();
    await record(1);
    expect(await app.get(OutboxWakeUp).sweep()).toEqual([]);
    await record(2, 3);
    expect(await app.get(OutboxWakeUp).sweep()).toEqual([TOPIC]);
  });

  it('that fail stop nobody: one job is tried again after growing pauses, whoever asks, until it is done', async () => {
    let isBroken = true;
    const fragile: Work<Nothing> = (payload, run) => {
      if (isBroken) throw new Error('broken');
      return workOff(payload, run);
    };
    const worker = await stage.start({ work: true, sweepMs: SWEEP_MS }, handlerOf(WORK_OFF, fragile));
    await record(1, 5);
    const runsOf = (): Promise<RunRow[]> => worker.get(JobRuns).list({ name: WORK_OFF.name });
    await eventually('three failed tries', async () => {
      worker.get(OutboxWakeUp).wake(TOPIC);
      return (await runsOf()).filter((it) => it.outcome === 'failed').length >= 3;
    });
    const [third, second, first] = await runsOf();
    expect([first, second, third].map((it) => it?.attempt)).toEqual([1, 2, 3]);
    expect(new Set([first, second, third].map((it) => it?.jobId)).size).toBe(1);
    const between = (earlier?: RunRow, later?: RunRow): number => +later!.startedAt - +earlier!.finishedAt!;
    expect(between(first, second)).toBeGreaterThanOrEqual(900);
    expect(between(second, third)).toBeGreaterThanOrEqual(1_900);
    const retries = await eventually('the retry', async () => {
      const found = await worker.get(QueueDesk).listRetries();
      return found.length > 0 && found;
    });
    expect(retries).toMatchObject([{ topic: TOPIC, failedTries: 3, errorCode: 'Error' }]);
    isBroken = false;
    await everyStepOnce(1);
  });

  describe('when the queue is out of reach', () => {
    it('neither fail nor delay whoever recorded the step, and what is asked for by itself fails at once', async () => {
      const gate = await openGate(backend.serverUrl(stage.database));
      const connection = connectQueue(queueBehind(gate, stage.database.settings));
      const dispatcher = new JobDispatcher(connection);
      await gate.shut();

      const app = await ask();
      const wakeUp = new OutboxWakeUp(app.get(JobCatalogue), dispatcher, app.get(OutboxWakeUp)['outbox']);
      expect(wakeUp.wake(TOPIC)).toBeUndefined();
      await wakeUp.settled();
      await expect(dispatcher.enqueue(WORK_OFF, {})).rejects.toMatchObject({ code: 'queue.unavailable' });

      await gate.open();
      await eventually('the queue', () => dispatcher.enqueue(WORK_OFF, {}).catch(() => undefined));
      await gate.shut();
      await expect(dispatcher.enqueue(WORK_OFF, {})).rejects.toMatchObject({ code: 'queue.unavailable' });
      await gate.open();
      await eventually('the queue again', () => dispatcher.enqueue(WORK_OFF, {}).catch(() => undefined));
      await connection.close();
      await gate.shut();
    });

    it('find a worker that takes up its work when it comes back', async () => {
      const gate = await openGate(backend.serverUrl(stage.database));
      const connection = connectQueue(queueBehind(gate, stage.database.settings));
      const done: unknown[] = [];
      const worker = await connection.worker('steps', async (job) => done.push(job.id), {
        runRetryDelay: 200,
        stalledInterval: 1_000,
      });
      const running = worker.run();
      await gate.shut();
      const jobId = await (await ask()).get(JobDispatcher).enqueue(WORK_OFF, {});
      await pause(500);
      expect(done).toEqual([]);
      await gate.open();
      await eventually('the job', () => done.length > 0);
      expect(done).toEqual([jobId]);
      await worker.close();
      await running;
      await connection.close();
      await gate.shut();
    });
  });

  function queueBehind(gate: Gate, settings: Readonly<Settings>) {
    const redisUrl = settings.redisUrl === undefined ? undefined : gate.through(settings.redisUrl);
    const { application } = stage.database;
    const database = { ...application, url: gate.through(application.url) };
    return { database, redisUrl, prefix: settings.queuePrefix };
  }
});
