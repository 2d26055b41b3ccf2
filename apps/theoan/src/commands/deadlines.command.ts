import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '#libs/domain/kernel';
import { LIMIT_KINDS, type LimitKind, type SubjectKind, URGENCIES, type Urgency } from '#libs/domain/procedure';
import { Accounts } from '#libs/feature/access';
import {
  type DeadlineFilter,
  type DeadlineLine,
  type DeadlinePage,
  KeepDaysOff,
  ListDeadlines,
  MakeLimitNotices,
  PassToSuccessors,
  ReadFileLimits,
  RefreshDeadlines,
} from '#libs/feature/deadlines';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type CommandContext } from '../command-context.js';
import { countsSheet, deadlinesSheet, limitsSheet } from './deadlines.sheet.js';

interface FormatOption {
  readonly format: 'table' | 'json';
}
interface ListOptions extends FormatOption {
  readonly urgency?: Urgency;
  readonly office?: string;
  readonly territory?: string;
  readonly assignee?: string;
  readonly kind?: LimitKind;
  readonly limit: number;
}
interface FileOptions extends FormatOption {
  readonly office?: string;
}
interface DaysOffOptions {
  readonly off: readonly string[];
  readonly makeUp: readonly string[];
  readonly decision: string;
  readonly confirmed: boolean;
}

const LINES = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (text: string): boolean => UUID.test(text);
type Application = Parameters<Parameters<CommandContext['withApplication']>[0]>[0];
const TERRITORY =
  'mã hoặc tên địa bàn, gồm mọi cơ quan trong đó / code or name of a territory, with every office in it';
const format = (): Option => new Option('--format <format>').choices(['table', 'json']).default('table');

const narrowed = (command: Command): Command =>
  command
    .addOption(new Option('--kind <kind>').choices([...LIMIT_KINDS]))
    .option('--office <code>', 'mã cơ quan / the code of an office')
    .option('--territory <territory>', TERRITORY)
    .option(
      '--assignee <account>',
      'tên đăng nhập hoặc mã người được phân công / user name or id of whom the file is assigned to',
    );

/** Adds `deadlines [list]`, `deadlines counts|of|refresh|notify` and `days-off [list]|set`. */
export function registerDeadlines(program: Command, context: CommandContext): void {
  const deadlines = program.command('deadlines').description('việc đến hạn, quá hạn / what is due and overdue');
  narrowed(deadlines.command('list', { isDefault: true }))
    .description('thời hạn đang chạy, đến hạn trước xếp trước / the limits that run, soonest first')
    .addOption(new Option('--urgency <urgency>').choices([...URGENCIES]))
    .option('--limit <lines>', 'số dòng / lines', readNumber, LINES)
    .addOption(format())
    .action((options: ListOptions) => list(context, options));
  narrowed(deadlines.command('counts'))
    .description('bao nhiêu việc mỗi loại / how many of each')
    .addOption(format())
    .action((options: ListOptions) => counts(context, options));
  deadlines
    .command('of')
    .addArgument(new Argument('<kind>').choices(['denunciation', 'case']))
    .argument('<file>', 'số hồ sơ hoặc mã / number in the register, or id')
    .option('--office <code>', 'mã cơ quan giữ sổ, khi số trùng / whose register, when several use the number')
    .description('mọi thời hạn của một hồ sơ và cách tính / every limit of a file and how it is reckoned')
    .addOption(format())
    .action((kind: SubjectKind, file: string, options: FileOptions) => limitsOfFile(context, kind, file, options));
  deadlines
    .command('refresh')
    .description('tính lại thời hạn của hồ sơ đã thay đổi / reckon the limits of files that changed')
    .action(() => refresh(context));
  deadlines
    .command('notify')
    .description('gửi nhắc việc của hôm nay / make the notices of today')
    .action(() => notify(context));
  registerDaysOff(program, context);
}

function registerDaysOff(program: Command, context: CommandContext): void {
  const daysOff = program.command('days-off').description('lịch nghỉ lễ và làm bù / days off and days worked instead');
  daysOff.command('list', { isDefault: true }).action(() => listDaysOff(context));
  daysOff
    .command('set <year>')
    .description('đặt lịch nghỉ của một năm / set the days off of a year')
    .requiredOption('--off <days...>', 'ngày nghỉ YYYY-MM-DD / days off')
    .option('--make-up <days...>', 'ngày làm bù / weekend days that are worked', [])
    .requiredOption('--decision <document>', 'văn bản quyết định / the document')
    .option('--confirmed', 'đã đối chiếu với văn bản / checked against the document', false)
    .action((year: string, options: DaysOffOptions) => setDaysOff(context, year, options));
}

