import { type Command, InvalidArgumentError } from 'commander';
import { type Day, isDay } from '#libs/domain/kernel';
import { ImportCatalogue, catalogueReportLines } from '#libs/feature/jurisdictions';
import { type CommandContext } from '../command-context.js';

interface ImportOptions {
  readonly provinces: string;
  readonly communes: string;
  readonly effectiveOn: Day;
  readonly decree?: string;
  readonly dryRun?: boolean;
}

function readDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}

async function importTerritories(context: CommandContext, options: ImportOptions): Promise<void> {
  const { provinces, communes, effectiveOn, decree, dryRun = false } = options;
  const report = await context.withApplication((app) =>
    app.get(ImportCatalogue).run({ provinces, communes, effectiveOn, decree, dryRun }),
  );
  const text = catalogueReportLines(report, context.language).join('\n');
  if (report.faults.length > 0) context.fail(text);
  else context.print(text);
}

/** Adds `import territories`: the official catalogue of a day becomes history of the territories. */
export function registerImportTerritories(program: Command, context: CommandContext): void {
  const imports =
    program.commands.find((command) => command.name() === 'import') ??
    program.command('import').description('nhập dữ liệu từ tệp / imports from files');
  imports
    .command('territories')
    .description('danh mục hành chính chính thức (CSV) / the official catalogue of administrative units')
    .requiredOption('--provinces <file>', 'code, full_name, unit_type')
    .requiredOption('--communes <file>', 'code, full_name, unit_type, province_code')
    .requiredOption('--effective-on <day>', 'ngày có hiệu lực / the first day on which it holds', readDay)
    .option('--decree <text>', 'văn bản / the act behind the changes')
    .option('--dry-run', 'chỉ so sánh, không ghi / compare only')
    .action((options: ImportOptions) => importTerritories(context, options));
}
