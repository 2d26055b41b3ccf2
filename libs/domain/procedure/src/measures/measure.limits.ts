import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Defendant } from '../defendant.js';
import type { DetentionBasis, DetentionPhase } from '../measure.js';
import { hasHalvedLimits, hasHalvedLimitsOnAppeal } from '../minor-limits.js';
import { CODE_IN_FORCE, type Change, type Start, type TimeLimit, days, further } from '../time-limit.js';
import { findHeld, isDetained } from './detention.js';
import { DETENTION_LENGTHS } from './detention-length.js';
import { DETENTION_ARTICLES } from './detention-limit.js';
import { INVESTIGATION_RULES, type InvestigationRule, investigationRuleOf } from './investigation-rules.js';
import { SUMMARY_DAYS, SUMMARY_DETENTION } from './summary-detention.js';

type Id =
  | 'custody'
  | 'detention-for-investigation'
  | 'detention-of-minor'
  | 'detention-for-prosecution'
  | 'detention-for-trial'
  | 'detention-after-judgment'
  | 'detention-on-appeal';
export type MeasureLimit = TimeLimit<CaseFile, Id>;
type OfCase = Change<CaseFile>;

/** Days of custody, and of each of its two extensions. Source: Điều 118 khoản 1, 2 BLTTHS. */
export const CUSTODY_DAYS = 3;
const CUSTODY = { hours: CUSTODY_DAYS * 24 } as const;

/** Custody lasts from hour to hour until the end that its decision names. */
export const CUSTODY_LIMIT: MeasureLimit = {
  id: 'custody',
  counting: 'detention',
  starts: ['person-held'],
  persons: ({ step, after }) => {
    const held = findHeld(after, step.payload.personId);
    return held ? [{ on: held.from, defendantId: held.personId, until: held.until }] : [];
  },
  stops: ['released', 'detention-ordered'],
  stopsRun: ({ after }, { defendantId }) => !findHeld(after, defendantId),
  length: CUSTODY,
  extensions: further('procuracy', CUSTODY, CUSTODY),
  extendedBy: 'custody-extended',
  article: BLTTHS('Đ.118 khoản 1, 2'),
  validFrom: CODE_IN_FORCE,
};

const CHANGING = [
  ...['detention-ordered', 'charge-changed', 'charge-cancelled', 'institution-changed'],
  ...['case-absorbed', 'case-severed-off'],
];
const ENDING = [
  ...['detention-ended', 'investigation-terminated', 'prosecution-terminated', 'trial-terminated'],
  ...['institution-overruled', 'case-joined', 'case-severed', 'finalised', 'appeal-decided'],
];

type Which = (file: CaseFile, accused: Defendant) => boolean;
const standing = (file: CaseFile, which: Which): readonly Start[] =>
  file.defendants.flatMap((accused): readonly Start[] => {
    const { id, detention } = accused;
    if (!detention || !isDetained(accused) || !which(file, accused)) return [];
    return [{ on: detention.from, defendantId: id, until: detention.until, granted: detention.extensions }];
  });

const findOf = (starts: readonly Start[], id: string | undefined): Start | undefined =>
  starts.find(({ defendantId }) => defendantId === id);

/** An order that stands goes on while its days are the same; an extension lengthens the run that there is. */
const goesOn = ({ step }: OfCase, now: Start | undefined, was: Start | undefined): boolean =>
  now !== undefined && now.on === was?.on && (now.until === was?.until || step.type === 'detention-extended');

const detained = (which: Which) => ({
  starts: CHANGING,
  persons: (change: OfCase) => {
    const before = standing(change.before, which);
    return standing(change.after, which).filter((now) => !goesOn(change, now, findOf(before, now.defendantId)));
  },
  stops: [...CHANGING, ...ENDING],
  stopsRun: (change: OfCase, { defendantId }: Start) => {
    const [now, was] = [change.after, change.before].map((file) => findOf(standing(file, which), defendantId));
    return !goesOn(change, now, was);
  },
  counting: 'detention' as const,
  validFrom: CODE_IN_FORCE,
});

const inPhase =
  (phase: DetentionPhase, by?: DetentionBasis): Which =>
  (_file, { detention }) =>
    detention?.phase === phase && detention.by === by;

const forInvestigation = (rule: InvestigationRule): MeasureLimit => ({
  id: rule.id,
  ...rule.measured,
  ...detained(
    (file, accused) => inPhase('investigation')(file, accused) && investigationRuleOf(file, accused) === rule,
  ),
  extendedBy: 'detention-extended',
  article: rule.article,
  validFrom: rule.institutedFrom ?? CODE_IN_FORCE,
});

const LATER = {
  prosecution: 'detention-for-prosecution',
  trial: 'detention-for-trial',
  'after-judgment': 'detention-after-judgment',
  appeal: 'detention-on-appeal',
} as const;

/** The end stands in the order: the length is what the law would give at most. */
const later: readonly MeasureLimit[] = DETENTION_LENGTHS.map(({ phase, by, measured, isHalved }) => ({
  id: LATER[phase],
  ...measured,
  ...detained(inPhase(phase, by)),
  ...(isHalved ? { isHalved: phase === 'appeal' ? hasHalvedLimitsOnAppeal : hasHalvedLimits } : {}),
  article: by === 'summary' ? SUMMARY_DETENTION : DETENTION_ARTICLES[phase],
}));

/** The limits of custody and detention: they end on the day that the order names. Source: Điều 118, 173, 241, 278, 329, 347 BLTTHS. */
export const MEASURE_LIMITS: readonly MeasureLimit[] = [
  CUSTODY_LIMIT,
  ...INVESTIGATION_RULES.map(forInvestigation),
  {
    id: 'detention-for-investigation',
    ...detained(inPhase('investigation', 'summary')),
    length: days(SUMMARY_DAYS.investigation),
    extensions: [],
    extendedBy: 'detention-extended',
    article: SUMMARY_DETENTION,
  },
  ...later,
];
