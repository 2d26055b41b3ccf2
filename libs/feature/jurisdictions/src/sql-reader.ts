/** What reads by SQL: an open transaction or the database itself. */
export interface SqlReader {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

type Filled<T> = { [K in keyof T]: null extends T[K] ? Exclude<T[K], null> | undefined : T[K] };

/** @returns the row without the columns that are NULL, so that an absent value is `undefined` as everywhere else. */
export function withoutNulls<T extends object>(row: T): Filled<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Filled<T>;
}
