import { CASE_INSTITUTORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import { CARRIED_OVER_CASE, type InvestigationPayloads } from './investigation.steps.js';

const optional = { required: false } as const;

/** How a case begins. Source: Điều 143, 153, 154 BLTTHS. */
export const OPENING_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] = [
  {
    command: 'institute',
    event: 'case-instituted',
    from: ['none'],
    to: ['under-investigation'],
    actor: 'opener',
    by: CASE_INSTITUTORS,
    article: BLTTHS('Đ.143, 153, 154'),
    fields: {
      offence: { kind: 'offence', required: true },
      denunciationIds: { kind: 'ids', ...optional },
      placeId: { kind: 'number', ...optional },
      communeInvestigator: { kind: 'flag', ...optional },
      inFlagrante: { kind: 'flag', ...optional },
      committedOn: { kind: 'day', ...optional },
    },
  },
  {
    command: 'carry-over',
    event: 'case-carried-over',
    from: ['none'],
    to: CARRIED_OVER_CASE,
    actor: 'opener',
    by: CASE_INSTITUTORS,
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
