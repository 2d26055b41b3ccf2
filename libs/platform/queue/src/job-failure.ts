import { DomainError } from '#libs/domain/kernel';
import { DatabaseUnavailable, StatementFailed } from '#libs/platform/database';
import { isCode } from './payload.js';

/** Another worker has begun the job again, because this one was believed dead; what this run still does is void. */
export class RunSuperseded extends Error {
  override readonly name = 'RunSuperseded';
  readonly code = 'run.superseded';

  constructor() {
    super('run.superseded');
  }
}

/** The queue could not take the job: its server is out of reach. Nothing is lost that the outbox holds. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
  readonly code = 'queue.unavailable';

  readonly reason: string;

  /** @param cause what the queue's server or driver threw. */
  constructor(cause: unknown) {
    const reason = failureCode(cause);
    super(`queue unavailable: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What the queue, the run's row and the log are told about a failure: code and place. Messages may quote what was typed. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly code: string;

  /** @param reason what was thrown. */
  constructor(reason: unknown) {
    const code = failureCode(reason);
    super(code);
    this.code = code;
    this.stack = [`${this.name}: ${code}`, ...framesOf(reason)].join('\n');
  }
}

/** @returns a stable code for any error: its own, the database's, or the name of its class. */
export function failureCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (error instanceof DatabaseUnavailable) return `database.${error.reason}`;
  if (error instanceof StatementFailed) return `sql.${error.sqlState}`;
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && isCode(error.code)) return error.code;
  return isCode(error.name) ? error.name : 'unknown';
}

/** Where the error arose: the lines of its stack, without its message. */
function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack?.split('\n') ?? []) : [];
  return lines.filter((line) => /^\s+at /.test(line));
}
