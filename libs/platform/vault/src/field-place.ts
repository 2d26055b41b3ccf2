import { DomainError } from '#libs/domain/kernel';

/** Whose identities are kept under keys of their own; of accounts, the secrets that they sign in with. */
export const KEY_FAMILIES = ['victim', 'informant', 'witness', 'suspect', 'relative', 'officer', 'account'] as const;
export type KeyFamily = (typeof KEY_FAMILIES)[number];

/** Where a value stands; it can be read nowhere else. */
export interface FieldPlace {
  readonly family: KeyFamily;
  readonly table: string;
  readonly column: string;
  /** A uuid or a number. */
  readonly rowId: string;
}

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const ROW_ID = /^[0-9a-f][0-9a-f-]{0,35}$/;

/**
 * The associated data of a value: format|family|table|column|row id|key version. None of the parts can hold the bar.
 * @throws DomainError `vault.place-malformed` for what is no name or id.
 */
export function associatedWith(place: FieldPlace, format: number, version: number): Buffer {
  const { family, table, column, rowId } = place;
  if (!NAME.test(table) || !NAME.test(column) || !ROW_ID.test(rowId))
    throw new DomainError('vault.place-malformed', 'malformed');
  return Buffer.from([format, family, table, column, rowId, version].join('|'));
}
