import {
  type CaseFile,
  type CaseStatus,
  type Defendant,
  type DenunciationFile,
  type DenunciationStatus,
  isActive,
  isDiscovered,
  statusOfCase,
} from '#libs/domain/procedure';
import type { Docket } from './docket.js';

/** One matter in one docket of one office. `unitId` is the defendant's id in a docket of persons, else empty. */
export interface Position {
  readonly docket: Docket;
  readonly officeId: number;
  readonly unitId: string;
}

const DENUNCIATION_DOCKET: Readonly<Record<DenunciationStatus, Docket | undefined>> = {
  none: undefined,
  received: 'reception',
  'classified-out': 'reception',
  'in-verification': 'verification',
  'in-transfer': undefined,
  'in-dispute': undefined,
  suspended: 'suspended-verification',
  instituted: undefined,
  declined: undefined,
  joined: undefined,
};

/** @returns the status that tells the docket: while a transfer is only offered, or the competence disputed, the one before. */
const settledStatus = ({ status, statusBeforeTransfer, statusBeforeDispute }: DenunciationFile): DenunciationStatus => {
  if (status === 'in-transfer') return statusBeforeTransfer ?? 'received';
  return status === 'in-dispute' ? (statusBeforeDispute ?? 'received') : status;
};

/** @returns the docket that holds a denunciation; while a transfer is only offered, the sender's. */
export function positionsOfDenunciation(file: DenunciationFile): Position[] {
  const docket = DENUNCIATION_DOCKET[settledStatus(file)];
  if (!docket || file.holderOfficeId === undefined) return [];
  return [{ docket, officeId: file.holderOfficeId, unitId: '' }];
}

const CASE_DOCKETS: Readonly<Record<CaseStatus, readonly Docket[]>> = {
  none: [],
  'under-investigation': ['investigation'],
  'in-transfer': ['investigation'],
  'investigation-suspended': ['suspended-investigation'],
  'investigation-terminated': [],
  'institution-cancelled': [],
  joined: [],
  concluded: [],
  'at-procuracy': ['prosecution'],
  'prosecution-suspended': ['suspended-prosecution'],
  'prosecution-terminated': [],
  indicted: [],
  'handed-to-court': [],
  accepted: ['first-instance'],
  scheduled: ['first-instance'],
  'trial-suspended': ['first-instance', 'suspended-trial'],
  'trial-terminated': [],
  judged: [],
  // The court above enters an appeal when it takes it up (Điều 340).
  appealed: [],
  'sent-to-appeal': [],
  'appeal-accepted': ['appeal'],
  'appeal-scheduled': ['appeal'],
  remanded: [],
  final: [],
  'in-cassation': [],
  'in-reopening': [],
};

/** The docket of persons that goes with a docket of cases. */
const PERSONS: Readonly<Partial<Record<Docket, Docket>>> = {
  investigation: 'investigation-defendants',
  prosecution: 'prosecution-defendants',
  appeal: 'appeal-defendants',
};

const atCourt: readonly CaseFile['stage'][] = ['accepted', 'scheduled', 'judged'];
/** The trial court keeps whom it suspended, wherever the file goes with the others, until the case begins again. */
const ABOVE: readonly CaseFile['stage'][] = [
  'sent-to-appeal',
  'appeal-accepted',
  'appeal-scheduled',
  'remanded',
  'in-cassation',
  'in-reopening',
];
const afterTrial = ({ stage }: CaseFile): boolean => atCourt.includes(stage) || ABOVE.includes(stage);

/** A court's suspended defendants stay pending, also when the others are judged; judged ones are done at first instance. */
const isBeforeFirstInstance = (file: CaseFile, { status, haltedIn }: Defendant): boolean =>
  status === 'indicted' || (status === 'suspended' && haltedIn === 'trial' && afterTrial(file));

const inPersonDocket = (docket: Docket, defendant: Defendant): boolean =>
  docket === 'appeal' ? defendant.status === 'appealed' : isActive(defendant);

const positionsOfPersons = (file: CaseFile, dockets: readonly Docket[], officeId: number): Position[] => {
  const followed = dockets.flatMap((docket) => {
    const persons = PERSONS[docket];
    const inside = file.defendants.filter((defendant) => inPersonDocket(docket, defendant));
    return persons ? inside.map((defendant) => ({ docket: persons, officeId, unitId: defendant.id })) : [];
  });
  const tried = afterTrial(file) ? file.defendants.filter((one) => isBeforeFirstInstance(file, one)) : [];
  const courtId = file.courtOfficeId ?? officeId;
  return [
    ...followed,
    ...tried.map(({ id }): Position => ({ docket: 'first-instance-defendants', officeId: courtId, unitId: id })),
  ];
};

/** @returns every docket that holds the case or one of its defendants. */
export function positionsOfCase(file: CaseFile): Position[] {
  const officeId = file.holderOfficeId;
  if (officeId === undefined) return [];
  const dockets = CASE_DOCKETS[statusOfCase(file)];
  const discovered: readonly Docket[] = dockets.includes('investigation') && isDiscovered(file) ? ['discovery'] : [];
  return [
    ...[...dockets, ...discovered].map((docket) => ({ docket, officeId, unitId: '' })),
    ...positionsOfPersons(file, dockets, officeId),
  ];
}
