import { type Command, Option } from 'commander';
import { type Day, day } from '#libs/domain/kernel';
import { INDICATORS, type IndicatorCode } from '#libs/domain/performance';
import {
  AskCompliance,
  type ComplianceQuestion,
  type ComplianceTable,
  ComplianceRefresher,
  IdentityCheck,
  LISTS,
  type ListName,
  complianceCsv,
  complianceSheet,
} from '#libs/feature/compliance';
import { type CommandContext } from '../command-context.js';

interface QuestionOptions {
  readonly plan: string;
  readonly jurisdiction?: string;
  readonly period: string;
  readonly asOf?: string;
  readonly parts?: boolean;
  readonly format: 'table' | 'json' | 'csv';
}

interface ListOptions extends QuestionOptions {
  readonly indicator: IndicatorCode;
  readonly variant?: string;
  readonly list: ListName;
}

const question = (options: QuestionOptions): ComplianceQuestion => ({
  plan: options.plan,
  period: options.period,
  ...(options.jurisdiction ? { jurisdiction: options.jurisdiction } : {}),
  ...(options.parts ? { parts: true } : {}),
  ...(options.asOf ? { asOf: day(options.asOf) satisfies Day } : {}),
});

const withQuestion = (command: Command): Command =>
  command
    .requiredOption('--plan <id>', 'mã kế hoạch / plan, see `plans list`')
    .requiredOption('--period <period>', '2023, 2023-Q1, 2023-H1, 2023-campaign-1, 2023-07-01..2023-09-30')
    .option('--jurisdiction <territory>', 'mã hoặc tên địa bàn / code or name; the plan’s own when absent')
    .option('--parts', 'từng địa bàn bên dưới / a row for each part below')
    .option('--as-of <day>', 'số liệu biết đến hết ngày YYYY-MM-DD / as known at the end of that day')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'));

const text = (table: ComplianceTable, options: QuestionOptions, language: 'vi' | 'en'): string => {
  if (options.format === 'json') return JSON.stringify(table, null, 2);
  return options.format === 'csv' ? complianceCsv(table) : complianceSheet(table, language);
};

async function show(context: CommandContext, options: QuestionOptions): Promise<void> {
  const table = await context.withApplication((app) => app.get(AskCompliance).table(question(options)));
  context.print(text(table, options, context.language));
}

async function list(context: CommandContext, options: ListOptions): Promise<void> {
  const { indicator, variant, list: name } = options;
  await context.withApplication(async (app) => {
    const ask = app.get(AskCompliance);
    const asked = { ...question(options), indicator, list: name, ...(variant ? { variant } : {}), limit: 1000 };
    let page = await ask.list(asked);
    if (options.format !== 'json') context.print(`${indicator} ${name}: ${page.total}`);
    for (;;) {
      for (const line of page.items) context.print(JSON.stringify(line));
      if (!page.next) return;
      page = await ask.list({ ...asked, after: page.next });
    }
  });
}

async function recompute(context: CommandContext): Promise<void> {
  const { files, rows } = await context.withApplication((app) => app.get(ComplianceRefresher).recompute());
  context.print(`tính lại: ${rows} ô, ${files} hồ sơ chờ / recomputed: ${rows} cells, ${files} waiting files`);
}

async function check(context: CommandContext): Promise<void> {
  const { checked, breaks } = await context.withApplication((app) => app.get(IdentityCheck).run());
  context.print(`${checked} dòng sổ, ${breaks.length} chỗ lệch / ${checked} ledger rows, ${breaks.length} breaks`);
  for (const one of breaks) context.fail(JSON.stringify(one));
}

/** Adds `compliance`, `compliance list`, `recompute` and `check-identities`. */
export function registerCompliance(program: Command, context: CommandContext): void {
  const compliance = program
    .command('compliance')
    .description('so với chỉ tiêu của kế hoạch / against the targets of a plan');
  withQuestion(compliance.command('table', { isDefault: true }).description('bảng chỉ tiêu / the table')).action(
    (options: QuestionOptions) => show(context, options),
  );
  withQuestion(compliance.command('list').description('hồ sơ đứng sau một con số / the files behind a value'))
    .addOption(new Option('--indicator <code>').choices([...INDICATORS]).makeOptionMandatory())
    .option('--variant <variant>')
    .addOption(new Option('--list <list>').choices([...LISTS]).default('counted'))
    .action((options: ListOptions) => list(context, options));
  program
    .command('recompute')
    .description('tính lại toàn bộ từ sổ / compute everything anew from the ledger')
    .action(() => recompute(context));
  program
    .command('check-identities')
    .description('kiểm tra các đẳng thức, nêu hồ sơ bị lệch / check the identities, naming the file that breaks one')
    .action(() => check(context));
}
