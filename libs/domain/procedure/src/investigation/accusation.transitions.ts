import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;

/** A transfer that is only offered stops neither the investigation nor its supervision (Điều 169 khoản 5). */
const SUPERVISED: readonly CaseStatus[] = ['under-investigation', 'in-transfer'];

const investigator: Pick<Row, 'from' | 'to' | 'actor' | 'by'> = {
  from: ['under-investigation'],
  to: ['under-investigation'],
  actor: 'holder',
  by: CASE_INVESTIGATORS,
};

const supervised = (row: Pick<Row, 'command' | 'event' | 'article' | 'fields'>): readonly Row[] =>
  SUPERVISED.map((status) => ({ ...row, from: [status], to: [status], actor: 'supervisor', by: ['procuracy'] }));

/** How persons are accused, and what the procuracy decides on it. Source: Điều 172, 179, 180 BLTTHS. */
export const ACCUSATION_TRANSITIONS: readonly Row[] = [
  {
    command: 'charge',
    event: 'charged',
    ...investigator,
    article: BLTTHS('Đ.179, 180'),
    fields: {
      defendantId: { kind: 'id', required: true },
      number: { kind: 'text', required: true },
      offence: { kind: 'offence', required: true },
      minor: { kind: 'flag', required: false },
      underSixteen: { kind: 'flag', required: false },
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
    command: 'request-charge-evidence',
    event: 'charge-evidence-requested',
    article: BLTTHS('Đ.179 khoản 3, Đ.180 khoản 3'),
    fields: { defendantIds: { kind: 'ids', required: true } },
  }),
  {
    command: 'supply-charge-evidence',
    event: 'charge-evidence-supplied',
    ...investigator,
    article: BLTTHS('Đ.179 khoản 3, Đ.180 khoản 3'),
    fields: { defendantIds: { kind: 'ids', required: false } },
  },
  {
    command: 'change-charge',
    event: 'charge-changed',
    ...investigator,
    article: BLTTHS('Đ.180'),
    fields: {
      defendantId: { kind: 'id', required: true },
      offence: { kind: 'offence', required: true },
      kind: { kind: 'choice', required: true, choices: ['changed', 'added'] },
    },
  },
  {
    command: 'request-extension',
    event: 'investigation-extension-requested',
    ...investigator,
    article: BLTTHS('Đ.172 khoản 2, 3, Đ.174 khoản 1'),
    fields: { until: { kind: 'day', required: true } },
  },
  ...supervised({
    command: 'extend',
    event: 'investigation-extended',
    article: BLTTHS('Đ.172 khoản 2, 3, Đ.174 khoản 1'),
    fields: { until: { kind: 'day', required: true } },
  }),
];
