import type { CaseFile } from '../case-file.js';
import { BLTTHS, LAW99 } from '../citations.js';
import { isActive } from '../defendant.js';
import { type Circumstances, type Refusal, refuseUnlessAgency } from '../guard.js';
import { offencesOf } from '../offence-list.js';
import { competentCourt } from '../offence/competence.js';
import { lawDayOf } from '../offence/law-day.js';
import type { Offence } from '../offence.js';
import type { ProsecutionStep } from './prosecution.steps.js';

type HandOver = Extract<ProsecutionStep, { type: 'handed-to-court' }>;

/** What is tried: the charges of whom the indictment names; of whom none is told, what the case was instituted for. */
const tried = (file: CaseFile): readonly Offence[] => {
  const accused = file.defendants.filter(isActive);
  const charges = accused.flatMap(({ charges: all, offence }) => all ?? (offence ? [offence] : []));
  const isTold = accused.length > 0 && accused.every(({ offence }) => offence !== undefined);
  return isTold ? charges : [...charges, ...offencesOf(file)];
};

/** One offence for the court above takes the whole case there (Điều 271). */
const forProvince = (file: CaseFile, { occurredOn }: HandOver): Offence | undefined =>
  tried(file).find((offence) => competentCourt(offence, occurredOn, lawDayOf(file)) === 'provincial');

/**
 * @returns a refusal where the receiver is no court, where it is one of a region and the bracket of an offence goes beyond
 * 20 years, or where the step says why a court of the province tries the case and the receiver is none. A court whose tier
 * is not known passes, and so does what the province tries without saying why. Source: Điều 244, 268, 271 BLTTHS.
 */
export function refuseCourt(file: CaseFile, step: HandOver, circumstances: Circumstances): Refusal | undefined {
  const { toOfficeId, ground } = step.payload;
  const wrongAgency = refuseUnlessAgency(circumstances, toOfficeId, ['court'], 'Đ.244, 268, 269 BLTTHS');
  if (wrongAgency) return wrongAgency;
  const tier = circumstances.seatOf?.(toOfficeId, step.occurredOn)?.tier;
  if (tier !== 'region' && tier !== 'district') return undefined;
  const above = forProvince(file, step);
  if (above) {
    const facts = { penal: above.article, clause: above.clause };
    return { code: 'court.province-tries', article: `${BLTTHS('Đ.268 khoản 2 điểm a, Đ.271')}; ${LAW99}`, facts };
  }
  return ground ? { code: 'court.ground-of-province', article: BLTTHS('Đ.268 khoản 2 điểm b') } : undefined;
}
