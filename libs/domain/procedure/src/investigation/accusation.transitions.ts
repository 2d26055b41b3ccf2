import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;

/** A transfer that is only offered stops neither the investigation nor its supervision (Điều 169 khoản 5). */
const SUPERVISED: readonly CaseStatus[] = ['under-investigation', 'in-transfer'];

const supervised = (row: Pick<Row, 'command' | 'event' | 'article' | 'fields'>): readonly Row[] =>
  SUPERVISED.map((status) => ({ ...row, from: [status], to: [status], actor: 'supervisor', by: ['procuracy'] }));

/** How persons are accused, and what the procuracy decides on it. Source: Điều 172, 179, 180 BLTTHS. */
export const ACCUSATION_TRANSITIONS: readonly Row[] = [
  {
    command: 'charge',
    event: 'charged',
    from: ['under-investigation'],
    to: ['under-investigation'],
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.179, 180'),
    fields: {
      defendantId: { kind: 'id', required: true },
      number: { kind: 'text', required: true },
      offence: { kind: 'offence', required: true },
      minor: { kind: 'flag', required: false },
    },
  },
  ...supervised({
    command: 'approve-charge',
    event: 'charge-approved',
    article: BLTTHS('Đ.179 khoản 3'),
    fields: { defendantIds: { kind: 'ids', required: true } },
  }),
  ...supervised({
    command: 'cancel-charge',
    event: 'charge-cancelled',
    article: BLTTHS('Đ.179 khoản 3'),
    fields: { defendantIds: { kind: 'ids', required: true } },
  }),
  ...supervised({
    command: 'extend',
    event: 'investigation-extended',
    article: BLTTHS('Đ.172 khoản 2, 3, Đ.174 khoản 1'),
    fields: { until: { kind: 'day', required: true } },
  }),
];
