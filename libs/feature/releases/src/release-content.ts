import { type GatedTable, WITHHELD, publishedRatio } from '#libs/domain/disclosure';
import type { IndicatorCode } from '#libs/domain/performance';
import type { ComplianceRow, ComplianceTable } from '#libs/feature/compliance';
import type { ReleasedRow, ReleasedValue } from './release.js';
import { cellOf, elsewhereIn } from './release-counts.js';

type Value = ComplianceTable['rows'][number]['values'][number];

/** What passed the gate, by indicator. */
export type GatedIndicators = ReadonlyMap<IndicatorCode, GatedTable>;

const valueAt = (place: number, value: Value, { published }: GatedTable): ReleasedValue => {
  const { indicator, variant, target } = value;
  const cells = { numerator: cellOf('done', place), denominator: cellOf('all', place) };
  const shown = {
    numerator: published.get(cells.numerator) ?? null,
    denominator: published.get(cells.denominator) ?? null,
    remaining: published.get(cellOf('open', place)) ?? null,
  };
  const names = ['numerator', 'denominator', 'remaining'] as const;
  const withheld = Object.fromEntries(names.filter((name) => shown[name] === null).map((name) => [name, WITHHELD]));
  const { percent, met, gap } = publishedRatio(published, cells, target) ?? {};
  return {
    ...{ indicator, variant, ...shown, withheld },
    ...(target ? { target } : {}),
    ...(percent === undefined ? {} : { percent }),
    ...(met === undefined ? {} : { met, gapInCases: gap ?? 0 }),
  };
};

const rowAt = (
  place: number,
  jurisdiction: ReleasedRow['jurisdiction'],
  values: readonly Value[],
  gated: GatedIndicators,
): ReleasedRow => ({
  jurisdiction,
  values: values.flatMap((value) => {
    const table = gated.get(value.indicator);
    return table && has(table, place) ? [valueAt(place, value, table)] : [];
  }),
});

const has = ({ published, withheld }: GatedTable, place: number): boolean =>
  published.has(cellOf('all', place)) || withheld.has(cellOf('all', place));

/** @returns the rows of a release: the whole, its parts, and what is in none of them where there is any. */
export function releasedRows(
  whole: ComplianceRow,
  parts: readonly ComplianceRow[],
  gated: GatedIndicators,
): readonly ReleasedRow[] {
  const rows = [whole, ...parts].map(({ jurisdiction: { id, code, name, level }, values }) =>
    rowAt(id, { code, name, level }, values, gated),
  );
  const other = { code: 'elsewhere', name: `Nơi khác trong ${whole.jurisdiction.name}`, level: 'elsewhere' };
  const elsewhere = rowAt(elsewhereIn(whole.jurisdiction.id), other, whole.values, gated);
  return elsewhere.values.length > 0 ? [...rows, elsewhere] : rows;
}
