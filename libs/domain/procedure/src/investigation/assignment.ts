import type { CaseFile, CaseStatus } from '../case-file.js';
import { CASE_INVESTIGATORS } from '../agencies.js';
import { BLTTHS } from '../citations.js';
import type { Step } from '../step.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

const STATUSES: readonly CaseStatus[] = ['under-investigation', 'at-procuracy'];

/**
 * The head of the body that holds a case names its investigator or prosecutor, or another in his place.
 * Source: Điều 36 khoản 1 điểm c (police), 39 khoản 1 điểm b (border guard), 41 khoản 1 điểm c (procuracy) BLTTHS.
 */
export const ASSIGNMENT_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] = STATUSES.map(
  (status) => ({
    command: 'assign-officer',
    event: 'case-assigned',
    from: [status],
    to: [status],
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.36 khoản 1 điểm c, 39 khoản 1 điểm b, 41 khoản 1 điểm c'),
    fields: { officerId: { kind: 'id', required: true } },
  }),
);

/**
 * @returns the file after a step with whoever works on it: the officer or judge named last, nobody once another office
 *   holds it; who works for an office that ended goes along to its successor.
 */
export function assignedAfter(before: CaseFile, { type, payload }: Step, after: CaseFile): CaseFile {
  const named = { 'case-assigned': payload.officerId, 'judge-assigned': payload.judgeId }[type];
  if (typeof named === 'string') return { ...after, assigneeId: named };
  if (after.assigneeId === undefined || after.holderOfficeId === before.holderOfficeId) return after;
  if (type === 'case-office-succeeded') return after;
  const { assigneeId: _former, ...rest } = after;
  return rest;
}
