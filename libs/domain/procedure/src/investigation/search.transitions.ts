import { day } from '#libs/domain/kernel';
import { CASE_INSTITUTORS, CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, LAW99 } from '../citations.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;

/** A procuracy or a court asks the investigators for the notice and records it (Điều 247 khoản 1, 290 BLTTHS). */
const SEARCHING: readonly CaseStatus[] = [
  'under-investigation',
  'investigation-suspended',
  'at-procuracy',
  'prosecution-suspended',
  'accepted',
  'scheduled',
  'trial-suspended',
];
const ABSENT: readonly CaseStatus[] = ['under-investigation', 'at-procuracy'];
const persons = { defendantIds: { kind: 'ids', required: true } } as const;

const rows = (statuses: readonly CaseStatus[], row: Omit<Row, 'from' | 'to' | 'actor' | 'fields'>): readonly Row[] =>
  statuses.map((status) => ({ ...row, from: [status], to: [status], actor: 'holder', fields: persons }));

/** How an absent accused is searched for, and when proceedings go on without. Source: Điều 231 BLTTHS; Luật 99/2025/QH15. */
export const SEARCH_TRANSITIONS: readonly Row[] = [
  ...rows(SEARCHING, {
    command: 'issue-wanted-notice',
    event: 'wanted-issued',
    by: CASE_INSTITUTORS,
    article: BLTTHS('Đ.231'),
  }),
  ...rows(SEARCHING, {
    command: 'withdraw-wanted-notice',
    event: 'wanted-withdrawn',
    by: CASE_INSTITUTORS,
    article: BLTTHS('Đ.231'),
  }),
  ...rows(ABSENT, {
    command: 'proceed-in-absentia',
    event: 'absentia-decided',
    by: CASE_INVESTIGATORS,
    article: LAW99,
    validFrom: day('2025-07-01'),
  }),
];
