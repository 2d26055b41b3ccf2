import { type PersonField, maskName, maskNumber } from '#libs/domain/person';
import { papersIn } from './entered-person.js';

const HIDDEN = '•••';

/** @returns a field as it is shown to whoever has not asked for it; what has no shape of its own hides whole. */
export function maskedField(field: PersonField, text: string): string {
  switch (field) {
    case 'fullName':
    case 'otherNames':
    case 'guardian':
      return maskName(text);
    case 'phone':
    case 'guardianPhone':
      return maskNumber(text);
    case 'papers':
      return papersIn(text)
        .map((paper) => (paper.kind === 'none' ? HIDDEN : maskNumber(paper.number)))
        .join(', ');
    default:
      return HIDDEN;
  }
}
