import fc from 'fast-check';
import { type Day, DomainError, addDays } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseStage,
  type Command,
  DENUNCIATION_LIFECYCLE,
  type DefendantStatus,
  type FileLimit,
  type FileOffices,
  type Lifecycle,
  type RecordedStep,
  type Step,
  availableTransitions,
  correct,
  decide,
  fold,
  historyOf,
  isActive,
  limitsOf,
  runningLimitsOf,
} from './index.js';
import { type Narrative, TODAY } from '../../../../test/support/procedure/narrative.js';
import { OFFICES, agencyAt, agencyOf } from '../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellCase, tellDenunciation } from '../../../../test/support/procedure/random-history.js';

const SETTING = { today: TODAY, agencyOf };
const actingAs = (officeId: number) => ({ officeId, agency: agencyAt(officeId), supervises: true });

/** @returns the code of the refusal, or the step. Anything but a refusal of the domain is a crash and passes through. */
function attempt<T>(deed: () => T): T | string {
  try {
    return deed();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Tells a history anew, step by step through `decide`, as if it had been known at once. */
function toldAtOnce<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  history: readonly S[],
): File | string {
  return attempt(() =>
    history.reduce((file, { type, ...step }) => {
      const status = life.statusOf(file);
      const row = life.transitions.find((one) => one.event === type && one.from.includes(status));
      if (!row) throw new DomainError('no such row', 'rule');
      const acting = row.actor === 'system' ? {} : { acting: actingAs(step.officeId) };
      return life.evolve(file, decide(life, file, { name: row.command, ...step }, { ...SETTING, ...acting }));
    }, life.nothing),
  );
}

function describeLife<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  tell: (seeds: readonly number[]) => Narrative<File, Status, S>,
): void {
  it('is told to its end: what the tables offer is possible and leads where they say', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const told = tell(seeds);
        expect(fold(life, told.log)).toEqual(told.file);
        expect(toldAtOnce(life, told.log)).toEqual(told.file);
      }),
      { numRuns: 300 },
    );
  });

  it('is told widely: every status and every event comes up', () => {
    const stories = fc.sample(STORY_SEEDS, { numRuns: 900, seed: 20_240_601 }).map(tell);
    const events = new Set(stories.flatMap(({ log }) => log.map(({ type }) => type)));
    expect([...life.events].filter((event) => !events.has(event))).toEqual([]);
    const statuses = new Set(
      stories.flatMap(({ log }) => log.map((_step, index) => life.statusOf(fold(life, log.slice(0, index + 1))))),
    );
    expect(life.statuses.filter((status) => status !== 'none' && !statuses.has(status))).toEqual([]);
  });

  it('offers exactly what is neither impossible nor somebody else’s', () => {
    const commands = [...new Set(life.transitions.map((row) => row.command))];
    fc.assert(
      fc.property(STORY_SEEDS, fc.constantFrom(...OFFICES), (seeds, officeId) => {
        const { file } = tell(seeds);
        const offered = availableTransitions(life, file, actingAs(officeId)).map((row) => row.command);
        for (const name of commands) {
          const command = { name, occurredOn: TODAY, officeId, payload: {} };
          const code = attempt(() => decide(life, file, command, { ...SETTING, acting: actingAs(officeId) }));
          const open = code !== 'step.not-possible' && code !== 'step.not-your-office';
          expect([name, open]).toEqual([name, offered.includes(name)]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is changed by nothing that is refused, and crashed by nothing that is asked', () => {
    const rows = life.transitions;
    const anyCommand = fc.record({
      name: fc.oneof(fc.constantFrom(...rows.map((row) => row.command)), fc.string()),
      payload: fc.dictionary(
        fc.constantFrom(...rows.flatMap((row) => Object.keys(row.fields)), 'extra'),
        fc.oneof(fc.anything(), fc.constantFrom(['accused-1'], '2025-01-01', 11, 41, 51, 'judge', 'own', 'head', true)),
      ),
      officeId: fc.constantFrom(...OFFICES, 999),
      shift: fc.integer({ min: -400, max: 400 }),
      system: fc.boolean(),
    });
    fc.assert(
      fc.property(STORY_SEEDS, anyCommand, (seeds, { shift, system, officeId, ...asked }) => {
        const told = tell(seeds);
        const before = JSON.stringify(told.file);
        const command: Command = { ...asked, officeId, occurredOn: addDays(told.lastDay, shift) };
        const acting = system || officeId === 999 ? {} : { acting: actingAs(officeId) };
        const outcome = attempt(() => decide(life, told.file, command, { ...SETTING, ...acting }));
        expect(JSON.stringify(told.file)).toBe(before);
        if (typeof outcome !== 'string') life.evolve(told.file, outcome);
      }),
      { numRuns: 500 },
    );
  });

  it('corrected is what it would be had it been told right at once, and refused where that would be', () => {
    const choice = fc.record({
      at: fc.nat(),
      like: fc.nat(),
      shift: fc.integer({ min: -20, max: 20 }),
      withdraw: fc.boolean(),
    });
    fc.assert(
      fc.property(STORY_SEEDS, fc.array(choice, { minLength: 1, maxLength: 4 }), (seeds, choices) => {
        let log: readonly RecordedStep[] = tell(seeds).log;
        for (const { at, like, shift, withdraw } of choices) {
          const original = log[at % log.length];
          if (!original) return;
          const model = historyOf(life, log)[like % log.length] ?? original;
          const day = addDays(original.occurredOn, shift);
          const replacement = {
            event: like % 3 === 0 ? model.type : original.type,
            occurredOn: day,
            payload: like % 2 === 0 ? original.payload : model.payload,
          };
          const correction = {
            sequence: original.sequence,
            reason: 'told wrong',
            officeId: original.officeId,
            ...(withdraw ? {} : { replacement }),
          };
          const event = attempt(() => correct(life, log, correction, SETTING));
          if (typeof event === 'string') {
            if (!SAID_BY_CORRECTION.has(event))
              expect(
                toldAtOnce(
                  life,
                  replaced(
                    life,
                    log,
                    original,
                    withdraw ? undefined : { ...original, ...replacement, type: replacement.event },
                  ),
                ),
              ).toEqual(expect.any(String));
            continue;
          }
          log = [...log, event];
          expect(toldAtOnce(life, historyOf(life, log))).toEqual(fold(life, log));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has limits that start before they end and stop no earlier than they start', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        for (const { startedOn, dueOn = startedOn, furthestOn = dueOn, stoppedOn = startedOn } of limitsOf(
          life.kind,
          tell(seeds).log,
          SETTING,
        )) {
          expect([dueOn >= startedOn, furthestOn >= dueOn, stoppedOn >= startedOn]).toEqual([true, true, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has as limits that run those that nothing stopped, without periods that are over', () => {
    fc.assert(
      fc.property(STORY_SEEDS, fc.integer({ min: 0, max: 800 }), (seeds, days) => {
        const { log } = tell(seeds);
        const today = addDays(log[0]?.occurredOn ?? TODAY, days);
        const isOver = ({ kind, dueOn = today }: FileLimit): boolean => kind === 'period' && dueOn < today;
        const running = limitsOf(life.kind, log, SETTING).filter((one) => one.stoppedOn === undefined && !isOver(one));
        expect(runningLimitsOf(life.kind, log, { ...SETTING, today })).toEqual(running);
      }),
      { numRuns: 100 },
    );
  });
}

/** Refusals of the correction itself, whatever the history would have been. */
const SAID_BY_CORRECTION = new Set([
  'correction.already-withdrawn',
  'correction.opening-withdrawn',
  'correction.not-a-step',
  'correction.unknown-event',
]);

/** The history with something else, or nothing, in the place of an event or of what stands for it today. */
function replaced<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  { sequence }: RecordedStep,
  step: RecordedStep | undefined,
): (S & RecordedStep)[] {
  const place = (one: RecordedStep): number => {
    const before = log.find((event) => event.sequence === one.replaces);
    return before ? place(before) : one.sequence;
  };
  const event = log.find((one) => one.sequence === sequence);
  const at = event ? place(event) : sequence;
  const standing = historyOf(life, log).filter((one) => place(one) !== at);
  const others = step ? [...standing, { ...step, sequence: at, replaces: undefined }] : standing;
  return historyOf(
    life,
    [...others]
      .map((one) => ({ ...one, sequence: place(one), replaces: undefined }))
      .sort((a, b) => a.sequence - b.sequence) as RecordedStep[],
  );
}

describe('a random lawful history of a denunciation', () => {
  describeLife(DENUNCIATION_LIFECYCLE, tellDenunciation);
});

describe('a random lawful history of a case', () => {
  describeLife(CASE_LIFECYCLE, tellCase);

  const ACTIVE_IN: Readonly<Record<CaseStage, readonly DefendantStatus[]>> = {
    none: [],
    'under-investigation': ['charged', 'approved'],
    'institution-cancelled': [],
    joined: [],
    concluded: ['approved'],
    'at-procuracy': ['approved'],
    indicted: ['indicted'],
    'handed-to-court': ['indicted'],
    accepted: ['indicted'],
    scheduled: ['indicted'],
    judged: ['judged', 'appealed'],
    'sent-to-appeal': ['judged', 'appealed'],
    'appeal-accepted': ['judged', 'appealed'],
    'appeal-scheduled': ['judged', 'appealed'],
    remanded: ['remanded'],
    'in-cassation': ['in-cassation'],
    'in-reopening': ['in-reopening'],
  };

  it('leaves at each stage only accused whom that stage can deal with', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const { file, log } = tellCase(seeds);
        fc.pre(log.length > 0);
        const active = file.defendants.filter(isActive).map(({ status }) => status);
        expect(active.filter((status) => !ACTIVE_IN[file.stage].includes(status))).toEqual([]);
        expect(new Set(file.defendants.map(({ id }) => id)).size).toBe(file.defendants.length);
        expect(file.halt !== undefined && active.length > 0).toBe(false);
        const days: readonly (Day | undefined)[] = [file.since, ...file.defendants.map(({ since }) => since)];
        expect(days.every((day) => day !== undefined && day <= TODAY)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
