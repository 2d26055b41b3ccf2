import { types } from 'node:util';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';

/** Why the database could not do the work now; the same request may succeed later. */
export type UnavailableReason =
  /** No connection, or it broke: whether a running commit took place is unknown. */
  | 'connection'
  /** Too many requests wait for a connection already. */
  | 'crowded'
  /** A statement or transaction took longer than allowed. */
  | 'timeout'
  /** Others kept changing the same rows. */
  | 'contention'
  /** What is done cannot be entered in the audit, so it is not done. */
  | 'audit'
  /** The server has no memory, disk or connection left. */
  | 'resources';

/** The database cannot answer now. HTTP 503 with Retry-After; a job is tried again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(
    readonly reason: UnavailableReason,
    /** SQLSTATE or the system's error code, when there is one. */
    readonly code?: string,
  ) {
    super(`database unavailable: ${reason}${code ? ` (${code})` : ''}`);
  }
}

/** A statement was refused. Carries names only, never values: the driver's message may quote personal data. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';
  readonly sqlState: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(error: pg.DatabaseError) {
    const sqlState = error.code ?? 'unknown';
    const place = error.constraint ?? error.table;
    // Class 42 quotes what stands in the statement (names, syntax), not what is in the rows.
    const quoted = sqlState.startsWith('42') ? `: ${error.message}` : '';
    super(`statement failed: ${sqlState}${place ? ` (${place})` : ''}${quoted}`);
    this.sqlState = sqlState;
    this.constraint = error.constraint;
    this.table = error.table;
  }
}

/** @returns whether a unique constraint refused the row, and, when given, that constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): error is StatementFailed {
  if (!(error instanceof StatementFailed) || error.sqlState !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}

const RETRYABLE = new Set(['40001', '40P01']);

/** @returns whether the transaction lost against another one and may simply be run again. */
export const isSerializationFailure = (error: unknown): boolean =>
  error instanceof StatementFailed && RETRYABLE.has(error.sqlState);

/** SQLSTATE, or its class of two characters. */
const UNAVAILABLE: Readonly<Record<string, UnavailableReason>> = {
  '08': 'connection',
  '57P01': 'connection',
  '57P02': 'connection',
  '57P03': 'connection',
  '57P05': 'connection',
  '25006': 'connection',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '57014': 'timeout',
  '55P03': 'contention',
  '53': 'resources',
  '58': 'resources',
};

/** How the driver tells that a connection is gone or cannot be had. */
const BROKEN = [
  /^Connection (terminated|ended)/,
  /not queryable/,
  /timeout exceeded when trying to connect/,
  /after calling end on the pool/,
  /^Driver not Connected/,
];

/**
 * Turns what the driver or the object mapper throws into an error without row values.
 * @returns DatabaseUnavailable, StatementFailed, or the error itself when it does not come from the database.
 */
export function databaseError(error: unknown): unknown {
  if (error instanceof QueryFailedError) return driverError(error.driverError);
  return error instanceof pg.DatabaseError ? driverError(error) : error;
}

/** Like `databaseError`, for what a connection threw: there, a system error means that the server is out of reach. */
export function driverError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return refusal(error);
  if (!types.isNativeError(error)) return error;
  const code = 'syscall' in error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined && !BROKEN.some((it) => it.test(error.message))) return error;
  return new DatabaseUnavailable('connection', code);
}

/** The functions that enter what is written in the audit: see migration 0019. */
const AUDIT_FUNCTION = /\bfunction audit_[a-z]+\(/;

const isOfAudit = ({ code = '', where = '' }: pg.DatabaseError): boolean =>
  AUDIT_FUNCTION.test(where) && !RETRYABLE.has(code);

function refusal(error: pg.DatabaseError): DatabaseUnavailable | StatementFailed {
  const code = error.code ?? '';
  const reason = UNAVAILABLE[code] ?? UNAVAILABLE[code.slice(0, 2)] ?? (isOfAudit(error) ? 'audit' : undefined);
  return reason ? new DatabaseUnavailable(reason, code) : new StatementFailed(error);
}
