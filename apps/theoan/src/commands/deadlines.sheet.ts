import type { Day } from '#libs/domain/kernel';
import type { FileLimit, Reckoning } from '#libs/domain/procedure';
import type { DeadlineCounts, DeadlinePage } from '#libs/feature/deadlines';
import { textTable } from '#libs/platform/spreadsheet';
import { labelOf } from '#libs/platform/http';
import { type CommandContext } from '../command-context.js';

type Language = CommandContext['language'];

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Hạn', 'Còn (ngày)', 'Hồ sơ', 'Thời hạn', 'Xin gia hạn trước', 'Điều luật'],
  en: ['Due', 'Days left', 'File', 'Limit', 'Ask by', 'Article'],
};
const LIMIT_HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Thời hạn', 'Từ', 'Đến hạn', 'Xong', 'Cách tính', 'Điều luật'],
  en: ['Limit', 'From', 'Due', 'Done', 'Reckoning', 'Article'],
};

/** @returns dd/mm/yyyy; a dash for a day that is not known. */
const shown = (on: Day | undefined): string => (on ? on.split('-').reverse().join('/') : '–');

/** @returns the queue as a table, with how many there are in all. */
export function deadlinesSheet({ total, items }: DeadlinePage, language: Language): string {
  const rows = items.map((line) => [
    shown(line.dueOn),
    line.daysLeft === undefined ? '–' : String(line.daysLeft),
    `${line.number}${line.defendantId ? ' *' : ''}`,
    labelOf('limit', line.limitId, language),
    line.askBy ? shown(line.askBy) : '',
    line.article,
  ]);
  const head = language === 'vi' ? `${total} thời hạn` : `${total} limits`;
  return [head, ...(rows.length > 0 ? textTable(HEADS[language], rows) : [])].join('\n');
}

/** @returns how many there are of each urgency. */
export function countsSheet(counts: DeadlineCounts, language: Language): string {
  const rows = Object.entries(counts).map(([urgency, count]) => [labelOf('urgency', urgency, language), String(count)]);
  return textTable(language === 'vi' ? ['Việc', 'Số'] : ['What', 'How many'], rows).join('\n');
}

/** @returns every limit of a file, each with the arithmetic of its end. */
export function limitsSheet(limits: readonly FileLimit[], language: Language): string {
  const rows = limits.map((limit) => [
    labelOf('limit', limit.id, language),
    shown(limit.startedOn),
    shown(limit.dueOn),
    limit.stoppedOn ? shown(limit.stoppedOn) : '',
    reckoningText(limit, language),
    limit.article,
  ]);
  return textTable(LIMIT_HEADS[language], rows).join('\n');
}

const UNITS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { hours: 'giờ', days: 'ngày', workingDays: 'ngày làm việc', months: 'tháng', years: 'năm' },
  en: { hours: 'hours', days: 'days', workingDays: 'working days', months: 'months', years: 'years' },
};
const lengthText = (length: NonNullable<Reckoning['length']>, language: Language): string =>
  Object.entries(length)
    .map(([unit, count]) => `${count} ${UNITS[language][unit] ?? unit}`)
    .join(' ');

/** @returns the start, the length and what changed the end, in one line. */
function reckoningText({ reckoning, dueOn }: FileLimit, language: Language): string {
  const { startedBy, length, gravity, halved, halvedBy, extendedTo, endByLaw } = reckoning;
  const vi = language === 'vi';
  const kind = gravity ? ` (${labelOf('gravity', gravity, language)})` : '';
  return [
    labelOf('event', startedBy, language),
    length ? `+ ${lengthText(length, language)}${kind}` : vi ? 'chưa rõ tội danh' : 'offence not known',
    ...(halved ? [[vi ? 'giảm một nửa (dưới 18 tuổi)' : 'halved (under 18)', halvedBy].join(' ').trimEnd()] : []),
    ...extendedTo.map((until) => `${vi ? 'gia hạn đến' : 'extended to'} ${shown(until)}`),
    ...(endByLaw && endByLaw !== dueOn ? [`${vi ? 'trùng ngày nghỉ' : 'day off'} ${shown(endByLaw)}`] : []),
  ].join('; ');
}
