import { DomainError } from '#libs/domain/kernel';
import { type RecordedStep, WITHDRAWN } from './step.js';

/**
 * The history as it counts today: each correction stands in the place of the event it replaces, a withdrawn event is
 * left out, everything else keeps its order.
 * @param log every event of one file, ordered by sequence.
 * @throws DomainError `correction.unknown-event` when an event replaces one that is not in the log.
 */
export function effectiveHistory<T extends RecordedStep>(log: readonly T[]): T[] {
  const slots = new Map<number, T | undefined>();
  const slotOf = new Map<number, number>();
  for (const event of log) {
    const slot = event.replaces === undefined ? event.sequence : slotOf.get(event.replaces);
    if (slot === undefined) throw new DomainError('correction.unknown-event', 'rule', { sequence: event.replaces });
    slotOf.set(event.sequence, slot);
    slots.set(slot, event.type === WITHDRAWN ? undefined : event);
  }
  return [...slots.entries()].sort(([a], [b]) => a - b).flatMap(([, event]) => (event ? [event] : []));
}
