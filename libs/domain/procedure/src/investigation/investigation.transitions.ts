import type { Agency } from '#libs/domain/jurisdiction';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, NQ225, TTLT04 } from '../citations.js';
import { INVESTIGATION_SUSPENSION_GROUNDS, INVESTIGATION_TERMINATION_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import { CARRIED_OVER_CASE, type InvestigationPayloads } from './investigation.steps.js';

/** Bodies that institute and investigate cases. Source: Điều 153, 163, 164 BLTTHS. */
export const CASE_INVESTIGATORS: readonly Agency[] = ['police-investigation', 'border-guard', 'procuracy'];

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;
const ids = { kind: 'ids', required: true } as const;
const someIds = { kind: 'ids', required: false } as const;
const office = { kind: 'office', required: true } as const;
const offence = { kind: 'offence', required: true } as const;
const optional = { required: false } as const;
const investigator = { actor: 'holder', by: CASE_INVESTIGATORS } as const;
const under = ['under-investigation'] as const;

const opening: readonly Row[] = [
  {
    command: 'institute',
    event: 'case-instituted',
    from: ['none'],
    to: under,
    actor: 'opener',
    by: [...CASE_INVESTIGATORS, 'court'],
    article: BLTTHS('Đ.143, 153, 154'),
    fields: { offence, denunciationIds: someIds, placeId: { kind: 'number', ...optional } },
  },
  {
    command: 'carry-over',
    event: 'case-carried-over',
    from: ['none'],
    to: CARRIED_OVER_CASE,
    actor: 'opener',
    by: [...CASE_INVESTIGATORS, 'court'],
    article: 'Đ.4 TTLT 05/2018',
    fields: {
      status: { kind: 'choice', required: true, choices: CARRIED_OVER_CASE },
      offence: { kind: 'offence', ...optional },
      placeId: { kind: 'number', ...optional },
      institutedOn: { kind: 'day', ...optional },
      discovered: { kind: 'flag', ...optional },
      persons: { kind: 'persons', ...optional },
    },
  },
];

const accusation: readonly Row[] = [
  {
    command: 'charge',
    event: 'charged',
    from: under,
    to: under,
    ...investigator,
    article: BLTTHS('Đ.179, 180'),
    fields: {
      defendantId: { kind: 'id', required: true },
      number: { kind: 'text', required: true },
      offence,
      minor: { kind: 'flag', ...optional },
    },
  },
  {
    command: 'approve-charge',
    event: 'charge-approved',
    from: under,
    to: under,
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.179 khoản 3'),
    fields: { defendantIds: ids },
  },
  {
    command: 'cancel-charge',
    event: 'charge-cancelled',
    from: under,
    to: under,
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.179 khoản 3'),
    fields: { defendantIds: ids },
  },
];

const course: readonly Row[] = [
  {
    command: 'extend',
    event: 'investigation-extended',
    from: under,
    to: under,
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.172 khoản 2, 3'),
    fields: { until: { kind: 'day', required: true } },
  },
  {
    command: 'suspend',
    event: 'investigation-suspended',
    from: under,
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
    to: under,
    ...investigator,
    article: BLTTHS('Đ.235'),
    fields: { defendantIds: someIds },
  },
  {
    command: 'terminate',
    event: 'investigation-terminated',
    from: ['under-investigation', 'investigation-suspended'],
    to: ['under-investigation', 'investigation-suspended', 'investigation-terminated'],
    ...investigator,
    article: BLTTHS('Đ.230, 232, 234'),
    fields: {
      ground: { kind: 'choice', required: true, choices: codesOf(INVESTIGATION_TERMINATION_GROUNDS) },
      defendantIds: someIds,
    },
  },
  {
    command: 'conclude',
    event: 'investigation-concluded',
    from: under,
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
    fields: { toOfficeId: office },
  },
];

const succession: readonly CaseStatus[] = [
  'under-investigation',
  'investigation-suspended',
  'concluded',
  'at-procuracy',
  'prosecution-suspended',
  'indicted',
  'handed-to-court',
  'accepted',
  'scheduled',
  'trial-suspended',
  'judged',
  'appealed',
];

const transfers: readonly Row[] = [
  {
    command: 'transfer',
    event: 'case-transfer-offered',
    from: under,
    to: ['in-transfer'],
    ...investigator,
    article: `${BLTTHS('Đ.169')}; ${TTLT04('Đ.29')}`,
    fields: { toOfficeId: office },
  },
  {
    command: 'accept-transfer',
    event: 'case-transfer-accepted',
    from: ['in-transfer'],
    to: under,
    actor: 'receiver',
    by: CASE_INVESTIGATORS,
    article: `${BLTTHS('Đ.169')}; ${TTLT04('Đ.29')}`,
    fields: {},
  },
  {
    command: 'refuse-transfer',
    event: 'case-transfer-refused',
    from: ['in-transfer'],
    to: under,
    actor: 'receiver',
    by: CASE_INVESTIGATORS,
    article: TTLT04('Đ.29'),
    fields: { because: { kind: 'text', required: true } },
  },
  {
    command: 'succeed-office',
    event: 'case-office-succeeded',
    from: succession,
    to: succession,
    actor: 'system',
    by: [...CASE_INVESTIGATORS, 'court'],
    article: NQ225,
    fields: { toOfficeId: office },
  },
];

/** Every lawful step of the investigation of a case. Source: Điều 153–235 BLTTHS. */
export const INVESTIGATION_TRANSITIONS: readonly Row[] = [...opening, ...accusation, ...course, ...transfers];
