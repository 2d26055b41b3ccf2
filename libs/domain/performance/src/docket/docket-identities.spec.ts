import fc from 'fast-check';
import { type Day, type Period, addDays } from '#libs/domain/kernel';
import {
  correct,
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type RecordedStep,
  type SubjectKind,
} from '#libs/domain/procedure';
import { talliesOf } from '../../../../../test/support/measure/tallies.js';
import { START, TODAY } from '../../../../../test/support/procedure/narrative.js';
import { OFFICES, agencyOf } from '../../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellCase, tellDenunciation } from '../../../../../test/support/procedure/random-history.js';
import { INDICATOR_DEFINITIONS, compile, ratioOf } from '../indicator/index.js';
import {
  DOCKET_NAMES,
  type DocketEntry,
  FLOWS,
  type LedgerRow,
  type Movement,
  bookings,
  entriesOf,
  movementsOfLog,
  openingOf,
  statementOf,
} from './index.js';

const STORY = fc.record({ kind: fc.constantFrom<SubjectKind>('denunciation', 'case'), seeds: STORY_SEEDS });
const SPAN: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(700), fc.nat(200))
  .map(([offset, length]) => ({ from: addDays(START, offset), to: addDays(START, offset + length) }));

const logOf = ({ kind, seeds }: { kind: SubjectKind; seeds: readonly number[] }): readonly RecordedStep[] =>
  kind === 'case' ? tellCase(seeds).log : tellDenunciation(seeds).log;
const matterOf = ({ docket, unitId }: { docket: string; unitId: string }): string => `${docket}/${unitId}`;

const openOn = (entries: readonly DocketEntry[], end: Day): DocketEntry[] =>
  entries.filter(({ openedOn, closedOn }) => openedOn <= end && (closedOn === undefined || closedOn > end));

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

describe('the dockets of a random lawful history', () => {
  const movementsIn = (story: { kind: SubjectKind; seeds: readonly number[] }): Movement[] =>
    movementsOfLog(story.kind, logOf(story));

  it('hold a matter at most once at a time, wherever', () => {
    fc.assert(
      fc.property(STORY, (story) => {
        for (const entries of groupBy(entriesOf(movementsIn(story)), matterOf).values()) {
          entries.slice(1).forEach((entry, index) => {
            const before = entries[index]!;
            expect(before.closedOn !== undefined && before.closedOn <= entry.openedOn).toBe(true);
          });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('balance in every period, for every office and for all of them together', () => {
    fc.assert(
      fc.property(STORY, SPAN, fc.option(fc.constantFrom(...OFFICES)), (story, span, office) => {
        const mine = (row: { officeId: number }): boolean => office === null || row.officeId === office;
        const movements = movementsIn(story);
        const entries = entriesOf(movements).filter(mine);
        const tallies = talliesOf(movements.filter(mine), span);
        const next = talliesOf(movements.filter(mine), { from: addDays(span.to, 1), to: TODAY });
        for (const docket of DOCKET_NAMES) {
          const here = entries.filter((entry) => entry.docket === docket);
          const statement = statementOf(tallies[docket] ?? {});
          expect([docket, statement.opening]).toEqual([docket, openOn(here, addDays(span.from, -1)).length]);
          expect([docket, statement.closing]).toEqual([docket, openOn(here, span.to).length]);
          expect(openingOf(next[docket] ?? {})).toBe(statement.closing);
          expect(statement.toBeHandled - statement.resolved).toBe(statement.closing);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('pass a matter from office to office without losing or doubling it', () => {
    fc.assert(
      fc.property(STORY, (story) => {
        const byDay = groupBy(movementsIn(story), ({ docket, unitId, day }) => `${docket}/${unitId}/${day}`);
        for (const rows of byDay.values()) {
          const count = (flow: string): number => rows.filter((row) => row.flow === flow).length;
          expect(count('transferred-out')).toBe(count('transferred-in'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give every indicator a numerator between nothing and its denominator', () => {
    fc.assert(
      fc.property(
        fc.array(STORY, { minLength: 1, maxLength: 4 }),
        SPAN,
        fc.option(fc.constantFrom(...OFFICES)),
        (stories, span, office) => {
          const movements = stories.flatMap(movementsIn).filter((row) => office === null || row.officeId === office);
          const tallies = talliesOf(movements, span);
          for (const definition of INDICATOR_DEFINITIONS) {
            const { numerator, denominator } = ratioOf(compile(definition), tallies);
            const name = `${definition.code} ${definition.variant}`;
            expect([name, numerator >= 0, numerator <= denominator]).toEqual([name, true, true]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are told by every flow', () => {
    const stories = fc.sample(STORY, { numRuns: 700, seed: 20_240_602 });
    const flows = new Set(stories.flatMap(movementsIn).map(({ flow }) => flow));
    expect(Object.keys(FLOWS).filter((flow) => !flows.has(flow as Movement['flow']))).toEqual([]);
  });
});

describe('the ledger of a history that is recorded, corrected and asked of a day', () => {
  const sumsOf = (rows: readonly LedgerRow[]): string[] => {
    const keyed = groupBy(rows, ({ docket, flow, officeId, unitId, day }) =>
      [docket, flow, officeId, unitId, day].join('/'),
    );
    return [...keyed]
      .map(([key, group]) => `${key}=${group.reduce((sum, { n }) => sum + n, 0)}`)
      .filter((line) => !line.endsWith('=0'))
      .sort();
  };
  const booked = (movements: readonly Movement[]): string[] => sumsOf(bookings([], movements));

  const corrections = fc.array(
    fc.record({ at: fc.nat(), shift: fc.integer({ min: -15, max: 15 }), withdraw: fc.boolean() }),
    { maxLength: 5 },
  );

  /** Every event with what was booked for it, in the order in which it was recorded. */
  const recorded = (
    story: { kind: SubjectKind; seeds: readonly number[] },
    changes: readonly { at: number; shift: number; withdraw: boolean }[],
  ) => {
    let log: readonly RecordedStep[] = [];
    const ledger: LedgerRow[][] = [];
    const append = (event: RecordedStep): void => {
      const after = [...log, event];
      ledger.push(bookings(movementsOfLog(story.kind, log), movementsOfLog(story.kind, after)));
      log = after;
    };
    logOf(story).forEach(append);
    for (const { at, shift, withdraw } of changes) {
      const original = log[at % log.length];
      if (!original) continue;
      const { type: event, occurredOn, payload, officeId, sequence } = original;
      const replacement = { event, occurredOn: addDays(occurredOn, shift), payload, officeId };
      const correction = { sequence, reason: 'told wrong', officeId, ...(withdraw ? {} : { replacement }) };
      try {
        const setting = { today: TODAY, agencyOf };
        append(
          story.kind === 'case'
            ? correct(CASE_LIFECYCLE, log, correction, setting)
            : correct(DENUNCIATION_LIFECYCLE, log, correction, setting),
        );
      } catch (error) {
        if (!(error as { code?: string }).code) throw error;
      }
    }
    return { log, ledger };
  };

  it('sums to what the history says, now and on every earlier day', () => {
    fc.assert(
      fc.property(STORY, corrections, (story, changes) => {
        const { log, ledger } = recorded(story, changes);
        log.forEach((_event, index) => {
          const known = log.slice(0, index + 1);
          if (index % 7 === 0 || index === log.length - 1) {
            expect(sumsOf(ledger.slice(0, index + 1).flat())).toEqual(booked(movementsOfLog(story.kind, known)));
          }
        });
        entriesOf(movementsOfLog(story.kind, log));
      }),
      { numRuns: 150 },
    );
  });
});
