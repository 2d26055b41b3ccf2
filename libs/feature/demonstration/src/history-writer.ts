import { type Day, addDays } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';
import { type PlannedStep, derivedId } from '#libs/feature/casework';
import type { OfficesInTime } from './office-chain.js';
import type { Random } from './random.js';

const NOON_IN_VIET_NAM = 'T05:00:00Z';

/** Who writes, until when, by which chance. */
export interface HistorySetting {
  readonly random: Random;
  readonly offices: OfficesInTime;
  /** Nothing happens after this day; what would is still to come. */
  readonly today: Day;
  readonly recordedBy: string;
  readonly isDayOff: (on: Day) => boolean;
}

/** How late a step is recorded: most at once, a few after months. */
const lag = (random: Random): number => {
  const share = random.next();
  if (share < 0.8) return random.between(0, 2);
  return share < 0.95 ? random.between(3, 15) : random.between(16, 120);
};

/**
 * Writes one file's steps in order. Stops for good at the first step that would lie after today, and books the
 * succession of offices where the holder ended before a step.
 */
export class HistoryWriter {
  readonly steps: PlannedStep[] = [];
  private on: Day;
  private ended = false;
  private recorded: Day;

  constructor(
    private readonly setting: HistorySetting,
    private readonly subjectId: string,
    public holder: Office,
    start: Day,
  ) {
    this.on = start;
    this.recorded = start;
  }

  get day(): Day {
    return this.on;
  }

  get isOver(): boolean {
    return this.ended;
  }

  /**
   * Lets days pass and takes a step.
   * @param by the office that acts, when it is not the holder.
   * @returns whether the step was taken; false once the story has reached today.
   */
  step(days: number, name: string, payload: Readonly<Record<string, unknown>> = {}, by?: Office): boolean {
    const on = addDays(this.on, days);
    if (this.ended || on > this.setting.today) {
      this.ended = true;
      return false;
    }
    this.succeed(on);
    this.write(on, { name, payload, by: by ?? this.holder });
    this.on = on;
    return true;
  }

  /** Hands the file to another office: the next steps are its own. */
  handTo(office: Office): void {
    this.holder = office;
  }

  private succeed(on: Day): void {
    while (this.holder.validTo !== undefined && this.holder.validTo < on) {
      const next = this.setting.offices.successorOf(this.holder, on);
      const effective = addDays(this.holder.validTo, 1);
      if (next.id === this.holder.id) return;
      const day = effective > this.on ? effective : this.on;
      this.write(day, { name: 'succeed-office', payload: { toOfficeId: next.id } });
      this.holder = next;
    }
  }

  /** @param deed without `by` it is nobody's act: the succession of offices. */
  private write(on: Day, deed: { name: string; payload: Readonly<Record<string, unknown>>; by?: Office }): void {
    const { name, payload, by } = deed;
    const system = by === undefined;
    const late = addDays(on, system ? 0 : lag(this.setting.random));
    this.recorded = late > this.recorded ? late : this.recorded;
    if (this.recorded > this.setting.today) this.recorded = this.setting.today;
    const decision = system ? {} : { decision: { number: `${this.steps.length + 1}/QĐ`, on } };
    this.steps.push({
      command: { name, occurredOn: on, officeId: (by ?? this.holder).id, payload, ...decision },
      commandId: derivedId(this.subjectId, String(this.steps.length + 1)),
      recordedBy: this.setting.recordedBy,
      recordedOn: this.recorded,
      recordedAt: new Date(`${this.recorded}${NOON_IN_VIET_NAM}`),
      ...(system ? { system } : {}),
    });
  }
}
