import 'reflect-metadata';
import { Command } from 'commander';
import { DomainError } from '#libs/domain/kernel';
import { ConfigurationError } from '#libs/platform/config';
import { RequestRefused, sentenceFor } from '#libs/platform/http';
import { commandContext } from './application-context.js';
import { registerAudit } from './commands/audit.command.js';
import { registerCompliance } from './commands/compliance.command.js';
import { registerDeadlines } from './commands/deadlines.command.js';
import { registerImport } from './commands/import.command.js';
import { registerImportTerritories } from './commands/import-territories.command.js';
import { registerJobs } from './commands/jobs.command.js';
import { registerKeys } from './commands/keys.command.js';
import { registerOperate } from './commands/operate.command.js';
import { registerPlans } from './commands/plans.command.js';
import { registerRebuild } from './commands/rebuild.command.js';
import { registerRelease } from './commands/release.command.js';
import { registerStart } from './commands/start.command.js';

const language = (process.env.THEOAN_LANGUAGE ?? process.env.LANG ?? '').startsWith('en') ? 'en' : 'vi';
const context = commandContext(language);
const program = new Command('theoan').description('TheoÁn: theo dõi vụ án và chỉ tiêu / cases and targets');

registerStart(program, context);
registerOperate(program, context);
registerPlans(program, context);
registerCompliance(program, context);
registerDeadlines(program, context);
registerRelease(program, context);
registerRebuild(program, context);
registerJobs(program, context);
registerKeys(program, context);
registerImport(program, context);
registerImportTerritories(program, context);
registerAudit(program, context);

/** What went wrong in the user's words; only a fault of ours shows its stack. */
const explain = (error: unknown): string => {
  if (error instanceof ConfigurationError) return error.message;
  if (error instanceof DomainError || error instanceof RequestRefused) return sentenceFor(error, language);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

try {
  await program.parseAsync();
} catch (error) {
  context.fail(explain(error));
}
