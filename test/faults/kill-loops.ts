import { setTimeout as pause } from 'node:timers/promises';
import { Outbox } from '#libs/platform/queue';
import { tallyCommands } from './check-commands.js';
import { checkInvariants, type Findings } from './check-invariants.js';
import { CommandDiary } from './command-diary.js';
import { type FaultStage } from './fault-stage.js';
import { planRounds, type PlannedRound } from './kill-plan.js';
import { LoadClient } from './load-client.js';
import { SeededChance } from './seeded-chance.js';
import { walkFile } from './walk-files.js';

const PATIENCE_WITH_OUTBOX_MS = 120_000;

export interface KillLoopOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly clients: number;
  /** Told about each round as it ends. */
  readonly report: (line: string) => void;
}

/** What came of one round. */
export interface RoundOutcome {
  readonly name: string;
  readonly acknowledged: number;
  readonly stored: number;
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from the kill until the API was ready again. */
  readonly readyAfterMs: number;
}

export interface KillLoopOutcome {
  readonly rounds: readonly RoundOutcome[];
  readonly diary: CommandDiary;
  readonly findings: Findings;
  /** Seconds from the end of the load until the outbox was empty. */
  readonly drainedAfterS: number;
}

/** Clients that walk files until they are told to stop. */
export class Load {
  private readonly clients: LoadClient[];
  private readonly walking: Promise<void>[];

  constructor(stage: FaultStage, diary: CommandDiary, { seed, clients }: { seed: number; clients: number }) {
    this.clients = Array.from(
      { length: clients },
      (_, index) => new LoadClient(stage.baseUrl, diary, new SeededChance(seed + 1 + index)),
    );
    this.walking = this.clients.map(async (client, index) => {
      for (let file = 1; !client.isStopping; file += 1) {
        await walkFile({ client, chains: stage.chains, today: stage.today, number: `${seed}-${index}-${file}` });
      }
    });
  }

  /** Ends after the commands under way. */
  async stop(): Promise<void> {
    for (const client of this.clients) client.isStopping = true;
    await Promise.all(this.walking);
  }
}

/** Kills processes under load, round after round, and then looks at what is left. */
export async function runKillLoops(stage: FaultStage, options: KillLoopOptions): Promise<KillLoopOutcome> {
  const diary = new CommandDiary();
  const rounds = await runRounds(stage, diary, options);
  const drainedAfterS = await drainOutbox(stage);
  const findings = await checkInvariants(stage, diary);
  return { rounds, diary, findings, drainedAfterS };
}

async function runRounds(stage: FaultStage, diary: CommandDiary, options: KillLoopOptions): Promise<RoundOutcome[]> {
  const load = new Load(stage, diary, options);
  const outcomes: RoundOutcome[] = [];
  try {
    for (const round of planRounds(options.seed, options.rounds)) {
      await pause(round.afterMs);
      const readyAfterMs = await strikeOnce(stage, round);
      outcomes.push(await outcomeOf(stage, diary, round.name, readyAfterMs));
      options.report(lineOf(outcomes.length, outcomes.at(-1)!));
      diary.round += 1;
    }
  } finally {
    await load.stop();
  }
  outcomes.push(await outcomeOf(stage, diary, 'after the last kill', 0));
  options.report(lineOf(outcomes.length, outcomes.at(-1)!));
  return outcomes;
}

/** Breaks what the round breaks, all at once, and starts again what was killed. @returns ms until the API was ready. */
async function strikeOnce(stage: FaultStage, round: PlannedRound): Promise<number> {
  const victims = round.victims.map((victim) => stage[victim]);
  const start = performance.now();
  await Promise.all([
    ...victims.map((victim) => victim.kill()),
    ...(round.wipesQueue ? [stage.wipeQueue()] : []),
    ...(round.cutsConnections ? [stage.cluster.cutConnections()] : []),
  ]);
  for (const victim of victims) victim.start();
  await stage.api.ready();
  const readyAfterMs = performance.now() - start;
  await stage.worker.ready();
  return readyAfterMs;
}

async function outcomeOf(
  stage: FaultStage,
  diary: CommandDiary,
  name: string,
  readyAfterMs: number,
): Promise<RoundOutcome> {
  const { round } = diary;
  const ofRound = diary.acknowledged.filter((command) => command.round === round);
  const tally = await tallyCommands(stage.cluster, ofRound);
  const { acknowledged, stored, lost, doubled } = tally;
  return { name, acknowledged, stored, lost: lost.length, doubled: doubled.length, readyAfterMs };
}

function lineOf(number: number, outcome: RoundOutcome): string {
  const { name, acknowledged, stored, lost, doubled, readyAfterMs } = outcome;
  const counts = `acked ${acknowledged}, stored ${stored}, lost ${lost}, doubled ${doubled}`;
  return `round ${String(number).padStart(3)}  ${counts.padEnd(52)}  ready after ${readyAfterMs.toFixed(0).padStart(5)} ms  ${name}`;
}

/** The worker empties the outbox by itself. @returns seconds it took, at most 120: what is left then is a finding. */
export async function drainOutbox(stage: FaultStage): Promise<number> {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  while (elapsed() < PATIENCE_WITH_OUTBOX_MS && (await stage.app.get(Outbox).listWaiting()).length > 0) {
    await pause(100);
  }
  return elapsed() / 1_000;
}
