import type { CaseEventType, CaseFile } from '#libs/domain/procedure';
import { type How, opening, outcome, resumption, sentBack, suspension } from './how.table.js';

/** How the steps of the courts close and open dockets. */
export const HOW_OF_COURTS = {
  'case-accepted': opening,
  'judge-assigned': opening,
  'preparation-extended': opening,
  scheduled: opening,
  'hearing-opened': opening,
  adjourned: opening,
  'deliberation-prolonged': opening,
  'returned-by-court': sentBack,
  'returned-for-competence': sentBack,
  'trial-suspended': suspension,
  'trial-resumed': resumption,
  'trial-terminated': outcome('terminated'),
  judged: outcome('judged'),
  'judgment-received': opening,
  appealed: opening,
  'late-appeal-sent': opening,
  'late-appeal-accepted': opening,
  'late-appeal-refused': opening,
  'appeal-withdrawn': opening,
  finalised: outcome('finalised'),
  'sent-to-appellate-court': opening,
  'appeal-accepted': opening,
  'appeal-file-lent': opening,
  'appeal-file-study-extended': opening,
  'appeal-file-given-back': opening,
  'appeal-scheduled': opening,
  'appeal-decided': outcome('finalised'),
  'remand-accepted': sentBack,
  'cassation-protested': opening,
  'cassation-decided': opening,
  'reopening-protested': opening,
  'reopening-decided': opening,
} as const satisfies Partial<Record<CaseEventType, How>>;

/**
 * Whether a court takes up a case that it or another had before: returned, sent to the competent one, annulled. It is not
 * one more case.
 */
export const isBackAtCourt = (event: CaseEventType, before: CaseFile): boolean => {
  const { returns, acceptedBefore, annulments = 0, appealLevel } = before;
  if (event === 'appeal-accepted') return appealLevel !== undefined;
  return event === 'case-accepted' && (acceptedBefore === true || annulments + returns.judge + returns.panel > 0);
};
