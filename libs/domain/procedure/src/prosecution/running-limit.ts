import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { type Run, endByLaw } from '../limit-end.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { type ProsecutionLimit, limitOfHandOver, limitOfProsecution } from './prosecution.limits.js';

interface Running {
  readonly limit: ProsecutionLimit;
  readonly run?: Run;
}

/** @returns the limit that the procuracy decides within, and its run where the file tells since when. */
export function runningProsecution(file: CaseFile): Running {
  const limit = limitOfProsecution(file);
  const { prosecutionClock: clock, since } = file;
  const gravity = gravityOfCase(file);
  const told = { halved: hasHalvedLimits(file), ...(gravity ? { gravity } : {}) };
  if (file.courtReturn) return since ? { limit, run: { startedOn: since, granted: 0, ...told } } : { limit };
  if (!clock) return { limit };
  const { from: startedOn, extensions: granted, until } = clock;
  return { limit, run: { startedOn, granted, ...told, ...(until ? { until } : {}) } };
}

/** @returns the limit that the file of who is indicted goes to the court within, and its run. */
export function runningHandOver(file: CaseFile): Running {
  const limit = limitOfHandOver(file);
  const { handOverUntil: until } = file;
  const startedOn = file.defendants.find(({ status }) => status === 'indicted')?.indictedOn;
  return startedOn ? { limit, run: { startedOn, granted: until ? 1 : 0, ...(until ? { until } : {}) } } : { limit };
}

/** @returns the last day of the prosecution by law, or `undefined` where the file does not tell enough to reckon it. */
export function endOfProsecution(file: CaseFile): Day | undefined {
  const { limit, run } = runningProsecution(file);
  return run && endByLaw(limit, run);
}
