/**
 * What people and tasks do beside writing, each with its meaning; whoever records something new adds its row. Writes have
 * no row here: the database enters them itself, as `<table>.added`, `.changed`, `.removed` and `.emptied`.
 */
export const AUDIT_ACTIONS = {
  'session.opened': 'somebody signed in',
  'session.refused': 'a sign-in was refused: a wrong password or second factor, a disabled account',
  'session.ended': 'a session was ended before its time',

  'account.created': 'an account was made for somebody',
  'account.password-set': 'a password was changed, by its owner or for them',
  'account.factor-added': 'a second factor was confirmed',
  'account.factor-removed': 'a second factor was taken away',
  'account.disabled': 'an account was closed',

  'person.revealed': 'protected fields of a person were shown in clear',
  'person.searched': 'persons were looked for by name or number',

  'break-glass.opened': 'somebody opened a file that is closed to them, for a reason',
  'break-glass.reviewed': 'such an opening was reviewed',

  'export.taken': 'data left the product as a file',
  'audit.read': 'entries of the audit were read',
  'audit.exported': 'the audit was exported for a verifier',
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
