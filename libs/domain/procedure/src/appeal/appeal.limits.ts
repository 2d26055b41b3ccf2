import { type Day, laterOf } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type Change, type Start, type TimeLimit, days, years } from '../time-limit.js';
import type { Counting } from '../counting.js';
import { APPEAL_PERIOD, PROTEST_PERIOD, PROTEST_PERIOD_ABOVE, lastDayOfFile } from './appeal-periods.js';
import { HEARING_ON_APPEAL_LIMITS, type HearingOnAppealLimit } from './hearing-on-appeal.limits.js';

type Id =
  | HearingOnAppealLimit
  | 'appeal-period'
  | 'protest-period'
  | 'protest-period-above'
  | 'late-appeal-hand-over'
  | 'late-appeal-decision'
  | 'hand-over-to-appellate-court'
  | 'cassation-period';
export type AppealLimit = TimeLimit<CaseFile, Id>;
type OfCase = Change<CaseFile>;

const ENDS = ['finalised', 'appeal-decided', 'remand-accepted'] as const;

/** Whom a step brought into a state that the file before it did not show. */
const newly =
  (
    is: (person: CaseFile['defendants'][number]) => boolean,
    since: (person: CaseFile['defendants'][number]) => Day | undefined,
  ) =>
  ({ before, after }: OfCase): readonly Start[] =>
    after.defendants.flatMap((person) => {
      const was = before.defendants.find(({ id }) => id === person.id);
      const on = is(person) && !(was && is(was)) ? since(person) : undefined;
      return on ? [{ on, defendantId: person.id }] : [];
    });

const judged = newly(
  ({ status }) => status === 'judged',
  ({ judgedOn }) => judgedOn,
);
/** Who heard the judgment appeals from that day, who was absent from the receipt. */
const informed = newly(
  ({ status, absent, receivedOn }) => status === 'judged' && (!absent || receivedOn !== undefined),
  ({ absent, judgedOn, receivedOn }) => (absent ? receivedOn : judgedOn),
);
const final = newly(
  ({ status, finalOn }) => status === 'final' && finalOn !== undefined,
  ({ finalOn }) => finalOn,
);
const late = newly(
  ({ lateAppealOn }) => lateAppealOn !== undefined,
  ({ lateAppealOn }) => lateAppealOn,
);

const period = { extensions: [], kind: 'period', validFrom: CODE_IN_FORCE } as const;
const never: AppealLimit['extensions'] = [];

/**
 * The file is owed to the court above once nobody can attack the judgment any more on those who are attacked and those who
 * are not: from the last day of the last period.
 */
const periodsOver = ({ before, after, step }: OfCase, counting: Counting): Day | undefined => {
  const first = !before.defendants.some(({ status }) => status === 'appealed');
  if (!first && step.type === 'appealed') return undefined;
  const last = lastDayOfFile(after.defendants, counting);
  return last && laterOf(last, step.occurredOn);
};

/** The limits between the judgment and the end of the appeal. Source: Điều 333, 335, 337, 339, 341, 346, 379 BLTTHS. */
export const APPEAL_LIMITS: readonly AppealLimit[] = [
  {
    ...period,
    id: 'appeal-period',
    starts: ['judged', 'judgment-received'],
    persons: informed,
    stops: ENDS,
    length: APPEAL_PERIOD,
    article: BLTTHS('Đ.333 khoản 1'),
  },
  {
    ...period,
    id: 'protest-period',
    starts: ['judged'],
    persons: judged,
    stops: ENDS,
    length: PROTEST_PERIOD,
    article: BLTTHS('Đ.337 khoản 1'),
  },
  {
    ...period,
    id: 'protest-period-above',
    starts: ['judged'],
    persons: judged,
    stops: ENDS,
    length: PROTEST_PERIOD_ABOVE,
    article: BLTTHS('Đ.337 khoản 1'),
  },
  {
    id: 'late-appeal-hand-over',
    starts: ['appealed'],
    persons: late,
    stops: ['late-appeal-sent', 'late-appeal-accepted', 'late-appeal-refused'],
    whose: 'actor',
    length: days(3),
    extensions: never,
    article: BLTTHS('Đ.335 khoản 2'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'late-appeal-decision',
    starts: ['late-appeal-sent'],
    persons: ({ step, after }) =>
      after.defendants
        .filter(({ id, lateAppealOn }) => lateAppealOn && (step.payload.defendantIds as readonly string[]).includes(id))
        .map(({ id }) => ({ on: step.occurredOn, defendantId: id })),
    stops: ['late-appeal-accepted', 'late-appeal-refused'],
    whose: 'actor',
    length: days(10),
    extensions: never,
    article: BLTTHS('Đ.335 khoản 3'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'hand-over-to-appellate-court',
    starts: ['appealed', 'late-appeal-accepted'],
    startOn: (change, isDayOff) =>
      change.after.stage === 'judged' && change.after.defendants.some(({ status }) => status === 'appealed')
        ? periodsOver(change, isDayOff ? { isDayOff } : {})
        : undefined,
    stops: ['sent-to-appellate-court', 'finalised', 'appeal-withdrawn'],
    stopsRun: ({ after }) => !after.defendants.some(({ status }) => status === 'appealed') || after.stage !== 'judged',
    length: days(7),
    extensions: never,
    article: BLTTHS('Đ.339'),
    validFrom: CODE_IN_FORCE,
  },
  ...HEARING_ON_APPEAL_LIMITS,
  {
    // To the detriment of the convicted; in favour at any time.
    ...period,
    id: 'cassation-period',
    starts: ['finalised', 'appeal-decided', 'cassation-decided', 'reopening-decided'],
    persons: final,
    stops: ['late-appeal-accepted', 'cassation-protested', 'reopening-protested'],
    length: years(1),
    article: BLTTHS('Đ.379 khoản 1'),
  },
];
