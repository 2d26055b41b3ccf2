import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Plan, differencesFromParent, periodsOf, reportObligations } from '#libs/domain/performance';
import {
  PlanDirectory,
  faultLine,
  planFilesIn,
  planSheet,
  planTable,
  readPlanFiles,
  sentenceOf,
} from '#libs/feature/plans';
import { type CommandContext } from '../command-context.js';
import { type PlansPhrase, phraseOf } from './plans.messages.js';

interface FormatOption {
  readonly format: 'table' | 'json';
}
interface ShowOptions extends FormatOption {
  readonly against?: string;
}
interface CheckOptions extends FormatOption {
  readonly known: string;
}

const SEEDS = path.join('database', 'seeds', 'plans');

/** Adds `plans list`, `plans show <id>` and `plans check [files…]`; the last one needs no database. */
export function registerPlans(program: Command, context: CommandContext): void {
  const say = (phrase: PlansPhrase): string => phraseOf(phrase, context.language);
  const format = (): Option =>
    new Option('--format <format>', say('format')).choices(['table', 'json']).default('table');
  const plans = program.command('plans').description(say('plans'));
  plans
    .command('list')
    .description(say('list'))
    .addOption(format())
    .action((options: FormatOption) => list(context, options));
  plans
    .command('show <id>')
    .description(say('show'))
    .option('--against <id>', say('against'))
    .addOption(format())
    .action((id: string, options: ShowOptions) => show(context, id, options));
  plans
    .command('check [files...]')
    .description(say('check'))
    .option('--known <folder>', say('known'), SEEDS)
    .addOption(format())
    .action((files: string[], options: CheckOptions) => check(context, files, options));
}

async function list(context: CommandContext, options: FormatOption): Promise<void> {
  const plans = await context.withApplication((app) => app.get(PlanDirectory).list());
  context.print(options.format === 'json' ? asJson(plans) : planTable(plans, context.language));
}

async function show(context: CommandContext, id: string, options: ShowOptions): Promise<void> {
  const view = await context.withApplication(async (app) => {
    const directory = app.get(PlanDirectory);
    const plan = await directory.get(id);
    const [current] = await directory.versionsOf(id);
    const comparedWith = await findCompared(directory, plan, options.against);
    return { plan, version: current?.version ?? 0, ...(comparedWith && { comparedWith }) };
  });
  if (options.format === 'table') return context.print(planSheet(view, context.language));
  const { plan, version, comparedWith } = view;
  const differences = comparedWith && differencesFromParent(plan, comparedWith);
  const derived = { obligations: reportObligations(plan), periods: periodsOf(plan) };
  context.print(asJson({ version, plan, ...derived, comparedWith: comparedWith?.id, differences }));
}

async function findCompared(directory: PlanDirectory, plan: Plan, against?: string): Promise<Plan | undefined> {
  if (against) return directory.get(against);
  return plan.parent?.planId ? directory.find(plan.parent.planId) : undefined;
}

async function check(context: CommandContext, given: readonly string[], options: CheckOptions): Promise<void> {
  const seeds = existsSync(options.known) ? await planFilesIn(options.known) : [];
  const files = given.length > 0 ? given : seeds;
  const known = await readPlanFiles(seeds);
  const { plans, faults } = await readPlanFiles(files, known.plans);
  const sound = plans.map(({ id }) => id);
  if (options.format === 'json') {
    const told = faults.map((fault) => ({ ...fault, vi: sentenceOf(fault, 'vi'), en: sentenceOf(fault, 'en') }));
    context.print(asJson({ files, sound, faults: told }));
  } else {
    faults.forEach((fault) => context.print(faultLine(fault)));
    sound.forEach((id) => context.print(`${id}: OK`));
  }
  const count = phraseOf('checked', context.language, { files: files.length, faults: faults.length });
  if (faults.length > 0 || files.length === 0) context.fail(count);
  else if (options.format === 'table') context.print(count);
}

const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2);
