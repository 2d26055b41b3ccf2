import type { CaseFile } from './case-file.js';
import type { Step } from './step.js';

/** What each step of a table of payloads makes of a case. */
export type Evolvers<Payloads> = {
  readonly [T in keyof Payloads & string]: (file: CaseFile, step: Step<T, Payloads[T]>) => CaseFile;
};

/** @returns the case after a step, by the row of its type. Pure; does not ask whether the step was allowed. */
export function evolveBy<Payloads, S extends Step>(evolvers: Evolvers<Payloads>, file: CaseFile, step: S): CaseFile {
  const rows: Readonly<Record<string, unknown>> = evolvers;
  const evolve = rows[step.type] as (file: CaseFile, step: S) => CaseFile;
  return evolve(file, step);
}
