import { type Sentences } from '../sentences.js';

export const accessEn: Sentences = {
  'access.sign-in-required': 'Sign in first, then send the request again with the header Authorization: Bearer.',
  'access.foreign-request':
    'The request does not come from a page of this system and was refused. Open {origin} and do it there; a program sends the header {header}.',
  'access.session-ended': 'The session has expired or was signed out. Sign in again to go on.',
  'access.sign-in-failed':
    'The user name or the password is wrong. Check the input method and Caps Lock and try again.',
  'access.too-many-attempts': 'Too many failed sign-ins. Wait {seconds:number} seconds and try again.',
  'access.password-change-required':
    'Somebody else made this password. Choose one of your own before anything else (PUT /api/v1/session/password).',
  'access.second-factor-required':
    'This role needs a second factor. Enrol a code app or a security key before anything else (/api/v1/session/factors).',
  'access.sign-in-expired': 'This sign-in is older than 5 minutes or was used. Begin again with the password.',
  'access.second-factor-wrong':
    'The code or security key is wrong or was used before. Wait for a new code and try again; without your device use a recovery code.',
  'access.recent-authentication-required':
    'This wants you to have authenticated within {minutes:number} minutes. Send a code, key or password to POST /api/v1/session/re-authentication and try again.',
  'access.one-answer': 'Send exactly one answer: a code of the app, a security key or a recovery code.',
  'access.factor-wanted': 'This account has a second factor: use a code or a security key, not the password.',
  'access.factor-not-found': 'There is no such factor. Look at the list at /api/v1/session/factors.',
  'access.code-wrong': 'The code is wrong. Check the time of your telephone, wait for a new code and try again.',
  'access.app-enrolled': 'There is a code app already. Remove it before you add another one.',
  'access.key-refused':
    'This security key was refused: make it on a page of this system, with PIN or fingerprint. Try again.',
  'access.key-known': 'This security key is enrolled already. Use another one.',
  'access.too-many-keys': 'An account has at most {most:number} keys. Remove one, then add this one.',
  'access.password-wrong': 'The current password is wrong. Check the input method and Caps Lock and try again.',
  'secrecy.holder-only':
    'Only the head of the office that holds the file may mark it (Article 10 of the Law on state secrets). Ask that office.',
  'secrecy.above-clearance':
    'You are cleared up to “{clearance:secrecy}” and cannot mark a file “{mark:secrecy}”. Ask an administrator.',
  'access.forbidden': 'The account may not “{permission:permission}”. If your work needs it, ask the administrator.',
  'access.route-undeclared': 'This address names no permission, so nobody may use it. Tell the administrator.',
  'account.not-found': 'There is no such account. Check the user name.',
  'account.username-taken': 'The user name “{username}” is taken. Choose another one.',
  'account.username-malformed':
    'A user name has 3–40 characters: a–z, digits, dot, hyphen or underscore, and begins with a letter.',
  'account.display-name-malformed': 'A display name has 1 to 120 characters and no control characters.',
  'account.password-too-short':
    'A password has at least {least:number} characters. Several words that you remember will do.',
  'account.password-too-long': 'A password has at most {most:number} characters.',
  'account.password-unchanged': 'The new password must differ from the current one.',
  'account.password-predictable':
    'The password is easy to guess: it needs {least:number} different characters and more than the user name or the system’s name.',
  'account.role-unknown': 'There is no role “{role}”. Choose one of: {roles}.',
  'account.office-required': 'Choose an office that still works for the account. This one ended on {until}.',
};
