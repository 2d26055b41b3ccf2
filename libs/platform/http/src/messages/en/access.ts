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
  'access.password-wrong': 'The current password is wrong. Check the input method and Caps Lock and try again.',
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
