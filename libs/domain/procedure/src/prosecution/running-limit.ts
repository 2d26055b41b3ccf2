import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { type Run, endByLaw } from '../limit-end.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { type ProsecutionLimit, limitOfProsecution } from './prosecution.limits.js';

/** @returns the limit that the procuracy decides within, and its run where the file tells since when. */
export function runningProsecution(file: CaseFile): { readonly limit: ProsecutionLimit; readonly run?: Run } {
  const limit = limitOfProsecution(file);
  const { prosecutionClock: clock, since } = file;
  const gravity = gravityOfCase(file);
  const told = { halved: hasHalvedLimits(file), ...(gravity ? { gravity } : {}) };
  if (file.courtReturn) return since ? { limit, run: { startedOn: since, granted: 0, ...told } } : { limit };
  if (!clock) return { limit };
  const { from: startedOn, extensions: granted, until } = clock;
  return { limit, run: { startedOn, granted, ...told, ...(until ? { until } : {}) } };
}

/** @returns the last day of the prosecution by law, or `undefined` where the file does not tell enough to reckon it. */
export function endOfProsecution(file: CaseFile): Day | undefined {
  const { limit, run } = runningProsecution(file);
  return run && endByLaw(limit, run);
}
