import type { CaseFile } from '../case-file.js';
import { CASE_INVESTIGATORS } from '../agencies.js';
import type { Counting } from '../counting.js';
import { isActive, unfitDefendants } from '../defendant.js';
import { type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { refuseCourt } from './court-competence.guards.js';
import { haltGuards } from '../halt-guards.js';
import { refuseExtension } from '../limit-end.js';
import { suspendedTooEarly } from '../limit-first.js';
import type { ProsecutionStep } from './prosecution.steps.js';
import { endOfProsecution, runningHandOver, runningProsecution } from './running-limit.js';

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

const suspendedWrongly = (
  file: CaseFile,
  step: Extract<ProsecutionStep, { type: 'prosecution-suspended' }>,
  counting: Counting,
): Refusal | undefined => {
  const end = endOfProsecution(file);
  return suspendedTooEarly(file, step, { end, absconded: 'absconded', article: 'Đ.247 khoản 1 BLTTHS' }, counting);
};

const declinedWrongly = (file: CaseFile): Refusal | undefined => {
  const article = 'Đ.246, 280 khoản 3 BLTTHS';
  if (!file.courtReturn) return { code: 'decline-return.not-returned', article };
  const fresh = file.defendants.filter((one) => isActive(one) && one.indictedOn === undefined).map(({ id }) => id);
  return fresh.length > 0 ? { code: 'indict.undecided-accused', article, facts: { defendants: fresh } } : undefined;
};

const withdrawnWrongly = (
  file: CaseFile,
  { payload }: Extract<ProsecutionStep, { type: 'prosecution-withdrawn' }>,
): Refusal | undefined => {
  const able = file.defendants.filter((one) => one.status === 'indicted' && !one.prosecutionWithdrawnOn);
  const ids = payload.defendantIds ?? able.map(({ id }) => id);
  const unfit = ids.filter((id) => !able.some((one) => one.id === id));
  const { hearingOpenedOn: opened } = file;
  if (opened) return { code: 'withdraw.hearing-opened', article: 'Đ.285 BLTTHS', facts: { opened } };
  return unfit.length > 0 || able.length === 0
    ? { code: 'withdraw.not-indicted', article: 'Đ.285 BLTTHS', facts: { defendants: unfit } }
    : undefined;
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
  // What a court gives back is no file that the investigators hand in.
  'file-refused': (file, _step, circumstances) =>
    file.courtReturn
      ? { code: 'refuse-file.from-court', article: 'Đ.238, 246 BLTTHS' }
      : refuseUnlessAgency(circumstances, file.investigatingOfficeId, CASE_INVESTIGATORS, 'Đ.238 BLTTHS'),
  'prosecution-extended': (file, step) => {
    const { limit, run } = file.stage === 'indicted' ? runningHandOver(file) : runningProsecution(file);
    return refuseExtension(limit, step, run);
  },
  'prosecution-transferred': (file, step, circumstances) =>
    step.payload.toOfficeId === file.holderOfficeId
      ? { code: 'transfer.to-itself', article: 'Đ.239 BLTTHS' }
      : refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['procuracy'], 'Đ.239 BLTTHS'),
  'return-declined': (file, _step, circumstances) =>
    declinedWrongly(file) ?? refuseUnlessAgency(circumstances, file.courtOfficeId, ['court'], 'Đ.246 BLTTHS'),
  'prosecution-withdrawn': withdrawnWrongly,
  'handed-to-court': refuseCourt,
  'prosecution-suspended': (file, step, circumstances) =>
    halts.suspended(file, step) ?? suspendedWrongly(file, step, circumstances),
  'prosecution-resumed': halts.resumed,
  'prosecution-terminated': halts.terminated,
};
