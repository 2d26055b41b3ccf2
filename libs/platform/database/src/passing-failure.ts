import { ConfigurationError } from '#libs/platform/config';
import { type AccessFaultCode } from './messages.js';
import { databaseError, DatabaseUnavailable } from './database-errors.js';

const PASSING: readonly AccessFaultCode[] = ['unreachable', 'migrations-pending'];

/**
 * @param error what `prepareDatabase` threw.
 * @returns why it may succeed later (the server is not up yet, or nobody has migrated it yet); `undefined` when only
 *   somebody's hand can help.
 */
export function passingFailure(error: unknown): string | undefined {
  if (error instanceof ConfigurationError) {
    const isPassing = error.faults.every(({ code }) => PASSING.some((one) => one === code));
    return isPassing ? error.faults.map(({ variable, code }) => `${variable} ${code}`).join(', ') : undefined;
  }
  const found = databaseError(error);
  return found instanceof DatabaseUnavailable ? found.message : undefined;
}
