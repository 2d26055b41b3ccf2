import {
  type BirthDate,
  type CitizenNumberWarning,
  type EnteredPaper,
  type IdentityPaper,
  PERSON_FIELD_NAMES,
  type PersonField,
  type Sex,
  birthDate,
  citizenNumberWarnings,
  identityPaper,
  normaliseName,
} from '#libs/domain/person';
import { type IdentifierKind, normaliseIdentifier } from '#libs/platform/vault';

/** What a desk enters; everything may be absent. */
export type EnteredFields = { readonly [F in Exclude<PersonField, 'papers' | 'sex'>]?: string } & {
  readonly papers?: readonly EnteredPaper[];
  readonly sex?: Sex;
};

/** Fields as they are kept: one text each; papers as JSON. */
export type KeptFields = ReadonlyMap<PersonField, string>;

/** A number by which somebody is found. */
export interface PersonNumber {
  readonly kind: IdentifierKind;
  readonly number: string;
}

const NAMES: readonly PersonField[] = ['fullName', 'otherNames', 'guardian'];
const PHONES: readonly PersonField[] = ['phone', 'guardianPhone'];

function keptText(field: PersonField, text: string): string {
  if (NAMES.includes(field)) return normaliseName(text);
  if (PHONES.includes(field)) return normaliseIdentifier('phone', text);
  if (field === 'birth') birthDate(text);
  return text.normalize('NFC');
}

/**
 * @returns the fields as they are kept.
 * @throws DomainError `paper.*`, `birth.malformed`, `vault.identifier-malformed`; none repeats what was entered.
 */
export function keptFields(entered: EnteredFields): KeptFields {
  const kept = new Map<PersonField, string>();
  for (const field of PERSON_FIELD_NAMES) {
    const value = entered[field];
    if (value === undefined) continue;
    kept.set(
      field,
      typeof value === 'string' ? keptText(field, value) : JSON.stringify(value.map((paper) => identityPaper(paper))),
    );
  }
  return kept;
}

/** @returns the papers out of the text under which they are kept. */
export const papersIn = (text: string): IdentityPaper[] => JSON.parse(text) as IdentityPaper[];

/** @returns the numbers in a field by which the person is to be found. */
export function numbersIn(field: PersonField, text: string): PersonNumber[] {
  if (text === '') return [];
  if (PHONES.includes(field)) return [{ kind: 'phone', number: text }];
  if (field !== 'papers') return [];
  return papersIn(text).flatMap((paper) => (paper.kind === 'none' ? [] : [{ kind: paper.kind, number: paper.number }]));
}

/** @returns where the number of a citizen card disagrees with what else was entered; nothing is refused for it. */
export function warningsOf(kept: KeptFields): CitizenNumberWarning[] {
  const birth = kept.get('birth');
  const known: { sex?: Sex; birth?: BirthDate } = {
    ...(kept.has('sex') ? { sex: kept.get('sex') as Sex } : {}),
    ...(birth === undefined ? {} : { birth: birthDate(birth) }),
  };
  const cards = numbersIn('papers', kept.get('papers') ?? '').filter(({ kind }) => kind === 'citizen-card');
  return [...new Set(cards.flatMap(({ number }) => citizenNumberWarnings(number, known)))];
}
