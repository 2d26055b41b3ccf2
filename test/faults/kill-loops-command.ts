// `npm run faults`: many rounds on a durable database. Started by run.mjs, which builds the product first.
import 'reflect-metadata';
import { FaultStage } from './fault-stage.js';
import { readKillLoopArguments } from './kill-loop-arguments.js';
import { runKillLoops } from './kill-loops.js';

const CLIENTS = 8;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const { rounds, seed } = readKillLoopArguments(process.argv.slice(2));
const redisUrl = process.env['REDIS_URL'];
print(
  `seed ${seed}, ${rounds} rounds, queues on ${redisUrl === undefined ? 'PostgreSQL' : 'Redis'}, ${CLIENTS} clients`,
);
const stage = await FaultStage.build({ durable: true, ...(redisUrl === undefined ? {} : { redisUrl }) });
const outcome = await runKillLoops(stage, { seed, rounds, clients: CLIENTS, report: print }).finally(() =>
  stage.strike(),
);
const { findings, diary, drainedAfterS } = outcome;
const statuses = Object.fromEntries([...diary.statuses].sort(([a], [b]) => a - b));
const { commands, files, events, breaks } = findings;
print(`\nseed ${seed}: ${files} files, ${events} events; answers by status ${JSON.stringify(statuses)}`);
print(
  `acknowledged ${commands.acknowledged}, stored ${commands.stored}, lost ${commands.lost.length}, ` +
    `doubled ${commands.doubled.length}, half-applied ${commands.halved.length}, ` +
    `given up but stored whole ${commands.storedUnseen}; outbox empty after ${drainedAfterS.toFixed(1)} s`,
);
for (const one of breaks) print(`BROKEN ${one}`);
print(breaks.length === 0 ? 'every invariant holds' : `${breaks.length} breaks`);
process.exit(breaks.length === 0 ? 0 : 1);
