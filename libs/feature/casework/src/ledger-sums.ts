import { DOCKETS, FLOWS, type Movement } from '#libs/domain/performance';

/** A movement as the ledger keeps it: with the territory of its office and the place of its file at the booking. */
export interface PlacedMovement extends Movement {
  readonly territoryId: number;
  readonly placeId: number | null;
}

/** One row that is booked. */
export interface PlacedBooking extends PlacedMovement {
  readonly n: 1 | -1;
}

/** What the ledger says of one file, movement by movement; a sum below zero is a fault and is kept as one. */
export type Sums = Map<string, { readonly movement: PlacedMovement; readonly n: number }>;

/** @returns the text by which equal movements are known. */
export const lineOf = (row: PlacedMovement): string =>
  [DOCKETS[row.docket].id, FLOWS[row.flow].id, row.officeId, row.unitId, row.day, row.territoryId, row.placeId].join(
    '/',
  );

/** @returns how often each movement happened. */
export function sumsOf(movements: readonly PlacedMovement[]): Sums {
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
export function bookingsTo(booked: Sums, wanted: Sums): PlacedBooking[] {
  const all: Sums = new Map([...booked, ...wanted]);
  return [...all].flatMap(([line, { movement }]) => {
    const missing = (wanted.get(line)?.n ?? 0) - (booked.get(line)?.n ?? 0);
    const n = missing > 0 ? 1 : -1;
    return Array.from({ length: Math.abs(missing) }, () => ({ ...movement, n }) as const);
  });
}
