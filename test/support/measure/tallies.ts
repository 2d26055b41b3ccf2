import type { Period } from '#libs/domain/kernel';
import type { Docket, Flow, LedgerRow, Movement, Tallies } from '#libs/domain/performance';

type Sums = Partial<Record<Docket, Partial<Record<Flow, { before: number; within: number }>>>>;

/** Sums movements (or signed ledger rows) the slow and plain way: what the database does by prefix sums. */
export function talliesOf(rows: readonly (Movement | LedgerRow)[], { from, to }: Period): Tallies {
  const sums: Sums = {};
  for (const row of rows) {
    if (row.day > to) continue;
    const sum = ((sums[row.docket] ??= {})[row.flow] ??= { before: 0, within: 0 });
    sum[row.day < from ? 'before' : 'within'] += 'n' in row ? row.n : 1;
  }
  return sums;
}
