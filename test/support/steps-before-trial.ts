import type { Deed } from './investigation-desks.js';

const SOMEBODY = '00000000-0000-8000-8000-000000000000';
const PERSONS = { defendantIds: [SOMEBODY] };
const OFFENCE = { article: 150, clause: 2 };
const UNTIL = { until: '2026-11-02' };
const BECAUSE = { because: 'thiếu bản kết luận giám định' };
const DAY = '2026-03-10';

/** Each step between the institution and the trial that has a route of its own, with a body whole in form. */
export const STEPS_BEFORE_TRIAL: readonly Deed[] = [
  ['investigations/change-institution', DAY, { offence: OFFENCE, kind: 'supplemented' }],
  ['investigations/cancel-institution', DAY, { ground: 'no-event' }],
  ['investigations/change-charge', DAY, { defendantId: SOMEBODY, offence: OFFENCE, kind: 'added' }],
  ['investigations/supply-charge-evidence', DAY],
  ['investigations/request-extension', DAY, UNTIL],
  ['investigations/assign-officer', DAY, { officerId: SOMEBODY }],
  ['investigations/issue-wanted-notice', DAY, PERSONS],
  ['investigations/withdraw-wanted-notice', DAY, PERSONS],
  ['investigations/proceed-in-absentia', DAY, PERSONS],
  ['investigations/apply-summary-procedure', DAY],
  ['investigations/revoke-summary-procedure', DAY],
  ['investigations/lift-minor-limits', DAY, { ground: 'especially-complex' }],
  ['investigations/join', DAY, { intoCaseId: SOMEBODY }],
  ['investigations/sever', DAY, { caseNumber: 'x', persons: [{ defendantId: SOMEBODY }] }],
  ['investigations/overrule-institution', DAY],
  ['investigations/request-charge-evidence', DAY, PERSONS],
  ['investigations/confirm-termination', DAY],
  ['investigations/overrule-termination', DAY],
  ['investigations/hold-person', DAY, { number: '9', until: '2026-03-12' }],
  ['investigations/extend-custody', DAY, { personId: SOMEBODY, until: '2026-03-15' }],
  ['investigations/release', DAY, { personId: SOMEBODY }],
  ['investigations/order-detention', DAY, { defendantId: SOMEBODY, from: DAY, ...UNTIL }],
  ['investigations/extend-detention', DAY, { ...PERSONS, ...UNTIL }],
  ['investigations/end-detention', DAY, PERSONS],
  ['prosecutions/refuse-file', DAY, BECAUSE],
  ['prosecutions/extend-prosecution', DAY, UNTIL],
  ['prosecutions/transfer-for-prosecution', DAY, { toOfficeId: 1 }],
  ['prosecutions/decline-return', DAY, BECAUSE],
  ['prosecutions/withdraw-prosecution', DAY],
  ['cases/mark-key-case', DAY, { campaign: 'cao-diem-2026' }],
  ['cases/unmark-key-case', DAY, BECAUSE],
  ['cases/note-difficulty', DAY, { category: 'evidence', summary: 'chờ giám định' }],
  ['cases/settle-difficulty', DAY, { difficultyId: SOMEBODY }],
  ['cases/review-suspension', DAY],
  ['cases/notify', DAY, { notice: 'institution-to-procuracy' }],
];
