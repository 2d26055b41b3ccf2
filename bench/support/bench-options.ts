import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  readonly years: number;
  /** Of the national docket's size; 1 is 150,000 denunciations a year. */
  readonly share: number;
  readonly only: ReadonlySet<string>;
  readonly rounds: number;
  /** A folder that keeps the loaded server for the next time. */
  readonly folder?: string;
}

/** @throws Error for unknown options and numbers out of range. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      years: { type: 'string', default: '1' },
      share: { type: 'string', default: '1' },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '7' },
      folder: { type: 'string' },
    },
  });
  const only = new Set(values.only.flatMap((names) => names.split(',')));
  const numbers = { years: Number(values.years), share: Number(values.share), rounds: Number(values.rounds) };
  if (!Number.isInteger(numbers.years) || numbers.years < 1 || numbers.years > 10) throw new Error('--years 1 to 10');
  if (!(numbers.share > 0 && numbers.share <= 1)) throw new Error('--share above 0, at most 1');
  if (!Number.isInteger(numbers.rounds) || numbers.rounds < 1) throw new Error('--rounds 1 or more');
  return { ...numbers, only, ...(values.folder ? { folder: values.folder } : {}) };
}
