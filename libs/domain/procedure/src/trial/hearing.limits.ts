import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { endOf } from '../counting.js';
import { CODE_IN_FORCE, type Change, type Start, type TimeLimit, days } from '../time-limit.js';

export type HearingLimit = 'hearing' | 'hearing-summary' | 'hearing-after-adjournment' | 'deliberation';
type Limit = TimeLimit<CaseFile, HearingLimit>;

/** How a case leaves its trial without a judgment. */
export const LEFT = ['returned-by-court', 'returned-for-competence', 'trial-suspended', 'trial-terminated'] as const;
const always = (): boolean => true;

/** @returns whether the case goes the short way (Điều 456–463). */
export const isSummary = ({ after }: Change<CaseFile>): boolean => after.procedure === 'summary';

const isFirst = ({ before }: Change<CaseFile>): boolean => before.stage !== 'scheduled';
const OBSTRUCTED = days(30);

/** The end that an obstacle sets, reckoned from the decision to try; a second one gives no more. */
const endByObstacle = ({ step }: Change<CaseFile>, { on, until }: Pick<Start, 'on' | 'until'>): Day | undefined =>
  step.payload.obstacle === undefined || until ? undefined : endOf(on, OBSTRUCTED);

const whenScheduled = (change: Change<CaseFile>): Start | undefined => {
  if (!isFirst(change) || isSummary(change)) return undefined;
  const on = change.step.occurredOn;
  const until = endByObstacle(change, { on });
  return { on, ...(until ? { until, granted: 1 } : {}) };
};

const hearing = {
  starts: ['scheduled'],
  stops: ['hearing-opened', 'adjourned', 'judged', ...LEFT],
  stopsRun: always,
  validFrom: CODE_IN_FORCE,
} as const;

/** The limits of a hearing. Source: Điều 277 khoản 3, 297, 326, 352, 462 BLTTHS. */
export const HEARING_LIMITS: readonly Limit[] = [
  {
    // Force majeure and objective obstacles lengthen it by nobody’s decision.
    ...hearing,
    id: 'hearing',
    startOn: whenScheduled,
    length: days(15),
    extensions: [{ total: OBSTRUCTED }],
    extendedBy: 'scheduled',
    extendedTo: endByObstacle,
    article: BLTTHS('Đ.277 khoản 3'),
  },
  {
    ...hearing,
    id: 'hearing-summary',
    startOn: (change) => (isFirst(change) && isSummary(change) ? change.step.occurredOn : undefined),
    length: days(7),
    extensions: [],
    article: BLTTHS('Đ.462 khoản 2'),
  },
  {
    ...hearing,
    id: 'hearing-after-adjournment',
    starts: ['adjourned'],
    stops: [...hearing.stops, 'appeal-decided'],
    length: days(30),
    extensions: [],
    article: BLTTHS('Đ.297 khoản 2, Đ.352'),
  },
  {
    id: 'deliberation',
    starts: ['deliberation-prolonged'],
    stops: ['judged', 'appeal-decided', 'adjourned', ...LEFT],
    stopsRun: always,
    length: days(7),
    extensions: [],
    article: BLTTHS('Đ.326'),
    validFrom: CODE_IN_FORCE,
  },
];
