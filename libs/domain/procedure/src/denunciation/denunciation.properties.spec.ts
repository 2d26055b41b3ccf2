import fc from 'fast-check';
import { addDays, addMonths } from '#libs/domain/kernel';
import { DENUNCIATION_NOTICES, type FileLimit, type RecordedStep, foldDenunciation, limitsOf } from '../index.js';
import { agencyAt, agencyOf } from '../../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellDenunciation } from '../../../../../test/support/procedure/random-history.js';

/** A random lawful history as if each step had been recorded on its day. */
const logOf = (seeds: readonly number[]): readonly RecordedStep[] =>
  tellDenunciation(seeds).log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
const limits = (log: readonly RecordedStep[]): FileLimit[] => limitsOf('denunciation', log, { agencyOf });
const property = (holds: (log: readonly RecordedStep[]) => void): void =>
  fc.assert(
    fc.property(STORY_SEEDS, (seeds) => holds(logOf(seeds))),
    { numRuns: 400 },
  );

describe('a random lawful history of a denunciation', () => {
  it('never has longer than 2 months and 2 months more from the receipt (Điều 147)', () => {
    property((log) => {
      const furthest = limits(log).filter(({ id }) => id === 'verification');
      for (const { startedOn, dueOn = startedOn } of furthest) {
        const carried = log.some(({ type }) => type === 'carried-over');
        const cap = addMonths(addMonths(startedOn, 2), 2);
        expect(carried || dueOn <= cap).toBe(true);
      }
    });
  });

  it('is not suspended while the limit of Điều 147 runs', () => {
    property((log) => {
      for (const { id, dueOn, stoppedOn } of limits(log)) {
        if (id !== 'verification' || !stoppedOn || !dueOn) continue;
        const stop = log.find(({ type, occurredOn }) => type === 'suspended' && occurredOn === stoppedOn);
        expect(stop === undefined || stoppedOn >= dueOn).toBe(true);
      }
    });
  });

  it('owes exactly the notices whose limits run', () => {
    property((log) => {
      const mayOwe = (id: keyof typeof DENUNCIATION_NOTICES, officeId: number): boolean =>
        DENUNCIATION_NOTICES[id].of?.includes(agencyAt(officeId)) ?? true;
      const owed = foldDenunciation(log)
        .owed.filter(({ notice, officeId }) => mayOwe(notice, officeId))
        .map(({ notice, officeId, since, from = since }) => `${notice} ${officeId} ${from}`);
      const running = limits(log)
        .filter(({ kind, stoppedOn }) => kind === 'notice' && stoppedOn === undefined)
        .map(({ id, actorOfficeId, startedOn }) => `${id} ${actorOfficeId} ${startedOn}`);
      expect([...new Set(running)].filter((one) => !owed.includes(one))).toEqual([]);
      expect(owed.filter((one) => !running.includes(one))).toEqual([]);
    });
  });

  it('is taken over by a procuracy only after its demand and 15 days', () => {
    property((log) => {
      log.forEach(({ type, occurredOn }, index) => {
        if (type !== 'taken-over') return;
        const demand = log.slice(0, index).findLast((step) => step.type === 'remedy-demanded');
        expect(demand && addDays(demand.occurredOn, 15) < occurredOn).toBe(true);
      });
    });
  });

  it('does nothing but give its notices once it is joined into another', () => {
    property((log) => {
      const joined = log.findIndex(({ type }) => type === 'joined');
      const after = joined < 0 ? [] : log.slice(joined + 1).map(({ type }) => type);
      expect(after.filter((type) => type !== 'notified')).toEqual([]);
    });
  });

  it('keeps one holder, and a receiver only while a transfer is offered', () => {
    property((log) => {
      log.forEach((_step, index) => {
        const file = foldDenunciation(log.slice(0, index + 1));
        expect(file.holderOfficeId).toEqual(expect.any(Number));
        expect(file.receiverOfficeId !== undefined).toBe(file.status === 'in-transfer');
        expect(file.statusBeforeDispute !== undefined).toBe(file.status === 'in-dispute');
      });
    });
  });
});
