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
  suspended: [...verified, deed('suspend', { ground: 'expertise-pending' })],
  instituted: [...verified, deed('institute', { caseId: 'case-1' })],
  declined: [...verified, deed('decline', { ground: 'no-elements' })],
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

const halted = (name: 'suspend' | 'terminate', ground: string): Deed => deed(name, { ground });

/** One lawful history for every status of a case; three accused, so that a step can leave one of them out. */
export const CASE_IN: Readonly<Record<CaseStatus, readonly Deed[]>> = {
  none: [],
  'under-investigation': investigated('a', 'b', 'c'),
  'investigation-suspended': [...investigated('a', 'b', 'c'), halted('suspend', 'illness')],
  'investigation-terminated': [...investigated('a', 'b', 'c'), halted('terminate', 'not-proven')],
  'in-transfer': [...investigated('a', 'b', 'c'), charge('d'), deed('transfer', { toOfficeId: OFFICE.otherPolice })],
  concluded: [...investigated('a', 'b', 'c'), deed('conclude')],
  'at-procuracy': atProcuracy('a', 'b', 'c'),
  'prosecution-suspended': [...atProcuracy('a', 'b', 'c'), halted('suspend', 'absconded')],
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
  'trial-terminated': [...accepted('a', 'b', 'c'), halted('terminate', 'prosecution-withdrawn')],
  judged: judged('a', 'b', 'c'),
  appealed: [...judged('a', 'b', 'c'), deed('appeal', { kind: 'appeal', defendantIds: ['a', 'b'] })],
  final: [...judged('a', 'b', 'c'), deed('finalise', { basis: 'no-appeal' }, { on: 31 })],
};
