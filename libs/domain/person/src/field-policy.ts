import { FIELD_GROUPS, type FieldGroup, PERSON_FIELDS, type PersonField, type PersonFamily } from './person-field.js';

/** What somebody does with files: proceed in them, support victims, or answer for those who proceed. */
export type ReaderDuty = 'proceeds' | 'supports' | 'leads';

/**
 * How the reader's office stands to the file: it holds it, it supervises its holder or prosecutes in it, it held it, an
 * office below holds it, or it looks after the territory without proceeding in anything (committee, health).
 */
export const OFFICE_RELATIONS = ['holds', 'supervises', 'held', 'below', 'oversees'] as const;
export type OfficeRelation = (typeof OFFICE_RELATIONS)[number];

/** How far the file has come; `closed`: declined, cancelled, or judged for good. */
export const FILE_STAGES = ['denunciation', 'investigation', 'prosecution', 'trial', 'closed'] as const;
export type FileStage = (typeof FILE_STAGES)[number];

/** One row: who of this duty and relation sees what of a family; what is named nowhere is hidden. */
export interface FieldRule {
  readonly family: PersonFamily;
  readonly duty: ReaderDuty;
  readonly relations: readonly OfficeRelation[];
  /** Every stage when absent. */
  readonly stages?: readonly FileStage[];
  /** Shown masked, and told for a purpose. */
  readonly revealed: readonly FieldGroup[];
  /** Shown masked and no more. */
  readonly masked: readonly FieldGroup[];
  /** Such persons are recorded and corrected by these readers. */
  readonly records?: true;
  readonly article: string;
}

const OPEN: readonly FileStage[] = ['denunciation', 'investigation', 'prosecution', 'trial'];
const VICTIM = 'Điều 3 khoản 10 Luật 53/2024/QH15; Điều 484 khoản 1 điểm c, Điều 486 khoản 1 điểm c, d BLTTHS';
const SUPPORT = 'Điều 3 khoản 10, Điều 37 Luật 53/2024/QH15';
const INFORMANT =
  'Điều 56 khoản 1 điểm a, Điều 484 khoản 1 điểm a BLTTHS; Điều 4 khoản 5 Thông tư liên tịch 01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC';
const WITNESS = 'Điều 484 khoản 1 điểm b, Điều 486 khoản 1 điểm c BLTTHS';
const SUSPECT = 'Điều 12 BLTTHS';

/**
 * Who sees what of a person: the first row that fits holds. The proceeding office needs everything; its procuracy who
 * somebody is and not where to find a protected one; whoever handed the file on what it must recognise it by; a court or a
 * procuracy above only that there is somebody.
 */
export const FIELD_RULES: readonly FieldRule[] = [
  ...(['victim', 'witness'] as const).flatMap((family): FieldRule[] => {
    const base = { family, duty: 'proceeds', article: family === 'victim' ? VICTIM : WITNESS } as const;
    const masked = ['place', 'guardian'] as const;
    return [
      { ...base, relations: ['holds'], stages: OPEN, revealed: FIELD_GROUPS, masked: [], records: true },
      { ...base, relations: ['holds'], revealed: ['name'], masked: ['life', 'number'], records: true },
      { ...base, relations: ['supervises'], stages: OPEN, revealed: ['name', 'life', 'number'], masked },
      { ...base, relations: ['supervises', 'held'], revealed: [], masked: ['name', 'number'] },
      { ...base, relations: ['below'], revealed: [], masked: ['name'] },
      { ...base, duty: 'leads', relations: ['holds', 'supervises', 'below'], revealed: [], masked: ['name'] },
    ];
  }),
  {
    ...{ family: 'victim', duty: 'supports', relations: OFFICE_RELATIONS, article: SUPPORT, records: true },
    ...{ revealed: ['name', 'life', 'place', 'guardian'], masked: ['number'] },
  },
  {
    ...{ family: 'informant', duty: 'proceeds', relations: ['holds'], article: INFORMANT, records: true },
    ...{ revealed: FIELD_GROUPS, masked: [] },
  },
  {
    ...{ family: 'informant', duty: 'proceeds', relations: ['supervises'], article: INFORMANT },
    ...{ revealed: ['name', 'life', 'number'], masked: ['place'] },
  },
  {
    ...{ family: 'informant', duty: 'proceeds', relations: ['held'], article: INFORMANT },
    ...{ revealed: [], masked: ['name', 'number'] },
  },
  {
    ...{ family: 'suspect', duty: 'proceeds', relations: ['holds'], article: SUSPECT, records: true },
    ...{ revealed: FIELD_GROUPS, masked: [] },
  },
  {
    ...{ family: 'suspect', duty: 'proceeds', relations: ['supervises'], article: SUSPECT },
    ...{ revealed: FIELD_GROUPS, masked: [] },
  },
  {
    ...{ family: 'suspect', duty: 'proceeds', relations: ['held', 'below'], article: SUSPECT },
    ...{ revealed: [], masked: ['name', 'life', 'number'] },
  },
  {
    ...{ family: 'suspect', duty: 'leads', relations: ['holds', 'supervises', 'below'], article: SUSPECT },
    ...{ revealed: [], masked: ['name', 'life', 'number'] },
  },
];

/** Who looks at somebody of a family, from where, and how far the file has come. */
export interface PersonView {
  readonly family: PersonFamily;
  readonly duty: ReaderDuty;
  readonly relation: OfficeRelation;
  readonly stage: FileStage;
}

/** @returns the row that holds; undefined when such a person does not exist for this reader. */
export function fieldRuleFor({ family, duty, relation, stage }: PersonView): FieldRule | undefined {
  return FIELD_RULES.find(
    (rule) =>
      rule.family === family &&
      rule.duty === duty &&
      rule.relations.includes(relation) &&
      (rule.stages?.includes(stage) ?? true),
  );
}

/** @returns what a row makes of a field. */
export function fieldAccess(rule: FieldRule, field: PersonField): 'revealable' | 'masked' | 'hidden' {
  const group = PERSON_FIELDS[field];
  if (rule.revealed.includes(group)) return 'revealable';
  return rule.masked.includes(group) ? 'masked' : 'hidden';
}
