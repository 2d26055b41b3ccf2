import { SeededChance } from './seeded-chance.js';

export type Victim = 'api' | 'worker';

/** What happens to one round: who is killed, and what else breaks at the same moment. */
export interface PlannedRound {
  readonly name: string;
  /** Processes that get kill -9. */
  readonly victims: readonly Victim[];
  /** Everything that lies in the queues vanishes. */
  readonly wipesQueue: boolean;
  /** The database ends all connections of the application. */
  readonly cutsConnections: boolean;
  /** Milliseconds of load before it happens. */
  readonly afterMs: number;
}

type Fault = Omit<PlannedRound, 'afterMs'>;

const fault = (victims: readonly Victim[], also: 'wipe' | 'cut' | 'both' | 'nothing' = 'nothing'): Fault => {
  const wipesQueue = also === 'wipe' || also === 'both';
  const cutsConnections = also === 'cut' || also === 'both';
  const words = [...victims, ...(wipesQueue ? ['queue wiped'] : []), ...(cutsConnections ? ['backends ended'] : [])];
  return { name: words.join(' + '), victims, wipesQueue, cutsConnections };
};

/** Every kind comes up once before one comes up again. */
const FAULTS: readonly Fault[] = [
  fault(['api']),
  fault(['worker']),
  fault(['api', 'worker']),
  fault(['api'], 'wipe'),
  fault(['worker'], 'wipe'),
  fault([], 'cut'),
  fault(['api', 'worker'], 'both'),
  fault(['worker'], 'cut'),
];

const SHORTEST_MS = 20;
const LONGEST_MS = 2_000;

/** @returns what happens in each round; the same for the same seed. */
export function planRounds(seed: number, rounds: number): PlannedRound[] {
  const chance = new SeededChance(seed);
  const plan: PlannedRound[] = [];
  while (plan.length < rounds) {
    for (const one of chance.shuffled(FAULTS)) plan.push({ ...one, afterMs: chance.between(SHORTEST_MS, LONGEST_MS) });
  }
  return plan.slice(0, rounds);
}
