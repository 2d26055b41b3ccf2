import {
  type CountTable,
  type Dimension,
  type GatedTable,
  type ReleasedTable,
  cellKey,
  crossTable,
} from '#libs/domain/disclosure';
import type { IndicatorCode } from '#libs/domain/performance';
import type { ComplianceRow } from '#libs/feature/compliance';

/** The three cells of a value: what had to be done, of that what was done, and what was not. */
export const PARTS = ['all', 'done', 'open'] as const;
export type Part = (typeof PARTS)[number];

/** A true count of one release: place is the id of a territory, or below 0 what lies elsewhere in that territory. */
export interface CountRow {
  readonly indicator: string;
  readonly part: Part;
  readonly place: number;
  readonly count: number;
  readonly isWithheld: boolean;
}

/** Counts by part, of one territory. */
type Counts = Readonly<Record<Part, number>>;

const OUTCOMES: Dimension = [{ key: 'all', parts: [{ key: 'done' }, { key: 'open' }] }];

/** @returns the place for what is in a territory and in none of its parts. */
export const elsewhereIn = (territoryId: number): number => -territoryId;

/** @returns the key of a cell; whichever reading or period, so that tables of the same ground are compared. */
export const cellOf = (part: Part, place: number): string => cellKey([part, String(place)]);

const countsOf = (row: ComplianceRow, indicator: IndicatorCode): Counts => {
  const value = row.values.find((one) => one.indicator === indicator);
  const [all, done] = [value?.denominator ?? 0, value?.numerator ?? 0];
  return { all, done, open: all - done };
};

/**
 * The table of one indicator: what had to be done, what was done and what not, by whole and parts. What is in the whole
 * and in none of its parts is a part of its own: anybody could find it by subtraction.
 * @throws DomainError as `crossTable`.
 */
export function countsByPlace(
  whole: ComplianceRow,
  parts: readonly ComplianceRow[],
  indicator: IndicatorCode,
): CountTable {
  const total = countsOf(whole, indicator);
  const places = new Map(parts.map((row) => [row.jurisdiction.id, countsOf(row, indicator)]));
  const rest = (part: Part): number => [...places.values()].reduce((left, counts) => left - counts[part], total[part]);
  const elsewhere: Counts = { all: rest('all'), done: rest('done'), open: rest('open') };
  const hasRest = places.size > 0 && PARTS.some((part) => elsewhere[part] !== 0);
  if (hasRest) places.set(elsewhereIn(whole.jurisdiction.id), elsewhere);
  return tableOf(whole.jurisdiction.id, total, places);
}

const tableOf = (whole: number, total: Counts, places: ReadonlyMap<number, Counts>): CountTable => {
  const territory: Dimension = [{ key: String(whole), parts: [...places.keys()].map((id) => ({ key: String(id) })) }];
  return crossTable([OUTCOMES, territory], ([part, place]) => {
    const counts = Number(place) === whole ? total : places.get(Number(place));
    return counts?.[PARTS.find((one) => one === part) ?? 'all'] ?? 0;
  });
};

/** @returns the counts of a gated table as they are kept. */
export const rowsOf = (table: CountTable, gated: GatedTable, indicator: string): CountRow[] =>
  [...table.counts].map(([cell, count]) => {
    const [part = '', place] = cell.split('|');
    const named = PARTS.find((one) => one === part) ?? 'all';
    return { indicator, part: named, place: Number(place), count, isWithheld: gated.withheld.has(cell) };
  });

/** @returns the table of one indicator as it was released. @param whole the territory that the release was about. */
export function releasedTable(whole: number, rows: readonly CountRow[]): ReleasedTable {
  const places = new Map<number, Record<Part, number>>();
  for (const { part, place, count } of rows) {
    const counts = places.get(place) ?? { all: 0, done: 0, open: 0 };
    counts[part] = count;
    places.set(place, counts);
  }
  const total = places.get(whole) ?? { all: 0, done: 0, open: 0 };
  places.delete(whole);
  const withheld = rows.filter(({ isWithheld }) => isWithheld).map(({ part, place }) => cellOf(part, place));
  return { ...tableOf(whole, total, places), withheld: new Set(withheld) };
}
