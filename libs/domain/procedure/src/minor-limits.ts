import { day } from '#libs/domain/kernel';
import type { CaseFile } from './case-file.js';
import { isActive } from './defendant.js';

/** Cases instituted before keep the limits of the Code. Source: Điều 179 khoản 1 điểm a Luật 59/2024/QH15. */
const HALVED_SINCE = day('2026-01-01');

/**
 * @returns whether the limits of the Code are halved: an accused is under 18, the case was instituted since 1/1/2026, and
 * it was not found especially complex nor diversion announced. Source: Luật 59/2024/QH15 Chương VII Mục 1.
 */
export const hasHalvedLimits = (file: CaseFile): boolean =>
  !file.minorLimitsLifted &&
  file.institutedOn !== undefined &&
  file.institutedOn >= HALVED_SINCE &&
  file.defendants.some((defendant) => defendant.minor && isActive(defendant));
