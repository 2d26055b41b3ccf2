import {
  type DestinationStream,
  type LogFn,
  type Logger as PinoLogger,
  destination,
  pino,
  stdTimeFunctions,
} from 'pino';
import { allowedFields } from './allowed-fields.js';
import { loggedError } from './logged-error.js';

/** Levels of LOG_LEVEL, from the rarest lines to the most. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** A logger of JSON lines. Fields that are not on the allow-list are dropped; give an error as `err`. */
export type Logger = PinoLogger;

/**
 * @param destination where the lines go; standard output when absent.
 * @returns a logger that keeps allowed fields only.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: stdTimeFunctions.isoTime,
    // Under pino's own key an error's message would become the line's message.
    errorKey: 'unused',
    hooks: { logMethod: withoutBareError },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: ({ err, ...fields }: Record<string, unknown>) => ({
        ...allowedFields(fields),
        ...(err === undefined ? {} : { err: loggedError(err) }),
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** @returns the error output of the process; each line is written before the next statement runs. */
export const standardError = (): DestinationStream => destination({ dest: 2, sync: true });

/** An error in the place of the fields is moved to `err`, where it is told without its message. */
function withoutBareError(this: PinoLogger, parameters: unknown[], method: LogFn): void {
  const [first, text] = parameters;
  const fields = first instanceof Error ? { err: first } : first;
  method.apply(this, (text === undefined ? [fields] : [fields, text]) as Parameters<LogFn>);
}
