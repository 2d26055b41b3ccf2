import { CASE_INSTITUTORS } from '../agencies.js';
import { CASE_STATUSES, type CaseStatus } from '../case-file.js';
import { CASE_NOTICES } from '../case-notices.js';
import { BLTTHS } from '../citations.js';
import { codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

/** A notice changes nothing in the case but what is owed; it may be given after the case is over. */
export const NOTICE_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] = CASE_STATUSES.filter(
  (status) => status !== 'none',
).map((status) => ({
  command: 'notify',
  event: 'case-notified',
  from: [status],
  to: [status],
  actor: 'notifier',
  by: CASE_INSTITUTORS,
  article: BLTTHS('Đ.154, 170, 179, 229, 232, 235, 240, 249, 262, 286'),
  fields: { notice: { kind: 'choice', required: true, choices: codesOf(CASE_NOTICES) } },
}));
