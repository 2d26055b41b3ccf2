import { type MinimalJob } from 'bullmq';
import { defineJob, type JobParts } from './job.js';
import { jobOptions, patientBackoff } from './job-options.js';

interface Numbered {
  readonly n: number;
}

const PARTS: JobParts<Numbered> = { queue: 'plain', name: 'plain', payload: { n: 'integer' } };

describe('a job of the catalogue', () => {
  it('is tried five times, after 1, 2, 4 and 8 seconds, unless it says otherwise', () => {
    expect(jobOptions(defineJob(PARTS), { n: 1 })).toMatchObject({
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
    });
    expect(jobOptions(defineJob({ ...PARTS, attempts: 2, backoffSeconds: 30 }), { n: 1 })).toMatchObject({
      attempts: 2,
      backoff: { delay: 30_000 },
    });
  });

  it('with a topic is tried until it is done, after pauses that grow to a minute', () => {
    const options = jobOptions(defineJob<object>({ queue: 'plain', name: 'plain', payload: {}, topic: 'steps' }), {});
    const pauses = [1, 2, 3, 6, 7, 40, 4_000].map((made) =>
      patientBackoff(made, 'patient', undefined, { opts: options } as MinimalJob),
    );
    expect(pauses).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000]);
    expect(options.attempts).toBeGreaterThan(1_000_000);
  });

  it('is told apart by its id, or by its key, which lets one wait while one works', () => {
    const byId = defineJob<Numbered>({ ...PARTS, jobId: ({ n }) => `n${n}` });
    expect(jobOptions(byId, { n: 3 })).toMatchObject({ jobId: 'plain-n3' });
    const byKey = defineJob<Numbered>({ ...PARTS, dedupe: ({ n }) => `n${n}` });
    const deduplication = { id: 'plain-n3', keepLastIfActive: true };
    expect(jobOptions(byKey, { n: 3 })).toMatchObject({ deduplication });
    expect(jobOptions(defineJob(PARTS), { n: 3 })).not.toHaveProperty('deduplication');
  });

  it.each(['with space', 'a:b', 'Đà-Nẵng', '', 'x'.repeat(129)])('has no id like %j', (id) => {
    expect(() => jobOptions(defineJob<Numbered>({ ...PARTS, jobId: () => id }), { n: 1 })).toThrow('the id of a job');
  });

  it.each<[string, Partial<JobParts<Numbered>>]>([
    ['a queue that is not kebab-case', { queue: 'a:b' }],
    ['a name that is not kebab-case', { name: 'Plain' }],
    ['an id and a key', { jobId: () => 'a', dedupe: () => 'a' }],
    ['an id and a topic', { jobId: () => 'a', topic: 'steps' }],
    ['a topic, but a payload that it cannot do without', { topic: 'steps' }],
    ['a time, but another payload than its own', { schedule: { cron: '0 2 * * *', payload: { n: 1.5 } } }],
  ])('cannot have %s', (_, parts) => {
    expect(() => defineJob<Numbered>({ ...PARTS, ...parts })).toThrow();
  });
});
