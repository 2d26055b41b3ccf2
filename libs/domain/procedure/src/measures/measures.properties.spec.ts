import fc from 'fast-check';
import { type Day, addDays, daysBetween } from '#libs/domain/kernel';
import { type FileLimit, type RecordedStep, foldCase, isDetained, limitsOf } from '../index.js';
import { agencyOf } from '../../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellCase } from '../../../../../test/support/procedure/random-history.js';

const property = (holds: (log: readonly RecordedStep[], limits: readonly FileLimit[]) => void): void =>
  fc.assert(
    fc.property(STORY_SEEDS, (seeds) => {
      const { log } = tellCase(seeds);
      holds(log, limitsOf('case', log, { agencyOf }));
    }),
    { numRuns: 150 },
  );
const isRunning = ({ stoppedOn }: FileLimit): boolean => stoppedOn === undefined;
const spanOf = ({ defendantId, startedOn, dueOn }: FileLimit): string =>
  `${defendantId ?? ''} ${startedOn} ${dueOn ?? ''}`;
const span = (id: string, from: Day, until: Day): string => `${id} ${from} ${until}`;

describe('in a random lawful history of a case', () => {
  it('a limit runs for exactly those who are held or detained, to the end that the order names', () => {
    property((log, limits) => {
      const { held = [], defendants } = foldCase(log);
      const inCustody = held
        .filter(({ endedOn }) => endedOn === undefined)
        .map(({ personId, from, until }) => span(personId, from, until));
      const detained = defendants.flatMap((one) =>
        one.detention && isDetained(one) ? [span(one.id, one.detention.from, one.detention.until)] : [],
      );
      const running = limits.filter(isRunning);
      expect(
        running
          .filter(({ id }) => id === 'custody')
          .map(spanOf)
          .sort(),
      ).toEqual(inCustody.sort());
      expect(
        running
          .filter(({ id }) => id.startsWith('detention-'))
          .map(spanOf)
          .sort(),
      ).toEqual(detained.sort());
    });
  });

  it('nobody is held longer than 9 days, nor held and detained at once', () => {
    property((log, limits) => {
      for (const { startedOn, dueOn = startedOn } of limits.filter(({ id }) => id === 'custody')) {
        expect(dueOn <= addDays(startedOn, 9)).toBe(true);
      }
      const { held = [], defendants } = foldCase(log);
      const both = held.filter(
        ({ personId, endedOn }) =>
          endedOn === undefined && defendants.some((one) => one.id === personId && isDetained(one)),
      );
      expect(both).toEqual([]);
    });
  });

  it('nobody is detained for one investigation longer than 16 months of 30 days, custody counted', () => {
    property((log) => {
      for (const { detention } of foldCase(log).defendants) {
        if (detention?.phase !== 'investigation') continue;
        expect(detention.daysBefore + daysBetween(detention.from, detention.until) + 1).toBeLessThanOrEqual(480);
        expect(detention.daysBefore).toBeGreaterThanOrEqual(0);
      }
    });
  });
});
