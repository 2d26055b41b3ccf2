import pg from 'pg';

const { builtins } = pg.types;
const DATE_ARRAY = 1182;
const BIGINT_ARRAY = 1016;
const TEXT_ARRAY: number = 1009;

type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;
const readTexts = pg.types.getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[];

/** @throws RangeError beyond 2^53: no identity column and no count of ours comes near. */
function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond the safe integers');
  return value;
}

/** What differs from the driver's defaults: a date is a day and no instant, and a bigint is a number. */
const READERS: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [builtins.DATE, asText],
  [DATE_ARRAY, readTexts],
  [builtins.INT8, toSafeInteger],
  [BIGINT_ARRAY, (text) => readTexts(text).map((it) => (it === null ? null : toSafeInteger(it)))],
]);

/** How column values reach the program: date as `YYYY-MM-DD`, bigint as number, numeric as text, timestamptz as Date. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format: 'text' | 'binary' = 'text'): Reader => {
    const reader = format === 'text' ? READERS.get(id) : undefined;
    return reader ?? (pg.types.getTypeParser(id, format) as Reader);
  },
};
