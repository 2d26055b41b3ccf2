import { CASE_INSTITUTORS, CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT04 } from '../citations.js';
import type { Fields, Transition } from '../transition.js';
import type { MeasurePayloads } from './measure.steps.js';

type Row = Transition<CaseStatus, keyof MeasurePayloads>;
const id = { kind: 'id', required: true } as const;
const day = { kind: 'day', required: true } as const;
const persons = { kind: 'ids', required: true } as const;

/** One of a suspended case may be found and held. */
const HOLDING: readonly CaseStatus[] = ['under-investigation', 'investigation-suspended'];
/** A transfer that is only offered stops no supervision (Điều 169 khoản 5). */
const SUPERVISED: readonly CaseStatus[] = ['under-investigation', 'in-transfer'];
const ORDERING: readonly CaseStatus[] = [
  'under-investigation',
  'at-procuracy',
  'accepted',
  'scheduled',
  'judged',
  'appealed',
  'appeal-accepted',
  'appeal-scheduled',
];
const DETAINING: readonly CaseStatus[] = [
  ...ORDERING,
  'investigation-suspended',
  'concluded',
  'prosecution-suspended',
  'indicted',
  'handed-to-court',
  'trial-suspended',
  'sent-to-appeal',
];

const rows = (statuses: readonly CaseStatus[], row: Omit<Row, 'from' | 'to'>): readonly Row[] =>
  statuses.map((status) => ({ ...row, from: [status], to: [status] }));
const held: Fields = { personId: id, number: { kind: 'text', required: true }, until: day };

/** How persons are held and detained, and set free. Source: Điều 110, 117, 118, 119, 173, 241, 278, 329, 347 BLTTHS. */
export const MEASURE_TRANSITIONS: readonly Row[] = [
  ...rows(HOLDING, {
    command: 'hold-person',
    event: 'person-held',
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.110 khoản 4, Đ.117, 118'),
    fields: { ...held, from: { kind: 'day', required: false } },
  }),
  ...rows([...SUPERVISED, 'investigation-suspended'], {
    command: 'extend-custody',
    event: 'custody-extended',
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.118 khoản 2'),
    fields: { personId: id, until: day },
  }),
  ...rows(HOLDING, {
    command: 'release',
    event: 'released',
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.117 khoản 4, Đ.118 khoản 3'),
    fields: { personId: id },
  }),
  ...rows(ORDERING, {
    command: 'order-detention',
    event: 'detention-ordered',
    actor: 'holder',
    by: CASE_INSTITUTORS,
    article: `${BLTTHS('Đ.119, 173, 241, 278, 329, 347')}; ${TTLT04('Đ.17')}`,
    fields: { defendantId: id, from: day, until: day },
  }),
  ...rows(SUPERVISED, {
    command: 'extend-detention',
    event: 'detention-extended',
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.173 khoản 2, 6'),
    fields: { defendantIds: persons, until: day },
  }),
  ...rows(DETAINING, {
    command: 'end-detention',
    event: 'detention-ended',
    actor: 'holder',
    by: CASE_INSTITUTORS,
    article: BLTTHS('Đ.125, Đ.173 khoản 7'),
    fields: { defendantIds: persons },
  }),
];
