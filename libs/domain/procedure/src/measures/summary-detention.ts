import { type Day, addDays } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { DetentionPhase } from '../measure.js';

/** Days of detention at each stage of the summary procedure; after a judgment the ordinary 45. Source: Điều 459 khoản 3 BLTTHS. */
export const SUMMARY_DAYS = {
  investigation: 20,
  prosecution: 5,
  trial: 17,
  appeal: 22,
} as const satisfies Partial<Record<DetentionPhase, number>>;

const summaryDays: Readonly<Partial<Record<DetentionPhase, number>>> = SUMMARY_DAYS;

/** The article by which custody and detention are shorter in the summary procedure. */
export const SUMMARY_DETENTION = BLTTHS('Đ.459 khoản 2, 3');

/** @returns whether detention has the days of the summary procedure at that stage. */
export const hasSummaryDays = ({ procedure }: CaseFile, phase: DetentionPhase | undefined): boolean =>
  procedure === 'summary' && phase !== undefined && summaryDays[phase] !== undefined;

/** @returns the last day of a detention, which lasts no longer than the summary procedure lets it. */
export function endInSummary(
  phase: DetentionPhase,
  { from, daysBefore }: { readonly from: Day; readonly daysBefore: number },
  end: Day | undefined,
): Day | undefined {
  const most = summaryDays[phase];
  const last = most === undefined ? undefined : addDays(from, most - daysBefore - 1);
  return last === undefined || (end !== undefined && end < last) ? end : last;
}
