import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type Change, type TimeLimit, days } from '../time-limit.js';

export type HearingLimit = 'hearing' | 'hearing-summary' | 'hearing-after-adjournment' | 'deliberation';
type Limit = TimeLimit<CaseFile, HearingLimit>;

/** How a case leaves its trial without a judgment. */
export const LEFT = ['returned-by-court', 'returned-for-competence', 'trial-suspended', 'trial-terminated'] as const;
const always = (): boolean => true;

/** @returns whether the case goes the short way (Điều 456–463). */
export const isSummary = ({ after }: Change<CaseFile>): boolean => after.procedure === 'summary';

const whenScheduled =
  (summary: boolean) =>
  (change: Change<CaseFile>): Day | undefined =>
    change.before.stage !== 'scheduled' && isSummary(change) === summary ? change.step.occurredOn : undefined;

const hearing = {
  starts: ['scheduled'],
  stops: ['hearing-opened', 'adjourned', 'judged', ...LEFT],
  stopsRun: always,
  validFrom: CODE_IN_FORCE,
} as const;

/** The limits of a hearing. Source: Điều 277 khoản 3, 297, 326, 352, 462 BLTTHS. */
export const HEARING_LIMITS: readonly Limit[] = [
  {
    // 30 days for force majeure or an objective obstacle, by nobody’s decision.
    ...hearing,
    id: 'hearing',
    startOn: whenScheduled(false),
    length: days(15),
    extensions: [{ by: 'court-president', total: days(30) }],
    article: BLTTHS('Đ.277 khoản 3'),
  },
  {
    ...hearing,
    id: 'hearing-summary',
    startOn: whenScheduled(true),
    length: days(7),
    extensions: [],
    article: BLTTHS('Đ.462'),
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
