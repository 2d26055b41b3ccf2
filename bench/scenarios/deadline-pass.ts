import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#libs/feature/access';
import { ListDeadlines, MakeLimitNotices, RefreshDeadlines } from '#libs/feature/deadlines';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { receiveReport } from '../support/new-report.js';
import { newOfficer } from '../support/officer.js';
import { memoryOf } from '../support/process-memory.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, quantile, timed } from '../support/stopwatch.js';

const BATCH = 500;
const EVERY_SAMPLE = 200;
const WRITE_EVERY = 100;

/**
 * The limit: the same files in batches of the same size, their events read in the same order, nothing reckoned and nothing
 * written. Whoever reckons from a log reads it at least.
 */
async function readBarely({ cluster }: Stage, ids: readonly string[]): Promise<number> {
  const client = await cluster.owner.connect();
  try {
    let events = 0;
    for (let from = 0; from < ids.length; from += BATCH) {
      const { rows } = await client.query(
        `select subject_id, sequence, type, occurred_on::text, recorded_on::text, office_id, payload, replaces from event
         where subject_id = any($1::uuid[]) order by subject_id, sequence`,
        [ids.slice(from, from + BATCH)],
      );
      events += rows.length;
    }
    return events;
  } finally {
    client.release();
  }
}

/** The files that wait in the outbox, in the order in which they will be taken. */
const waitingIds = async ({ cluster }: Stage): Promise<string[]> => {
  const { rows } = await cluster.owner.query<{ id: string }>(
    `select subject_id as id from outbox where topic = 'limits-changed' group by 1 order by min(outbox.id)`,
  );
  return rows.map(({ id }) => id);
};

/** What the memory of this process came to while something ran, in MB. */
async function watched<T>(work: Promise<T>): Promise<{ readonly result: T; readonly most: number }> {
  let [most, done] = [memoryOf(process.pid).now, false];
  const end = work.finally(() => (done = true));
  while (!done) {
    await pause(EVERY_SAMPLE);
    most = Math.max(most, memoryOf(process.pid).now);
  }
  return { result: await end, most };
}

/** Steps of an office while something runs: whether the pass lets people work. @returns ms of each. */
async function writeMeanwhile(stage: Stage, work: Promise<unknown>): Promise<number[]> {
  const officer = await newOfficer(stage.app, 'investigator', 'CA-31');
  let done = false;
  const end = work.finally(() => (done = true));
  const times: number[] = [];
  while (!done) {
    times.push((await timed(() => receiveReport(stage.app, officer))).ms);
    await pause(WRITE_EVERY);
  }
  await end;
  return times;
}

type Line = (string | number)[];

/** One pass over the files that wait. @returns a line for the limit and one for the product. */
async function pass(stage: Stage, name: string): Promise<readonly Line[]> {
  const ids = await waitingIds(stage);
  const limit = await timed(() => readBarely(stage, ids));
  const before = memoryOf(process.pid).now;
  const { result, most } = await watched(timed(() => stage.app.get(RefreshDeadlines).refresh(BATCH)));
  const rate = (ms: number): string => String(Math.round((ids.length * 1000) / ms));
  return [
    [`events read, ${name}`, String(ids.length), String(limit.result), limit.ms / 1000, rate(limit.ms), 1, '', ''],
    [
      `product, ${name}`,
      String(result.result.files),
      `${result.result.limits} limits`,
      result.ms / 1000,
      rate(result.ms),
      result.ms / limit.ms,
      before,
      most,
    ],
  ];
}

const askForRunning = ({ cluster }: Stage): Promise<unknown> =>
  cluster.owner.query(
    `insert into outbox (topic, subject_id) select distinct 'limits-changed', subject_id from running_limit`,
  );

