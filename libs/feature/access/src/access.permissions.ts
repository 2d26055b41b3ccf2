/** Everything that a route may demand. The words for people are in the message catalogue. */
export const PERMISSIONS = {
  'session.own': 'see and end one’s own session',
  'denunciation.read': 'lists and files of denunciations within the office scope',
  'denunciation.receive': 'register a denunciation, report or petition',
  'denunciation.classify': 'decide whose competence a denunciation is',
  'denunciation.transfer': 'offer a denunciation to another office, accept or refuse one',
  'denunciation.assign': 'assign a denunciation to an investigator',
  'denunciation.extend': 'record an extension of the time for resolving',
  'denunciation.resolve': 'institute, decline, suspend, resume',
  'denunciation.correct': 'replace or withdraw a recorded step of a denunciation',
  'case.read': 'lists and files of cases within the office scope',
  'case.act':
    'steps that bodies of several kinds take: assign an officer, take up an annulled case, protest a final judgment',
  'case.correct': 'replace or withdraw a recorded step of a case',
  'case.remark': 'mark key cases, note difficulties, record the notices given about a case',
  'investigation.act': 'every step of the investigation but the procuracy’s',
  'charge.approve': 'the procuracy’s steps in an investigation: approve or cancel charges, extend',
  'prosecution.act': 'every step at the procuracy',
  'trial.act': 'every step at the court',
  'person.read': 'the persons of files within the office scope, masked',
  'person.record': 'record persons in files, correct what is recorded of them',
  'person.reveal': 'ask who somebody is, for a purpose',
  'person.search': 'find persons by name or number',
  'file.mark-secrecy': 'mark files of one’s office as state secrets, change and lift the mark',
  'compliance.read': 'how targets are met, by jurisdiction and period',
  'deadline.read': 'limits that run in one’s offices, and the notices about them',
  'calendar.manage': 'set the days off of a year',
  'plan.read': 'plans with their targets and calendars',
  'jurisdiction.read': 'territories and offices',
  'import.run': 'import a register or a docket',
  'import.read': 'what imports did and refused',
  'job.read': 'background jobs and their runs',
  'job.run': 'start or repeat a background job',
  'account.manage': 'create, disable and reset accounts',
  'statistics.release': 'prepare figures that leave the authorised circle',
  'statistics.approve': 'approve figures that somebody else prepared for leaving it',
  'statistics.read': 'releases of statistics, prepared and approved',
  'audit.read': 'who saw and changed what',
} as const;
export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

/** Everybody who signs in. */
const EVERYBODY: readonly Permission[] = ['session.own', 'plan.read', 'jurisdiction.read'];
const DESK: readonly Permission[] = [
  'denunciation.read',
  'denunciation.receive',
  'denunciation.classify',
  'denunciation.transfer',
  'denunciation.correct',
  'deadline.read',
];
const RESOLUTION: readonly Permission[] = ['denunciation.assign', 'denunciation.extend', 'denunciation.resolve'];
const PERSONS: readonly Permission[] = ['person.read', 'person.record', 'person.reveal', 'person.search'];
const CASES: readonly Permission[] = ['case.read', 'case.act', 'case.correct', 'case.remark'];

/**
 * What each role may ask for. The role opens the door only: whose file it is follows from the office's scope, and whether
 * the law lets that office take the step from the procedure's tables. So a procuracy clerk holds `investigation.act` for
 * the procuracy's own investigating agency, and a court clerk for the trial panel that institutes a case (Điều 153 khoản
 * 4 BLTTHS). What of a person each may see is the field policy's (libs/domain/person); who supports victims sees victims
 * and no file. An administrator and an auditor see no file and no person.
 */
export const ROLE_PERMISSIONS = {
  'desk-officer': [...EVERYBODY, ...DESK, ...PERSONS, 'compliance.read'],
  investigator: [...EVERYBODY, ...DESK, ...RESOLUTION, ...CASES, ...PERSONS, 'investigation.act', 'compliance.read'],
  'procuracy-clerk': [
    ...EVERYBODY,
    ...DESK,
    ...RESOLUTION,
    ...CASES,
    ...PERSONS,
    'investigation.act',
    'charge.approve',
    'prosecution.act',
    'compliance.read',
  ],
  'court-clerk': [...EVERYBODY, ...DESK, ...CASES, ...PERSONS, 'investigation.act', 'trial.act', 'compliance.read'],
  'victim-support-officer': [...EVERYBODY, ...PERSONS],
  statistician: [
    ...EVERYBODY,
    'denunciation.read',
    'case.read',
    'deadline.read',
    'compliance.read',
    'import.run',
    'import.read',
    'job.read',
    'job.run',
    'statistics.release',
    'statistics.read',
  ],
  leader: [
    ...EVERYBODY,
    'denunciation.read',
    'case.read',
    'person.read',
    'file.mark-secrecy',
    'deadline.read',
    'compliance.read',
    'import.read',
    'job.read',
    'statistics.approve',
    'statistics.read',
  ],
  auditor: [...EVERYBODY, 'compliance.read', 'import.read', 'job.read', 'statistics.read', 'audit.read'],
  administrator: [
    ...EVERYBODY,
    'compliance.read',
    'import.read',
    'job.read',
    'job.run',
    'account.manage',
    'calendar.manage',
  ],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

export const ROLES = Object.keys(ROLE_PERMISSIONS) as readonly Role[];

/** @returns whether the text names a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** @returns whether the role holds the permission. */
export const holds = (role: Role, permission: Permission): boolean =>
  (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
