import { type CaseFile, statusOfCase } from '../case-file.js';
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

type Id =
  | 'decision-to-prosecute'
  | 'decision-to-prosecute-summary'
  | 'answer-to-court'
  | 'hand-over-to-court'
  | 'hand-over-to-court-summary';
export type ProsecutionLimit = TimeLimit<CaseFile, Id>;

const DECIDED = [
  ...['indicted', 'returned-for-supplement', 'prosecution-suspended', 'prosecution-terminated'],
  ...['file-refused', 'return-declined', 'prosecution-transferred', 'case-joined'],
];
const SUMMARY = ['summary-procedure-applied', 'summary-procedure-revoked'];
const RECEIVED = ['handed-to-procuracy', 'prosecution-resumed', 'prosecution-transferred', 'termination-overruled'];

const isOver = ({ before, step, after }: Change<CaseFile>): boolean =>
  statusOfCase(before) !== statusOfCase(after) ||
  step.type === 'prosecution-transferred' ||
  before.procedure !== after.procedure;

/** Which of the two limits runs from the receipt is the procedure's affair; what a court returned has its own. */
const startedIn =
  (procedure: CaseFile['procedure']) =>
  (change: Change<CaseFile>): Start | undefined => {
    const { before, after } = change;
    const clock = after.prosecutionClock;
    const begins = clock?.from !== before.prosecutionClock?.from || isOver(change);
    const own = after.stage === 'at-procuracy' && !after.courtReturn && after.procedure === procedure;
    return clock && begins && own ? { on: clock.from } : undefined;
  };

const toCourt = (procedure: CaseFile['procedure']) => ({
  starts: ['indicted'],
  startOn: ({ step, after }: Change<CaseFile>) => (after.procedure === procedure ? step.occurredOn : undefined),
  stops: ['handed-to-court'],
  validFrom: CODE_IN_FORCE,
});

/**
 * The limits of the prosecution. Source: Điều 174 khoản 2, 239, 240, 244, 246, 249, 461 BLTTHS. **[M]** that Luật 99/2025
 * left the lengths as they were: where its text says otherwise, rows valid since 01/07/2025 follow.
 */
export const PROSECUTION_LIMITS: readonly ProsecutionLimit[] = [
  {
    id: 'decision-to-prosecute',
    starts: [...RECEIVED, ...SUMMARY],
    startOn: startedIn(undefined),
    stops: [...DECIDED, ...SUMMARY],
    stopsRun: isOver,
    length: byGravity(days(20), days(20), days(30), days(30)),
    extensions: byGravity(
      further('head', days(10)),
      further('head', days(10)),
      further('head', days(15)),
      further('head', days(30)),
    ),
    extendedBy: 'prosecution-extended',
    isHalved: hasHalvedLimits,
    article: BLTTHS('Đ.240 khoản 1, Đ.249 khoản 4'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'decision-to-prosecute-summary',
    starts: [...RECEIVED, ...SUMMARY],
    startOn: startedIn('summary'),
    stops: [...DECIDED, ...SUMMARY],
    stopsRun: isOver,
    length: days(5),
    extensions: [],
    isHalved: hasHalvedLimits,
    article: BLTTHS('Đ.461'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'answer-to-court',
    starts: ['returned-by-court'],
    stops: DECIDED,
    length: months(1),
    extensions: [],
    isHalved: hasHalvedLimits,
    article: BLTTHS('Đ.174 khoản 2, Đ.246'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'hand-over-to-court',
    ...toCourt(undefined),
    length: days(3),
    extensions: [{ by: 'head', total: days(10) }],
    extendedBy: 'prosecution-extended',
    article: BLTTHS('Đ.244'),
  },
  {
    id: 'hand-over-to-court-summary',
    ...toCourt('summary'),
    length: { hours: 24 },
    extensions: [],
    article: BLTTHS('Đ.461 khoản 3'),
  },
];

const LIMIT = new Map(PROSECUTION_LIMITS.map((limit) => [limit.id, limit]));

/** @returns the limit of that name. */
export const limitNamed = (id: Id): ProsecutionLimit => {
  const limit = LIMIT.get(id);
  if (!limit) throw new Error('the table has lost a limit');
  return limit;
};

/** @returns the limit within which the procuracy that has the file decides. */
export function limitOfProsecution({ courtReturn, procedure }: CaseFile): ProsecutionLimit {
  const ordinary = procedure === 'summary' ? 'decision-to-prosecute-summary' : 'decision-to-prosecute';
  return limitNamed(courtReturn ? 'answer-to-court' : ordinary);
}

/** @returns the limit within which the procuracy that has indicted hands the file over. */
export const limitOfHandOver = ({ procedure }: CaseFile): ProsecutionLimit =>
  limitNamed(procedure === 'summary' ? 'hand-over-to-court-summary' : 'hand-over-to-court');
