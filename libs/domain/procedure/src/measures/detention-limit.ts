import { type Day, addDays } from '#libs/domain/kernel';
import { HEARD_WITHIN } from '../appeal/appeal-courts.js';
import { type CaseFile, gravityOfAccused } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { endOf, halfOf } from '../counting.js';
import type { Defendant } from '../defendant.js';
import { endOfInvestigation } from '../investigation/running-limit.js';
import { extensionsOf, lengthOf } from '../limit-end.js';
import type { DetentionPhase } from '../measure.js';
import { hasHalvedLimitsOnAppeal } from '../minor-limits.js';
import type { Gravity } from '../offence.js';
import { endOfProsecution } from '../prosecution/running-limit.js';
import type { Measured, Span } from '../time-limit.js';
import { endOfPreparation } from '../trial/running-limit.js';
import { detentionPhaseOf } from './detention.js';
import { AFTER_JUDGMENT } from './detention-length.js';
import { investigationRuleOf } from './investigation-rules.js';
import { endInSummary, hasSummaryDays } from './summary-detention.js';

const DETENTION_MONTH_DAYS = 30;
const daysOf = (span: Span): number =>
  'months' in span || 'days' in span ? (span.months ?? 0) * DETENTION_MONTH_DAYS + (span.days ?? 0) : 0;

/** @returns how many days somebody may be detained in all with so many extensions; `undefined` when no law grants so many. */
export function daysGranted(limit: Measured, gravity: Gravity, extensions: number): number | undefined {
  const length = lengthOf(limit, { gravity });
  const granted = extensionsOf(limit, { gravity }).slice(0, extensions);
  if (!length || granted.length < extensions) return undefined;
  return granted.reduce((sum, one) => sum + daysOf('total' in one ? one.total : one.further), daysOf(length));
}

/** Which clocks give detention a limit of its own; by the others it lasts as long as the investigation (Điều 174 khoản 4). */
const OWN_LIMIT: readonly string[] = ['investigation', 'reinvestigation'];

/** What an order, or an extension of one, is judged by. */
interface Asked {
  readonly from: Day;
  readonly daysBefore: number;
  readonly extensions: number;
}

/** Of an especially serious offence there is one more extension, to the end of the investigation (Điều 173 khoản 6). */
const endByTable = (file: CaseFile, accused: Defendant, asked: Asked): Day | undefined => {
  const gravity = gravityOfAccused(file, accused.id);
  if (!gravity) return undefined;
  const granted = daysGranted(investigationRuleOf(file, accused).measured, gravity, asked.extensions);
  if (granted !== undefined) return addDays(asked.from, granted - asked.daysBefore - 1);
  return gravity === 'especially-serious' ? endOfInvestigation(file) : asked.from;
};

/**
 * @returns the last day of a detention for the investigation, or `undefined` when nobody can reckon it. For an offence added
 * later it never outlasts the investigation (Điều 14 khoản 3 TTLT 04/2018).
 */
export function endForInvestigation(file: CaseFile, accused: Defendant, asked: Asked): Day | undefined {
  const end = endOfInvestigation(file);
  if (!OWN_LIMIT.includes(file.investigationClock?.limit ?? 'investigation')) return end;
  const longest = endByTable(file, accused, asked);
  const added = (accused.charges?.length ?? 0) > 1;
  return added && end && longest && end < longest ? end : longest;
}

const endAtTrial = (file: CaseFile): Day | undefined => {
  // The 17 days of Điều 459 are those of the preparation and of the hearing together.
  if (file.procedure === 'summary') return undefined;
  const end = endOfPreparation(file);
  if (file.stage === 'accepted' || !end || !file.hearingOn) return end;
  return file.hearingOn > end ? file.hearingOn : end;
};

/** No longer than the limit of Điều 346, which is halved with the others (Điều 347 khoản 2). */
const endOnAppeal = (file: CaseFile): Day | undefined => {
  const { stage, appealTakenUpOn: from, hearingOn, appealLevel } = file;
  if (stage === 'appeal-scheduled') return hearingOn;
  const most = appealLevel && HEARD_WITHIN[appealLevel];
  return from && most && endOf(from, hasHalvedLimitsOnAppeal(file) ? halfOf(most) : most, 'detention');
};

/** The articles by which each phase detains. */
export const DETENTION_ARTICLES: Readonly<Record<DetentionPhase, string>> = {
  investigation: BLTTHS('Đ.119, 173'),
  prosecution: BLTTHS('Đ.241'),
  trial: BLTTHS('Đ.278'),
  'after-judgment': BLTTHS('Đ.329'),
  appeal: BLTTHS('Đ.347'),
};

/**
 * @returns the last day that an order of detention may name at the stage of the case; `undefined` where the file does not
 * tell enough, and during a hearing, which detention outlasts.
 * Source: Điều 173, 174 khoản 4, 241, 278, 329, 347, 459 BLTTHS.
 */
export function latestDetention(file: CaseFile, accused: Defendant, asked: Asked): Day | undefined {
  if (file.hearingOpenedOn !== undefined && file.stage !== 'judged') return undefined;
  const phase = detentionPhaseOf(file.stage);
  const end = latestOrdinary(file, accused, asked);
  return phase && hasSummaryDays(file, phase) ? endInSummary(phase, asked, end) : end;
}

const latestOrdinary = (file: CaseFile, accused: Defendant, asked: Asked): Day | undefined => {
  switch (detentionPhaseOf(file.stage)) {
    case 'investigation':
      return endForInvestigation(file, accused, asked);
    case 'prosecution':
      return endOfProsecution(file);
    case 'trial':
      return endAtTrial(file);
    case 'after-judgment':
      return accused.judgedOn && endOf(accused.judgedOn, AFTER_JUDGMENT, 'detention');
    case 'appeal':
      return endOnAppeal(file);
    case undefined:
      return undefined;
  }
};
