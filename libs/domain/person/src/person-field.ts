/** In which part somebody has to do with a file. A victim is one from first contact, before anybody confirmed it. */
export const PERSON_FAMILIES = ['victim', 'informant', 'witness', 'suspect'] as const;
export type PersonFamily = (typeof PERSON_FAMILIES)[number];

/** What a file holds of a person, and how near it comes to who and where he or she is. */
export const PERSON_FIELDS = {
  fullName: 'name',
  otherNames: 'name',
  birth: 'life',
  sex: 'life',
  nationality: 'life',
  ethnicity: 'life',
  occupation: 'life',
  papers: 'number',
  phone: 'number',
  birthPlace: 'place',
  residence: 'place',
  workplace: 'place',
  school: 'place',
  guardian: 'guardian',
  guardianPhone: 'guardian',
} as const;
export type PersonField = keyof typeof PERSON_FIELDS;
export type FieldGroup = (typeof PERSON_FIELDS)[PersonField];

export const PERSON_FIELD_NAMES = Object.keys(PERSON_FIELDS) as readonly PersonField[];
export const FIELD_GROUPS = ['name', 'life', 'number', 'place', 'guardian'] as const satisfies readonly FieldGroup[];
