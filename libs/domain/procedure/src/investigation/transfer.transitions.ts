import { CASE_INSTITUTORS, CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, NQ225, TTLT04 } from '../citations.js';
import { CASE_TRANSFER_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;
const office = { kind: 'office', required: true } as const;

/** Whoever holds a case that may still move hands it to the successor; `final` is the end. */
const SUCCESSION: readonly CaseStatus[] = [
  'under-investigation',
  'investigation-suspended',
  'investigation-terminated',
  'in-transfer',
  'concluded',
  'at-procuracy',
  'prosecution-suspended',
  'prosecution-terminated',
  'indicted',
  'handed-to-court',
  'accepted',
  'scheduled',
  'trial-suspended',
  'trial-terminated',
  'judged',
  'appealed',
  'sent-to-appeal',
  'appeal-accepted',
  'appeal-scheduled',
  'remanded',
  'in-cassation',
  'in-reopening',
];

/** Where the case is offered, and where it is not: the letter was refused without reason, or none was written. */
const OFFERED_OR_NOT = ['under-investigation', 'in-transfer'] as const;

/** The procuracy decides on what investigators propose, or by itself. Source: Điều 169 BLTTHS; Điều 29 khoản 1 TTLT 04/2018. */
const DECISION: readonly Row[] = [
  {
    command: 'agree-to-transfer',
    event: 'case-transfer-agreed',
    from: ['in-transfer'],
    to: ['in-transfer'],
    actor: 'receiver',
    by: CASE_INVESTIGATORS,
    article: TTLT04('Đ.29 khoản 1 điểm a'),
    fields: {},
  },
  ...OFFERED_OR_NOT.map(
    (status): Row => ({
      command: 'request-transfer',
      event: 'case-transfer-requested',
      from: [status],
      to: ['in-transfer'],
      actor: 'holder',
      by: ['police-investigation'],
      article: `${BLTTHS('Đ.169 khoản 1 điểm a')}; ${TTLT04('Đ.29 khoản 1')}`,
      fields: { toOfficeId: { kind: 'office', required: false } },
    }),
  ),
  ...OFFERED_OR_NOT.map(
    (status): Row => ({
      command: 'decide-transfer',
      event: 'case-transfer-decided',
      from: [status],
      to: ['in-transfer'],
      actor: 'supervisor',
      by: ['procuracy'],
      article: BLTTHS('Đ.169'),
      fields: {
        toOfficeId: office,
        ground: { kind: 'choice', required: true, choices: codesOf(CASE_TRANSFER_GROUNDS) },
      },
    }),
  ),
];

/** How a case passes to another office. Source: Điều 154 khoản 2, 169 BLTTHS; Điều 29 TTLT 04/2018; NQ 225/2025/QH15. */
export const CASE_TRANSFERS: readonly Row[] = [
  {
    // A case that a trial panel instituted goes to the procuracy (Điều 154 khoản 2).
    command: 'transfer',
    event: 'case-transfer-offered',
    from: ['under-investigation'],
    to: ['in-transfer'],
    actor: 'holder',
    by: CASE_INSTITUTORS,
    article: `${BLTTHS('Đ.154 khoản 2, Đ.169')}; ${TTLT04('Đ.29')}`,
    fields: { toOfficeId: office },
  },
  ...DECISION,
  {
    command: 'accept-transfer',
    event: 'case-transfer-accepted',
    from: ['in-transfer'],
    to: ['under-investigation'],
    actor: 'receiver',
    by: CASE_INVESTIGATORS,
    article: `${BLTTHS('Đ.169')}; ${TTLT04('Đ.29')}`,
    fields: {},
  },
  {
    command: 'refuse-transfer',
    event: 'case-transfer-refused',
    from: ['in-transfer'],
    to: ['under-investigation'],
    actor: 'receiver',
    by: CASE_INVESTIGATORS,
    article: TTLT04('Đ.29'),
    fields: { because: { kind: 'text', required: true } },
  },
  ...SUCCESSION.map(
    (status): Row => ({
      command: 'succeed-office',
      event: 'case-office-succeeded',
      from: [status],
      to: [status],
      actor: 'system',
      by: CASE_INSTITUTORS,
      article: NQ225,
      fields: { toOfficeId: office },
    }),
  ),
];
