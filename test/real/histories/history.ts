import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type TimeLimitId,
  type YearOfDaysOff,
  limitsOf,
  workingCalendar,
} from '#libs/domain/procedure';
import {
  type CaseNarrative,
  type Deed,
  type DenunciationNarrative,
  Narrative,
} from '../../support/procedure/narrative.js';
import { agencyOf } from '../../support/procedure/offices.js';

const SEEDS = path.join('database', 'seeds', 'days-off');
/** The days off as the State decided them, year by year. */
const CALENDAR = workingCalendar(
  readdirSync(SEEDS).map((name) => parse(readFileSync(path.join(SEEDS, name), 'utf8')) as YearOfDaysOff),
);

/** @returns a denunciation after these deeds, each lawful by the calendar of days off. */
export const denunciationTold = (...deeds: readonly Deed[]): DenunciationNarrative =>
  new Narrative(DENUNCIATION_LIFECYCLE, undefined, [], CALENDAR).given(...deeds);

/** @returns a case after these deeds, each lawful by the calendar of days off. */
export const caseTold = (...deeds: readonly Deed[]): CaseNarrative =>
  new Narrative(CASE_LIFECYCLE, undefined, [], CALENDAR).given(...deeds);

/** A limit worked out by hand: how its last day follows from the Code is written beside it. */
export interface HandWorked {
  readonly id: TimeLimitId;
  /** The accused or the person held, where the limit is one person's. */
  readonly who?: string;
  readonly from: string;
  readonly due: string;
  /** The day of the step that ended it; absent while it runs. */
  readonly stopped?: string;
  /** The last day on which one more extension can be asked for. */
  readonly askBy?: string;
  /** The number of the article that the limit must cite. */
  readonly article: string;
  readonly how: string;
}

/** @returns a limit worked out by hand. */
export const due = (
  id: TimeLimitId,
  [from, last, stopped]: readonly [from: string, due: string, stopped?: string],
  [how, article]: readonly [how: string, article: string],
  more: Pick<HandWorked, 'who' | 'askBy'> = {},
): HandWorked => ({ id, from, due: last, ...(stopped ? { stopped } : {}), how, article, ...more });

type Line = Omit<Partial<HandWorked>, 'how' | 'article'>;
const lineOf = ({ id, who, from, due: last, stopped, askBy }: Line): string =>
  [
    `${id}${who ? ` of ${who}` : ''}: ${from} to ${last}`,
    stopped ? `stopped ${stopped}` : 'runs',
    askBy ? `ask by ${askBy}` : '',
  ].join(', ');

/** Expects every limit that the history set running, and no other, to be the one worked out by hand, by the same article. */
export function expectLimits(told: CaseNarrative | DenunciationNarrative, hand: readonly HandWorked[]): void {
  const log = told.log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
  const limits = limitsOf(told.life.kind, log, { agencyOf, isDayOff: CALENDAR.isDayOff }).map((one) => ({
    line: lineOf({
      id: one.id,
      ...(one.defendantId ? { who: one.defendantId } : {}),
      from: one.startedOn,
      ...(one.dueOn ? { due: one.dueOn } : {}),
      ...(one.stoppedOn ? { stopped: one.stoppedOn } : {}),
      ...(one.askBy ? { askBy: one.askBy } : {}),
    }),
    article: one.article,
  }));
  expect(limits.map(({ line }) => line).sort()).toEqual(hand.map(lineOf).sort());
  for (const one of hand) {
    expect(limits.find(({ line }) => line === lineOf(one))?.article).toMatch(new RegExp(`\\b${one.article}\\b`));
  }
}
