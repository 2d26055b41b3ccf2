import { type CaseFile, gravityOfCase } from '../case-file.js';
import { CASE_NOTICES } from '../case-notices.js';
import { BLTTHS, LAW59, LAW99 } from '../citations.js';
import { type Defendant, isActive, unfitDefendants } from '../defendant.js';
import type { Guards, Refusal } from '../guard.js';
import { hasHalvedLimits, hasHalvedLimitsOnAppeal } from '../minor-limits.js';
import { refuseNotOwed } from '../notices.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const WANTED = 'Đ.231 BLTTHS';
const SUMMARY = 'Đ.456, 457 BLTTHS';

const unless = (
  file: CaseFile,
  ids: readonly string[],
  refusal: Refusal,
  applies: (defendant: Defendant) => boolean,
): Refusal | undefined => {
  const defendants = unfitDefendants(file.defendants, ids, applies);
  return defendants.length > 0 ? { ...refusal, facts: { defendants } } : undefined;
};

const searchable = (one: Defendant): boolean => isActive(one) || one.status === 'suspended';

/** All conditions must be given; one that nobody stated passes. */
const notForSummary = (
  file: CaseFile,
  { payload: { simple, identityClear } }: StepNamed<'summary-procedure-applied'>,
): Refusal | undefined => {
  if (file.procedure === 'summary') return { code: 'summary.already', article: SUMMARY };
  if (simple === false) return { code: 'summary.not-simple', article: BLTTHS('Đ.456 khoản 1 điểm b') };
  if (identityClear === false) return { code: 'summary.identity-unclear', article: BLTTHS('Đ.456 khoản 1 điểm d') };
  const gravity = gravityOfCase(file);
  return gravity && gravity !== 'less-serious' ? { code: 'summary.too-grave', article: SUMMARY } : undefined;
};

/**
 * An announcement of diversion makes the limits whole only at the procuracy and the court of first instance; what was
 * announced there counts on appeal too, and is recorded there where nobody did before.
 */
const wronglyLifted = (file: CaseFile, { payload }: StepNamed<'minor-limits-lifted'>): Refusal | undefined => {
  const areHalved = file.stage === 'appeal-accepted' ? hasHalvedLimitsOnAppeal : hasHalvedLimits;
  if (!areHalved(file)) return { code: 'minor-limits.not-halved', article: LAW59 };
  const early = payload.ground === 'diversion-announced' && file.stage === 'under-investigation';
  return early ? { code: 'minor-limits.diversion-later', article: LAW59 } : undefined;
};

/** Conditions of a search, of proceedings without the accused, of special limits and of notices. */
export const SPECIAL_PROCEDURE_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'wanted-issued': (file, { payload: { defendantIds: ids } }) =>
    unless(file, ids, { code: 'defendant.not-active', article: WANTED }, searchable) ??
    unless(file, ids, { code: 'wanted.already', article: WANTED }, ({ wantedOn }) => wantedOn === undefined),
  'wanted-withdrawn': (file, { payload: { defendantIds: ids } }) =>
    unless(file, ids, { code: 'wanted.not-wanted', article: WANTED }, ({ wantedOn }) => wantedOn !== undefined),
  'absentia-decided': (file, { payload: { defendantIds: ids } }) =>
    unless(file, ids, { code: 'defendant.not-active', article: LAW99 }, isActive) ??
    unless(file, ids, { code: 'absentia.already', article: LAW99 }, ({ inAbsentia }) => !inAbsentia),
  'summary-procedure-applied': notForSummary,
  'summary-procedure-revoked': (file) =>
    file.procedure === 'summary' ? undefined : { code: 'summary.not-applied', article: 'Đ.458 BLTTHS' },
  'minor-limits-lifted': wronglyLifted,
  'case-notified': (file, step, circumstances) => refuseNotOwed(CASE_NOTICES, file, step, circumstances),
};
