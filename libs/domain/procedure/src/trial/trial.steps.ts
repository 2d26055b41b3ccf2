import type { Day } from '#libs/domain/kernel';
import type { Offence } from '../offence.js';
import type {
  ABSENTIA_GROUNDS,
  ADJOURNMENT_GROUNDS,
  COURT_RETURN_GROUNDS,
  HEARING_OBSTACLES,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
} from '../grounds.js';
import type { StepOf } from '../step.js';
import type { VERDICTS } from '../verdict-checks.js';

type Outcome = (typeof VERDICTS)[number];

/** The judgment for one defendant. */
export interface Verdict {
  readonly defendantId: string;
  readonly outcome: Outcome;
  /** What the court found, where that is not what was indicted. */
  readonly offence?: Offence;
  /** Absent when the judgment was pronounced. */
  readonly absent?: boolean;
  /** Tried in absence, and on which ground (Điều 290 khoản 2). */
  readonly absentia?: keyof typeof ABSENTIA_GROUNDS;
  /** The judgment on each charge, where there are several. */
  readonly charges?: readonly { readonly offence: Offence; readonly outcome: Outcome }[];
}

/** What each step of the trial states. */
export interface TrialPayloads {
  'case-accepted': Record<string, never>;
  'judge-assigned': { readonly judgeId: string };
  'preparation-extended': { readonly until: Day };
  /** `obstacle`: why the hearing is opened later than 15 days after the decision, stated then or when its day is set anew. */
  scheduled: { readonly hearingOn: Day; readonly obstacle?: keyof typeof HEARING_OBSTACLES };
  'hearing-opened': Record<string, never>;
  adjourned: { readonly hearingOn: Day; readonly ground: keyof typeof ADJOURNMENT_GROUNDS };
  'deliberation-prolonged': { readonly until: Day };
  'returned-by-court': {
    readonly by: 'judge' | 'panel';
    readonly ground: keyof typeof COURT_RETURN_GROUNDS;
    readonly toOfficeId?: number;
  };
  'returned-for-competence': { readonly toOfficeId?: number };
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
}

export type TrialStep = StepOf<TrialPayloads>;
