import { type Day, isDay } from '#libs/domain/kernel';
import type { InvestigationClock } from './case-clock.js';
import type { CaseFile } from './case-file.js';
import { CASE_PHASES } from './case-stage.js';
import type { JudgedPerson } from './court-course.js';
import { DEFENDANT_STATUSES, type Defendant } from './defendant.js';
import { DETENTION_BASES, DETENTION_PHASES } from './measure.js';
import { GRAVITIES } from './offence/gravity.js';
import { holdsOnly, isId, isList, isOffence, isRecord } from './field-checks.js';

/** An accused who goes to another case: under which id, and under which number where the other case has his own. */
export interface Move {
  readonly defendantId: string;
  readonly newId: string;
  readonly number?: string;
}

/** An accused as another case hands him or her over: everything but the days of that case and what came of them in court. */
export type MovedPerson = Omit<
  Defendant,
  keyof JudgedPerson | 'id' | 'since' | 'haltedFor' | 'prosecutionWithdrawnOn'
> & {
  readonly defendantId: string;
};

/** The limit of investigation that goes on in the new case. */
export type RunningClock = InvestigationClock & { readonly until?: Day };

const PERSON_FIELDS: readonly (keyof MovedPerson)[] = [
  ...(['defendantId', 'number', 'status', 'statusBeforeSuspension', 'haltedIn', 'haltedWithCase'] as const),
  ...([
    'offence',
    'charges',
    'chargeBefore',
    'evidenceAskedOn',
    'wantedOn',
    'inAbsentia',
    'indictedOn',
    'foundOn',
  ] as const),
  ...(['minor', 'underSixteen', 'chargedOn', 'haltedByCourt', 'detention'] as const),
];
const CLOCKS: readonly InvestigationClock['limit'][] = [
  'investigation',
  'investigation-summary',
  'investigation-resumed',
  'supplement-for-procuracy',
  'supplement-for-court',
  'reinvestigation',
];

const isDayText = (value: unknown): boolean => typeof value === 'string' && isDay(value);
const optional = (value: unknown, check: (value: unknown) => boolean): boolean => value === undefined || check(value);
const isStatus = (value: unknown): boolean => DEFENDANT_STATUSES.some((status) => status === value);

/** @returns whether a value says where an accused goes. */
export const isMove = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['defendantId', 'newId', 'number']) &&
  isId(value.defendantId) &&
  isId(value.newId) &&
  optional(value.number, isId);

const isDetention = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['phase', 'from', 'until', 'extensions', 'daysBefore', 'by', 'endedOn']) &&
  optional(value.by, (by) => DETENTION_BASES.some((one) => one === by)) &&
  DETENTION_PHASES.some((phase) => phase === value.phase) &&
  [value.from, value.until].every(isDayText) &&
  [value.extensions, value.daysBefore].every((count) => Number.isSafeInteger(count) && Number(count) >= 0) &&
  optional(value.endedOn, isDayText);

const isCharged = ({ offence, charges }: Record<string, unknown>): boolean =>
  optional(offence, isOffence) && optional(charges, (list) => isList(list, isOffence));

const isDated = ({ chargedOn, evidenceAskedOn, wantedOn, foundOn, indictedOn }: Record<string, unknown>): boolean =>
  isDayText(chargedOn) && [evidenceAskedOn, wantedOn, foundOn, indictedOn].every((on) => optional(on, isDayText));

const isBefore = (before: unknown): boolean => isRecord(before) && isCharged(before);
const isPhase = (phase: unknown): boolean => CASE_PHASES.some((one) => one === phase);

const isStanding = ({ status, statusBeforeSuspension, haltedIn, chargeBefore }: Record<string, unknown>): boolean =>
  isStatus(status) &&
  optional(statusBeforeSuspension, isStatus) &&
  optional(haltedIn, isPhase) &&
  optional(chargeBefore, isBefore);

/** @returns whether a value is an accused whom another case hands over. */
export const isMovedPerson = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, PERSON_FIELDS) &&
  isId(value.defendantId) &&
  isId(value.number) &&
  typeof value.minor === 'boolean' &&
  isStanding(value) &&
  isCharged(value) &&
  optional(value.detention, isDetention) &&
  isDated(value);

const isGrant = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['until', 'gravity']) &&
  isDayText(value.until) &&
  optional(value.gravity, (gravity) => GRAVITIES.some((one) => one === gravity));

/** @returns whether a value is a limit of investigation that runs. */
export const isRunningClock = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['limit', 'from', 'extensions', 'grants', 'until']) &&
  CLOCKS.some((limit) => limit === value.limit) &&
  isDayText(value.from) &&
  Number.isSafeInteger(value.extensions) &&
  optional(value.grants, (list) => isList(list, isGrant)) &&
  optional(value.until, isDayText);

const inForce = (one: Defendant): Omit<MovedPerson, 'defendantId'> => {
  const { id: _id, since: _since, judgedOn: _judged, verdict: _verdict, chargeVerdicts: _verdicts, ...rest } = one;
  const { absent: _absent, receivedOn: _received, appellants: _appellants, lateAppealOn: _late, ...judged } = rest;
  const { outcome: _outcome, finalOn: _final, prosecutionWithdrawnOn: _withdrawn, ...moved } = judged;
  const { haltedFor: _ground, ...person } = moved;
  return person;
};

/** @returns the accused as their new case takes them over; nothing of a judgment that was annulled goes with them. */
export const movedPersons = ({ defendants }: CaseFile, moves: readonly Move[]): MovedPerson[] =>
  moves.flatMap(({ defendantId, newId, number }) =>
    defendants
      .filter(({ id }) => id === defendantId)
      .map((one) => ({ ...inForce(one), defendantId: newId, number: number ?? one.number })),
  );

/** @returns the accused of a case, taken over on a day. */
export const takenOver = (persons: readonly MovedPerson[] | undefined, since: Day): Defendant[] =>
  (persons ?? []).map(({ defendantId, ...person }) => ({ ...person, id: defendantId, since }));
