import type { Day } from '#libs/domain/kernel';
import type { DocketEvent } from './docket-event.js';
import type { ProfileStep } from './profile.js';
import { type PersonVerdict, outcomeOf } from './step-payload.js';

/** @returns the step by which an event is a judgment. */
const judgeStep = ({ rule }: DocketEvent): ProfileStep | undefined =>
  rule.steps.flat().find(({ command }) => command === 'judge');

/**
 * A log may write one judgment as one row for each person; the law knows one judgment for all of them.
 * @param events ordered by `byDay`; the first verdict of a person on a day holds.
 * @param idOf the person behind a name of the log.
 * @returns by day, what the log says of every person it names.
 */
export function verdictsByDay(
  events: readonly DocketEvent[],
  idOf: (name: string) => string,
): ReadonlyMap<Day, readonly PersonVerdict[]> {
  const byDay = new Map<Day, PersonVerdict[]>();
  for (const event of events) {
    const step = judgeStep(event);
    if (!step || event.defendant === '') continue;
    const said = byDay.get(event.on) ?? [];
    const defendantId = idOf(event.defendant);
    if (said.some((verdict) => verdict.defendantId === defendantId)) continue;
    byDay.set(event.on, [...said, { defendantId, outcome: outcomeOf(step) }]);
  }
  return byDay;
}

/** Which rows a recorded judgment speaks for, besides the one that brought it. */
export class JointJudgments {
  private commandIds: ReadonlyMap<string, string> = new Map();

  /** Notes a judgment that was taken; the row that brought it is `ownId`'s. */
  take(on: Day, verdicts: unknown, commandId: string, ownId: string | undefined): void {
    const others = (Array.isArray(verdicts) ? (verdicts as PersonVerdict[]) : []).filter(
      ({ defendantId }) => defendantId !== ownId,
    );
    const noted = others.map(({ defendantId }): [string, string] => [`${on}/${defendantId}`, commandId]);
    this.commandIds = new Map([...this.commandIds, ...noted]);
  }

  /** @returns the judgment that speaks for a row of that day and person, once. */
  claim(on: Day, id: string | undefined): string | undefined {
    const key = `${on}/${id ?? ''}`;
    const found = this.commandIds.get(key);
    if (found) this.commandIds = new Map([...this.commandIds].filter(([one]) => one !== key));
    return found;
  }

  /** @returns what brings back the judgments as they are now. */
  bookmark(): () => void {
    const { commandIds } = this;
    return () => {
      this.commandIds = commandIds;
    };
  }
}
