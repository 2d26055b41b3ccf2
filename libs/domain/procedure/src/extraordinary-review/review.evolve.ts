import type { CaseFile } from '../case-file.js';
import { changeDefendants } from '../defendant.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import { applyResults } from '../outcomes.js';
import type { ReviewPayloads, ReviewStep } from './review.steps.js';

type Protest = Extract<ReviewStep, { type: 'cassation-protested' | 'reopening-protested' }>;

const protested = (
  file: CaseFile,
  { payload, occurredOn }: Protest,
  under: 'in-cassation' | 'in-reopening',
): CaseFile => {
  const scope = {
    ids: payload.defendantIds,
    applies: ({ status }: CaseFile['defendants'][number]) => status === 'final',
    on: occurredOn,
  };
  return {
    ...file,
    stage: under,
    holderOfficeId: payload.toOfficeId,
    reviewOfficeId: payload.toOfficeId,
    defendants: changeDefendants(file.defendants, scope, () => ({ status: under })),
    since: occurredOn,
  };
};

const EVOLVERS: Evolvers<ReviewPayloads> = {
  'cassation-protested': (file, step) => protested(file, step, 'in-cassation'),
  'cassation-decided': applyResults,
  'reopening-protested': (file, step) => protested(file, step, 'in-reopening'),
  'reopening-decided': applyResults,
};

/** @returns the case after a step against its final judgment. Pure; does not ask whether the step was allowed. */
export const evolveReview = (file: CaseFile, step: ReviewStep): CaseFile =>
  evolveBy<ReviewPayloads, ReviewStep>(EVOLVERS, file, step);
