import { CASE_INSTITUTORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { TTLT0120 } from '../citations.js';
import { SUSPENSION_REVIEW } from '../limitation.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

const SUSPENDED: readonly CaseStatus[] = ['investigation-suspended', 'prosecution-suspended', 'trial-suspended'];

/** Whoever holds a suspended case looks with the procuracy whether its reason still stands. Source: Điều 14 khoản 2 TTLT 01/2020. */
export const SUSPENSION_REVIEW_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] =
  SUSPENDED.map((status) => ({
    command: 'review-suspension',
    event: 'case-suspension-reviewed',
    from: [status],
    to: [status],
    actor: 'holder',
    by: CASE_INSTITUTORS,
    article: TTLT0120('Đ.14 khoản 2'),
    fields: {},
    validFrom: SUSPENSION_REVIEW.validFrom,
  }));
