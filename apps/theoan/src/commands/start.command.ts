import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Command } from 'commander';
import { AskCompliance } from '#libs/feature/compliance';
import { PrepareProduct } from '#libs/feature/product';
import { type Settings, readSettings } from '#libs/platform/config';
import { DRAIN_MILLISECONDS, closeWithin, createHttpApplication, stopOnSignals } from '#libs/platform/http';
import { type CommandContext } from '../command-context.js';
import { accountLines, greetingTables } from '../greeting.js';
import { TheoanModule } from '../theoan.module.js';
import { ROOT } from './operate.command.js';

/** Database, migrations, seeds, API and worker in this process; prints what a newcomer wants to see. */
async function start(context: CommandContext): Promise<void> {
  const settings = readSettings(process.env);
  const app = await createHttpApplication(TheoanModule.forRoot(settings, true), settings);
  try {
    await serve(app, settings, context);
  } catch (error) {
    await closeWithin(app, DRAIN_MILLISECONDS);
    throw error;
  }
}

async function serve(app: NestFastifyApplication, settings: Settings, context: CommandContext): Promise<void> {
  const prepare = app.get(PrepareProduct);
  await prepare.loadReference(ROOT);
  const { country, accounts } =
    settings.demonstration === 'auto' ? await prepare.loadDemonstration() : { accounts: [] };
  stopOnSignals(app);
  await app.listen(settings.httpPort, settings.httpHost);
  if (country) context.print(`DỮ LIỆU GIẢ ĐỊNH / INVENTED DATA: ${country.files} hồ sơ, ${country.events} bước\n`);
  for (const table of await greetingTables(app.get(AskCompliance), context.language)) context.print(`${table}\n`);
  for (const line of accountLines(accounts)) context.print(line);
  context.print(`\nTheoÁn: ${await app.getUrl()}   API: ${await app.getUrl()}/api/docs`);
}

/** Adds `start`: all in one process. */
export function registerStart(program: Command, context: CommandContext): void {
  program
    .command('start')
    .description('khởi động tất cả trong một tiến trình / start everything in one process')
    .action(() => start(context));
}
