import { type Day, day } from '#libs/domain/kernel';
import type { CaseFile } from './case-file.js';
import { isActive } from './defendant.js';

/** What began before keeps the limits of the Code. Source: Điều 179 khoản 1 Luật 59/2024/QH15. */
const HALVED_SINCE = day('2026-01-01');

const isHalvedFrom = (file: CaseFile, began: Day | undefined): boolean =>
  !file.minorLimitsLifted &&
  began !== undefined &&
  began >= HALVED_SINCE &&
  file.defendants.some((defendant) => defendant.minor && isActive(defendant));

/**
 * @returns whether the limits of investigation, prosecution and trial are halved: an accused is under 18, the case was
 * instituted since 1/1/2026, and it was not found especially complex nor diversion announced.
 * Source: Luật 59/2024/QH15 Chương VII Mục 1, Điều 179 khoản 1 điểm a.
 */
export const hasHalvedLimits = (file: CaseFile): boolean => isHalvedFrom(file, file.institutedOn);

/**
 * @returns the same of the appeal, which keeps the limits of the Code only where the court above had taken it up before
 * 1/1/2026, whenever the case was instituted. Source: Điều 179 khoản 1 điểm b Luật 59/2024/QH15.
 */
export const hasHalvedLimitsOnAppeal = (file: CaseFile): boolean => isHalvedFrom(file, file.appealTakenUpOn);
