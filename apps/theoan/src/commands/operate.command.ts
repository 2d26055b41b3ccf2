import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { Accounts, FactorReset, ROLES, type Role, SECRECY_MARKS, type SecrecyMark } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { PrepareProduct } from '#libs/feature/product';
import { Database, type RowScope } from '#libs/platform/database';
import { Outbox } from '#libs/platform/queue';
import { type CommandContext } from '../command-context.js';
import { accountLines } from '../greeting.js';

/** The folder that holds `database/seeds`, from where this file is built to: dist/apps/theoan/src/commands. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../..');

async function seed(context: CommandContext, { demonstration }: { demonstration?: boolean }): Promise<void> {
  await context.withApplication(async (app) => {
    const prepare = app.get(PrepareProduct);
    await prepare.loadReference(ROOT);
    const { country, accounts } = demonstration ? await prepare.loadDemonstration() : { accounts: [] };
    context.print('đã nạp địa bàn, cơ quan, kế hoạch / territories, offices and plans are loaded');
    if (country) context.print(`đất nước minh họa / demonstration: ${country.files} hồ sơ, ${country.events} bước`);
    for (const line of accountLines(accounts)) context.print(line);
  });
}

/** What lies in the tables is counted by the tasks that may look into them. */
const EXAMINATIONS: readonly { readonly sql: string; readonly scope?: RowScope }[] = [
  { sql: `select current_setting('server_version') as postgresql, current_user as role` },
  {
    sql: `select (select count(*)::int from subject) as files, (select count(*)::int from event) as events,
      (select count(*)::int from ledger) as ledger`,
    scope: { task: 'record' },
  },
  { sql: 'select count(*)::int as breaks from identity_break', scope: { task: 'measure' } },
];

async function doctor(context: CommandContext): Promise<void> {
  await context.withApplication(async (app) => {
    const database = app.get(Database);
    const findings: Record<string, unknown> = {};
    for (const { sql, scope } of EXAMINATIONS) {
      Object.assign(findings, (await database.query<Record<string, unknown>>(sql, [], scope))[0]);
    }
    const waiting = await app.get(Outbox).listWaiting();
    context.print(JSON.stringify({ ...findings, waiting }, null, 2));
  });
}

interface UserOptions {
  readonly role: Role;
  readonly office: string;
  readonly name: string;
}

async function createUser(context: CommandContext, username: string, options: UserOptions): Promise<void> {
  await context.withApplication(async (app) => {
    const { id: officeId } = app.get(JurisdictionDirectory).officeByCode(options.office);
    const { role, name: displayName } = options;
    const { password } = await app.get(Accounts).create({ username, displayName, role, officeId });
    context.print(
      `đã tạo, mật khẩu chỉ hiện một lần, phải đổi khi đăng nhập / created, password shown once, to be changed: ${username}  ${password}`,
    );
  });
}

async function resetUser(context: CommandContext, username: string): Promise<void> {
  const { password } = await context.withApplication((app) => app.get(Accounts).reset(username));
  context.print(
    `mật khẩu mới, chỉ hiện một lần, phải đổi / new password, shown once, to be changed: ${username}  ${password}`,
  );
}

async function listUsers(context: CommandContext): Promise<void> {
  await context.withApplication(async (app) => {
    const directory = app.get(JurisdictionDirectory);
    for (const { username, role, officeId, disabledAt } of await app.get(Accounts).list()) {
      const state = disabledAt ? ' (khóa / disabled)' : '';
      context.print(`${username}  ${role}  ${directory.office(officeId).code}${state}`);
    }
  });
}

function registerUsers(program: Command, context: CommandContext): void {
  const user = program.command('user').description('tài khoản / accounts');
  user
    .command('create <username>')
    .requiredOption('--office <code>', 'mã cơ quan / code of the office, such as CA-31')
    .requiredOption('--name <text>', 'tên hiển thị / display name')
    .addOption(new Option('--role <role>').choices([...ROLES]).makeOptionMandatory())
    .action((username: string, options: UserOptions) => createUser(context, username, options));
  user.command('reset <username>').action((username: string) => resetUser(context, username));
  user
    .command('reset-factors <username>')
    .description(
      'gỡ mọi yếu tố xác thực thứ hai của người đã mất chúng / remove the second factors of who has lost them',
    )
    .action(async (username: string) => {
      await context.withApplication((app) => app.get(FactorReset).reset(username));
      context.print(`đã gỡ, đăng nhập rồi đăng ký lại / removed, sign in and enrol anew: ${username}`);
    });
  user
    .command('clear <username>')
    .description('độ mật cao nhất được xem / the highest mark of secrecy that the account may see')
    .addOption(new Option('--mark <mark>').choices([...SECRECY_MARKS]).makeOptionMandatory())
    .action(async (username: string, { mark }: { mark: SecrecyMark }) => {
      await context.withApplication((app) => app.get(Accounts).clear(username, mark));
      context.print(`được xem đến / cleared up to: ${username}  ${mark}`);
    });
  user.command('list').action(() => listUsers(context));
  user.command('disable <username>').action(async (username: string) => {
    await context.withApplication((app) => app.get(Accounts).disable(username));
    context.print(`đã khóa / disabled: ${username}`);
  });
}

/** Adds `migrate`, `seed`, `doctor` and `user create|reset|reset-factors|list|disable`. */
export function registerOperate(program: Command, context: CommandContext): void {
  program
    .command('migrate')
    .description('đưa lược đồ cơ sở dữ liệu lên bản mới / bring the schema up to date')
    .action(() => context.withApplication(async () => context.print('lược đồ đã cập nhật / the schema is up to date')));
  program
    .command('seed')
    .description('nạp địa bàn, cơ quan, kế hoạch / load territories, offices and plans')
    .option('--demonstration', 'thêm đất nước minh họa nếu trống / and the invented country when empty')
    .action((options: { demonstration?: boolean }) => seed(context, options));
  program
    .command('doctor')
    .description('tình trạng cài đặt / the state of this installation')
    .action(() => doctor(context));
  registerUsers(program, context);
}
