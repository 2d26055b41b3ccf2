import { type LoggerService } from '@nestjs/common';
import { type Logger } from './logger.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest tells each route and module it has set up: of interest to who debugs, not to who operates. */
const CHATTY = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory', 'NestApplication']);

/** Nest's own log, and that of our `new Logger('Context')`, as lines of the process's logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    // By Nest's convention the context is the last text; before it may stand a stack, which may quote values.
    const last = rest.at(-1);
    const context = typeof last === 'string' ? last : undefined;
    const at = level === 'info' && context !== undefined && CHATTY.has(context) ? 'debug' : level;
    const error = [message, ...rest].find((part) => part instanceof Error);
    const fields = isRecord(message) ? message : {};
    const text = typeof message === 'string' ? message : undefined;
    this.logger[at]({ ...fields, context, ...(error ? { err: error } : {}) }, text);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && !Array.isArray(value);
