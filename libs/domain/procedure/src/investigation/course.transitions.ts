import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
import { INVESTIGATION_SUSPENSION_GROUNDS, INVESTIGATION_TERMINATION_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;
const investigator = { actor: 'holder', by: CASE_INVESTIGATORS } as const;
const someIds = { kind: 'ids', required: false } as const;

const termination: Pick<Row, 'command' | 'event' | 'actor' | 'by' | 'article' | 'fields'> = {
  command: 'terminate',
  event: 'investigation-terminated',
  ...investigator,
  article: `${BLTTHS('Đ.230, 232, 234')}; ${TTLT0120('Đ.7')}`,
  fields: {
    ground: { kind: 'choice', required: true, choices: codesOf(INVESTIGATION_TERMINATION_GROUNDS) },
    defendantIds: someIds,
  },
};

/** How an investigation stands still, ends and is handed on. Source: Điều 229–235, 238 BLTTHS. */
export const COURSE_TRANSITIONS: readonly Row[] = [
  {
    command: 'suspend',
    event: 'investigation-suspended',
    from: ['under-investigation'],
    to: ['under-investigation', 'investigation-suspended'],
    ...investigator,
    article: BLTTHS('Đ.229'),
    fields: {
      ground: { kind: 'choice', required: true, choices: codesOf(INVESTIGATION_SUSPENSION_GROUNDS) },
      defendantIds: someIds,
    },
  },
  {
    command: 'resume',
    event: 'investigation-resumed',
    from: ['under-investigation', 'investigation-suspended', 'investigation-terminated'],
    to: ['under-investigation'],
    ...investigator,
    article: BLTTHS('Đ.235'),
    fields: { defendantIds: someIds },
  },
  {
    ...termination,
    from: ['under-investigation'],
    to: ['under-investigation', 'investigation-suspended', 'investigation-terminated'],
  },
  { ...termination, from: ['investigation-suspended'], to: ['investigation-suspended', 'investigation-terminated'] },
  {
    command: 'confirm-termination',
    event: 'termination-confirmed',
    from: ['investigation-terminated'],
    to: ['investigation-terminated'],
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.230 khoản 3'),
    fields: {},
  },
  {
    // The procuracy has the investigation resumed, or prosecutes at once.
    command: 'overrule-termination',
    event: 'termination-overruled',
    from: ['investigation-terminated'],
    to: ['under-investigation', 'at-procuracy'],
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.230 khoản 3'),
    fields: { defendantIds: someIds, prosecute: { kind: 'flag', required: false } },
  },
  {
    command: 'conclude',
    event: 'investigation-concluded',
    from: ['under-investigation'],
    to: ['concluded'],
    ...investigator,
    article: BLTTHS('Đ.232, 233'),
    fields: {},
  },
  {
    command: 'hand-to-procuracy',
    event: 'handed-to-procuracy',
    from: ['concluded'],
    to: ['at-procuracy'],
    ...investigator,
    article: BLTTHS('Đ.232 khoản 4, Đ.238'),
    fields: { toOfficeId: { kind: 'office', required: true } },
  },
];
