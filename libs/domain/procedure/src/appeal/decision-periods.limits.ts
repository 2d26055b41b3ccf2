import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { isHalted } from '../defendant.js';
import { CODE_IN_FORCE, type Change, type Start, type TimeLimit, days } from '../time-limit.js';

export type DecisionPeriod = TimeLimit<
  CaseFile,
  'appeal-of-decision' | 'protest-of-decision' | 'protest-of-decision-above'
>;

const OVER = ['trial-resumed', 'trial-terminated', 'remand-accepted'];
const period = { stops: OVER, extensions: [], kind: 'period', validFrom: CODE_IN_FORCE } as const;

/** A decision on the whole case, or on each of the accused that it names. */
const decided = ({ step: { occurredOn: on, payload } }: Change<CaseFile>): readonly Start[] =>
  Array.isArray(payload.defendantIds)
    ? (payload.defendantIds as readonly string[]).map((defendantId) => ({ on, defendantId }))
    : [{ on }];

const ofProcuracy = { ...period, starts: ['trial-suspended', 'trial-terminated'], persons: decided } as const;

const standsStill = ({ halt, defendants }: CaseFile): boolean =>
  halt !== undefined || defendants.some((one) => isHalted(one) && one.haltedIn === 'trial');

/**
 * The time in which a court's decision to suspend or to terminate can be attacked: by the parties since they received it,
 * which the notice of it tells, by the procuracies since the decision. Nobody is late for it.
 * Source: Điều 330 khoản 2, 333 khoản 2, 337 khoản 2 BLTTHS.
 */
export const DECISION_PERIODS: readonly DecisionPeriod[] = [
  {
    ...period,
    id: 'appeal-of-decision',
    starts: ['case-notified'],
    startOn: ({ step, after }) =>
      step.payload.notice === 'decision-of-court-to-parties' && standsStill(after) ? step.occurredOn : undefined,
    stopsRun: () => true,
    length: days(7),
    article: BLTTHS('Đ.333 khoản 2'),
  },
  { ...ofProcuracy, id: 'protest-of-decision', length: days(7), article: BLTTHS('Đ.337 khoản 2') },
  { ...ofProcuracy, id: 'protest-of-decision-above', length: days(15), article: BLTTHS('Đ.337 khoản 2') },
];
