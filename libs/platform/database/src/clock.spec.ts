import { day } from '#libs/domain/kernel';
import { FixedClock, localDay, SystemClock } from './index.js';

describe('the day in Việt Nam', () => {
  it.each([
    ['2026-03-15T16:59:59.999Z', '2026-03-15'],
    ['2026-03-15T17:00:00.000Z', '2026-03-16'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01'],
    ['2024-02-28T17:30:00.000Z', '2024-02-29'],
  ])('at %s is %s', (instant, expected) => {
    expect(localDay(new Date(instant))).toBe(expected);
  });
});

describe('a clock', () => {
  it('of the machine tells the time', () => {
    const before = Date.now();
    expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
    expect(Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())).toBe(
      new SystemClock().today(),
    );
  });

  it('that stands still is set by day or by instant', () => {
    const clock = new FixedClock(day('2026-03-16'));
    expect([clock.today(), clock.now().toISOString()]).toEqual(['2026-03-16', '2026-03-16T02:00:00.000Z']);
    clock.set(new Date('2026-03-16T17:00:00Z'));
    expect(clock.today()).toBe('2026-03-17');
  });
});
