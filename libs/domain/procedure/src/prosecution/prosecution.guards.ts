import type { CaseFile } from '../case-file.js';
import { CASE_INVESTIGATORS } from '../agencies.js';
import { isActive, unfitDefendants } from '../defendant.js';
import { type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import type { ProsecutionStep } from './prosecution.steps.js';

/** How often the procuracy may return one case. Source: Điều 174 khoản 2 BLTTHS. */
const MAX_RETURNS = 2;

const unready = (file: CaseFile, ids: readonly string[] | undefined): Refusal | undefined => {
  const article = 'Đ.236, 240, 243 BLTTHS';
  const active = file.defendants.filter(isActive);
  const named = ids ?? active.map((defendant) => defendant.id);
  const unfit = unfitDefendants(file.defendants, named, (defendant) => defendant.status === 'approved');
  if (named.length === 0) return { code: 'indict.no-accused', article };
  if (unfit.length > 0) return { code: 'indict.not-approved', article, facts: { defendants: unfit } };
  const left = active.filter((defendant) => !named.includes(defendant.id)).map((defendant) => defendant.id);
  return left.length > 0 ? { code: 'indict.undecided-accused', article, facts: { defendants: left } } : undefined;
};

const halts = haltGuards('Đ.247, 248, 249 BLTTHS');

/** Conditions of the prosecution that a table of statuses cannot state, each citing its article. */
export const PROSECUTION_GUARDS: Guards<CaseFile, ProsecutionStep> = {
  indicted: (file, step) => unready(file, step.payload.defendantIds),
  'returned-for-supplement': (file, step, circumstances) => {
    const article = 'Đ.174 khoản 2, Đ.245 BLTTHS';
    if (!file.courtReturn && file.returns.procuracy >= MAX_RETURNS) {
      return { code: 'return.cap', article, facts: { most: MAX_RETURNS } };
    }
    const officeId = step.payload.toOfficeId ?? file.investigatingOfficeId;
    return refuseUnlessAgency(circumstances, officeId, CASE_INVESTIGATORS, article);
  },
  'handed-to-court': (_file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['court'], 'Đ.244, 268, 269 BLTTHS'),
  'prosecution-suspended': halts.suspended,
  'prosecution-resumed': halts.resumed,
  'prosecution-terminated': halts.terminated,
};
