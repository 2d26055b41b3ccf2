import type { Day } from '#libs/domain/kernel';
import type { RETURN_GROUNDS, TRIAL_SUSPENSION_GROUNDS, TRIAL_TERMINATION_GROUNDS } from '../grounds.js';
import type { Offence } from '../offence.js';
import type { VERDICTS } from '../payload.js';
import type { StepOf } from '../step.js';

/** The judgment for one defendant. */
export interface Verdict {
  readonly defendantId: string;
  readonly outcome: (typeof VERDICTS)[number];
  readonly offence?: Offence;
}

/** What each step of the trial states. */
export interface TrialPayloads {
  'case-accepted': Record<string, never>;
  scheduled: { readonly hearingOn: Day };
  'returned-by-court': {
    readonly by: 'judge' | 'panel';
    readonly ground: keyof typeof RETURN_GROUNDS;
    readonly toOfficeId?: number;
  };
  'trial-suspended': {
    readonly ground: keyof typeof TRIAL_SUSPENSION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  'trial-resumed': { readonly defendantIds?: readonly string[] };
  'trial-terminated': {
    readonly ground: keyof typeof TRIAL_TERMINATION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  judged: { readonly verdicts: readonly Verdict[] };
  appealed: { readonly kind: 'appeal' | 'protest'; readonly defendantIds: readonly string[] };
  finalised: {
    readonly basis: 'no-appeal' | 'appellate-judgment';
    readonly outcome?: 'upheld' | 'amended';
    readonly defendantIds?: readonly string[];
  };
}

export type TrialStep = StepOf<TrialPayloads>;
