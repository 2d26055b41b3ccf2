import fc from 'fast-check';
import {
  type CountTable,
  DISCLOSURE_RULE,
  type Dimension,
  type GatedTable,
  type ReleasedTable,
  crossTable,
  gate,
} from './index.js';

const rule = DISCLOSURE_RULE;

/** Two levels above the single places, an indicator with its two parts, months of a period. */
const places: Dimension = [
  {
    key: 'VN',
    parts: [{ key: 'A', parts: [{ key: 'A1' }, { key: 'A2' }, { key: 'A3' }] }, { key: 'B' }, { key: 'C' }],
  },
];
const outcomes: Dimension = [{ key: 'all', parts: [{ key: 'done' }, { key: 'open' }] }];
const months: Dimension = [{ key: 'Q1', parts: [{ key: '01' }, { key: '02' }, { key: '03' }] }];

const leavesOf = (dimension: Dimension): string[] =>
  dimension.flatMap(({ key, parts }) => (parts ? leavesOf(parts) : [key]));
const below = (dimension: Dimension, key: string): string[] =>
  dimension.flatMap((one) => (one.key === key ? leavesOf([one]) : one.parts ? below(one.parts, key) : []));
const products = (lists: readonly string[][]): string[][] =>
  lists.reduce<string[][]>((made, list) => made.flatMap((start) => list.map((key) => [...start, key])), [[]]);

const tableOf = (dimensions: readonly Dimension[], leaves: ReadonlyMap<string, number>): CountTable =>
  crossTable(dimensions, (keys) =>
    products(keys.map((key, index) => below(dimensions[index]!, key))).reduce(
      (sum, cell) => sum + leaves.get(cell.join('|'))!,
      0,
    ),
  );

/** Mostly small, sometimes none, sometimes large. */
const count = fc.oneof(fc.nat(14), fc.constant(0), fc.integer({ min: 10, max: 400 }));
const randomTable = (dimensions: readonly Dimension[], counts = count): fc.Arbitrary<CountTable> => {
  const cells = products(dimensions.map(leavesOf)).map((cell) => cell.join('|'));
  return fc
    .array(counts, { minLength: cells.length, maxLength: cells.length })
    .map((values) => tableOf(dimensions, new Map(cells.map((cell, index) => [cell, values[index]!]))));
};
const shapes = [[places], [places, outcomes], [places, months], [places, outcomes, months]];
const anyTable = fc.constantFrom(...shapes).chain((dimensions) => randomTable(dimensions));

/** Another way than the gate's: Gauss in fractions. @returns the withheld cells whose value the equations fix. */
const recovered = (tables: readonly (CountTable & GatedTable)[]): string[] => {
  const names = tables.flatMap((table, index) => [...table.withheld].map((cell) => `${index}:${cell}`));
  const column = new Map(names.map((name, index) => [name, index]));
  const rows = tables.flatMap(({ relations }, index) =>
    relations.map(({ whole, parts }) => {
      const row = new Array<number>(names.length).fill(0);
      [whole, ...parts].forEach((cell, at) => {
        const found = column.get(`${index}:${cell}`);
        if (found !== undefined) row[found] = at === 0 ? -1 : 1;
      });
      return row;
    }),
  );
  let rank = 0;
  for (let at = 0; at < names.length; at += 1) {
    const found = rows.findIndex((row, index) => index >= rank && Math.abs(row[at]!) > 1e-9);
    if (found === -1) continue;
    const [row] = rows.splice(found, 1);
    const lead = row!.map((value) => value / row![at]!);
    rows.splice(rank, 0, lead);
    rows.forEach((other, index) => {
      if (index !== rank) rows[index] = other.map((value, i) => value - other[at]! * lead[i]!);
    });
    rank += 1;
  }
  const alone = rows.filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1);
  return alone.map((row) => names[row.findIndex((value) => Math.abs(value) > 1e-9)]!);
};

const smallIn = ({ counts }: CountTable, k = rule.k): string[] =>
  [...counts].filter(([, n]) => n < k).map(([cell]) => cell);

