import { jest } from '@jest/globals';
import { newId } from './index.js';

describe('a new id', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const millisecond = parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(millisecond).toBeGreaterThanOrEqual(before);
    expect(millisecond - before).toBeLessThan(10_000);
  });

  it('sorts after all earlier ones, thousands within a millisecond and with the clock set back', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    jest.useFakeTimers({ now: Date.now() - 3_600_000 });
    ids.push(newId(), newId());
    jest.useRealTimers();
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
