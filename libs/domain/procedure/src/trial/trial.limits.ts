import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type Change, type TimeLimit, byGravity, days, further, months } from '../time-limit.js';

type Id = 'trial-preparation' | 'trial-preparation-after-return';
export type TrialLimit = TimeLimit<CaseFile, Id>;
const PREPARED = ['scheduled', 'returned-by-court', 'trial-suspended', 'trial-terminated'] as const;

const cameBack = ({ step, after: { returns } }: Change<CaseFile>): boolean =>
  step.type === 'case-accepted' && returns.judge + returns.panel > 0;
const begins = ({ before, after }: Change<CaseFile>): boolean =>
  before.halt !== undefined || before.stage !== after.stage;

/** The limits of the trial at first instance, until the hearing is set. Source: Điều 277 khoản 1, 2 BLTTHS. */
export const TRIAL_LIMITS: readonly TrialLimit[] = [
  {
    id: 'trial-preparation',
    starts: ['case-accepted', 'trial-resumed'],
    startOn: (change) => (begins(change) && !cameBack(change) ? change.step.occurredOn : undefined),
    stops: PREPARED,
    length: byGravity(days(30), days(45), months(2), months(3)),
    extensions: byGravity(
      further('court-president', days(15)),
      further('court-president', days(15)),
      further('court-president', days(30)),
      further('court-president', days(30)),
    ),
    article: BLTTHS('Đ.277 khoản 1, 2'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'trial-preparation-after-return',
    starts: ['case-accepted'],
    startOn: (change) => (cameBack(change) ? change.step.occurredOn : undefined),
    stops: PREPARED,
    length: days(15),
    extensions: [],
    article: BLTTHS('Đ.277 khoản 2'),
    validFrom: CODE_IN_FORCE,
  },
];
