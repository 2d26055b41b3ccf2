export { makeLimitNotices, refreshDeadlines } from './deadlines.jobs.js';
export { DeadlinesModule } from './deadlines.module.js';
export { KeepDaysOff, LIMITS_CHANGED } from './keep-days-off.service.js';
export {
  type DeadlineCounts,
  type DeadlineFilter,
  type DeadlineLine,
  type DeadlinePage,
  ListDeadlines,
} from './list-deadlines.service.js';
export { type MadeNotices, MakeLimitNotices } from './make-limit-notices.service.js';
export { PassToSuccessors } from './pass-to-successors.service.js';
export { ReadFileLimits } from './read-file-limits.service.js';
export { type LimitNotice, ReadLimitNotices } from './read-limit-notices.service.js';
export { type RefreshedDeadlines, RefreshDeadlines } from './refresh-deadlines.service.js';
