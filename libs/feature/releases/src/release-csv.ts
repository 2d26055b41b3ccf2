import type { Release, ReleasedRow, ReleasedValue } from './release.js';

const HEAD = ['release', 'sha256', 'approved_at', 'plan', 'period', 'from', 'to', 'known_on', 'code', 'jurisdiction'];
const VALUES = ['indicator', 'variant', 'numerator', 'denominator', 'remaining', 'percent', 'met', 'gap_in_cases'];

/** A spreadsheet takes what begins so for a formula. */
const FORMULA = /^[=+\-@\t\r\0]/;

const cell = (value: string | number | boolean | null | undefined, absent = ''): string => {
  if (typeof value === 'number') return String(value);
  const text = String(value ?? absent);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (release: Release, { jurisdiction }: ReleasedRow, value: ReleasedValue): string => {
  const { content } = release;
  const { key, from, to } = content.period;
  const about = [release.code, release.sha256, release.approved?.at, content.plan.id, key, from, to, content.knownOn];
  const counts = (['numerator', 'denominator', 'remaining'] as const).map((part) =>
    cell(value[part], value.withheld[part]),
  );
  const derived = [value.percent, value.met, value.gapInCases];
  return [
    ...[...about, jurisdiction.code, jurisdiction.name, value.indicator, value.variant].map((one) => cell(one)),
    ...counts,
    ...derived.map((one) => cell(one)),
  ].join(',');
};

/** @returns a release as CSV, one line per territory and indicator; a withheld cell holds its reason, never a number. */
export function releaseCsv(release: Release): string {
  const lines = release.content.rows.flatMap((row) => row.values.map((value) => line(release, row, value)));
  return [[...HEAD, ...VALUES].join(','), ...lines].join('\r\n');
}
