import type { Movement } from './movement.js';

/** A movement with its sign: +1 as booked, −1 where a correction reverses it. */
export interface LedgerRow extends Movement {
  readonly n: 1 | -1;
}

const key = (movement: Movement): string =>
  `${movement.docket}/${movement.flow}/${movement.officeId}/${movement.unitId}/${movement.day}`;

/**
 * What must be booked so that the ledger, summed, says `after` where it said `before`: reversals of what no longer
 * holds, then what is new. Nothing booked is ever changed.
 */
export function bookings(before: readonly Movement[], after: readonly Movement[]): LedgerRow[] {
  const counts = new Map<string, { movement: Movement; n: number }>();
  const add = (movement: Movement, n: number): void => {
    const seen = counts.get(key(movement));
    if (seen) seen.n += n;
    else counts.set(key(movement), { movement, n });
  };
  for (const movement of before) add(movement, -1);
  for (const movement of after) add(movement, 1);
  const rows: LedgerRow[] = [];
  for (const { movement, n } of counts.values()) {
    for (let left = Math.abs(n); left > 0; left -= 1) rows.push({ ...movement, n: n < 0 ? -1 : 1 });
  }
  return rows.sort((a, b) => a.n - b.n);
}
