export {
  type BirthDate,
  type BirthPrecision,
  birthDate,
  birthDay,
  birthMonth,
  birthYear,
  earliestBirth,
  estimatedBirth,
  latestBirth,
} from './birth-date.js';
export {
  type CitizenNumberParts,
  type CitizenNumberWarning,
  type Sex,
  citizenNumberParts,
  citizenNumberWarnings,
} from './citizen-number.js';
export { compareByGivenName, compareNameText, sortByGivenName } from './compare-by-given-name.js';
export {
  FIELD_RULES,
  FILE_STAGES,
  type FieldRule,
  type FileStage,
  OFFICE_RELATIONS,
  type OfficeRelation,
  type PersonView,
  type ReaderDuty,
  fieldAccess,
  fieldRuleFor,
} from './field-policy.js';
export { foldName } from './fold-name.js';
export {
  type EnteredPaper,
  type IdentityPaper,
  type NoPaperReason,
  type PaperKind,
  NO_PAPER_REASONS,
  PAPER_KINDS,
  identityPaper,
} from './identity-paper.js';
export {
  FIELD_GROUPS,
  type FieldGroup,
  PERSON_FAMILIES,
  PERSON_FIELDS,
  PERSON_FIELD_NAMES,
  type PersonFamily,
  type PersonField,
} from './person-field.js';
export { maskName } from './mask-name.js';
export { maskNumber } from './mask-number.js';
export { matchesName, nameMatcher } from './matches-name.js';
export { normaliseName } from './normalise-name.js';
