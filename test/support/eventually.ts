import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

/**
 * Asks again and again until the answer is not empty (undefined, false or null), 30 seconds at most.
 * @returns the answer. @throws Error with the last thing that was asked for.
 */
export async function eventually<T>(what: string, ask: () => Promise<T> | T): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(PAUSE_MS);
  }
}
