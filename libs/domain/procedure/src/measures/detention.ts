import { type Day, addDays, daysBetween } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import type { CaseStage } from '../case-stage.js';
import type { Defendant } from '../defendant.js';
import type { DetentionPhase, HeldPerson } from '../measure.js';

const PHASE: Readonly<Partial<Record<CaseStage, DetentionPhase>>> = {
  'under-investigation': 'investigation',
  'at-procuracy': 'prosecution',
  accepted: 'trial',
  scheduled: 'trial',
  judged: 'after-judgment',
  'appeal-accepted': 'appeal',
  'appeal-scheduled': 'appeal',
};

/** @returns by whose limit an order of detention is judged at a stage; `undefined` where nobody orders one. */
export const detentionPhaseOf = (stage: CaseStage): DetentionPhase | undefined => PHASE[stage];

const ENDED: readonly Defendant['status'][] = ['cancelled', 'terminated', 'final', 'moved'];

/** @returns whether an order of detention stands against an accused. */
export const isDetained = ({ status, detention }: Defendant): boolean =>
  detention !== undefined && detention.endedOn === undefined && !ENDED.includes(status);

/** @returns the custody of a person that lasts, or `undefined`. */
export const findHeld = ({ held = [] }: Pick<CaseFile, 'held'>, personId: unknown): HeldPerson | undefined =>
  held.find((one) => one.personId === personId && one.endedOn === undefined);

const earliest = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce((first, one) => (first === undefined || (one !== undefined && one < first) ? one : first), undefined);

/** Custody is counted from hour to hour: from the 1st to the 4th it is 3 days. */
const custodyDays = (held: HeldPerson, before: Day): number =>
  Math.max(0, daysBetween(held.from, earliest(held.until, held.endedOn, before) ?? before));

/**
 * How many days the limit of detention for the investigation is reduced by: a day of custody is a day of detention, and so
 * is one of an earlier order. An investigation anew has the whole limit anew (Điều 174 khoản 4).
 * @param from the first day of the order.
 * Source: Điều 118 khoản 4 BLTTHS; Điều 17 TTLT 04/2018.
 */
export function daysHeldBefore(file: CaseFile, { id, detention }: Defendant, from: Day): number {
  const anew = file.investigationClock?.limit === 'reinvestigation' ? file.investigationClock.from : undefined;
  const counts = (on: Day): boolean => anew === undefined || on >= anew;
  const former = detention?.phase === 'investigation' && counts(detention.from) ? detention : undefined;
  const last = former && earliest(former.until, former.endedOn, addDays(from, -1));
  const detained = former && last ? former.daysBefore + Math.max(0, daysBetween(former.from, last) + 1) : 0;
  const custody = (file.held ?? []).filter(
    (one) => one.personId === id && counts(one.from) && (!former || one.from > former.from),
  );
  return custody.reduce((days, one) => days + custodyDays(one, from), detained);
}
