import { type CaseFile, gravityOfCase } from '../case-file.js';
import { BLTTHS, LTCCQDT } from '../citations.js';
import type { Circumstances, Refusal } from '../guard.js';
import { BORDER_GUARD_ARTICLES } from '../offence/competence.js';
import { lawDayOf } from '../offence/law-day.js';
import { type Offence, findGravity } from '../offence.js';

type ByOffice = { readonly officeId: number };
type Accusing = ByOffice & { readonly payload: { readonly offence: Offence } };

const isBorderGuard = ({ officeId }: ByOffice, { agencyOf }: Circumstances): boolean =>
  agencyOf(officeId) === 'border-guard';

/** @returns a refusal where the border guard takes up an offence that is not for it. */
export const refuseToBorderGuard = (step: Accusing, circumstances: Circumstances): Refusal | undefined =>
  isBorderGuard(step, circumstances) && !BORDER_GUARD_ARTICLES.includes(step.payload.offence.article)
    ? { code: 'institute.offence-of-others', article: LTCCQDT('Đ.32') }
    : undefined;

/**
 * The border guard investigates whole, accused and conclusion included, less serious crimes alone; a graver one it begins
 * and hands over to the investigators. What nobody knows the gravity of passes.
 * @param accused what the step accuses somebody of, where it does.
 * Source: Điều 164 khoản 1 BLTTHS; Điều 32 khoản 1 Luật Tổ chức CQĐT hình sự.
 */
export function refuseGraveToBorderGuard(
  file: CaseFile,
  step: ByOffice,
  circumstances: Circumstances,
  accused?: Offence,
): Refusal | undefined {
  if (!isBorderGuard(step, circumstances)) return undefined;
  const gravities = [gravityOfCase(file), accused && findGravity(accused, lawDayOf(file))];
  return gravities.some((gravity) => gravity !== undefined && gravity !== 'less-serious')
    ? {
        code: 'border-guard.begins-only',
        article: `${BLTTHS('Đ.164 khoản 1 điểm b')}; ${LTCCQDT('Đ.32 khoản 1 điểm b')}`,
      }
    : undefined;
}
