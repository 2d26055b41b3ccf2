import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;
const id = { kind: 'id', required: true } as const;
const optional = { required: false } as const;
/** The investigators join and sever (Điều 170), the procuracy while it holds the file (Điều 242). */
const OPEN: readonly CaseStatus[] = ['under-investigation', 'at-procuracy'];

const join = {
  command: 'join',
  event: 'case-joined',
  to: ['joined'],
  actor: 'holder',
  by: CASE_INVESTIGATORS,
  article: BLTTHS('Đ.170, 242'),
  fields: { intoCaseId: id, movedTo: { kind: 'moves', ...optional } },
} as const;
const absorb = {
  command: 'absorb',
  event: 'case-absorbed',
  actor: 'system',
  by: CASE_INVESTIGATORS,
  article: BLTTHS('Đ.170, 242'),
  fields: {
    fromCaseId: id,
    institutedOn: { kind: 'day', ...optional },
    offence: { kind: 'offence', ...optional },
    persons: { kind: 'moved-persons', ...optional },
    denunciationIds: { kind: 'ids', ...optional },
  },
} as const;
const sever = {
  command: 'sever',
  event: 'case-severed',
  actor: 'holder',
  by: CASE_INVESTIGATORS,
  article: BLTTHS('Đ.170, 242'),
  fields: { toCaseId: id, persons: { kind: 'moves', required: true } },
} as const;

/** How cases are joined and severed; the counterpart in the other case is the system's. Source: Điều 170, 242 BLTTHS. */
export const JOINDER_TRANSITIONS: readonly Row[] = [
  ...OPEN.map((status): Row => ({ ...join, from: [status] })),
  ...OPEN.map((status): Row => ({ ...absorb, from: [status], to: [status] })),
  ...OPEN.map((status): Row => ({ ...sever, from: [status], to: [status] })),
  {
    command: 'sever-off',
    event: 'case-severed-off',
    from: ['none'],
    to: ['under-investigation', 'investigation-suspended', 'at-procuracy', 'prosecution-suspended'],
    actor: 'system',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.170, 242'),
    fields: {
      parentCaseId: id,
      stage: { kind: 'choice', required: true, choices: ['under-investigation', 'at-procuracy'] },
      institutedOn: { kind: 'day', ...optional },
      offence: { kind: 'offence', ...optional },
      placeId: { kind: 'number', ...optional },
      committedOn: { kind: 'day', ...optional },
      investigatingOfficeId: { kind: 'office', ...optional },
      clock: { kind: 'clock', ...optional },
      summary: { kind: 'flag', ...optional },
      minorLimitsLifted: { kind: 'flag', ...optional },
      persons: { kind: 'moved-persons', required: true },
      denunciationIds: { kind: 'ids', ...optional },
    },
  },
];
