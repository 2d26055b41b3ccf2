import type { CaseFile } from '../case-file.js';
import { type Defendant, changeDefendants } from '../defendant.js';
import type { Evolvers } from '../evolve-by.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
type Special = Pick<
  InvestigationPayloads,
  | 'summary-procedure-applied'
  | 'summary-procedure-revoked'
  | 'minor-limits-lifted'
  | 'wanted-issued'
  | 'wanted-withdrawn'
  | 'absentia-decided'
  | 'case-notified'
  | 'case-suspension-reviewed'
>;

/** The 20 days count from the institution, the 5 of the procuracy from its receipt (Điều 460, 461). */
const summary = (file: CaseFile): CaseFile => {
  const from = file.institutedOn;
  const runs = file.stage === 'under-investigation' && from !== undefined;
  const { investigationUntil: _until, ...rest } = file;
  return runs
    ? { ...rest, procedure: 'summary', investigationClock: { limit: 'investigation-summary', from, extensions: 0 } }
    : { ...file, procedure: 'summary' };
};

/** The time is counted on by the ordinary limits: what was used is used (Điều 458: *được tính tiếp*). */
const revoked = (file: CaseFile): CaseFile => {
  const { procedure: _summary, ...rest } = file;
  const { investigationClock: clock } = file;
  const runs = file.stage === 'under-investigation' && clock?.limit === 'investigation-summary';
  return runs ? { ...rest, investigationClock: { limit: 'investigation', from: clock.from, extensions: 0 } } : rest;
};

const named = (
  file: CaseFile,
  { payload, occurredOn }: StepNamed<'wanted-issued' | 'absentia-decided'>,
  change: Partial<Defendant>,
): CaseFile => {
  const scope = { ids: payload.defendantIds, applies: () => true, on: occurredOn };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => change) };
};

const found = (file: CaseFile, { payload, occurredOn }: StepNamed<'wanted-withdrawn'>): CaseFile => ({
  ...file,
  defendants: file.defendants.map((one) => {
    if (!payload.defendantIds.includes(one.id)) return one;
    const { wantedOn: _wanted, ...rest } = one;
    return { ...rest, foundOn: occurredOn, since: occurredOn };
  }),
});

/** How a case goes on by other limits, without an accused, or with a notice given. */
export const SPECIAL_PROCEDURE_EVOLVERS: Evolvers<Special> = {
  'summary-procedure-applied': summary,
  'summary-procedure-revoked': revoked,
  'minor-limits-lifted': (file) => ({ ...file, minorLimitsLifted: true }),
  'wanted-issued': (file, step) => named(file, step, { wantedOn: step.occurredOn }),
  'wanted-withdrawn': found,
  'absentia-decided': (file, step) => named(file, step, { inAbsentia: true }),
  'case-notified': (file) => file,
  'case-suspension-reviewed': (file) => file,
};
