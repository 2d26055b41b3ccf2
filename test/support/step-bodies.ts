import type { CaseFile, DenunciationFile } from '#libs/domain/procedure';
import { newId } from '#libs/platform/database';

/** The body of a request beside the day. */
export type Payload = Record<string, unknown>;

/** Steps that lead round in circles: taken seldom, so that the walks come far. */
export const AROUND: readonly string[] = [
  'assign',
  'assign-prosecutor',
  'assign-officer',
  'demand-remedy',
  'dispute-competence',
  'split',
  'join',
  'notify',
  'review-suspension',
  'check-preliminarily',
  'request-extension',
  'refuse-extension',
  'extend',
  'institute',
  'charge',
  'cancel-charge',
  'suspend',
  'terminate',
  'transfer',
  'agree-to-transfer',
  'request-transfer',
  'decide-transfer',
  'return-for-supplement',
  'return-by-court',
  'assign-judge',
  'extend-preparation',
  'adjourn',
  'open-hearing',
  'prolong-deliberation',
  'return-for-competence',
  'record-receipt',
  'send-late-appeal',
  'refuse-late-appeal',
  'withdraw-appeal',
  'lend-file',
  'extend-file-study',
  'take-file-back',
  'mark-key-case',
  'unmark-key-case',
  'note-difficulty',
  'settle-difficulty',
  'order-detention',
  'extend-detention',
  'end-detention',
  'hold-person',
  'extend-custody',
  'release',
];

const NEW_CASE = (): Payload => ({ caseNumber: newId(), offence: { article: 150, clause: 1 } });

/** What two files that change at once state beside the law's fields. */
const MADE_UP: Readonly<Record<string, () => Payload>> = {
  instituted: NEW_CASE,
  'decline-overruled': NEW_CASE,
  split: () => ({ childNumber: newId() }),
  'case-severed': () => ({ caseNumber: newId() }),
};

/** Where a step names one of the people of the office that takes it. */
const NAMED: Readonly<Record<string, string>> = {
  assigned: 'assigneeId',
  'case-assigned': 'officerId',
  'judge-assigned': 'judgeId',
  'prosecutor-assigned': 'prosecutorId',
};

/** @returns what a step states of the person whom it names, if it names one. */
export const namedIn = (event: string, accountId: string): Payload => {
  const field = NAMED[event];
  return field === undefined ? {} : { [field]: accountId };
};

/** What the server makes of each step. */
const BY_THE_SERVER: Readonly<Record<string, readonly string[]>> = {
  instituted: ['caseId'],
  'decline-overruled': ['caseId'],
  split: ['childId'],
  'case-severed': ['toCaseId'],
  'difficulty-noted': ['difficultyId'],
};

const knows = (file: DenunciationFile | CaseFile, id: unknown): boolean =>
  file.life === 'case' &&
  (file.defendants.some((one) => one.id === id) || (file.held ?? []).some(({ personId }) => personId === id));

/** A person whom the file does not know is new: the server gives the id. */
const inventedPerson = (event: string, payload: Payload, file: DenunciationFile | CaseFile): readonly string[] => {
  if (event === 'charged' && !knows(file, payload['defendantId'])) return ['defendantId'];
  return event === 'person-held' && !knows(file, payload['personId']) ? ['personId'] : [];
};

const withoutNewIds = (moves: unknown): unknown => (moves as Payload[]).map(({ newId: _made, ...move }) => move);

/** @returns what a request states of a payload that the makers invented: what the server makes is left to it. */
export function statedIn(event: string, payload: Payload, file: DenunciationFile | CaseFile): Payload {
  const made = [...(BY_THE_SERVER[event] ?? []), ...inventedPerson(event, payload, file)];
  const entries = Object.entries(payload)
    .filter(([name]) => !made.includes(name))
    .map(([name, value]) => [name, event === 'case-severed' && name === 'persons' ? withoutNewIds(value) : value]);
  const known = file.life === 'case' ? file.defendants.find(({ id }) => id === payload['defendantId']) : undefined;
  return {
    ...(Object.fromEntries(entries) as Payload),
    ...(event === 'charged' && known ? { number: known.number } : {}),
    ...MADE_UP[event]?.(),
  };
}

/** Stated where the makers have nothing. */
export const GUESS = { ground: 'time-barred', because: 'x', grantor: 'head', competence: 'own' };
