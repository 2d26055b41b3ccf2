import { LAW59 } from './citations.js';
import type { Extension, Span, TimeLimit } from './time-limit.js';

const isByGravity = (value: object): value is Readonly<Record<string, never>> => 'less-serious' in value;

const spanText = (span: Span): string =>
  Object.entries(span)
    .map(([unit, count]) => `${String(count)} ${unit === 'workingDays' ? 'working days' : unit}`)
    .join(' ');

const extensionText = (extension: Extension): string => {
  const by = `by ${extension.by ?? 'law'}`;
  return 'total' in extension ? `to ${spanText(extension.total)} ${by}` : `+${spanText(extension.further)} ${by}`;
};

const byGravityText = <T>(value: T | Readonly<Record<string, T>>, text: (one: T) => string): string => {
  if (typeof value !== 'object' || value === null || !isByGravity(value)) return text(value as T);
  const texts = Object.values<T>(value).map(text);
  return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(' / ');
};

const listText = (list: readonly Extension[]): string => list.map(extensionText).join(', ') || '–';

const lineOf = (limit: TimeLimit<never>): string => {
  const { id, kind = 'decision', starts, stops, length, extensions, counting = 'procedural', askBefore } = limit;
  const asked = askBefore === undefined ? '' : `; ask ${askBefore} days before`;
  const until = limit.validTo ? `${limit.validFrom} – ${limit.validTo}` : `since ${limit.validFrom}`;
  return [
    `\`${id}\``,
    kind,
    starts.join(', '),
    stops.join(', ') || '–',
    byGravityText(length, spanText),
    `${byGravityText(extensions, listText)}${asked}`,
    `${counting}${limit.isHalved ? '; halved under 18' : ''}`,
    limit.isHalved ? `${limit.article}; ${LAW59}` : limit.article,
    until,
  ].join(' | ');
};

/**
 * @returns the limits as a Markdown table, in the order of the law; lengths that differ by gravity stand from less serious to
 * especially serious.
 */
export function limitTable(limits: readonly TimeLimit<never>[]): string {
  return [
    '| limit | kind | starts with | stops with | length | extensions | counting | article | in force |',
    '|---|---|---|---|---|---|---|---|---|',
    ...limits.map((limit) => `| ${lineOf(limit)} |`),
    '',
  ].join('\n');
}
