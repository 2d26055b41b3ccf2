import fc from 'fast-check';
import { type Day, addDays, addMonths, day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type Gravity,
  TIME_LIMITS,
  type TimeLimit,
  dueDayOf,
  endOf,
  furthestEndOf,
  workingDayFrom,
} from './index.js';
import { extensionsOf, lengthOf } from './limit-end.js';

const GRAVITIES: readonly Gravity[] = ['less-serious', 'serious', 'very-serious', 'especially-serious'];
const ROWS: readonly TimeLimit<never>[] = [...TIME_LIMITS.denunciation, ...TIME_LIMITS.case];
const limit = (id: string): TimeLimit<never> => {
  const found = ROWS.find((row) => row.id === id);
  if (!found) throw new Error(`no limit ${id}`);
  return found;
};

const isWeekend = (on: Day): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

describe('counting (Điều 134)', () => {
  it.each([
    ['2024-03-01', { days: 20 }, '2024-03-21'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2023-01-31', { months: 1 }, '2023-02-28'],
    ['2024-03-15', { months: 2 }, '2024-05-15'],
    ['2024-12-31', { months: 2 }, '2025-02-28'],
    ['2024-02-28', { hours: 24 }, '2024-02-29'],
    ['2024-02-28', { hours: 48 }, '2024-03-01'],
  ])('%s and %j end on %s', (from, span, to) => {
    expect(endOf(day(from), span as { days: number })).toBe(to);
  });

  it('moves the end from a day off to the next working day, but not hours', () => {
    // 21/6/2024 is a Friday.
    expect(workingDayFrom(day('2024-06-21'), { isDayOff: isWeekend })).toBe('2024-06-21');
    expect(workingDayFrom(day('2024-06-22'), { isDayOff: isWeekend })).toBe('2024-06-24');
    expect(workingDayFrom(day('2024-06-22'))).toBe('2024-06-22');
    const verification = limit('verification');
    expect(dueDayOf(verification, { startedOn: day('2024-06-02') }, { isDayOff: isWeekend })).toBe('2024-06-24');
    expect(
      dueDayOf(verification, { startedOn: day('2024-06-02'), until: day('2024-07-27') }, { isDayOff: isWeekend }),
    ).toBe('2024-07-29');
    expect(dueDayOf(limit('classification'), { startedOn: day('2024-06-21') }, { isDayOff: isWeekend })).toBe(
      '2024-06-22',
    );
  });

  it('never ends on a day off, nor later than it must', () => {
    const procedural = ROWS.filter(({ counting = 'procedural' }) => counting === 'procedural');
    fc.assert(
      fc.property(
        fc.constantFrom(...procedural),
        fc.constantFrom(...GRAVITIES),
        fc.nat(3000),
        (row, gravity, offset) => {
          const startedOn = addDays(day('2020-01-01'), offset);
          const plain = dueDayOf(row, { startedOn, gravity })!;
          const due = dueDayOf(row, { startedOn, gravity }, { isDayOff: isWeekend })!;
          const hours = 'hours' in lengthOf(row, { gravity })!;
          expect(hours || !isWeekend(due)).toBe(true);
          expect(due >= plain && due <= addDays(plain, 2)).toBe(true);
        },
      ),
    );
  });
});

/** Detention has days of its own in the summary procedure, and under 18 since 2026: another article of the same limit. */
const BY_TWO_TEXTS: readonly string[] = TIME_LIMITS.case
  .map(({ id }) => id)
  .filter((id) => id.startsWith('detention-'));

describe('the table of limits', () => {
  it.each([
    ['hand-over-by-commune-police', { days: 7 }, { days: 7 }, { days: 7 }, { days: 7 }],
    ['classification', { hours: 24 }, { hours: 24 }, { hours: 24 }, { hours: 24 }],
    ['verification', { days: 20 }, { days: 20 }, { days: 20 }, { days: 20 }],
    ['verification-resumed', { months: 1 }, { months: 1 }, { months: 1 }, { months: 1 }],
    ['investigation', { months: 2 }, { months: 3 }, { months: 4 }, { months: 4 }],
    ['investigation-resumed', { months: 2 }, { months: 2 }, { months: 3 }, { months: 3 }],
    ['supplement-for-procuracy', { months: 2 }, { months: 2 }, { months: 2 }, { months: 2 }],
    ['supplement-for-court', { months: 1 }, { months: 1 }, { months: 1 }, { months: 1 }],
    ['hand-over-to-procuracy', { days: 2 }, { days: 2 }, { days: 2 }, { days: 2 }],
    ['decision-to-prosecute', { days: 20 }, { days: 20 }, { days: 30 }, { days: 30 }],
    ['answer-to-court', { months: 1 }, { months: 1 }, { months: 1 }, { months: 1 }],
    ['hand-over-to-court', { days: 3 }, { days: 3 }, { days: 3 }, { days: 3 }],
    ['trial-preparation', { days: 30 }, { days: 45 }, { months: 2 }, { months: 3 }],
    ['trial-preparation-after-return', { days: 15 }, { days: 15 }, { days: 15 }, { days: 15 }],
  ])('%s is as long as the law says, by gravity', (id, ...lengths) => {
    expect(GRAVITIES.map((gravity) => lengthOf(limit(id), { gravity }))).toEqual(lengths);
  });

  it.each([
    [
      'verification',
      ['total months 2', 'months 2'],
      ['total months 2', 'months 2'],
      ['total months 2', 'months 2'],
      ['total months 2', 'months 2'],
    ],
    [
      'investigation',
      ['months 2'],
      ['months 3', 'months 2'],
      ['months 4', 'months 4'],
      ['months 4', 'months 4', 'months 4', 'months 4'],
    ],
    ['investigation-resumed', ['months 1'], ['months 2'], ['months 2'], ['months 3']],
    ['decision-to-prosecute', ['days 10'], ['days 10'], ['days 15'], ['days 30']],
    ['trial-preparation', ['days 15'], ['days 15'], ['days 30'], ['days 30']],
    ['hand-over-to-court', ['total days 10'], ['total days 10'], ['total days 10'], ['total days 10']],
    ['supplement-for-court', [], [], [], []],
  ])('%s is lengthened as the law says, by gravity', (id, ...extensions) => {
    const spoken = GRAVITIES.map((gravity) =>
      extensionsOf(limit(id), { gravity }).map((one) => {
        const [span, prefix] = 'total' in one ? [one.total, 'total '] : [one.further, ''];
        return `${prefix}${Object.entries(span).flat().join(' ')}`;
      }),
    );
    expect(spoken).toEqual(extensions);
  });

  it.each([
    ['less-serious', 4],
    ['serious', 8],
    ['very-serious', 12],
    ['especially-serious', 20],
  ] as const)('lets an investigation of a %s offence last %i months in all', (gravity, months) => {
    const startedOn = day('2024-01-15');
    const row = limit('investigation');
    const last = extensionsOf(row, { gravity }).reduce(
      (until, _extension, granted) => furthestEndOf(row, { startedOn, gravity, granted, until })!,
      dueDayOf(row, { startedOn, gravity })!,
    );
    expect(last).toBe(addMonths(startedOn, months));
    expect(furthestEndOf(row, { startedOn, gravity, granted: extensionsOf(row, { gravity }).length })).toBeUndefined();
  });

  it('starts and stops on events that there are; rows of one id are one limit of one article', () => {
    for (const [rows, life] of [
      [TIME_LIMITS.denunciation, DENUNCIATION_LIFECYCLE],
      [TIME_LIMITS.case, CASE_LIFECYCLE],
    ] as const) {
      for (const { id, starts, stops, extendedBy = starts[0]!, article } of rows) {
        expect([id, [...starts, ...stops, extendedBy].filter((event) => !life.events.has(event))]).toEqual([id, []]);
        expect([starts.length > 0, stops.length > 0]).toEqual([true, true]);
        expect(article).toMatch(/^Đ\./);
      }
    }
    for (const rows of [TIME_LIMITS.denunciation, TIME_LIMITS.case]) {
      const told = rows.map(({ id, article, kind, starts }) => {
        return [id, ...(BY_TWO_TEXTS.includes(id) ? [] : [article]), kind, starts] as const;
      });
      for (const row of told)
        expect(told.filter(([id]) => id === row[0])).toEqual(told.filter(([id]) => id === row[0]).map(() => row));
    }
    const shared = TIME_LIMITS.denunciation.filter(({ id }) => TIME_LIMITS.case.some((one) => one.id === id));
    expect(shared.map(({ id }) => id)).toEqual(['limitation-of-prosecution', 'suspension-review']);
  });
});
