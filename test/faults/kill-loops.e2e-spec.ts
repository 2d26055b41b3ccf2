import { checkInvariants } from './check-invariants.js';
import { FaultStage } from './fault-stage.js';
import { planRounds } from './kill-plan.js';
import { type KillLoopOutcome, runKillLoops } from './kill-loops.js';

const SEED = 20_260_701;
const ROUNDS = 6;
/** A database of this number belongs to no other suite of the run: it is wiped. */
const REDIS_DATABASE = 9;
const url = process.env['TEST_REDIS_URL'];
const redisUrl = url === undefined ? undefined : new URL(`/${REDIS_DATABASE}`, url).href;

/** As nobody but the owner of the tables can: a wrong opening, a lost booking, a step twice, a step lost. */
const DAMAGES = [
  'update opening set counts[1] = coalesce(counts[1], 0) + 1 where node_id = (select min(node_id) from opening)',
  'delete from ledger where id = (select min(id) from ledger)',
  `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, rule_set, payload,
     command_id)
   select subject_id, 1 + (select max(sequence) from event o where o.subject_id = e.subject_id), type, occurred_on,
     recorded_on, recorded_by, office_id, rule_set, payload, command_id
   from event e where position = (select max(position) from event where type = 'received')`,
  `delete from event where position = (select min(position) from event where type = 'classified')`,
];

jest.setTimeout(300_000);

describe(`processes killed under load (queues on ${redisUrl === undefined ? 'PostgreSQL' : 'Redis'})`, () => {
  let stage: FaultStage;
  let outcome: KillLoopOutcome;

  beforeAll(async () => {
    stage = await FaultStage.build({ durable: false, ...(redisUrl === undefined ? {} : { redisUrl }) });
    const report = (line: string): void => void process.stdout.write(`${line}\n`);
    outcome = await runKillLoops(stage, { seed: SEED, rounds: ROUNDS, clients: 4, report });
  });

  afterAll(async () => {
    await stage?.strike();
  });

  it('plans the same kills for the same seed, and each kind before one comes again', () => {
    const plan = planRounds(SEED, 50);
    expect(planRounds(SEED, 50)).toEqual(plan);
    expect(planRounds(SEED + 1, 50)).not.toEqual(plan);
    expect(new Set(plan.slice(0, 8).map(({ name }) => name)).size).toBe(8);
  });

  it('loses no acknowledged step, doubles none, and ends with the figures of a full recompute', () => {
    const { findings, rounds } = outcome;
    expect(findings.breaks).toEqual([]);
    expect(rounds).toHaveLength(ROUNDS + 1);
    expect(findings.commands.acknowledged).toBeGreaterThan(50);
    expect(findings.commands.stored).toBe(findings.commands.acknowledged);
  });

  it('is checked by somebody who sees a wrong opening, a lost booking, a lost step and a doubled one', async () => {
    for (const damage of DAMAGES) await stage.cluster.asOwner(damage);
    const found = (await checkInvariants(stage, outcome.diary)).breaks.join('\n');
    expect(found).toMatch(/^opening differs from the ledger/m);
    expect(found).toMatch(/^compliance before a full recompute differs from after it/m);
    expect(found).toMatch(/^projection differs from its log/m);
    expect(found).toMatch(/^I1 lost/m);
    expect(found).toMatch(/^I1 doubled/m);
    expect(found).toMatch(/^I2 state that is not of the last event/m);
    expect(found).toMatch(/^I3 sequence with a gap/m);
    expect(found).toMatch(/^I3 unlawful history/m);
  });
});
