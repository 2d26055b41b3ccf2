/**
 * Work of the product itself, each with a database role that may do this and no more. `record` writes into files that the
 * step of somebody concerns without being theirs, rebuilds projections and loads histories; `vault` encrypts anew; `audit`
 * seals what was audited.
 */
export type Task = 'measure' | 'deadlines' | 'record' | 'imports' | 'vault' | 'audit';

/** For whom a statement runs: whose files are there for it. Without one no row of a person or a case is there. */
export type RowScope =
  | { readonly task: Task }
  | {
      readonly accountId: string;
      readonly officeIds: ReadonlySet<number> | 'everywhere';
      /** The highest degree of secrecy that the account may see, 0 to 3; 0 when absent. */
      readonly clearance?: number;
    };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A committee’s scope is hundreds of ids, and the same set in every request of a day. */
const texts = new WeakMap<ReadonlySet<number>, string>();

function textOf(officeIds: ReadonlySet<number>): string {
  const known = texts.get(officeIds);
  if (known !== undefined) return known;
  const ids = [...officeIds];
  if (!ids.every(Number.isSafeInteger)) throw new TypeError('not the id of an office');
  const text = `{${ids.join(',')}}`;
  texts.set(officeIds, text);
  return text;
}

/** @returns the statement that steps into the role of a task. */
export const stepInto = (task: Task): string => `set local role theoan_${task}`;

/**
 * @returns statements for the beginning of a transaction, which last until its end; nothing without a scope.
 * @throws TypeError when an id is none.
 */
export function statementsOf(scope: RowScope | undefined): string {
  if (!scope) return '';
  if ('task' in scope) return stepInto(scope.task);
  const { accountId, officeIds, clearance = 0 } = scope;
  if (!UUID.test(accountId)) throw new TypeError('not the id of an account');
  if (![0, 1, 2, 3].includes(clearance)) throw new TypeError('not a degree of secrecy');
  const where = officeIds === 'everywhere' ? `theoan.everywhere = 'yes'` : `theoan.offices = '${textOf(officeIds)}'`;
  const cleared = clearance === 0 ? '' : `; set local theoan.clearance = '${clearance}'`;
  return `set local theoan.account = '${accountId}'; set local ${where}${cleared}`;
}
