import { DomainError, type Day } from '#libs/domain/kernel';
import { standsFor } from './acting.js';
import { effectiveHistory } from './correction.js';
import { type Setting, refuseFuture } from './decide.js';
import { fold, foldJudging } from './fold.js';
import type { Lifecycle } from './lifecycle.js';
import { type Decision, type RecordedStep, type Step, WITHDRAWN } from './step.js';
import type { FileOffices } from './transition.js';

/** A correction: which event, what stands in its place (nothing when it is withdrawn), and why. */
export interface Correction {
  readonly sequence: number;
  readonly reason: string;
  /** The office that corrects: the one that took the step, the one that holds the file, or who does their work today. */
  readonly officeId: number;
  readonly inPlaceOf?: (officeId: number) => boolean;
  readonly replacement?: {
    readonly event: string;
    readonly occurredOn: Day;
    readonly officeId?: number;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly decision?: Decision;
  };
}

/**
 * Decides a correction: the whole history is judged again with the replacement in place, so nothing that followed may
 * become unlawful.
 * @param log every event of the file, ordered by sequence.
 * @returns the event to append, with `replaces` and `reason`.
 * @throws DomainError `correction.unknown-event`, `correction.reason-missing`, `correction.opening-withdrawn`,
 *   `correction.already-withdrawn`, `correction.not-a-step`, `correction.breaks-history`, `step.not-your-office`, or
 *   whatever a step of the new history is refused with; `facts.sequence` names that step.
 */
export function correct<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  correction: Correction,
  setting: Setting,
): RecordedStep {
  if (correction.reason.trim() === '') throw new DomainError('correction.reason-missing', 'malformed', {});
  const original = log.find((event) => event.sequence === correction.sequence);
  if (!original) throw new DomainError('correction.unknown-event', 'rule', { sequence: correction.sequence });
  refuseForeignHand(life, log, correction, original);
  refuseReplacement(life, log, correction, setting);
  const event = eventOf(correction, original, { sequence: (log.at(-1)?.sequence ?? 0) + 1, on: setting.today });
  const corrected = [...log, event];
  if (effectiveHistory(corrected).length === 0) throw new DomainError('correction.opening-withdrawn', 'rule', {});
  foldJudging(life, corrected, setting);
  return event;
}

const refuseForeignHand = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  correcting: Correction,
  original: RecordedStep,
): void => {
  if (standsFor(correcting, original.officeId) || standsFor(correcting, fold(life, log).holderOfficeId)) return;
  throw new DomainError('step.not-your-office', 'forbidden', { command: 'correct' });
};

const refuseReplacement = <File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  { sequence, replacement }: Correction,
  { today }: Setting,
): void => {
  const standing = standingIn(log, sequence);
  if (!replacement) {
    if (!standing) throw new DomainError('correction.already-withdrawn', 'rule', { sequence });
    return;
  }
  for (const day of [replacement.occurredOn, replacement.decision?.on]) refuseFuture(day, today);
  const rows = life.transitions.filter((row) => row.event === replacement.event);
  const bySystem = rows.length > 0 && rows.every((row) => row.actor === 'system');
  // A succession of offices is no step that anybody takes, so none may be put in the place of another event.
  if (rows.length === 0 || (bySystem && standing?.type !== replacement.event)) {
    throw new DomainError('correction.not-a-step', 'rule', { event: replacement.event });
  }
};

/** @returns what stands today in the place of an event, after all its corrections. */
const standingIn = (log: readonly RecordedStep[], sequence: number): RecordedStep | undefined => {
  const place = firstOf(log, sequence);
  return effectiveHistory(log).find((event) => firstOf(log, event.sequence) === place);
};

const firstOf = (log: readonly RecordedStep[], sequence: number): number => {
  const replaced = log.find((event) => event.sequence === sequence)?.replaces;
  return replaced === undefined ? sequence : firstOf(log, replaced);
};

const eventOf = (
  { sequence: replaces, reason, replacement }: Correction,
  original: RecordedStep,
  stamp: { readonly sequence: number; readonly on: Day },
): RecordedStep => {
  const correcting = { sequence: stamp.sequence, recordedOn: stamp.on, replaces, reason };
  const { occurredOn, officeId } = original;
  if (!replacement) return { type: WITHDRAWN, occurredOn, officeId, payload: {}, ...correcting };
  const { event: type, payload, decision, ...when } = replacement;
  const step = { type, occurredOn: when.occurredOn, officeId: when.officeId ?? officeId, payload };
  return { ...step, ...(decision ? { decision } : {}), ...correcting };
};
