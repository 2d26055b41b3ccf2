import { percentOf } from '#libs/domain/kernel';
import type { ComplianceStatus, ComplianceValue, IndicatorCode } from '#libs/domain/performance';
import type { ComplianceRow, ComplianceTable } from './compliance-table.js';

export type SheetLanguage = 'vi' | 'en';

interface Words {
  readonly indicator: Readonly<Record<IndicatorCode, string>>;
  readonly status: Readonly<Record<ComplianceStatus, string>>;
  readonly heads: readonly [string, string, string, string, string, string];
  readonly jurisdiction: string;
  readonly period: string;
  readonly asOf: string;
  readonly pending: string;
  readonly locale: string;
}

const WORDS: Readonly<Record<SheetLanguage, Words>> = {
  vi: {
    indicator: {
      K1: 'Tiếp nhận, phân loại tố giác, tin báo, kiến nghị khởi tố',
      K2: 'Giải quyết tố giác, tin báo, kiến nghị khởi tố',
      K3: 'Điều tra, khám phá án khởi tố',
      K4: 'Giải quyết và truy tố',
      K5: 'Giải quyết, xét xử sơ thẩm',
    },
    status: { met: 'đạt', 'not-met': 'không đạt', 'no-case': 'không phát sinh', 'no-target': 'không đặt chỉ tiêu' },
    heads: ['Chỉ tiêu', 'Đã làm', 'Phải làm', 'Tỷ lệ', 'Mức', 'Kết quả'],
    jurisdiction: 'Địa bàn',
    period: 'kỳ',
    asOf: 'theo số liệu biết đến hết ngày',
    pending: 'bước vừa ghi, chưa cộng vào số liệu',
    locale: 'vi-VN',
  },
  en: {
    indicator: {
      K1: 'Denunciations received and classified',
      K2: 'Denunciations resolved',
      K3: 'Instituted cases investigated, discovered',
      K4: 'Resolved and prosecuted',
      K5: 'Resolved, tried at first instance',
    },
    status: { met: 'met', 'not-met': 'not met', 'no-case': 'no case', 'no-target': 'no target' },
    heads: ['Target', 'Done', 'To do', 'Rate', 'Level', 'Result'],
    jurisdiction: 'Jurisdiction',
    period: 'period',
    asOf: 'as known at the end of',
    pending: 'steps just recorded, not yet in the figures',
    locale: 'en-GB',
  },
};

/** Names of K1–K5 in a language, as the plans word them. */
export const indicatorNames = (language: SheetLanguage): Readonly<Record<IndicatorCode, string>> =>
  WORDS[language].indicator;

const dayText = (day: string): string => day.split('-').reverse().join('/');

const rateText = (value: ComplianceValue, words: Words): string => {
  const percent = percentOf(value);
  if (percent === undefined) return '–';
  // Cut, not rounded: 89.996 % must never read as 90.00 %.
  const cut = Math.floor(percent * 100 + 1e-9) / 100;
  return `${cut.toLocaleString(words.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })} %`;
};

const levelText = (value: ComplianceValue): string =>
  value.target ? `${value.target.comparator} ${value.target.percent} %` : '';

const resultText = (value: ComplianceValue, words: Words): string => {
  const missing = value.gap !== undefined && value.gap > 0 && value.status === 'not-met';
  const lack = words.locale === 'vi-VN' ? 'thiếu' : 'missing';
  return missing ? `${words.status[value.status]}, ${lack} ${value.gap}` : words.status[value.status];
};

const widthOf = (cells: readonly string[]): number => Math.max(...cells.map((cell) => [...cell].length));

/** @returns lines of aligned columns; a number column aligns right. */
const aligned = (rows: readonly (readonly string[])[], right: ReadonlySet<number>): string => {
  const columns = rows[0]?.map((_cell, index) => rows.map((row) => row[index] ?? '')) ?? [];
  const widths = columns.map(widthOf);
  const pad = (cell: string, index: number): string => {
    const space = ' '.repeat((widths[index] ?? 0) - [...cell].length);
    return right.has(index) ? space + cell : cell + space;
  };
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head, ...body] = rows.map((row) => row.map(pad).join('  ').trimEnd());
  return [head ?? '', rule, ...body].join('\n');
};

const oneJurisdiction = (row: ComplianceRow, words: Words): string => {
  const lines = row.values.map((value) => [
    `${value.indicator} ${words.indicator[value.indicator]}`,
    value.numerator.toLocaleString(words.locale),
    value.denominator.toLocaleString(words.locale),
    rateText(value, words),
    levelText(value),
    resultText(value, words),
  ]);
  return aligned([words.heads, ...lines], new Set([1, 2, 3]));
};

const manyJurisdictions = (rows: readonly ComplianceRow[], words: Words): string => {
  const codes = rows[0]?.values.map((value) => value.indicator) ?? [];
  const mark = (value: ComplianceValue): string => {
    if (value.status === 'no-case') return '–';
    const sign = { met: ' ✓', 'not-met': ' ✗', 'no-target': '' }[value.status];
    return `${value.numerator}/${value.denominator} ${rateText(value, words)}${sign}`;
  };
  const body = rows.map((row) => [row.jurisdiction.name, ...row.values.map(mark)]);
  return aligned([[words.jurisdiction, ...codes], ...body], new Set(codes.map((_code, index) => index + 1)));
};

/** @returns the table as lines for a terminal or a document, in the user's language. */
export function complianceSheet(table: ComplianceTable, language: SheetLanguage): string {
  const words = WORDS[language];
  const { plan, period, rows } = table;
  const span = `${words.period} ${period.key} (${dayText(period.from)} – ${dayText(period.to)})`;
  const known = table.asOf ? `, ${words.asOf} ${dayText(table.asOf)}` : '';
  const place = rows.length === 1 && rows[0] ? `${rows[0].jurisdiction.name} – ` : '';
  const title = `${place}${[plan.number, plan.issuer].filter(Boolean).join(', ')}: ${span}${known}`;
  const body = rows.length === 1 && rows[0] ? oneJurisdiction(rows[0], words) : manyJurisdictions(rows, words);
  const pending = table.pendingSteps > 0 ? [`(${table.pendingSteps} ${words.pending})`] : [];
  return [title, body, ...pending].join('\n');
}

const CSV_HEAD = ['plan', 'period', 'from', 'to', 'as_of', 'code', 'jurisdiction', 'indicator', 'variant', 'numerator'];

/** @returns the table as CSV: one line per jurisdiction and indicator, integers and codes, dates as YYYY-MM-DD. */
export function complianceCsv(table: ComplianceTable): string {
  const { plan, period, asOf = '' } = table;
  const lines = table.rows.flatMap(({ jurisdiction, values, beside }) =>
    [...values, ...beside].map((value) => {
      const where = [plan.id, period.key, period.from, period.to, asOf, jurisdiction.code, jurisdiction.name];
      const what = [value.indicator, value.variant, value.numerator, value.denominator];
      const target = [value.target?.comparator ?? '', value.target?.percent ?? '', value.status, value.gap ?? ''];
      return [...where, ...what, ...target].map(csvCell).join(',');
    }),
  );
  const head = [...CSV_HEAD, 'denominator', 'comparator', 'target_percent', 'status', 'gap_in_cases'].join(',');
  return [head, ...lines].join('\r\n');
}

const csvCell = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
