import { type Day, DomainError, day, partsOf } from '#libs/domain/kernel';

/** The days off that the State decided for one year, and the days off that are worked to make up for them. */
export interface YearOfDaysOff {
  readonly year: number;
  readonly daysOff: readonly Day[];
  /** Saturdays or Sundays that are worked. */
  readonly makeUpDays: readonly Day[];
}

/** Which days are off. */
export interface WorkingCalendar {
  readonly isDayOff: (on: Day) => boolean;
  /** Whether the year's decision is known; without it only weekends are off, so that no limit is believed longer than it is. */
  readonly knows: (year: number) => boolean;
}

const [SUNDAY, SATURDAY] = [0, 6];

/** @returns whether the day is a Saturday or a Sunday. */
export function isWeekend(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === SUNDAY || weekday === SATURDAY;
}

/**
 * The calendar of working days: weekends and decided days off are off, make-up days are worked.
 * Source: Điều 134 BLTTHS; Điều 111, 112 Bộ luật Lao động; the yearly decisions on days off.
 */
export function workingCalendar(years: readonly YearOfDaysOff[]): WorkingCalendar {
  const off = new Set<Day>(years.flatMap(({ daysOff }) => daysOff));
  const worked = new Set<Day>(years.flatMap(({ makeUpDays }) => makeUpDays));
  const known = new Set(years.map(({ year }) => year));
  return {
    isDayOff: (on) => !worked.has(on) && (off.has(on) || isWeekend(on)),
    knows: (year) => known.has(year),
  };
}

/**
 * Checks the days of one year.
 * @throws DomainError `days-off.other-year`, `days-off.twice`, `days-off.make-up-on-a-working-day`, each naming the day.
 */
export function checkDaysOff({ year, daysOff, makeUpDays }: YearOfDaysOff): void {
  const all = [...daysOff, ...makeUpDays];
  for (const [index, on] of all.entries()) {
    if (partsOf(day(on)).year !== year) throw new DomainError('days-off.other-year', 'malformed', { day: on, year });
    if (all.indexOf(on) < index) throw new DomainError('days-off.twice', 'malformed', { day: on });
  }
  const working = makeUpDays.find((on) => !isWeekend(on));
  if (working) throw new DomainError('days-off.make-up-on-a-working-day', 'malformed', { day: working });
}
