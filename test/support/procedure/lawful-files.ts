import type { CaseStatus, DenunciationStatus } from '#libs/domain/procedure';
import { type Deed, deed } from './narrative.js';
import { OFFICE } from './offices.js';

/** Trafficking, very serious: 4 months of investigation, 30 days to prosecute, 2 months to prepare the trial. */
export const TRAFFICKING = { article: 150, clause: 1 } as const;
/** Trafficking of a person under 16 by an organised group: especially serious. */
export const GRAVEST = { article: 151, clause: 3 } as const;

const received = [deed('receive', { source: 'denunciation' })];
const verified = [...received, deed('classify', { competence: 'own' })];

/** One lawful history for every status of a denunciation. */
export const DENUNCIATION_IN: Readonly<Record<DenunciationStatus, readonly Deed[]>> = {
  none: [],
  received,
  'classified-out': [...received, deed('classify', { competence: 'other' })],
  'in-verification': verified,
  'in-transfer': [...verified, deed('transfer', { toOfficeId: OFFICE.otherPolice })],
  'in-dispute': [...verified, deed('dispute-competence', { withOfficeId: OFFICE.otherPolice })],
  // 20 days from the receipt on 2 January: the limit of Điều 147 has come to its end.
  suspended: [...verified, deed('suspend', { ground: 'expertise-pending' }, { on: '2024-01-22' })],
  instituted: [...verified, deed('institute', { caseId: 'case-1' })],
  declined: [...verified, deed('decline', { ground: 'no-elements' })],
  joined: [...verified, deed('join', { intoId: 'denunciation-2' })],
};

/** @returns the charge of one more accused. */
export const charge = (id: string, offence: object = TRAFFICKING): Deed =>
  deed('charge', { defendantId: id, number: `BC-${id}`, offence });

/** @returns an instituted case with these accused, all charged and approved. */
export const investigated = (...ids: readonly string[]): Deed[] => [
  deed('institute', { offence: TRAFFICKING }),
  ...ids.map((id) => charge(id)),
  ...(ids.length > 0 ? [deed('approve-charge', { defendantIds: ids })] : []),
];

/** @returns a case with these accused at the procuracy. */
export const atProcuracy = (...ids: readonly string[]): Deed[] => [
  ...investigated(...ids),
  deed('conclude'),
  deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
];

/** @returns a case with these accused docketed at the court. */
export const accepted = (...ids: readonly string[]): Deed[] => [
  ...atProcuracy(...ids),
  deed('indict'),
  deed('hand-to-court', { toOfficeId: OFFICE.court }),
  deed('accept'),
];

/** The day of every hearing in these histories, long after all of them begin. */
export const HEARING = '2024-06-03';

/** @returns a case with these accused whose hearing is set. */
export const scheduled = (...ids: readonly string[]): Deed[] => [
  ...accepted(...ids),
  deed('schedule', { hearingOn: HEARING }),
];

/** @returns a case with these accused, all convicted on the day of the hearing. */
export const judged = (...ids: readonly string[]): Deed[] => [
  ...scheduled(...ids),
  deed('judge', { verdicts: ids.map((defendantId) => ({ defendantId, outcome: 'convicted' })) }, { on: HEARING }),
];

/** The file goes to the court above, when nobody can attack the judgment any more. */
export const SENT = deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, { on: 31 });

/** The day of every hearing of an appeal in these histories. */
export const HEARING_ABOVE = '2024-09-02';

/** @returns a case whose judgment on these accused is before the court above, its hearing set. */
export const appealed = (...ids: readonly string[]): Deed[] => [
  ...judged(...ids),
  deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ids }),
  SENT,
  deed('accept-appeal', { level: 'province' }),
  deed('schedule-appeal', { hearingOn: HEARING_ABOVE }),
];

/** @returns the decision of the court above, the same for all of them, on the day of its hearing. */
export const decided = (outcome: string, ...ids: readonly string[]): Deed =>
  deed('decide-appeal', { results: ids.map((defendantId) => ({ defendantId, outcome })) }, { on: HEARING_ABOVE });

/** @returns a protest against the final judgment on an accused. */
export const protested = (way: 'cassation' | 'reopening', defendantId: string): Deed =>
  deed(
    `protest-${way}`,
    { defendantIds: [defendantId], direction: 'in-favour', toOfficeId: OFFICE.otherCourt },
    { by: OFFICE.otherProcuracy },
  );

/** @returns the moves of these accused to another case. */
export const moves = (...ids: readonly string[]): { defendantId: string; newId: string }[] =>
  ids.map((defendantId) => ({ defendantId, newId: `${defendantId}-elsewhere` }));

const halted = (name: 'suspend' | 'terminate', ground: string): Deed => deed(name, { ground });

const BY_TWO = [...judged('a', 'b', 'c'), deed('appeal', { kind: 'appeal', defendantIds: ['a', 'b'] })];
const TAKEN = deed('accept-appeal', { level: 'province' });
const FINAL = [...judged('a', 'b', 'c'), deed('finalise', { basis: 'no-appeal' }, { on: 31 })];

/** One lawful history for every status of a case; three accused, so that a step can leave one of them out. */
export const CASE_IN: Readonly<Record<CaseStatus, readonly Deed[]>> = {
  none: [],
  'under-investigation': investigated('a', 'b', 'c'),
  'investigation-suspended': [...investigated('a', 'b', 'c'), halted('suspend', 'illness')],
  'investigation-terminated': [...investigated('a', 'b', 'c'), halted('terminate', 'no-elements')],
  'institution-cancelled': [...investigated(), deed('cancel-institution', { ground: 'no-event' })],
  joined: [...investigated('a', 'b', 'c'), deed('join', { intoCaseId: 'case-2', movedTo: moves('a', 'b', 'c') })],
  'in-transfer': [...investigated('a', 'b', 'c'), charge('d'), deed('transfer', { toOfficeId: OFFICE.otherPolice })],
  concluded: [...investigated('a', 'b', 'c'), deed('conclude')],
  'at-procuracy': atProcuracy('a', 'b', 'c'),
  'prosecution-suspended': [...atProcuracy('a', 'b', 'c'), halted('suspend', 'illness')],
  'prosecution-terminated': [...atProcuracy('a', 'b', 'c'), halted('terminate', 'exemption')],
  indicted: [...atProcuracy('a', 'b', 'c'), deed('indict')],
  'handed-to-court': [
    ...atProcuracy('a', 'b', 'c'),
    deed('indict'),
    deed('hand-to-court', { toOfficeId: OFFICE.court }),
  ],
  accepted: accepted('a', 'b', 'c'),
  scheduled: scheduled('a', 'b', 'c'),
  'trial-suspended': [...accepted('a', 'b', 'c'), halted('suspend', 'illness')],
  'trial-terminated': [
    ...accepted('a', 'b', 'c'),
    deed('withdraw-prosecution', {}, { by: OFFICE.procuracy }),
    halted('terminate', 'prosecution-withdrawn'),
  ],
  judged: judged('a', 'b', 'c'),
  appealed: BY_TWO,
  'sent-to-appeal': [...BY_TWO, SENT],
  'appeal-accepted': [...BY_TWO, SENT, TAKEN],
  'appeal-scheduled': [...BY_TWO, SENT, TAKEN, deed('schedule-appeal', { hearingOn: HEARING_ABOVE })],
  remanded: [...appealed('a', 'b', 'c'), decided('annulled-reinvestigate', 'a', 'b', 'c')],
  final: FINAL,
  'in-cassation': [...FINAL, protested('cassation', 'a')],
  'in-reopening': [...FINAL, protested('reopening', 'a')],
};
