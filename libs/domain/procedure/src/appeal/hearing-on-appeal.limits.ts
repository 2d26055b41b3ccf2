import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { AppealLevel } from '../court-course.js';
import { hasHalvedLimitsOnAppeal } from '../minor-limits.js';
import { CODE_IN_FORCE, type Change, type Span, type TimeLimit, days } from '../time-limit.js';
import { HEARD_WITHIN, ofTheCentre } from './appeal-courts.js';
import { FILE_STUDY } from './file-study.js';

export type HearingOnAppealLimit =
  | 'appeal-preparation'
  | 'appeal-preparation-summary'
  | 'appeal-hearing'
  | 'appeal-opening'
  | 'appeal-opening-summary'
  | 'file-study'
  | 'file-study-summary'
  | 'remand-hand-over';
type Limit = TimeLimit<CaseFile, HearingOnAppealLimit>;

const TAKEN_UP = ['appeal-accepted', 'remand-accepted'] as const;
const always = (): boolean => true;

const isSummary = ({ after }: Change<CaseFile>): boolean => after.procedure === 'summary';
const takenUp = ({ step, before, after }: Change<CaseFile>): Day | undefined =>
  after.stage === 'appeal-accepted' && before.stage !== after.stage ? step.occurredOn : undefined;

const summaryTakenUp = (change: Change<CaseFile>): Day | undefined => (isSummary(change) ? takenUp(change) : undefined);

const at =
  (level: AppealLevel) =>
  (change: Change<CaseFile>): Day | undefined =>
    change.after.appealLevel === level && !isSummary(change) ? takenUp(change) : undefined;

const studied =
  (level: AppealLevel) =>
  (change: Change<CaseFile>): Day | undefined =>
    change.after.appealLevel === level && !isSummary(change) ? change.step.occurredOn : undefined;

/** The short way goes on before the court above. Source: Điều 457 khoản 1, 464 BLTTHS. */
const inSummary =
  (summary: boolean) =>
  (change: Change<CaseFile>): Day | undefined =>
    isSummary(change) === summary ? change.step.occurredOn : undefined;

const PREPARED = {
  id: 'appeal-preparation',
  starts: TAKEN_UP,
  stops: ['appeal-scheduled', 'appeal-decided'],
  isHalved: hasHalvedLimitsOnAppeal,
  extensions: [],
  validFrom: CODE_IN_FORCE,
} as const;
const preparation = (level: AppealLevel, length: Span): Limit => ({
  ...PREPARED,
  startOn: at(level),
  length,
  article: BLTTHS('Đ.346 khoản 2'),
});

const OPENED = {
  id: 'appeal-opening',
  starts: ['appeal-scheduled'],
  stops: ['hearing-opened', 'adjourned', 'appeal-decided'],
  stopsRun: always,
  extensions: [],
  validFrom: CODE_IN_FORCE,
} as const;

const hearing = (level: AppealLevel, length: Span): Limit => ({
  id: 'appeal-hearing',
  starts: TAKEN_UP,
  startOn: at(level),
  stops: ['hearing-opened', 'appeal-decided'],
  stopsRun: always,
  isHalved: hasHalvedLimitsOnAppeal,
  length,
  extensions: [],
  article: BLTTHS('Đ.346 khoản 1'),
  validFrom: CODE_IN_FORCE,
});

const STUDIED = {
  id: 'file-study',
  starts: ['appeal-file-lent'],
  stops: ['appeal-file-given-back', 'appeal-scheduled', 'appeal-decided'],
  stopsRun: always,
  validFrom: CODE_IN_FORCE,
} as const;
const study = (level: AppealLevel): Limit => ({
  ...STUDIED,
  ...FILE_STUDY[level],
  startOn: studied(level),
  extendedBy: 'appeal-file-study-extended',
  article: BLTTHS('Đ.341 khoản 1'),
});

/**
 * The limits of the court above, by its level, and of the way back after it annulled.
 * Source: Điều 341, 346, 360, 394, 396, 464 BLTTHS.
 */
export const HEARING_ON_APPEAL_LIMITS: readonly Limit[] = [
  preparation('province', days(45)),
  ...ofTheCentre(preparation('centre', days(75))),
  hearing('province', HEARD_WITHIN.province),
  ...ofTheCentre(hearing('centre', HEARD_WITHIN.centre)),
  {
    ...PREPARED,
    id: 'appeal-preparation-summary',
    startOn: summaryTakenUp,
    length: days(15),
    article: BLTTHS('Đ.464 khoản 2'),
  },
  { ...OPENED, startOn: inSummary(false), length: days(15), article: BLTTHS('Đ.346 khoản 3') },
  {
    ...OPENED,
    id: 'appeal-opening-summary',
    startOn: inSummary(true),
    length: days(7),
    article: BLTTHS('Đ.464 khoản 3'),
  },
  study('province'),
  ...ofTheCentre(study('centre')),
  {
    ...STUDIED,
    id: 'file-study-summary',
    startOn: inSummary(true),
    length: days(5),
    extensions: [],
    article: BLTTHS('Đ.464 khoản 1'),
  },
  {
    id: 'remand-hand-over',
    starts: ['appeal-decided', 'cassation-decided', 'reopening-decided'],
    startOn: ({ step, after }) => (after.stage === 'remanded' ? step.occurredOn : undefined),
    stops: ['remand-accepted'],
    length: days(15),
    extensions: [],
    article: BLTTHS('Đ.358 khoản 5, Đ.396'),
    validFrom: CODE_IN_FORCE,
  },
];
