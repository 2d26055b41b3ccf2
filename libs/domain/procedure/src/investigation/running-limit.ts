import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { type Run, endByLaw } from '../limit-end.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { type InvestigationLimit, LIMIT_OF_INVESTIGATION } from './investigation.limits.js';

/** The limit by which an investigation runs, and its run where the file tells since when. */
export interface RunningInvestigation {
  readonly limit: InvestigationLimit;
  readonly run?: Run;
}

/** @returns the limit that the investigation runs by now. */
export function runningInvestigation(file: CaseFile): RunningInvestigation {
  const { investigationClock: clock, investigationUntil: until } = file;
  const limit = LIMIT_OF_INVESTIGATION[clock?.limit ?? 'investigation'];
  if (!clock) return { limit };
  const gravity = gravityOfCase(file);
  const run = { startedOn: clock.from, granted: clock.extensions, halved: hasHalvedLimits(file) };
  return { limit, run: { ...run, ...(until ? { until } : {}), ...(gravity ? { gravity } : {}) } };
}

/** @returns the last day of the investigation by law, or `undefined` where the file does not tell enough to reckon it. */
export function endOfInvestigation(file: CaseFile): Day | undefined {
  const { limit, run } = runningInvestigation(file);
  return run && endByLaw(limit, run);
}
