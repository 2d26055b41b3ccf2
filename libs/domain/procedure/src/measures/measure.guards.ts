import { type Day, addDays } from '#libs/domain/kernel';
import { type CaseFile, gravityOfAccused } from '../case-file.js';
import { BLTTHS, TTLT04 } from '../citations.js';
import { type Defendant, isActive, unfitDefendants } from '../defendant.js';
import type { Guards, Refusal } from '../guard.js';
import { refuseExtension } from '../limit-end.js';
import { findHeld, daysHeldBefore, detentionPhaseOf, isDetained } from './detention.js';
import { DETENTION_ARTICLES, daysGranted, endForInvestigation, latestDetention } from './detention-limit.js';
import { CUSTODY_DAYS, CUSTODY_LIMIT } from './measure.limits.js';
import { investigationRuleOf } from './investigation-rules.js';
import type { MeasureStep } from './measure.steps.js';
import { SUMMARY_DETENTION, hasSummaryDays } from './summary-detention.js';

type StepNamed<T extends MeasureStep['type']> = Extract<MeasureStep, { type: T }>;

const CUSTODY = BLTTHS('Đ.117, 118');
const EXTENSION = BLTTHS('Đ.173 khoản 2, 6');

const heldWrongly = (file: CaseFile, { occurredOn, payload }: StepNamed<'person-held'>): Refusal | undefined => {
  const { personId, from = occurredOn, until } = payload;
  const longest = addDays(from, CUSTODY_DAYS);
  const detained = file.defendants.some((one) => one.id === personId && isDetained(one));
  if (detained || findHeld(file, personId)) return { code: 'custody.already-held', article: CUSTODY };
  if (from > occurredOn || until < from) return { code: 'custody.days-out-of-order', article: CUSTODY };
  return until > longest ? { code: 'custody.too-long', article: CUSTODY, facts: { longest } } : undefined;
};

const notHeld: Refusal = { code: 'custody.not-held', article: CUSTODY };

const extendedWrongly = (file: CaseFile, step: StepNamed<'custody-extended'>): Refusal | undefined => {
  const held = findHeld(file, step.payload.personId);
  if (!held) return notHeld;
  if (file.procedure === 'summary') return { code: 'extend.no-more', article: SUMMARY_DETENTION };
  const { from: startedOn, until, extensions: granted } = held;
  return refuseExtension(CUSTODY_LIMIT, step, { startedOn, until, granted });
};

/** At the investigation an order that stands is extended; the bodies after it order anew. */
const orderedAgain = (file: CaseFile, accused: Defendant, until: Day): boolean => {
  const { detention } = accused;
  if (!detention || !isDetained(accused) || detention.phase !== detentionPhaseOf(file.stage)) return false;
  const anew = file.investigationClock?.limit === 'reinvestigation' && detention.from < file.investigationClock.from;
  return detention.phase === 'investigation' ? !anew : until <= detention.until;
};

const orderedWrongly = (file: CaseFile, { payload }: StepNamed<'detention-ordered'>): Refusal | undefined => {
  const { defendantId, from, until } = payload;
  const phase = detentionPhaseOf(file.stage) ?? 'investigation';
  const article = hasSummaryDays(file, phase) ? SUMMARY_DETENTION : DETENTION_ARTICLES[phase];
  const accused = file.defendants.find(({ id }) => id === defendantId);
  if (!accused || !isActive(accused)) {
    return { code: 'defendant.not-active', article, facts: { defendants: [defendantId] } };
  }
  if (until < from) return { code: 'detention.days-out-of-order', article };
  if (orderedAgain(file, accused, until)) return { code: 'detention.already', article };
  const daysBefore = phase === 'investigation' ? daysHeldBefore(file, accused, from) : 0;
  const longest = latestDetention(file, accused, { from, daysBefore, extensions: 0 });
  return longest && until > longest ? { code: 'detention.too-long', article, facts: { longest } } : undefined;
};

const mayBeExtended = (file: CaseFile, accused: Defendant): boolean => {
  const { detention } = accused;
  const gravity = gravityOfAccused(file, accused.id);
  if (!gravity || !detention || gravity === 'especially-serious') return true;
  return daysGranted(investigationRuleOf(file, accused).measured, gravity, detention.extensions + 1) !== undefined;
};

const lengthenedWrongly = (file: CaseFile, step: StepNamed<'detention-extended'>): Refusal | undefined => {
  const { defendantIds, until } = step.payload;
  const detained = (one: Defendant): boolean => isDetained(one) && one.detention?.phase === 'investigation';
  const unfit = unfitDefendants(file.defendants, defendantIds, detained);
  if (unfit.length > 0) return { code: 'detention.not-detained', article: EXTENSION, facts: { defendants: unfit } };
  const concerned = file.defendants.filter(({ id }) => defendantIds.includes(id));
  for (const accused of concerned) {
    const { detention } = accused;
    if (!detention) continue;
    if (until <= detention.until || until <= step.occurredOn) return { code: 'extend.not-later', article: EXTENSION };
    if (!mayBeExtended(file, accused)) return { code: 'extend.no-more', article: EXTENSION };
    const longest = endForInvestigation(file, accused, { ...detention, extensions: detention.extensions + 1 });
    if (longest && until > longest) return { code: 'extend.too-long', article: EXTENSION, facts: { longest } };
  }
  return undefined;
};

const endedWrongly = (file: CaseFile, { occurredOn, payload }: StepNamed<'detention-ended'>): Refusal | undefined => {
  const article = `${BLTTHS('Đ.125, Đ.173 khoản 7')}; ${TTLT04('Đ.20')}`;
  const begun = (one: Defendant): boolean => isDetained(one) && (one.detention?.from ?? occurredOn) <= occurredOn;
  const unfit = unfitDefendants(file.defendants, payload.defendantIds, begun);
  return unfit.length > 0 ? { code: 'detention.not-detained', article, facts: { defendants: unfit } } : undefined;
};

/** Conditions of custody and detention. Source: Điều 117, 118, 173, 174 khoản 4, 241, 278, 329, 347, 419 BLTTHS. */
export const MEASURE_GUARDS: Guards<CaseFile, MeasureStep> = {
  'person-held': heldWrongly,
  'custody-extended': extendedWrongly,
  released: (file, { payload }) => (findHeld(file, payload.personId) ? undefined : notHeld),
  'detention-ordered': orderedWrongly,
  'detention-extended': lengthenedWrongly,
  'detention-ended': endedWrongly,
};
