import { day } from '#libs/domain/kernel';
import { CASE_INSTITUTORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, LAW59 } from '../citations.js';
import { MINOR_LIMIT_GROUNDS, SUMMARY_PROCEDURE_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;

/** Whoever holds the case at its stage decides by which limits it goes on. */
const DECIDING: readonly CaseStatus[] = ['under-investigation', 'at-procuracy', 'accepted'];

const rows = (row: Omit<Row, 'from' | 'to' | 'actor' | 'by'>, deciding = DECIDING): readonly Row[] =>
  deciding.map((status) => ({ ...row, from: [status], to: [status], actor: 'holder', by: CASE_INSTITUTORS }));

/** Summary procedure, and the limits of accused under 18. Source: Điều 456–463 BLTTHS; Luật 59/2024/QH15. */
export const SPECIAL_PROCEDURE_TRANSITIONS: readonly Row[] = [
  ...rows({
    command: 'apply-summary-procedure',
    event: 'summary-procedure-applied',
    article: BLTTHS('Đ.456, 457'),
    fields: {
      ground: { kind: 'choice', required: false, choices: codesOf(SUMMARY_PROCEDURE_GROUNDS) },
      simple: { kind: 'flag', required: false },
      identityClear: { kind: 'flag', required: false },
    },
  }),
  ...rows({
    command: 'revoke-summary-procedure',
    event: 'summary-procedure-revoked',
    article: BLTTHS('Đ.458'),
    fields: {},
  }),
  ...rows(
    {
      command: 'lift-minor-limits',
      event: 'minor-limits-lifted',
      article: LAW59,
      fields: { ground: { kind: 'choice', required: true, choices: codesOf(MINOR_LIMIT_GROUNDS) } },
      validFrom: day('2026-01-01'),
    },
    // The preparation on appeal is halved as the others are, and made whole as they are.
    [...DECIDING, 'appeal-accepted'],
  ),
];
