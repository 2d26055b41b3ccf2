import fc from 'fast-check';
import { addDays, day } from '#libs/domain/kernel';
import {
  DOCKETS,
  DOCKET_NAMES,
  FLOWS,
  FLOW_NAMES,
  type LedgerRow,
  type Movement,
  bookings,
  docketOfId,
  flowOfId,
  flowsOf,
} from './index.js';

const ROW: Movement = { docket: 'verification', officeId: 1, unitId: '', flow: 'new', day: day('2024-03-01') };
const MOVEMENTS = fc.array(
  fc.record<Movement>({
    docket: fc.constantFrom('verification', 'investigation-defendants'),
    officeId: fc.constantFrom(1, 2),
    unitId: fc.constantFrom('', 'a'),
    flow: fc.constantFrom('new', 'declined'),
    day: fc.nat(2).map((count) => addDays(day('2024-03-01'), count)),
  }),
  { maxLength: 20 },
);

const keyOf = ({ docket, officeId, unitId, flow, day: on }: Movement): string =>
  [docket, officeId, unitId, flow, on].join('/');
const sums = (rows: readonly (readonly [Movement, number])[]): Record<string, number> => {
  const totals: Record<string, number> = {};
  for (const [movement, n] of rows) totals[keyOf(movement)] = (totals[keyOf(movement)] ?? 0) + n;
  return Object.fromEntries(
    Object.entries(totals)
      .filter(([, n]) => n !== 0)
      .sort(),
  );
};
const plain = (movements: readonly Movement[]) => sums(movements.map((movement) => [movement, 1]));
const signed = (rows: readonly LedgerRow[]) => rows.map((row) => [row, row.n] as const);

describe('bookings', () => {
  it('reverse what no longer holds before they book what is new', () => {
    const moved = { ...ROW, day: day('2024-03-05') };
    expect(bookings([ROW], [moved])).toEqual([
      { ...ROW, n: -1 },
      { ...moved, n: 1 },
    ]);
    expect(bookings([], [ROW, ROW])).toEqual([
      { ...ROW, n: 1 },
      { ...ROW, n: 1 },
    ]);
    expect(bookings([ROW, ROW], [])).toHaveLength(2);
  });

  it('make the ledger say what holds after, whatever it said before', () => {
    fc.assert(
      fc.property(MOVEMENTS, MOVEMENTS, (before, after) => {
        const rows = bookings(before, after);
        expect(sums([...before.map((movement) => [movement, 1] as const), ...signed(rows)])).toEqual(plain(after));
        const turns = rows.map(({ n }) => n);
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
      }),
    );
  });

  it('done twice add nothing, in whatever order the movements are told', () => {
    fc.assert(
      fc.property(MOVEMENTS, (movements) => {
        expect(bookings(movements, [...movements].reverse())).toEqual([]);
        expect(plain(bookings([], movements))).toEqual(plain(movements));
      }),
    );
  });

  it('go through any state in between to the same end', () => {
    fc.assert(
      fc.property(MOVEMENTS, MOVEMENTS, MOVEMENTS, (first, second, third) => {
        const twice = [...bookings(first, second), ...bookings(second, third)];
        expect(sums(signed(twice))).toEqual(sums(signed(bookings(first, third))));
      }),
    );
  });
});

describe('dockets and flows', () => {
  it('are stored under numbers that are never used twice', () => {
    for (const table of [DOCKETS, FLOWS]) {
      const ids = Object.values(table).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 32_768)).toBe(true);
    }
    for (const name of DOCKET_NAMES) expect(docketOfId(DOCKETS[name].id)).toBe(name);
    for (const name of FLOW_NAMES) expect(flowOfId(FLOWS[name].id)).toBe(name);
    expect(() => docketOfId(0)).toThrow('unknown docket 0');
    expect(() => flowOfId(999)).toThrow('unknown flow 999');
  });

  it('keep the numbers they were given', () => {
    expect(Object.entries(DOCKETS).map(([name, { id }]) => `${id} ${name}`)).toEqual([
      '1 reception',
      '2 verification',
      '3 suspended-verification',
      '4 investigation',
      '5 discovery',
      '6 suspended-investigation',
      '7 prosecution',
      '8 suspended-prosecution',
      '9 first-instance',
      '10 suspended-trial',
      '11 appeal',
      '12 investigation-defendants',
      '13 prosecution-defendants',
      '14 first-instance-defendants',
      '15 appeal-defendants',
    ]);
    expect(Object.entries(FLOWS).map(([name, { id, kind }]) => `${id} ${kind} ${name}`)).toEqual([
      '1 in new',
      '2 in transferred-in',
      '3 in resumed',
      '4 in returned',
      '5 in split-off',
      '6 in carried-over',
      '20 moved transferred-out',
      '21 moved returned-out',
      '22 moved merged',
      '23 moved cancelled',
      '30 outcome classified',
      '31 outcome instituted',
      '32 outcome declined',
      '33 outcome suspended',
      '34 outcome concluded',
      '35 outcome terminated',
      '36 outcome indicted',
      '37 outcome judged',
      '38 outcome finalised',
      '39 outcome resumed-out',
      '50 mark received-and-classified',
    ]);
    expect(flowsOf('mark')).toEqual(['received-and-classified']);
  });
});
