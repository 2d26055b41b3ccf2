import { type CaseFile, statusOfCase } from '../case-file.js';
import type { InvestigationClock } from '../case-clock.js';
import { BLTTHS } from '../citations.js';
import { hasHalvedLimits } from '../minor-limits.js';
import {
  CODE_IN_FORCE,
  type Change,
  type Start,
  type TimeLimit,
  byGravity,
  days,
  further,
  months,
} from '../time-limit.js';
import { COURSE_LIMITS, type CourseLimit } from './course.limits.js';

type Id = InvestigationClock['limit'];
export type InvestigationLimit = TimeLimit<CaseFile, Id>;

const clockOf =
  (limit: Id) =>
  ({ before, step, after }: Change<CaseFile>): Start | undefined => {
    const { investigationClock: clock, investigationUntil: until } = after;
    const was = before.investigationClock;
    const goesOn = clock === was || (step.type === 'case-absorbed' && clock?.from === was?.from);
    if (goesOn || clock?.limit !== limit) return undefined;
    const { from: on, extensions: granted, grants } = clock;
    return { on, granted, ...(until ? { until } : {}), ...(grants ? { grants } : {}) };
  };

/** Another clock takes the place of the one that ran, or the case no longer stands under investigation. */
const isOver = ({ before, after }: Change<CaseFile>): boolean => {
  const [one, other] = [before.investigationClock, after.investigationClock];
  return statusOfCase(before) !== statusOfCase(after) || one?.limit !== other?.limit || one?.from !== other?.from;
};

const running = (id: Id, starts: readonly string[]) =>
  ({
    id,
    starts: [...starts, 'case-severed-off', 'case-absorbed'],
    startOn: clockOf(id),
    stops: [
      ...['investigation-concluded', 'investigation-suspended', 'investigation-terminated', 'case-absorbed'],
      ...['institution-cancelled', 'institution-overruled', 'case-joined'],
      ...['summary-procedure-applied', 'summary-procedure-revoked'],
    ],
    stopsRun: isOver,
    extendedBy: 'investigation-extended',
    reckonedAnew: true,
    askBefore: 10,
    isHalved: hasHalvedLimits,
    validFrom: CODE_IN_FORCE,
  }) as const;

/** An investigation anew has the whole time anew (Điều 174 khoản 3). **[M]** that Luật 99/2025 left it as it was; where its text says otherwise, a row valid since 01/07/2025 follows. */
const ORDINARY = {
  length: byGravity(months(2), months(3), months(4), months(4)),
  extensions: byGravity(
    further('procuracy', months(2)),
    further('procuracy', months(3), months(2)),
    further('procuracy', months(4), months(4)),
    [...further('procuracy', months(4), months(4)), ...further('supreme-procuracy', months(4), months(4))],
  ),
};

/**
 * The limits of an investigation, by the reason it runs; a transfer does not stop them (Điều 169 khoản 5).
 * Source: Điều 172, 174 BLTTHS. **[M]** of all of them that Luật 99/2025 left the lengths as they were, as above.
 */
export const LIMIT_OF_INVESTIGATION: Readonly<Record<Id, InvestigationLimit>> = {
  investigation: {
    ...running('investigation', ['case-instituted', 'case-carried-over', 'summary-procedure-revoked']),
    ...ORDINARY,
    article: BLTTHS('Đ.172 khoản 1, 2, 3'),
  },
  'investigation-summary': {
    ...running('investigation-summary', ['summary-procedure-applied']),
    length: days(20),
    extensions: [],
    article: BLTTHS('Đ.460'),
  },
  'investigation-resumed': {
    ...running('investigation-resumed', ['investigation-resumed', 'termination-overruled']),
    length: byGravity(months(2), months(2), months(3), months(3)),
    extensions: byGravity(
      further('procuracy', months(1)),
      further('procuracy', months(2)),
      further('procuracy', months(2)),
      further('procuracy', months(3)),
    ),
    article: BLTTHS('Đ.174 khoản 1'),
  },
  'supplement-for-procuracy': {
    ...running('supplement-for-procuracy', ['returned-for-supplement']),
    length: months(2),
    extensions: [],
    article: BLTTHS('Đ.174 khoản 2'),
  },
  'supplement-for-court': {
    ...running('supplement-for-court', ['returned-for-supplement']),
    length: months(1),
    extensions: [],
    article: BLTTHS('Đ.174 khoản 2'),
  },
  reinvestigation: {
    ...running('reinvestigation', ['remand-accepted']),
    ...ORDINARY,
    article: BLTTHS('Đ.172, Đ.174 khoản 3'),
  },
};

/** Every limit of the stage of investigation. */
export const INVESTIGATION_LIMITS: readonly (InvestigationLimit | CourseLimit)[] = [
  ...Object.values(LIMIT_OF_INVESTIGATION),
  ...COURSE_LIMITS,
];
