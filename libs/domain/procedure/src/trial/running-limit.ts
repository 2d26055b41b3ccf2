import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { type Run, endByLaw } from '../limit-end.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { PREPARATION_AFTER_RETURN, PREPARATION_LIMIT, type TrialLimit } from './trial.limits.js';

/** @returns the limit that a trial is prepared within by the ordinary procedure, and its run where the file tells it. */
export function runningPreparation(file: CaseFile): { readonly limit: TrialLimit; readonly run?: Run } {
  const { preparation: clock } = file;
  if (!clock) return { limit: PREPARATION_LIMIT };
  const gravity = gravityOfCase(file);
  const { from: startedOn, extensions: granted, until } = clock;
  const told = { ...(until ? { until } : {}), ...(gravity ? { gravity } : {}) };
  const limit = clock.afterReturn ? PREPARATION_AFTER_RETURN : PREPARATION_LIMIT;
  return { limit, run: { startedOn, granted, halved: hasHalvedLimits(file), ...told } };
}

/** @returns the last day of the preparation by law; `undefined` where the file does not tell enough to reckon it. */
export function endOfPreparation(file: CaseFile): Day | undefined {
  const { limit, run } = runningPreparation(file);
  return file.procedure === 'summary' ? undefined : run && endByLaw(limit, run);
}
