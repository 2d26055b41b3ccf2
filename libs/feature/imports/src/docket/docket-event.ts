import { type Day, isDay } from '#libs/domain/kernel';
import type { DocketProfile, ProfileRule } from './profile.js';

/** One event of a foreign log as understood; `order` breaks ties of one day. */
export interface DocketEvent {
  readonly line: number;
  readonly on: Day;
  readonly defendant: string;
  readonly rule: ProfileRule;
  readonly order: number;
  /** What makes the event the same one when the log comes again. */
  readonly key: string;
}

/** A row that cannot be an event, and why. */
export interface RefusedRow {
  readonly line: number;
  readonly code: string;
}

type Cells = ReadonlyMap<string, string>;

const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?$/;
const RULES_PER_STAGE = 1_000;

/** Understands the rows of a log by the columns, dates and stages of its profile. */
export class EventReader {
  private readonly stages: ReadonlyMap<string, { index: number; rules: readonly ProfileRule[] }>;

  constructor(private readonly profile: DocketProfile) {
    this.stages = new Map(profile.stages.map(({ stage, rules }, index) => [keyOf(stage), { index, rules }]));
  }

  /** @returns the event, or why the row is none. */
  read(line: number, cells: Cells): DocketEvent | RefusedRow {
    const { columns, dates } = this.profile;
    const cell = (column: string | undefined): string =>
      column === undefined ? '' : (cells.get(column)?.trim() ?? '');
    const refused = (code: string): RefusedRow => ({ line, code });
    if (cell(columns.case) === '') return refused('docket.no-case');
    const stage = this.stages.get(keyOf(cell(columns.stage)));
    if (!stage) return refused('docket.stage-unknown');
    const written = cell(columns.date);
    if (written === '') return refused('docket.date-missing');
    const on = dayOf(written, dates.format);
    if (!on) return refused('docket.date-invalid');
    if (on < dates.min || on > dates.max) return refused('docket.date-out-of-range');
    const result = cell(columns.result);
    const place = stage.rules.findIndex((rule) => !rule.result || rule.result.test(result));
    const rule = stage.rules[place];
    if (!rule) return refused('docket.result-unknown');
    const defendant = cell(columns.defendant) || '1';
    const order = stage.index * RULES_PER_STAGE + place;
    return { line, on, defendant, rule, order, key: [stage.index, on, defendant, result].join('|') };
  }
}

/** @returns whether the row is no event. */
export const isRefused = (one: DocketEvent | RefusedRow): one is RefusedRow => 'code' in one;

const keyOf = (stage: string): string => stage.trim().toLowerCase();

const dayOf = (text: string, format: DocketProfile['dates']['format']): Day | undefined => {
  if (format === 'yyyy-mm-dd') {
    const day = text.slice(0, 10);
    return isDay(day) ? day : undefined;
  }
  const match = WRITTEN.exec(text);
  if (!match) return isDay(text.slice(0, 10)) ? (text.slice(0, 10) as Day) : undefined;
  const [, first = '', second = '', year = ''] = match;
  const [date, month] = format === 'dd/mm/yyyy' ? [first, second] : [second, first];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
};

/** Events in the order in which they happened: by day, then by the profile's stages and rules, then by line. */
export const byDay = (a: DocketEvent, b: DocketEvent): number =>
  a.on === b.on ? a.order - b.order || a.line - b.line : a.on < b.on ? -1 : 1;
