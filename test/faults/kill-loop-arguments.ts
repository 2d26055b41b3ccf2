import { parseArgs } from 'node:util';

const DEFAULT_ROUNDS = '50';

/** @returns what the command line asks for; without --seed another seed each time. @throws TypeError, RangeError. */
export function readKillLoopArguments(words: readonly string[]): { readonly rounds: number; readonly seed: number } {
  const { values } = parseArgs({
    args: [...words],
    options: { rounds: { type: 'string', default: DEFAULT_ROUNDS }, seed: { type: 'string' } },
  });
  return {
    rounds: wholeNumber('rounds', values.rounds),
    seed: wholeNumber('seed', values.seed ?? String(Math.floor(Math.random() * 2 ** 31))),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`--${name} is a whole number from 1, not ${text}`);
  return number;
}
