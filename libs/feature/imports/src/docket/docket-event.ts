import { type Day, type ErrorFacts, isDay } from '#libs/domain/kernel';
import type { TableRow } from '#libs/platform/spreadsheet';
import type { DocketProfile, ProfileRule } from './profile.js';

/** One event of a foreign log as understood; `order` breaks ties of one day. */
export interface DocketEvent {
  readonly line: number;
  readonly on: Day;
  /** The person as the log names him; '' where the row is about the whole case. */
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
  readonly facts?: ErrorFacts;
}

/** The number of the one accused of whom a log gives no name. */
export const NAMELESS = '1';

type Cells = ReadonlyMap<string, string>;

const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T].*)?$/u;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T].*)?$/u;
const RULES_PER_STAGE = 1_000;

/** Understands the rows of a log by the columns, dates and stages of its profile. */
export class EventReader {
  private readonly stages: ReadonlyMap<string, { index: number; rules: readonly ProfileRule[] }>;
  private readonly columns: ReadonlySet<string>;

  constructor(private readonly profile: DocketProfile) {
    this.stages = new Map(profile.stages.map(({ stage, rules }, index) => [stageKey(stage), { index, rules }]));
    this.columns = new Set(Object.values(profile.columns).filter((column) => column !== undefined));
  }

  /**
   * @param row a row, with the columns joined to it.
   * @returns the event, or why the row is none.
   */
  read({ line, cells, faults }: TableRow): DocketEvent | RefusedRow {
    const fault = faults.find(({ header }) => header === undefined || this.columns.has(header));
    if (!fault) return this.eventOf(line, cells);
    return { line, code: fault.code, facts: { expected: fault.expected, found: fault.found } };
  }

  private eventOf(line: number, cells: Cells): DocketEvent | RefusedRow {
    const { columns, dates } = this.profile;
    const cell = (column: string | undefined): string =>
      column === undefined ? '' : (cells.get(column)?.trim() ?? '');
    const refused = (code: string): RefusedRow => ({ line, code });
    if (cell(columns.case) === '') return refused('docket.no-case');
    const stage = this.stages.get(stageKey(cell(columns.stage)));
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
    const defendant = cell(columns.defendant);
    const order = stage.index * RULES_PER_STAGE + place;
    const key = [stage.index, on, defendant || NAMELESS, result].join('|');
    return { line, on, defendant, rule, order, key };
  }
}

/** @returns whether the row is no event. */
export const isRefused = (one: DocketEvent | RefusedRow): one is RefusedRow => 'code' in one;

/** @returns what two spellings of one stage have in common: neither capitals nor the number of blanks count. */
export const stageKey = (stage: string): string => stage.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

const dayOf = (text: string, format: DocketProfile['dates']['format']): Day | undefined => {
  const parts = format === 'yyyy-mm-dd' ? yearFirst(text) : (yearLast(text, format) ?? yearFirst(text));
  if (!parts) return undefined;
  const [year, month, date] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
};

type Parts = readonly [year: string, month: string, date: string];

const yearFirst = (text: string): Parts | undefined => {
  const [, year, , month, date] = YEAR_FIRST.exec(text) ?? [];
  return year && month && date ? [year, month, date] : undefined;
};

const yearLast = (text: string, format: DocketProfile['dates']['format']): Parts | undefined => {
  const [, first, , second, year] = YEAR_LAST.exec(text) ?? [];
  if (!first || !second || !year) return undefined;
  return format === 'dd/mm/yyyy' ? [year, second, first] : [year, first, second];
};

/** Events in the order in which they happened: by day, then by the profile's stages and rules, then by line. */
export const byDay = (a: DocketEvent, b: DocketEvent): number =>
  a.on === b.on ? a.order - b.order || a.line - b.line : a.on < b.on ? -1 : 1;
