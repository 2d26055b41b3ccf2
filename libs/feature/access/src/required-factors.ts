import { type Settings } from '#libs/platform/config';
import { type Role, holds } from './access.permissions.js';

/**
 * @returns whether accounts of the role must have a second factor (REQUIRE_SECOND_FACTOR). `privileged` are those who make
 *   accounts or read the audit. When nothing is set: those, on a server of one's own; nobody, beside the embedded server.
 */
export function requiresFactor(settings: Pick<Settings, 'requireSecondFactor' | 'databaseUrl'>, role: Role): boolean {
  const whose = settings.requireSecondFactor ?? (settings.databaseUrl === undefined ? 'none' : 'privileged');
  if (whose === 'privileged') return holds(role, 'account.manage') || holds(role, 'audit.read');
  return whose === 'all';
}
