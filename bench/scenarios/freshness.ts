import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { startChild } from '../support/child-process.js';
import { receiveReport } from '../support/new-report.js';
import { newOfficer } from '../support/officer.js';
import { memoryOf } from '../support/process-memory.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, quantile } from '../support/stopwatch.js';

const PER_SECOND = 50;
const SECONDS = 10;
const TURNS = 3;
const LONGEST_WAIT = 30_000;

/** Steps that were acknowledged and are not in the openings yet: position and moment of the acknowledgement. */
type Waiting = Map<number, number>;

interface Watch {
  readonly delays: number[];
  readonly waiting: Waiting;
  done: boolean;
}

/** Looks as often as it can: a step is visible when the transaction that took its row out of the outbox is committed. */
async function watch(client: pg.PoolClient, state: Watch): Promise<void> {
  while (!state.done || state.waiting.size > 0) {
    const { rows } = await client.query<{ position: string }>({
      name: 'bench-waiting',
      text: `select from_position as position from outbox where topic = 'file-changed'`,
    });
    const now = performance.now();
    const left = new Set(rows.map(({ position }) => Number(position)));
    for (const [position, since] of [...state.waiting]) {
      if (left.has(position) && now - since < LONGEST_WAIT) continue;
      state.delays.push(now - since);
      state.waiting.delete(position);
    }
  }
}

/** Open loop: a step is due every 20 ms, whether the one before is done or not. */
async function write(stage: Stage, state: Watch): Promise<number> {
  const officer = await newOfficer(stage.app, 'investigator', 'CA-31');
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let turn = 0; turn < PER_SECOND * SECONDS; turn += 1) {
    const due = start + (turn * 1000) / PER_SECOND;
    await pause(Math.max(0, due - performance.now()));
    running.push(
      receiveReport(stage.app, officer).then(({ position }) => {
        state.waiting.set(position, performance.now());
      }),
    );
  }
  await Promise.all(running);
  state.done = true;
  return running.length;
}

const oneTurn = async (stage: Stage): Promise<(string | number)[]> => {
  const client = await stage.cluster.owner.connect();
  const state: Watch = { delays: [], waiting: new Map(), done: false };
  const watching = watch(client, state);
  const steps = await write(stage, state);
  await watching;
  client.release();
  const { delays } = state;
  return [String(steps), median(delays), quantile(delays, 0.95), quantile(delays, 0.99), Math.max(...delays)];
};

/** A step recorded, acknowledged, and visible in every figure above it; the worker is a process of its own. */
export const freshness: Benchmark = {
  name: 'freshness',
  run: async (stage) => {
    const { report, root, cluster } = stage;
    report.heading(`Step acknowledged → figures follow (${PER_SECOND} steps a second, ${SECONDS} s, worker apart)`);
    const worker = startChild(root, 'apps/worker/src/main.js', {
      DATABASE_URL: cluster.url,
      VAULT_KEY_FILE: cluster.keyFile,
      AUDIT_KEY_FILE: cluster.auditKeyFile,
    });
    try {
      await pause(6000);
      const rest = memoryOf(worker.pid);
      const rows: (string | number)[][] = [];
      for (let turn = 0; turn < TURNS; turn += 1) rows.push(await oneTurn(stage));
      report.table(['steps', 'p50 ms', 'p95', 'p99', 'most'], rows);
      const worked = memoryOf(worker.pid);
      report.table(
        ['worker, MB resident', 'at rest', 'after folding', 'most'],
        [['', rest.now, worked.now, worked.most]],
      );
    } finally {
      await worker.stop();
    }
  },
};