describe('the gate for statistics', () => {
  it('publishes true counts, none of them small, and no equation recovers a withheld one', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const gated = gate(table, rule);
        for (const [cell, n] of gated.published) expect(table.counts.get(cell)).toBe(n);
        expect(smallIn(table).filter((cell) => !gated.withheld.has(cell))).toEqual([]);
        expect(gated.published.size + gated.withheld.size).toBe(table.counts.size);
        expect(recovered([{ ...table, ...gated }])).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('publishes a table without small cells whole', () => {
    const large = fc.constantFrom(...shapes).chain((one) => randomTable(one, fc.integer({ min: rule.k, max: 5000 })));
    fc.assert(
      fc.property(large, (table) =>
        expect(gate(table, rule)).toEqual({ published: table.counts, withheld: new Set() }),
      ),
    );
  });

  it('gives the same answer again, and finds nothing to add to what it released', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const gated = gate(table, rule);
        expect(gate(table, rule)).toEqual(gated);
        expect(gate(table, rule, [{ ...table, withheld: gated.withheld }])).toEqual(gated);
      }),
      { numRuns: 25 },
    );
  });

  it('withholds a second cell where one alone would follow from the sum', () => {
    const leaves = new Map([
      ['A1', 4],
      ['A2', 30],
      ['A3', 25],
      ['B', 60],
      ['C', 70],
    ]);
    const { withheld } = gate(tableOf([places], leaves), rule);
    expect([...withheld].sort()).toEqual(['A1', 'A3']);
  });

  it('withholds a margin where the parts of a small whole would follow', () => {
    const leaves = new Map([
      ['A1', 1],
      ['A2', 2],
      ['A3', 3],
      ['B', 60],
      ['C', 70],
    ]);
    const { withheld } = gate(tableOf([places], leaves), rule);
    expect([...withheld].sort()).toEqual(['A', 'A1', 'A2', 'A3', 'B']);
  });

  it('withholds everything of a table that is small as a whole', () => {
    const leaves = new Map([
      ['A1', 1],
      ['A2', 0],
      ['A3', 3],
      ['B', 2],
      ['C', 1],
    ]);
    expect(gate(tableOf([places], leaves), rule).published.size).toBe(0);
  });
});

/** Every table of counts up to `most` that agrees with what is published, and the range of each withheld cell in them. */
const rangesByTrying = (
  dimensions: readonly Dimension[],
  gated: GatedTable,
  most: number,
): Map<string, [number, number]> => {
  const cells = products(dimensions.map(leavesOf)).map((cell) => cell.join('|'));
  const ranges = new Map<string, [number, number]>();
  for (let code = 0; code < (most + 1) ** cells.length; code += 1) {
    const leaves = new Map(cells.map((cell, index) => [cell, Math.floor(code / (most + 1) ** index) % (most + 1)]));
    const { counts } = tableOf(dimensions, leaves);
    if ([...gated.published].some(([cell, n]) => counts.get(cell) !== n)) continue;
    for (const cell of gated.withheld) {
      const [low, high] = ranges.get(cell) ?? [Infinity, -Infinity];
      ranges.set(cell, [Math.min(low, counts.get(cell)!), Math.max(high, counts.get(cell)!)]);
    }
  }
  return ranges;
};

describe('a reader who tries every table', () => {
  it('bounds no withheld count more narrowly than by k, and a small one not away from 0', () => {
    const shape = [[{ key: 'VN', parts: [{ key: 'A' }, { key: 'B' }] }], outcomes];
    const k = 3;
    fc.assert(
      fc.property(randomTable(shape, fc.nat(4)), (table) => {
        const gated = gate(table, { k });
        const ranges = rangesByTrying(shape, gated, 7);
        for (const cell of gated.withheld) {
          const [low, high] = ranges.get(cell)!;
          expect(high - low).toBeGreaterThanOrEqual(k);
          if (table.counts.get(cell)! < k) expect(low).toBe(0);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a table after an earlier one', () => {
  const later = (table: CountTable, changes: readonly number[]): CountTable => {
    const leaves = leavesOf(places).flatMap((place) => leavesOf(outcomes).map((outcome) => `${place}|${outcome}`));
    return tableOf(
      [places, outcomes],
      new Map(leaves.map((cell, index) => [cell, table.counts.get(cell)! + (changes[index] ?? 0)])),
    );
  };
  const release = (
    table: CountTable,
    earlier: readonly ReleasedTable[] = [],
  ): (ReleasedTable & GatedTable) | undefined => {
    try {
      return { ...table, ...gate(table, rule, earlier) };
    } catch {
      return undefined;
    }
  };
  const change = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(12), fc.integer({ min: 10, max: 60 }));

  it('tells no difference of 1 to 9, and nothing that was withheld', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        randomTable([places, outcomes]),
        fc.array(change, { minLength: 10, maxLength: 10 }),
        (table, changes) => {
          const first = release(table)!;
          const second = release(later(table, changes), [first]);
          if (!second) refused += 1;
          if (!second) return;
          for (const [cell, n] of second.published) {
            const moved = Math.abs(n - table.counts.get(cell)!);
            expect(moved === 0 ? !first.withheld.has(cell) : moved >= rule.k).toBe(true);
          }
          expect(recovered([first, second])).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeLessThan(150);
  });

  it('hides where one file was added since', () => {
    const leaves = new Map(products([leavesOf(places), leavesOf(outcomes)]).map((cell) => [cell.join('|'), 50]));
    const table = tableOf([places, outcomes], leaves);
    const first = release(table)!;
    expect(first.withheld.size).toBe(0);
    const second = release(tableOf([places, outcomes], new Map([...leaves, ['B|done', 51]])), [first]);
    const touched = ['VN|all', 'VN|done', 'B|all', 'B|done'];
    expect(touched.filter((cell) => second?.published.has(cell))).toEqual([]);
  });
});
