import { DomainError, type Day } from '#libs/domain/kernel';
import type { Decision, RecordedStep, Step } from './step.js';
import { WITHDRAWN } from './step.js';
import { fold, type Setting } from './decide.js';
import type { Lifecycle } from './lifecycle.js';

/** A correction: which event, what stands in its place (nothing when it is withdrawn), and why. */
export interface Correction {
  readonly sequence: number;
  readonly reason: string;
  readonly officeId: number;
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
 * @throws DomainError `correction.unknown-event`, `correction.reason-missing`, `correction.breaks-history`, or whatever
 *   a step of the new history is refused with.
 */
export function correct<File extends { holderOfficeId?: number; since?: Day }, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  correction: Correction,
  setting: Setting,
): RecordedStep {
  if (correction.reason.trim() === '') throw new DomainError('correction.reason-missing', 'malformed', {});
  const original = log.find((event) => event.sequence === correction.sequence);
  if (!original) throw new DomainError('correction.unknown-event', 'rule', { sequence: correction.sequence });
  const { replacement } = correction;
  if (replacement && replacement.occurredOn > setting.today) {
    throw new DomainError('day.in-the-future', 'malformed', { day: replacement.occurredOn, today: setting.today });
  }
  const event: RecordedStep = {
    type: replacement?.event ?? WITHDRAWN,
    occurredOn: replacement?.occurredOn ?? original.occurredOn,
    officeId: replacement?.officeId ?? original.officeId,
    payload: replacement?.payload ?? {},
    ...(replacement?.decision ? { decision: replacement.decision } : {}),
    sequence: (log.at(-1)?.sequence ?? 0) + 1,
    recordedOn: setting.today,
    replaces: correction.sequence,
    reason: correction.reason,
  };
  const { agencyOf } = setting;
  fold(life, [...log, event], { agencyOf });
  return event;
}
