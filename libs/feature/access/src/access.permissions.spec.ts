import { labelsOf } from '#libs/platform/http';
import { PERMISSION_NAMES, ROLES, ROLE_PERMISSIONS, holds } from './access.permissions.js';

const FILES = /^(denunciation|case|investigation|charge|prosecution|trial)\./;

describe('the permissions of the roles', () => {
  it('are each held by somebody', () => {
    const held = new Set(ROLES.flatMap((role): readonly string[] => ROLE_PERMISSIONS[role]));
    expect(PERMISSION_NAMES.filter((permission) => !held.has(permission))).toEqual([]);
  });

  it('are listed once', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  });

  it('let everybody end their own session', () => {
    expect(ROLES.filter((role) => !holds(role, 'session.own'))).toEqual([]);
  });

  it.each(['administrator', 'auditor', 'victim-support-officer'] as const)('show no file to the %s', (role) => {
    expect(PERMISSION_NAMES.filter((one) => FILES.test(one) && holds(role, one))).toEqual([]);
  });

  it.each(['leader', 'statistician'] as const)('let the %s read files and record no step', (role) => {
    expect(PERMISSION_NAMES.filter((one) => FILES.test(one) && holds(role, one))).toEqual([
      'denunciation.read',
      'case.read',
    ]);
  });

  it('let only the administrator manage accounts, and only the auditor read the audit log', () => {
    expect(ROLES.filter((role) => holds(role, 'account.manage'))).toEqual(['administrator']);
    expect(ROLES.filter((role) => holds(role, 'audit.read'))).toEqual(['auditor']);
  });

  it.each(['vi', 'en'] as const)('have a name for people in %s, and so have the roles', (language) => {
    expect(Object.keys(labelsOf('permission', language)).sort()).toEqual([...PERMISSION_NAMES].sort());
    expect(Object.keys(labelsOf('role', language)).sort()).toEqual([...ROLES].sort());
  });
});
