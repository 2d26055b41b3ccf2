import { DOCKETS, FLOWS, type LedgerRow, type Movement } from '#libs/domain/performance';

/** What the ledger says of one file, movement by movement; a sum below zero is a fault and is kept as one. */
export type Sums = Map<string, { readonly movement: Movement; readonly n: number }>;

/** @returns the text by which equal movements are known. */
export const lineOf = (row: Movement): string =>
  `${DOCKETS[row.docket].id}/${FLOWS[row.flow].id}/${row.officeId}/${row.unitId}/${row.day}`;

/** @returns how often each movement happened. */
export function sumsOf(movements: readonly Movement[]): Sums {
  const sums: Sums = new Map();
  for (const movement of movements) {
    const line = lineOf(movement);
    sums.set(line, { movement, n: (sums.get(line)?.n ?? 0) + 1 });
  }
  return sums;
}

/** @returns a text that is equal for equal sums. */
export const linesOf = (sums: Sums): string =>
  [...sums]
    .filter(([, { n }]) => n !== 0)
    .map(([line, { n }]) => `${line}=${n}`)
    .sort()
    .join('\n');

/** @returns the bookings that lead from what is booked to what should be. */
export function bookingsTo(booked: Sums, wanted: Sums): LedgerRow[] {
  const all: Sums = new Map([...booked, ...wanted]);
  return [...all].flatMap(([line, { movement }]) => {
    const missing = (wanted.get(line)?.n ?? 0) - (booked.get(line)?.n ?? 0);
    const { docket, flow, officeId, unitId, day } = movement;
    const n = missing > 0 ? 1 : -1;
    return Array.from({ length: Math.abs(missing) }, () => ({ docket, flow, officeId, unitId, day, n }) as const);
  });
}
