import { type Day, day } from '#libs/domain/kernel';
import { type Offence, findBracket } from './bracket.js';
import { gravityOfMaximum, gravityRank } from './gravity.js';

/** Luật 99/2025/QH15: regional courts, investigators at the communes. */
export const LAW_99_IN_FORCE = day('2025-07-01');
/** What a regional court may pass at most, in years. Source: Điều 268 BLTTHS as amended by Luật 99/2025/QH15. */
const REGIONAL_COURT_YEARS = 20;

/** What the border guard institutes in border areas. Source: Điều 32 Luật Tổ chức cơ quan điều tra hình sự. */
export const BORDER_GUARD_ARTICLES: readonly number[] = [150, 151, 152, 153, 347, 348, 349, 350];

/**
 * Which court tries an offence at first instance, by its bracket alone; cases that are complex or sensitive go to the
 * province whatever their bracket.
 * @param on the day of the question; before Luật 99/2025/QH15 the product does not know.
 * @param lawDay the day whose brackets apply, where that is not the same.
 */
export function competentCourt(offence: Offence, on: Day, lawDay = on): 'regional' | 'provincial' | undefined {
  const bracket = on < LAW_99_IN_FORCE ? undefined : findBracket(offence, lawDay);
  if (!bracket) return undefined;
  const above = bracket.life || bracket.death || (bracket.maxYears ?? 0) > REGIONAL_COURT_YEARS;
  return above ? 'provincial' : 'regional';
}

/**
 * @returns whether an investigator of the province posted to a commune may investigate the offence: up to serious ones; an
 * offence of unknown gravity passes. Source: Luật 99/2025/QH15.
 */
export function isForCommuneInvestigator(offence: Offence, on?: Day): boolean {
  const bracket = findBracket(offence, on);
  return !bracket || gravityRank(gravityOfMaximum(bracket, on)) <= gravityRank('serious');
}
