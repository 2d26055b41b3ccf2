import { type QueueCounts, type RunRow, type TopicRetry, type WaitingTopic } from '#libs/platform/queue';
import { type CommandContext } from '../command-context.js';
import { type JobsPhrase, phraseOf } from './jobs.messages.js';

type Language = CommandContext['language'];
type Cell = string | number | null;

/** A topic with rows that wait; `retry` when its job failed. */
export type TopicLine = WaitingTopic & { readonly retry?: TopicRetry };

/** What an operator sees at a glance. */
export interface JobsView {
  /** `postgresql` or `redis`. */
  readonly kind: string;
  readonly workersAlive: number;
  readonly queues: readonly QueueCounts[];
  readonly outbox: readonly TopicLine[];
  readonly lastRuns: readonly RunRow[];
}

interface Column<T> {
  readonly head: JobsPhrase;
  readonly cell: (row: T) => Cell;
}

const QUEUE_COLUMNS: readonly Column<QueueCounts>[] = [
  { head: 'queue', cell: ({ queue }) => queue },
  { head: 'waiting', cell: ({ waiting }) => waiting },
  { head: 'active', cell: ({ active }) => active },
  { head: 'delayed', cell: ({ delayed }) => delayed },
  { head: 'failed', cell: ({ failed }) => failed },
];

const TOPIC_COLUMNS: readonly Column<TopicLine>[] = [
  { head: 'topic', cell: ({ topic }) => topic },
  { head: 'rows', cell: ({ rows }) => rows },
  { head: 'oldest', cell: ({ oldestSeconds }) => Math.round(oldestSeconds) },
  { head: 'failed-tries', cell: ({ retry }) => retry?.failedTries ?? 0 },
  { head: 'next-try', cell: ({ retry }) => (retry ? localTime(retry.nextTryAt) : null) },
  { head: 'error', cell: ({ retry }) => retry?.errorCode ?? null },
];

const runColumns = (language: Language): readonly Column<RunRow>[] => [
  { head: 'job', cell: ({ name }) => name },
  { head: 'started', cell: ({ startedAt }) => localTime(startedAt) },
  { head: 'attempt', cell: ({ attempt }) => attempt },
  { head: 'outcome', cell: ({ outcome }) => phraseOf(`outcome-${outcome}`, language) },
  { head: 'counted', cell: ({ counted }) => counted },
  { head: 'written', cell: ({ written }) => written },
  { head: 'took', cell: ({ took }) => took },
  { head: 'error', cell: ({ errorCode }) => errorCode },
];

/** @returns the queues, the outbox and the last run of each job as tables. */
export function jobsSheet(view: JobsView, language: Language): string {
  const outbox =
    view.outbox.length > 0 ? table(TOPIC_COLUMNS, view.outbox, language) : [phraseOf('outbox-empty', language)];
  const blocks = [
    [phraseOf('workers', language, { count: view.workersAlive, kind: view.kind })],
    table(QUEUE_COLUMNS, view.queues, language),
    outbox,
    runLines(view.lastRuns, language),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** @returns the runs as a table, each with its number in front. */
export function runsSheet(runs: readonly RunRow[], language: Language): string {
  return runLines(runs, language).join('\n');
}

function runLines(runs: readonly RunRow[], language: Language): string[] {
  if (runs.length === 0) return [phraseOf('no-runs', language)];
  const number: Column<RunRow> = { head: 'number', cell: ({ id }) => id };
  return table([number, ...runColumns(language)], runs, language);
}

/** Words on the left, numbers on the right of their column. */
function table<T>(columns: readonly Column<T>[], rows: readonly T[], language: Language): string[] {
  const heads = columns.map(({ head }) => phraseOf(head, language));
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => textOf(row[at]).length)));
  const line = (row: readonly (Cell | undefined)[]): string =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)];
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '');

const padded = (cell: Cell | undefined, width: number): string =>
  typeof cell === 'number' ? textOf(cell).padStart(width) : textOf(cell).padEnd(width);

/** dd/mm/yyyy hh:mm:ss in Việt Nam. */
function localTime(instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(instant).replace(',', '');
}
