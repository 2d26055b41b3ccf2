import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type INestApplicationContext } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { eventually } from '../../../../test/support/eventually.js';
import { EFFECT, type Halt, WRITE_ONCE, writeOnce } from '../../../../test/support/fragile-worker.js';
import { handlerOf, JobStage } from '../../../../test/support/job-application.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import { JobDispatcher, JobRuns, type RunRow, WorkerPresence } from './index.js';

const PROGRAM = ['--conditions=app-source', '--import', './test/support/typescript-process.mjs'];

/** A worker in a process of its own, and what it has told so far. */
interface Worker {
  readonly process: ChildProcess;
  readonly told: string[];
}

describeOnBothBackends('a worker', (backend) => {
  const stage = new JobStage(backend);
  const workers: Worker[] = [];
  beforeAll(() => stage.build(EFFECT));
  afterEach(async () => {
    for (const { process: child } of workers.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await stage.clear('effect');
  });
  afterAll(() => stage.strike());

  async function startProcess(halt: Halt): Promise<Worker> {
    const child = spawn(process.execPath, [...PROGRAM, './test/support/fragile-worker-process.ts'], {
      env: { ...process.env, ...environmentOf(stage.database.settings), HALT: halt },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => told.push(line));
    const worker = { process: child, told };
    workers.push(worker);
    await eventually('the worker process', () => told.includes('ready'));
    return worker;
  }

  const startHere = (): Promise<INestApplicationContext> =>
    stage.start(
      { work: true },
      handlerOf(
        WRITE_ONCE,
        writeOnce(stage.database.unitOfWork, 'nowhere', async () => undefined),
      ),
    );

  const runs = (): Promise<RunRow[]> =>
    new JobRuns(stage.database.database, stage.database.unitOfWork).list({ name: WRITE_ONCE.name });
  const doneRun = (): Promise<RunRow> =>
    eventually('the done run', async () => (await runs()).find(({ outcome }) => outcome === 'done'));
  const effects = (): Promise<unknown[]> => stage.database.ownerQuery('select n, times from effect');

  it.each<Halt>(['before', 'inside', 'after'])(
    'that is killed %s its transaction loses its job to another one',
    async (halt) => {
      const doomed = await startProcess(halt);
      const asking = await stage.start({ work: false });
      const jobId = await asking.get(JobDispatcher).enqueue(WRITE_ONCE, { n: 1 });
      await eventually('the doomed worker', () => doomed.told.includes('halted'));
      doomed.process.kill('SIGKILL');
      await once(doomed.process, 'exit');

      await startHere();
      const done = await doneRun();
      expect(done).toMatchObject({ jobId, attempt: 2, written: halt === 'after' ? 0 : 1 });
      expect((await runs())[1]).toMatchObject({ attempt: 1, outcome: 'failed', errorCode: 'run.superseded' });
      expect(await effects()).toEqual([{ n: 1, times: 1 }]);
    },
  );

  it('that wakes up from a long sleep may not write what another one has done since', async () => {
    const sleepy = await startProcess('before');
    const asking = await stage.start({ work: false });
    await asking.get(JobDispatcher).enqueue(WRITE_ONCE, { n: 1 });
    await eventually('the sleepy worker', () => sleepy.told.includes('halted'));
    sleepy.process.kill('SIGSTOP');
    await startHere();
    await doneRun();
    sleepy.process.kill('SIGCONT');
    await eventually('the refusal', () => sleepy.told.includes('run.superseded'));
    expect(sleepy.told).not.toContain('done');
    expect(await effects()).toEqual([{ n: 1, times: 1 }]);
  });

  it('that died leaves a run behind that is closed when its sign of life has run out', async () => {
    const app = await stage.start({ work: false });
    const presence = app.get(WorkerPresence);
    await presence.beat();
    const { queue, name } = WRITE_ONCE;
    await app.get(JobRuns).begin({ queue, name, jobId: 'lost', attempt: 1, workerId: presence.workerId });
    expect([await presence.closeLostRuns(), await presence.countAlive()]).toEqual([0, 1]);
    await stage.database.ownerQuery(`update job_worker set beat_at = beat_at - interval '1 minute'`);
    expect([await presence.closeLostRuns(), await presence.countAlive()]).toEqual([1, 0]);
    expect(await runs()).toMatchObject([{ outcome: 'failed', errorCode: 'worker.lost' }]);
  });
});

/** The environment out of which the same settings are read. */
function environmentOf(settings: Readonly<Settings>): NodeJS.ProcessEnv {
  const { databaseUrl, databaseMigrationUrl, redisUrl, queuePrefix } = settings;
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATION_URL: databaseMigrationUrl,
    REDIS_URL: redisUrl,
    QUEUE_PREFIX: queuePrefix,
  };
}
