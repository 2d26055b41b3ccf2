import { DomainError } from '#libs/domain/kernel';
import { DatabaseUnavailable } from '#libs/platform/database';
import { failureCode, JobFailed, QueueUnavailable, RunSuperseded } from './job-failure.js';

const personal = 'Đỗ Thị Tưởng Tượng';

class Odd extends Error {
  override readonly name = 'Odd';
  readonly code = personal;
}

describe('the code of a failure', () => {
  it.each<[unknown, string]>([
    [new DomainError('plan.not-found', 'not-found', { id: 'x' }), 'plan.not-found'],
    [new DatabaseUnavailable('crowded'), 'database.crowded'],
    [new QueueUnavailable(new Error(personal)), 'queue.unavailable'],
    [new RunSuperseded(), 'run.superseded'],
    [new TypeError(personal), 'TypeError'],
    [Object.assign(new Error(personal), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new Odd(personal), 'Odd'],
    [Object.assign(new Error(personal), { name: personal }), 'unknown'],
    [personal, 'unknown'],
    [undefined, 'unknown'],
  ])('of %p is %s', (error, code) => {
    expect(failureCode(error)).toBe(code);
  });
});

describe('what is kept of an error', () => {
  it('is its code and its places, not its message, however many lines that has', () => {
    const { stack, message } = new JobFailed(new TypeError(`${personal}\nand ${personal}`));
    expect(message).toBe('TypeError');
    expect(stack).toMatch(/^JobFailed: TypeError\n\s+at .*job-failure\.spec\.ts/);
    expect(stack).not.toContain(personal);
    expect(new JobFailed(personal).stack).toBe('JobFailed: unknown');
  });
});
