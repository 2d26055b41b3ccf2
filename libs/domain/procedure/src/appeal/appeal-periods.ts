import { type Day, laterOf } from '#libs/domain/kernel';
import { type Counting, endOf, workingDayFrom } from '../counting.js';
import type { Appellant } from '../court-course.js';
import type { Defendant } from '../defendant.js';
import { days } from '../time-limit.js';

/** How long a judgment can be attacked. Source: Điều 333 khoản 1, 337 khoản 1 BLTTHS. */
export const APPEAL_PERIOD = days(15);
export const PROTEST_PERIOD = days(15);
export const PROTEST_PERIOD_ABOVE = days(30);

/** Only these periods are known: whether another party heard the judgment, or when it received it, is told nowhere. */
const PERIODS: Readonly<Partial<Record<Appellant, typeof APPEAL_PERIOD>>> = {
  defendant: APPEAL_PERIOD,
  procuracy: PROTEST_PERIOD,
  'procuracy-above': PROTEST_PERIOD_ABOVE,
  protest: PROTEST_PERIOD_ABOVE,
};

const startOf = (person: Defendant, appellant: Appellant): Day | undefined =>
  appellant === 'defendant' && person.absent ? person.receivedOn : person.judgedOn;

/**
 * @returns the last day on which somebody may attack the judgment on a person; `undefined` while the time does not run, or
 * when nobody knows since when it does.
 */
export function lastDayOf(person: Defendant, appellant: Appellant, counting: Counting = {}): Day | undefined {
  const [start, period] = [startOf(person, appellant), PERIODS[appellant]];
  return start && period && workingDayFrom(endOf(start, period), counting);
}

/**
 * @returns the last day on which anybody may attack the judgment on a person, `undefined` while one who was absent has not
 * received it. Source: Điều 339, 343 BLTTHS.
 */
export function lastDayOfAll(person: Defendant, counting: Counting = {}): Day | undefined {
  const own = lastDayOf(person, 'defendant', counting);
  const above = lastDayOf(person, 'procuracy-above', counting);
  return own && above && laterOf(own, above);
}

/**
 * @returns the last day on which anybody may attack the judgment on any of those on whom it is not final; who was absent and
 * has not received it holds up nobody else. `undefined` where no day of a judgment is known. Source: Điều 339 BLTTHS.
 */
export function lastDayOfFile(persons: readonly Defendant[], counting: Counting = {}): Day | undefined {
  return persons
    .filter(({ status }) => status === 'judged' || status === 'appealed')
    .flatMap((person) => lastDayOfAll(person, counting) ?? lastDayOf(person, 'procuracy-above', counting) ?? [])
    .reduce<Day | undefined>((found, end) => (found ? laterOf(found, end) : end), undefined);
}
