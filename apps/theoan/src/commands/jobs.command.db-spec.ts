import { type INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { DomainError } from '#libs/domain/kernel';
import { defineJob, JobDispatcher, JobRuns, QueueDesk, type RunRow } from '#libs/platform/queue';
import { eventually } from '../../../../test/support/eventually.js';
import { handlerOf, JobStage } from '../../../../test/support/job-application.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import { type CommandContext } from '../command-context.js';
import { registerJobs } from './jobs.command.js';

interface Count {
  readonly n: number;
  readonly plan?: string;
}

const COUNT = defineJob<Count>({
  queue: 'figures',
  name: 'count',
  payload: { n: 'integer', plan: 'code?' },
  attempts: 1,
});

/** Its second try would come long after the test. */
const WORK_OFF = defineJob<object>({
  queue: 'maintenance',
  name: 'work-off',
  payload: {},
  topic: 'steps',
  backoffSeconds: 50,
});

describeOnBothBackends('theoan jobs', (backend) => {
  const stage = new JobStage(backend);
  let app: INestApplicationContext;
  let isBroken = false;
  const told: Count[] = [];

  beforeAll(() => stage.build());
  beforeEach(async () => {
    isBroken = false;
    const count = handlerOf(COUNT, (payload) => {
      told.push(payload);
      if (isBroken) throw new DomainError('register.locked', 'conflict');
      return { counted: payload.n, written: 2 };
    });
    const workOff = handlerOf(WORK_OFF, () => {
      if (isBroken) throw new DomainError('register.locked', 'conflict');
      return { counted: 1, written: 1 };
    });
    app = await stage.start({ work: true }, count, workOff);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  async function run(language: CommandContext['language'], ...words: string[]): Promise<string> {
    const printed: string[] = [];
    const context: CommandContext = {
      language,
      withApplication: (work) => work(app),
      print: (text) => void printed.push(text),
      fail: (text) => void printed.push(`FAILED ${text}`),
    };
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerJobs(program, context);
    for (const command of program.commands[0]!.commands)
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    await program.parseAsync(['jobs', ...words], { from: 'user' });
    return printed.join('\n');
  }

  const endedRun = (): Promise<RunRow> =>
    eventually('the run', async () => (await app.get(JobRuns).list({ name: 'count' })).find((it) => it.finishedAt));
  const failedJobs = async (): Promise<number> =>
    (await app.get(QueueDesk).listCounts()).reduce((sum, { failed }) => sum + failed, 0);

  it('shows queues, outbox and the last run of each job', async () => {
    await stage.database.ownerQuery(
      `insert into outbox (topic, created_at) values ('file-changed', clock_timestamp() - interval '90 seconds')`,
    );
    await app.get(JobDispatcher).enqueue(COUNT, { n: 7 });
    await endedRun();
    const lines = (await run('vi')).split('\n');
    expect(lines[0]).toBe(`tiến trình làm việc đang sống: 1; hàng đợi ở ${backend.kind}`);
    expect(lines[2]).toMatch(/^Hàng đợi +Chờ +Đang làm +Hẹn giờ +Hỏng$/);
    expect(lines[4]).toMatch(/^figures +0 +0 +0 +0$/);
    expect(lines[5]).toMatch(/^maintenance +0 +0 +1 +0$/);
    expect(lines.slice(7, 10).join('\n')).toMatch(
      /^Hộp thư đi +Dòng +Cũ nhất \(giây\) +Lần hỏng +Lần tới +Lỗi\n.*\nfile-changed +1 +9\d +0$/,
    );
    expect(lines.at(-1)).toMatch(/^ *\d+ +count +\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d +1 +xong +7 +2 +\d+$/);
  });

  it('says so when nothing waits and nothing ran', async () => {
    const lines = (await run('en', 'list')).split('\n');
    expect(lines.slice(-3)).toEqual(['outbox: empty', '', 'no runs yet']);
  });

  it('shows why a topic waits, and tries it at once when the operator says so', async () => {
    isBroken = true;
    await stage.database.ownerQuery(`insert into outbox (topic) values ('steps')`);
    const id = await app.get(JobDispatcher).enqueue(WORK_OFF, {});
    await eventually('the first failure', async () => (await app.get(QueueDesk).listRetries())[0]);
    const lines = (await run('en')).split('\n');
    expect(lines.find((line) => line.startsWith('steps'))).toMatch(
      /^steps +1 +\d+ +1 +\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d +register\.locked$/,
    );

    isBroken = false;
    expect(await run('en', 'run', 'work-off')).toBe(`asked for work-off, id ${id}`);
    await eventually('the second run', async () => (await app.get(JobRuns).list()).find((it) => it.outcome === 'done'));
    expect(await app.get(QueueDesk).listRetries()).toEqual([]);
  });

  it('answers in JSON', async () => {
    const view = JSON.parse(await run('en', 'list', '--format', 'json')) as { queues: { queue: string }[] };
    expect(view).toMatchObject({ kind: backend.kind, workersAlive: 1, outbox: [], lastRuns: [] });
    expect(view.queues.map(({ queue }) => queue)).toEqual(['figures', 'maintenance']);
  });

  it('asks for a job with the payload as typed', async () => {
    expect(await run('en', 'run', 'count', 'n=5', 'plan=national-2023')).toMatch(/^asked for count, id .+$/);
    await endedRun();
    expect(told.at(-1)).toEqual({ n: 5, plan: 'national-2023' });
    expect(await run('en', 'run', 'count', '=5')).toBe('FAILED =5: write the payload as field=value');
    await expect(run('en', 'run', 'nothing')).rejects.toMatchObject({ code: 'job.unknown' });
    await expect(run('en', 'run', 'count', 'n=five')).rejects.toMatchObject({ code: 'job.payload-malformed' });
  });

  it('shows the runs, does a failed job again and forgets what is over', async () => {
    isBroken = true;
    const jobId = await app.get(JobDispatcher).enqueue(COUNT, { n: 3 });
    await eventually('the failed job', async () => (await failedJobs()) === 1);
    expect(await run('en', 'runs', '--name', 'count')).toMatch(/ count .* failed .* register\.locked$/);
    expect(await run('en', 'runs', '--name', 'other')).toBe('no runs yet');

    isBroken = false;
    expect(await run('vi', 'retry', 'figures', jobId)).toContain('sẽ làm lại');
    await eventually('the second run', async () => (await app.get(JobRuns).list()).find((it) => it.outcome === 'done'));
    expect(await failedJobs()).toBe(0);
    const [newest] = JSON.parse(await run('en', 'runs', '--limit', '1', '--format', 'json')) as RunRow[];
    expect(newest).toMatchObject({ jobId, attempt: 2, outcome: 'done' });
    const [older] = JSON.parse(await run('en', 'runs', '--before', String(newest!.id), '--format', 'json')) as RunRow[];
    expect(older).toMatchObject({ jobId, attempt: 1, outcome: 'failed', errorCode: 'register.locked' });

    expect(await run('en', 'clean', '--older-than', '1')).toBe('forgot 0 jobs and 0 runs');
    await stage.database.ownerQuery(`update job_run set finished_at = finished_at - interval '2 days'`);
    expect(await run('en', 'clean', '--older-than', '1')).toBe('forgot 0 jobs and 1 runs');
    expect(await run('en', 'clean', '--older-than', '0')).toBe('forgot 1 jobs and 0 runs');
    await expect(run('en', 'clean', '--older-than', 'a week')).rejects.toThrow('zero or more');
  });
});
