import type { Day } from '#libs/domain/kernel';
import { type CaseFile, statusOfCase } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { HEARING_LIMITS, type HearingLimit, LEFT, isSummary } from './hearing.limits.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { CODE_IN_FORCE, type Change, type TimeLimit, byGravity, days, further, months } from '../time-limit.js';

type Id =
  | 'judge-assignment'
  | 'trial-preparation'
  | 'trial-preparation-after-return'
  | 'trial-preparation-summary'
  | HearingLimit
  | 'transfer-for-competence';
export type TrialLimit = TimeLimit<CaseFile, Id>;

const PREPARED = ['scheduled', ...LEFT] as const;
const TAKEN_UP = ['case-accepted', 'trial-resumed', 'remand-accepted'] as const;
const SUMMARY = ['summary-procedure-applied', 'summary-procedure-revoked'] as const;
const always = (): boolean => true;
const isPrepared = ({ before, after }: Change<CaseFile>): boolean =>
  statusOfCase(before) !== statusOfCase(after) || before.procedure !== after.procedure;

/** A preparation begins where the file has a new clock of it, and goes on by another limit when the procedure changes. */
const prepared =
  (applies: (change: Change<CaseFile>) => boolean) =>
  (change: Change<CaseFile>): Day | undefined => {
    const { before, after } = change;
    const clock = after.stage === 'accepted' ? after.preparation : undefined;
    const begins = clock?.from !== before.preparation?.from || before.procedure !== after.procedure;
    return clock && begins && applies(change) ? clock.from : undefined;
  };

/**
 * The preparation of a trial by the ordinary procedure. Source: Điều 277 khoản 1, 2 BLTTHS. **[M]** that Luật 99/2025 left
 * the lengths as they were: where its text says otherwise, rows valid since 01/07/2025 follow.
 */
export const PREPARATION_LIMIT: TrialLimit = {
  id: 'trial-preparation',
  starts: [...TAKEN_UP, ...SUMMARY],
  startOn: prepared((change) => !change.after.preparation?.afterReturn && !isSummary(change)),
  stops: [...PREPARED, ...SUMMARY],
  stopsRun: isPrepared,
  length: byGravity(days(30), days(45), months(2), months(3)),
  extensions: byGravity(
    further('court-president', days(15)),
    further('court-president', days(15)),
    further('court-president', days(30)),
    further('court-president', days(30)),
  ),
  extendedBy: 'preparation-extended',
  isHalved: hasHalvedLimits,
  article: BLTTHS('Đ.277 khoản 1, 2'),
  validFrom: CODE_IN_FORCE,
};

/** The preparation of a trial whose file comes back from a supplementary investigation. */
export const PREPARATION_AFTER_RETURN: TrialLimit = {
  id: 'trial-preparation-after-return',
  starts: ['case-accepted'],
  startOn: prepared((change) => change.after.preparation?.afterReturn === true),
  stops: PREPARED,
  length: days(15),
  extensions: [],
  isHalved: hasHalvedLimits,
  article: BLTTHS('Đ.277 khoản 2'),
  validFrom: CODE_IN_FORCE,
};

/** The preparation of a trial by the summary procedure, which nobody lengthens. */
export const PREPARATION_SUMMARY: TrialLimit = {
  id: 'trial-preparation-summary',
  starts: ['case-accepted', ...SUMMARY],
  startOn: prepared((change) => isSummary(change) && !change.after.preparation?.afterReturn),
  stops: [...PREPARED, ...SUMMARY],
  stopsRun: isPrepared,
  length: days(10),
  extensions: [],
  isHalved: hasHalvedLimits,
  article: BLTTHS('Đ.462 khoản 1'),
  validFrom: CODE_IN_FORCE,
};

/** The limits of the trial at first instance and of hearings. Source: Điều 274, 276, 277, 297, 326, 462 BLTTHS. */
export const TRIAL_LIMITS: readonly TrialLimit[] = [
  {
    id: 'judge-assignment',
    starts: ['case-accepted', 'remand-accepted'],
    startOn: ({ step, after }) => (after.stage === 'accepted' ? step.occurredOn : undefined),
    stops: ['judge-assigned', ...PREPARED],
    stopsRun: always,
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.276'),
    validFrom: CODE_IN_FORCE,
  },
  PREPARATION_LIMIT,
  PREPARATION_AFTER_RETURN,
  PREPARATION_SUMMARY,
  ...HEARING_LIMITS,
  {
    id: 'transfer-for-competence',
    starts: ['returned-for-competence'],
    stops: [
      'prosecution-transferred',
      'indicted',
      'returned-for-supplement',
      'prosecution-suspended',
      'prosecution-terminated',
    ],
    stopsRun: always,
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.274'),
    validFrom: CODE_IN_FORCE,
  },
];
