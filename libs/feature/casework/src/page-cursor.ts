import { type Day, DomainError, isDay } from '#libs/domain/kernel';

/** Where a page of a list in the order of days ended: the day and the id of its last line. */
export interface PageEnd {
  readonly on: Day;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns what a page says in `next`. */
export const cursorOf = ({ on, id }: PageEnd): string => Buffer.from(`${on}/${id}`).toString('base64url');

/**
 * @param after what a page said in `next`; absent for the first page.
 * @returns the day and the id where that page ended, as parameters of a query.
 * @throws DomainError `page.invalid` for what no page said.
 */
export const readCursor = (after: string | undefined): readonly [Day, string] | readonly [null, null] => {
  if (after === undefined) return [null, null];
  const [on = '', id = '', ...rest] = Buffer.from(after, 'base64url').toString('utf8').split('/');
  if (!isDay(on) || !UUID.test(id) || rest.length > 0) throw new DomainError('page.invalid', 'malformed', {});
  return [on, id];
};
