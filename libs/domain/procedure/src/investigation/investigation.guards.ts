import { isActive, unfitDefendants } from '../defendant.js';
import type { CaseFile } from '../case-file.js';
import { type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import type { InvestigationStep } from './investigation.steps.js';
import { CASE_INVESTIGATORS } from './investigation.transitions.js';

const pendingCharge = (file: CaseFile, ids: readonly string[]): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, ids, (defendant) => defendant.status === 'charged');
  return unfit.length > 0
    ? { code: 'defendant.not-awaiting-approval', article: 'Đ.179 khoản 3 BLTTHS', facts: { defendants: unfit } }
    : undefined;
};

const chargedTwice = (file: CaseFile, id: string, number: string): boolean =>
  file.defendants.some((defendant) => defendant.id === id || defendant.number === number);

const notReadyToConclude = (file: CaseFile): Refusal | undefined => {
  const article = 'Đ.232, 233 BLTTHS';
  const active = file.defendants.filter(isActive);
  if (active.some((defendant) => defendant.status === 'charged')) return { code: 'conclude.approval-pending', article };
  return active.length === 0 ? { code: 'conclude.no-accused', article } : undefined;
};

/** Conditions of the investigation that a table of statuses cannot state, each citing its article. */
export const INVESTIGATION_GUARDS: Guards<CaseFile, InvestigationStep> = {
  charged: (file, step) =>
    chargedTwice(file, step.payload.defendantId, step.payload.number)
      ? { code: 'charge.already-accused', article: 'Đ.179, 180 BLTTHS', facts: { number: step.payload.number } }
      : undefined,
  'charge-approved': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'charge-cancelled': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'investigation-extended': (_file, step) =>
    step.payload.until <= step.occurredOn ? { code: 'extend.not-later', article: 'Đ.172 khoản 2 BLTTHS' } : undefined,
  'case-transfer-offered': (file, step, circumstances) =>
    step.payload.toOfficeId === file.holderOfficeId
      ? { code: 'transfer.to-itself', article: 'Đ.169 BLTTHS' }
      : refuseUnlessAgency(circumstances, step.payload.toOfficeId, CASE_INVESTIGATORS, 'Đ.163, 164, 169 BLTTHS'),
  'investigation-concluded': (file) => notReadyToConclude(file),
  'handed-to-procuracy': (_file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['procuracy'], 'Đ.232 khoản 4, Đ.239 BLTTHS'),
  ...haltGuards(
    'investigation-suspended',
    'investigation-resumed',
    'investigation-terminated',
    'Đ.229, 230, 235 BLTTHS',
  ),
};