async function passes(stage: Stage): Promise<void> {
  const { report, app, cluster } = stage;
  report.heading('Nightly pass: the limits that run');
  await cluster.owner.query('analyze outbox');
  const lines: Line[] = [];
  if ((await waitingIds(stage)).length > 0) lines.push(...(await pass(stage, 'every file, once after loading')));
  await cluster.owner.query('vacuum analyze running_limit, outbox');
  await askForRunning(stage);
  lines.push(...(await pass(stage, 'files with limits that run')));
  report.table(['', 'files', 'events, limits', 's', 'files a second', '×', 'MB before', 'MB most'], lines);
  const notices: Line[] = [];
  for (const name of ['the first night', 'the same night again']) {
    const { result, ms } = await timed(() => app.get(MakeLimitNotices).run());
    notices.push([name, String(result.looked), String(result.made), ms / 1000]);
  }
  report.table(['notices', 'limits looked at', 'made', 's'], notices);
  await cluster.owner.query('vacuum analyze running_limit, limit_notice, outbox');
}

/** The pass again, while an office records a step every tenth of a second. */
async function starving(stage: Stage): Promise<void> {
  const { app, report } = stage;
  const alone = await writeMeanwhile(stage, pause(5_000));
  await askForRunning(stage);
  const beside = await writeMeanwhile(stage, app.get(RefreshDeadlines).refresh(BATCH));
  const line = (name: string, times: readonly number[]): Line => {
    return [name, String(times.length), median(times), quantile(times, 0.99), Math.max(...times)];
  };
  report.table(
    ['RecordStep', 'steps', 'p50 ms', 'p99', 'most'],
    [line('nothing else', alone), line('during the pass', beside)],
  );
}

/** Whose queue: the busiest assignee and office, the province of that office, the nation. */
async function readersOf(stage: Stage): Promise<readonly (readonly [string, Actor, { assigneeId?: string }])[]> {
  const { app, cluster } = stage;
  const directory = app.get(JurisdictionDirectory);
  const { rows } = await cluster.owner.query<{ id: number; assignee: string | null }>(
    `select office_id as id, (select assignee_id from running_limit a where a.office_id = r.office_id
       and assignee_id is not null group by 1 order by count(*) desc limit 1) as assignee
     from running_limit r group by 1 order by count(*) desc`,
  );
  const busiest = rows.find(({ id }) => directory.office(id).agency === 'police-investigation') ?? rows[0];
  if (!busiest) return [];
  const officer = (await newOfficer(app, 'investigator', directory.office(busiest.id).code)).actor;
  const province = (await newOfficer(app, 'leader', 'BCD-31')).actor;
  const nation = (await newOfficer(app, 'leader', 'BCD-CP')).actor;
  const person = busiest.assignee ? { assigneeId: busiest.assignee } : {};
  return [
    ['one person', officer, person],
    ['an office', officer, {}],
    ['a province', province, {}],
    ['the nation', nation, {}],
  ];
}

async function reading(stage: Stage): Promise<void> {
  const { app, report, options } = stage;
  report.heading('The queue of what is due: first page of 50, and the counts of all lists');
  const queue = app.get(ListDeadlines);
  const lines: Line[] = [];
  for (const [name, actor, scope] of await readersOf(stage)) {
    const [lists, overdue, counts]: [number[], number[], number[]] = [[], [], []];
    let held = 0;
    for (let round = 0; round <= options.rounds * 3; round += 1) {
      const all = await timed(() => queue.list(actor, { ...scope, limit: 50 }));
      const late = await timed(() => queue.list(actor, { ...scope, urgency: 'overdue', limit: 50 }));
      const counted = await timed(() => queue.counts(actor, scope));
      held = all.result.total;
      if (round === 0) continue;
      lists.push(all.ms);
      overdue.push(late.ms);
      counts.push(counted.ms);
    }
    const figures = [lists, overdue, counts].flatMap((times) => [median(times), quantile(times, 0.95)]);
    lines.push([name, String(actor.visibleOfficeIds.size), String(held), ...figures]);
  }
  const heads = ['', 'offices', 'limits', 'list p50 ms', 'p95', 'overdue p50', 'p95', 'counts p50', 'p95'];
  report.table(heads, lines);
}

/** The limits of the whole docket reckoned anew, the notices of a night, and the queue read by those who look at it. */
export const deadlinePass: Benchmark = {
  name: 'deadlines',
  run: async (stage) => {
    await passes(stage);
    await reading(stage);
    await starving(stage);
  },
};
