import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { receiveReport } from '../support/new-report.js';
import { type BenchOfficer, newOfficer } from '../support/officer.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, quantile } from '../support/stopwatch.js';

const SECONDS = 3;

/** What no recording can do without: the file, the event, the booking and the word to the background, in one transaction. */
const appendBarely = async (owner: pg.Pool, officer: BenchOfficer): Promise<void> => {
  const { id: office, territoryId } = officer.actor.office;
  const client = await owner.connect();
  const run = (name: string, text: string, values: unknown[]): Promise<pg.QueryResult<{ position: string }>> =>
    client.query<{ position: string }>({ name: `bench-${name}`, text, values });
  try {
    const id = randomUUID();
    await client.query('begin');
    await run(
      'subject',
      `insert into subject (id, kind, number, office_id, opened_on, version) values ($1, 'denunciation', $2, $3, current_date, 1)`,
      [id, id, office],
    );
    const { rows } = await run(
      'event',
      `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, payload,
       command_id) values ($1, 1, 'received', current_date, current_date, $2, $3, 'bench', '{}', $4) returning position`,
      [id, officer.actor.accountId, office, randomUUID()],
    );
    const position = rows[0]?.position;
    await run(
      'ledger',
      `insert into ledger (position, subject_id, docket, flow, n, office_id, territory_id, day, recorded_on)
       values ($1, $2, 1, 1, 1, $3, $4, current_date, current_date)`,
      [position, id, office, territoryId],
    );
    await run(
      'outbox',
      `insert into outbox (topic, subject_id, from_position, to_position) values ('file-changed', $1, $2, $2)`,
      [id, position],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};

/** @returns how long each piece of work took, of so many clients that begin anew as soon as they are done. */
async function closedLoop(clients: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

const sideBySide = async (stage: Stage, officer: BenchOfficer, clients: number): Promise<(string | number)[][]> => {
  const [bare, product]: [number[], number[]] = [[], []];
  const ratios: number[] = [];
  for (let round = 0; round < Math.min(stage.options.rounds, 5); round += 1) {
    const limit = await closedLoop(clients, () => appendBarely(stage.cluster.owner, officer));
    const ours = await closedLoop(clients, () => receiveReport(stage.app, officer));
    bare.push(...limit);
    product.push(...ours);
    ratios.push(median(ours) / median(limit));
  }
  const rounds = Math.min(stage.options.rounds, 5);
  const line = (name: string, times: readonly number[], ratio: number): (string | number)[] => {
    return [name, quantile(times, 0.5), quantile(times, 0.99), times.length / (SECONDS * rounds), ratio];
  };
  return [
    line(`bare append, ${clients} client${clients > 1 ? 's' : ''}`, bare, 1),
    line(`RecordStep, ${clients} client${clients > 1 ? 's' : ''}`, product, median(ratios)),
  ];
};

/** A step through the one write path, judged, projected and answered once, against the bare inserts. */
export const writePath: Benchmark = {
  name: 'write',
  run: async (stage) => {
    stage.report.heading('Write path: one step, one transaction');
    const officer = await newOfficer(stage.app, 'investigator', 'CA-31');
    await stage.cluster.owner.query('analyze');
    const rows = [...(await sideBySide(stage, officer, 1)), ...(await sideBySide(stage, officer, 8))];
    stage.report.table(['', 'p50 ms', 'p99', 'a second', '× bare (p50)'], rows);
  },
};
