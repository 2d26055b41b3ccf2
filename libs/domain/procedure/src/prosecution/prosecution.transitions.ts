import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
import {
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  RETURN_GROUNDS,
  codesOf,
} from '../grounds.js';
import type { Transition } from '../transition.js';
import type { ProsecutionPayloads } from './prosecution.steps.js';

type Row = Transition<CaseStatus, keyof ProsecutionPayloads>;
const someIds = { kind: 'ids', required: false } as const;
const text = { kind: 'text', required: true } as const;
const procuracy = { actor: 'holder', by: ['procuracy'] } as const;
const choice = (choices: readonly string[]) => ({ kind: 'choice', required: true, choices }) as const;

const termination: Pick<Row, 'command' | 'event' | 'actor' | 'by' | 'article' | 'fields'> = {
  command: 'terminate',
  event: 'prosecution-terminated',
  ...procuracy,
  article: `${BLTTHS('Đ.240, 248')}; ${TTLT0120('Đ.9')}`,
  fields: { ground: choice(codesOf(PROSECUTION_TERMINATION_GROUNDS)), defendantIds: someIds },
};

/** Until the hearing the procuracy may withdraw what it prosecuted; the court then terminates (Điều 282 khoản 1). */
const withdrawals = (['accepted', 'scheduled'] as const).map(
  (status): Row => ({
    command: 'withdraw-prosecution',
    event: 'prosecution-withdrawn',
    from: [status],
    to: [status],
    actor: 'prosecutor',
    by: ['procuracy'],
    article: BLTTHS('Đ.285'),
    fields: { defendantIds: someIds },
  }),
);

/** The time to decide is extended, and of a complex case the time to hand the file over to the court. */
const extensions = (['at-procuracy', 'indicted'] as const).map(
  (status): Row => ({
    command: 'extend-prosecution',
    event: 'prosecution-extended',
    from: [status],
    to: [status],
    ...procuracy,
    article: BLTTHS('Đ.240 khoản 1, Đ.244'),
    fields: { until: { kind: 'day', required: true } },
  }),
);

/** Every lawful step of the prosecution of a case. Source: Điều 236–249 BLTTHS. */
export const PROSECUTION_TRANSITIONS: readonly Row[] = [
  {
    command: 'indict',
    event: 'indicted',
    from: ['at-procuracy'],
    to: ['indicted'],
    ...procuracy,
    article: BLTTHS('Đ.240, 243'),
    fields: { defendantIds: someIds },
  },
  {
    command: 'return-for-supplement',
    event: 'returned-for-supplement',
    from: ['at-procuracy'],
    to: ['under-investigation'],
    ...procuracy,
    article: BLTTHS('Đ.174 khoản 2, Đ.240, 245, 246'),
    fields: { ground: choice(codesOf(RETURN_GROUNDS)), toOfficeId: { kind: 'office', required: false } },
  },
  {
    command: 'refuse-file',
    event: 'file-refused',
    from: ['at-procuracy'],
    to: ['concluded'],
    ...procuracy,
    article: BLTTHS('Đ.238'),
    fields: { because: text },
  },
  ...extensions,
  {
    command: 'transfer-for-prosecution',
    event: 'prosecution-transferred',
    from: ['at-procuracy'],
    to: ['at-procuracy'],
    ...procuracy,
    article: BLTTHS('Đ.239'),
    fields: { toOfficeId: { kind: 'office', required: true } },
  },
  {
    command: 'decline-return',
    event: 'return-declined',
    from: ['at-procuracy'],
    to: ['handed-to-court'],
    ...procuracy,
    article: BLTTHS('Đ.246'),
    fields: { because: text },
  },
  {
    command: 'suspend',
    event: 'prosecution-suspended',
    from: ['at-procuracy'],
    to: ['at-procuracy', 'prosecution-suspended'],
    ...procuracy,
    article: BLTTHS('Đ.240, 247'),
    fields: { ground: choice(codesOf(PROSECUTION_SUSPENSION_GROUNDS)), defendantIds: someIds },
  },
  {
    command: 'resume',
    event: 'prosecution-resumed',
    from: ['at-procuracy', 'prosecution-suspended', 'prosecution-terminated'],
    to: ['at-procuracy'],
    ...procuracy,
    article: BLTTHS('Đ.249'),
    fields: { defendantIds: someIds },
  },
  {
    ...termination,
    from: ['at-procuracy'],
    to: ['at-procuracy', 'prosecution-suspended', 'prosecution-terminated'],
  },
  { ...termination, from: ['prosecution-suspended'], to: ['prosecution-suspended', 'prosecution-terminated'] },
  {
    command: 'hand-to-court',
    event: 'handed-to-court',
    from: ['indicted'],
    to: ['handed-to-court'],
    ...procuracy,
    article: BLTTHS('Đ.244, 268'),
    fields: {
      toOfficeId: { kind: 'office', required: true },
      ground: { kind: 'choice', required: false, choices: codesOf(PROVINCIAL_TRIAL_GROUNDS) },
    },
  },
  ...withdrawals,
];
