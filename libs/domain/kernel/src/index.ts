export { assertNever } from './assert-never.js';
export {
  type Day,
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  daysInMonth,
  isDay,
  laterOf,
  partsOf,
  startOfMonth,
} from './day.js';
export { DomainError, type DomainErrorKind, type ErrorFacts } from './domain-error.js';
export { type Period, halfYearOf, includes, monthsFrom, parsePeriod, period, quarterOf, yearOf } from './period.js';
export { type Comparator, type Ratio, gapInCases, meets, percentOf } from './ratio.js';
