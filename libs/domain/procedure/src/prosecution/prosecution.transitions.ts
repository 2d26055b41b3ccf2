import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
import {
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  RETURN_GROUNDS,
  codesOf,
} from '../grounds.js';
import type { Transition } from '../transition.js';
import type { ProsecutionPayloads } from './prosecution.steps.js';

type Row = Transition<CaseStatus, keyof ProsecutionPayloads>;
const someIds = { kind: 'ids', required: false } as const;
const procuracy = { actor: 'holder', by: ['procuracy'] } as const;
const choice = (choices: readonly string[]) => ({ kind: 'choice', required: true, choices }) as const;

const termination: Pick<Row, 'command' | 'event' | 'actor' | 'by' | 'article' | 'fields'> = {
  command: 'terminate',
  event: 'prosecution-terminated',
  ...procuracy,
  article: `${BLTTHS('Đ.240, 248')}; ${TTLT0120('Đ.9')}`,
  fields: { ground: choice(codesOf(PROSECUTION_TERMINATION_GROUNDS)), defendantIds: someIds },
};

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
    article: BLTTHS('Đ.244'),
    fields: { toOfficeId: { kind: 'office', required: true } },
  },
];
