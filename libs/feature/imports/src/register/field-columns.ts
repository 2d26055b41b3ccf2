import type { SubjectKind } from '#libs/domain/procedure';
import type { Column } from './columns.js';
import { fieldsOf } from './words.js';

/** In which columns a field of a step is written. */
const COLUMNS_OF: Readonly<Record<string, readonly Column[]>> = {
  status: ['status'],
  receivedOn: ['since'],
  institutedOn: ['since'],
  discovered: ['discovered'],
  source: ['source'],
  placeId: ['place'],
  competence: ['competence'],
  toOfficeId: ['toOffice'],
  caseId: ['caseNumber'],
  denunciationIds: ['denunciations'],
  offence: ['article', 'clause', 'point'],
  persons: ['defendants'],
  defendantId: ['defendants'],
  defendantIds: ['defendants'],
  number: ['defendants'],
  minor: ['minor'],
  ground: ['ground'],
  grantor: ['grantor'],
  until: ['until'],
  hearingOn: ['hearingOn'],
  by: ['by'],
  verdicts: ['verdicts', 'article', 'clause', 'point'],
  kind: ['appealKind'],
  basis: ['basis'],
  outcome: ['outcome'],
  because: ['note'],
};
/** A decision to institute opens the case too: the row states what that case needs. */
const OF_THE_CASE: readonly Column[] = ['article', 'clause', 'point', 'place'];

const known = new Map<string, ReadonlySet<Column>>();

/** @returns the columns in which a step can be written; a note is always possible. */
export function columnsOf(kind: SubjectKind, command: string): ReadonlySet<Column> {
  const key = `${kind} ${command}`;
  const before = known.get(key);
  if (before) return before;
  const fields = Object.keys(fieldsOf(kind, command) ?? {});
  const columns = new Set<Column>(['note', ...fields.flatMap((field) => COLUMNS_OF[field] ?? [])]);
  if (fields.includes('caseId')) for (const column of OF_THE_CASE) columns.add(column);
  known.set(key, columns);
  return columns;
}

/** @returns the column to look at when a field of a step is missing or wrong. */
export const columnOfField = (field: string): Column | undefined => COLUMNS_OF[field]?.[0];
