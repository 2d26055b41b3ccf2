import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { type Run, endByLaw } from '../limit-end.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { PREPARATION_AFTER_RETURN, PREPARATION_LIMIT, PREPARATION_SUMMARY, type TrialLimit } from './trial.limits.js';

const limitOf = ({ preparation, procedure }: CaseFile): TrialLimit => {
  if (preparation?.afterReturn) return PREPARATION_AFTER_RETURN;
  return procedure === 'summary' ? PREPARATION_SUMMARY : PREPARATION_LIMIT;
};

/** @returns the limit that a trial is prepared within, and its run where the file tells it. */
export function runningPreparation(file: CaseFile): { readonly limit: TrialLimit; readonly run?: Run } {
  const { preparation: clock } = file;
  const limit = limitOf(file);
  if (!clock) return { limit };
  const gravity = gravityOfCase(file);
  const { from: startedOn, extensions: granted, until } = clock;
  const told = { ...(until ? { until } : {}), ...(gravity ? { gravity } : {}) };
  return { limit, run: { startedOn, granted, halved: hasHalvedLimits(file), ...told } };
}

/** @returns the last day of the preparation by law; `undefined` where the file does not tell enough to reckon it. */
export function endOfPreparation(file: CaseFile): Day | undefined {
  const { limit, run } = runningPreparation(file);
  return run && endByLaw(limit, run);
}