async function list(context: CommandContext, options: ListOptions): Promise<void> {
  const page = await context.withApplication(async (app) =>
    linesOf(app.get(ListDeadlines), await filterOf(options, app), options.limit),
  );
  context.print(options.format === 'json' ? JSON.stringify(page, null, 2) : deadlinesSheet(page, context.language));
}

/** Turns pages until there are as many lines as were asked for. */
async function linesOf(deadlines: ListDeadlines, filter: DeadlineFilter, most: number): Promise<DeadlinePage> {
  const items: DeadlineLine[] = [];
  let page = await deadlines.list(undefined, { ...filter, limit: most });
  items.push(...page.items);
  while (page.next !== undefined && items.length < most) {
    page = await deadlines.list(undefined, { ...filter, limit: most - items.length, after: page.next });
    items.push(...page.items);
  }
  return { ...page, items };
}

const filterOf = async (options: Omit<ListOptions, 'limit'>, app: Application): Promise<DeadlineFilter> => {
  const { urgency, kind, office, territory, assignee } = options;
  return {
    ...(urgency ? { urgency } : {}),
    ...(kind ? { kind } : {}),
    ...(office ? { officeId: app.get(JurisdictionDirectory).officeByCode(office).id } : {}),
    ...(territory ? { territory } : {}),
    ...(assignee ? { assigneeId: isUuid(assignee) ? assignee : await app.get(Accounts).idOf(assignee) } : {}),
  };
};

async function counts(context: CommandContext, options: ListOptions): Promise<void> {
  const counted = await context.withApplication(async (app) =>
    app.get(ListDeadlines).counts(undefined, await filterOf(options, app)),
  );
  context.print(options.format === 'json' ? JSON.stringify(counted) : countsSheet(counted, context.language));
}

async function limitsOfFile(
  context: CommandContext,
  kind: SubjectKind,
  file: string,
  { office, format: shape }: FileOptions,
): Promise<void> {
  const limits = await context.withApplication((app) => {
    const read = app.get(ReadFileLimits);
    if (isUuid(file)) return read.readAny(kind, file);
    const register = office === undefined ? undefined : app.get(JurisdictionDirectory).officeByCode(office).id;
    return read.readNumbered(kind, file, register);
  });
  context.print(shape === 'json' ? JSON.stringify(limits, null, 2) : limitsSheet(limits, context.language));
}

async function refresh(context: CommandContext): Promise<void> {
  const { files, limits } = await context.withApplication((app) => app.get(RefreshDeadlines).refresh());
  context.print(`${files} hồ sơ, ${limits} thời hạn đang chạy / ${files} files, ${limits} running limits`);
}

async function notify(context: CommandContext): Promise<void> {
  const { looked, made } = await context.withApplication(async (app) => {
    await app.get(PassToSuccessors).run();
    return app.get(MakeLimitNotices).run();
  });
  context.print(`${looked} thời hạn, ${made} nhắc việc mới / ${looked} limits, ${made} new notices`);
}

async function listDaysOff(context: CommandContext): Promise<void> {
  const years = await context.withApplication((app) => app.get(KeepDaysOff).list());
  for (const { year, daysOff, makeUpDays, isConfirmed, decision } of years) {
    const mark = isConfirmed ? '' : ' (chưa đối chiếu / not confirmed)';
    context.print(`${year}${mark}: ${daysOff.join(' ')}${makeUpDays.length > 0 ? ` | + ${makeUpDays.join(' ')}` : ''}`);
    context.print(`  ${decision}`);
  }
}

async function setDaysOff(context: CommandContext, text: string, options: DaysOffOptions): Promise<void> {
  const year = readNumber(text);
  const [daysOff, makeUpDays] = [options.off.filter(isDay), options.makeUp.filter(isDay)];
  const faults = [...options.off, ...options.makeUp].filter((one) => !isDay(one));
  if (faults.length > 0) return context.fail(`YYYY-MM-DD: ${faults.join(' ')}`);
  const { decision, confirmed: isConfirmed } = options;
  await context.withApplication((app) =>
    app.get(KeepDaysOff).set({ year, daysOff, makeUpDays, decision, isConfirmed }),
  );
  context.print(`${year}: ${daysOff.length} + ${makeUpDays.length}`);
}

/** @throws InvalidArgumentError, which the command line shows beside the option. */
function readNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('1–9999');
  return Number(text);
}
