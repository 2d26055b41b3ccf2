/** @returns what `work` returned and how many milliseconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

/** @returns the value below which the share (0-1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One way to get an answer. `run` returns what must be equal among all contestants, usually a hash. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<string | undefined>;
}

export interface Standing {
  readonly name: string;
  readonly medianMs: number;
  readonly timesMs: readonly number[];
  /** Against the first contestant. */
  readonly ratio: number;
}

/**
 * Runs contestants in turn, round by round, so that a disturbance of the machine hits all of them.
 * @throws Error when two answers of the same round differ: a wrong answer has no speed.
 */
export async function compete(contestants: readonly Contestant[], rounds: number): Promise<Standing[]> {
  for (const one of contestants) await one.run();
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const answers = new Map<string, string>();
    for (const { name, run } of contestants) {
      const { result, ms } = await timed(run);
      times.get(name)?.push(ms);
      if (result !== undefined) answers.set(name, result);
    }
    if (new Set(answers.values()).size > 1) throw new Error(`answers differ: ${JSON.stringify([...answers])}`);
  }
  const limit = median(times.get(contestants[0]?.name ?? '') ?? []);
  return contestants.map(({ name }) => {
    const timesMs = times.get(name) ?? [];
    return { name, timesMs, medianMs: median(timesMs), ratio: median(timesMs) / limit };
  });
}
