import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import { CASSATION_OUTCOMES, DIRECTIONS, REOPENING_OUTCOMES, type ReviewPayloads } from './review.steps.js';

const protest = {
  defendantIds: { kind: 'ids', required: true },
  direction: { kind: 'choice', required: true, choices: DIRECTIONS },
  toOfficeId: { kind: 'office', required: true },
} as const;
const toOfficeId = { kind: 'office', required: false } as const;

/**
 * How a final judgment is reviewed. Which heads protest to which court is their law’s business and changes with the courts:
 * any procuracy, and for a cassation any court, may record it.
 * Source: Điều 370–403 BLTTHS.
 */
export const REVIEW_TRANSITIONS: readonly Transition<CaseStatus, keyof ReviewPayloads>[] = [
  {
    command: 'protest-cassation',
    event: 'cassation-protested',
    from: ['final'],
    to: ['in-cassation'],
    actor: 'opener',
    by: ['procuracy', 'court'],
    article: BLTTHS('Đ.370, 371, 373, 379'),
    fields: protest,
  },
  {
    command: 'decide-cassation',
    event: 'cassation-decided',
    from: ['in-cassation'],
    to: ['final', 'remanded'],
    actor: 'holder',
    by: ['court'],
    article: BLTTHS('Đ.382, 385, 388–394'),
    fields: { results: { kind: 'results', required: true, choices: CASSATION_OUTCOMES }, toOfficeId },
  },
  {
    command: 'protest-reopening',
    event: 'reopening-protested',
    from: ['final'],
    to: ['in-reopening'],
    actor: 'opener',
    by: ['procuracy'],
    article: BLTTHS('Đ.397, 398, 400, 401'),
    fields: { ...protest, reportedOn: { kind: 'day', required: false } },
  },
  {
    command: 'decide-reopening',
    event: 'reopening-decided',
    from: ['in-reopening'],
    to: ['final', 'remanded'],
    actor: 'holder',
    by: ['court'],
    article: BLTTHS('Đ.402, 403'),
    fields: { results: { kind: 'results', required: true, choices: REOPENING_OUTCOMES }, toOfficeId },
  },
];
