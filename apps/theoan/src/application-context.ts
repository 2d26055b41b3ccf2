import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#libs/platform/config';
import { NestLogger, createLogger, standardError } from '#libs/platform/observability';
import { type CommandContext } from './command-context.js';
import { TheoanModule } from './theoan.module.js';

/**
 * Starts the product without HTTP and without working the queues, for one command. Standard output is the command’s answer,
 * which programs read: what the product has to say beside it goes to the error output.
 */
async function openApplication(): Promise<INestApplicationContext> {
  const settings = readSettings(process.env);
  const logger = new NestLogger(createLogger('warn', standardError()));
  // Keys are opened while the modules are put together, before Nest has its logger.
  Logger.overrideLogger(logger);
  return NestFactory.createApplicationContext(TheoanModule.forRoot(settings, false), { logger, abortOnError: false });
}

/** @returns the context of a command line that writes to the standard outputs. @param language of what is printed. */
export function commandContext(language: 'vi' | 'en'): CommandContext {
  return {
    language,
    withApplication: async (work) => {
      const app = await openApplication();
      try {
        return await work(app);
      } finally {
        await app.close();
      }
    },
    print: (text) => {
      process.stdout.write(`${text}\n`);
    },
    fail: (text) => {
      process.stderr.write(`${text}\n`);
      process.exitCode = 1;
    },
  };
}
