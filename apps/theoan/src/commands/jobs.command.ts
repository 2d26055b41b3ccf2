import { type INestApplicationContext } from '@nestjs/common';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { JobRuns, Outbox, QueueConnection, QueueDesk, type RunFilter, WorkerPresence } from '#libs/platform/queue';
import { type CommandContext } from '../command-context.js';
import { type JobsPhrase, phraseOf } from './jobs.messages.js';
import { jobsSheet, type JobsView, runsSheet } from './jobs.sheet.js';

interface FormatOption {
  readonly format: 'table' | 'json';
}
interface RunsOptions extends FormatOption {
  readonly name?: string;
  readonly limit: number;
  readonly before?: number;
}
interface CleanOptions {
  readonly olderThan: number;
}

const DAYS_KEPT = 30;
const LINES = 30;

/** Adds `jobs [list]`, `jobs runs`, `jobs run <name>`, `jobs retry <queue> <id>` and `jobs clean`. */
export function registerJobs(program: Command, context: CommandContext): void {
  const say = (phrase: JobsPhrase): string => phraseOf(phrase, context.language);
  const number = (text: string): number => readNumber(text, say('number-malformed'));
  const format = (): Option =>
    new Option('--format <format>', say('format')).choices(['table', 'json']).default('table');
  const jobs = program.command('jobs').description(say('jobs'));
  jobs
    .command('list', { isDefault: true })
    .description(say('list'))
    .addOption(format())
    .action((options: FormatOption) => list(context, options));
  jobs
    .command('runs')
    .description(say('runs'))
    .option('--name <job>', say('name'))
    .option('--limit <lines>', say('limit'), number, LINES)
    .option('--before <run>', say('before'), number)
    .addOption(format())
    .action((options: RunsOptions) => runs(context, options));
  jobs
    .command('run <name> [fields...]')
    .description(`${say('run')}; ${say('fields')}`)
    .action((name: string, fields: string[]) => run(context, name, fields));
  jobs
    .command('retry <queue> <id>')
    .description(say('retry'))
    .action((queue: string, id: string) => retry(context, queue, id));
  jobs
    .command('clean')
    .description(say('clean'))
    .option('--older-than <days>', say('days'), number, DAYS_KEPT)
    .action((options: CleanOptions) => clean(context, options));
}

async function list(context: CommandContext, options: FormatOption): Promise<void> {
  const view = await context.withApplication(viewOf);
  context.print(options.format === 'json' ? JSON.stringify(view, null, 2) : jobsSheet(view, context.language));
}

async function viewOf(app: INestApplicationContext): Promise<JobsView> {
  return {
    kind: app.get(QueueConnection).kind,
    workersAlive: await app.get(WorkerPresence).countAlive(),
    queues: await app.get(QueueDesk).listCounts(),
    outbox: await outboxOf(app),
    lastRuns: await app.get(JobRuns).listLast(),
  };
}

/** A topic whose job fails says how often, why, and when it is tried again. */
async function outboxOf(app: INestApplicationContext): Promise<JobsView['outbox']> {
  const retries = await app.get(QueueDesk).listRetries();
  const waiting = await app.get(Outbox).listWaiting();
  return waiting.map((one) => ({ ...one, retry: retries.find(({ topic }) => topic === one.topic) }));
}

async function runs(context: CommandContext, options: RunsOptions): Promise<void> {
  const { name, limit, before: beforeId, format } = options;
  const filter: RunFilter = { name, limit, beforeId };
  const rows = await context.withApplication((app) => app.get(JobRuns).list(filter));
  context.print(format === 'json' ? JSON.stringify(rows, null, 2) : runsSheet(rows, context.language));
}

async function run(context: CommandContext, job: string, fields: readonly string[]): Promise<void> {
  const words = new Map<string, string>();
  for (const field of fields) {
    const at = field.indexOf('=');
    if (at < 1) return context.fail(`${field}: ${phraseOf('field-malformed', context.language)}`);
    words.set(field.slice(0, at), field.slice(at + 1));
  }
  const id = await context.withApplication((app) => app.get(QueueDesk).run(job, words));
  context.print(phraseOf('asked', context.language, { job, id }));
}

async function retry(context: CommandContext, queue: string, id: string): Promise<void> {
  await context.withApplication((app) => app.get(QueueDesk).retry(queue, id));
  context.print(phraseOf('retried', context.language, { queue, id }));
}

async function clean(context: CommandContext, { olderThan }: CleanOptions): Promise<void> {
  const facts = await context.withApplication(async (app) => ({
    jobs: await app.get(QueueDesk).clean(olderThan),
    runs: await app.get(JobRuns).prune(olderThan),
  }));
  context.print(phraseOf('cleaned', context.language, facts));
}

/** @throws InvalidArgumentError, which the command line shows beside the option. */
function readNumber(text: string, complaint: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(complaint);
  return Number(text);
}
