import type { CaseFile } from './case-file.js';
import { CASE_NOTICES, type CaseNotice } from './case-notices.js';
import { limitsOfNotices } from './notices.js';
import type { TimeLimit } from './time-limit.js';

export type CaseNoticeLimit = TimeLimit<CaseFile, CaseNotice>;

/** The limits within which people are told of the steps of a case. */
export const CASE_NOTICE_LIMITS: readonly CaseNoticeLimit[] = limitsOfNotices<CaseFile, CaseNotice>(
  CASE_NOTICES,
  'case-notified',
);
