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
  suspended: 'suspended-verification',
  instituted: undefined,
  declined: undefined,
};

/** @returns the docket that holds a denunciation; while a transfer is only offered, the sender's. */
export function positionsOfDenunciation(file: DenunciationFile): Position[] {
  const status = file.status === 'in-transfer' ? (file.statusBeforeTransfer ?? 'received') : file.status;
  const docket = DENUNCIATION_DOCKET[status];
  if (!docket || file.holderOfficeId === undefined) return [];
  return [{ docket, officeId: file.holderOfficeId, unitId: '' }];
}

const CASE_DOCKETS: Readonly<Record<CaseStatus, readonly Docket[]>> = {
  none: [],
  'under-investigation': ['investigation'],
  'in-transfer': ['investigation'],
  'investigation-suspended': ['suspended-investigation'],
  'investigation-terminated': [],
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
  appealed: ['appeal'],
  final: [],
};

/** The docket of persons that goes with a docket of cases. */
const PERSONS: Readonly<Partial<Record<Docket, Docket>>> = {
  investigation: 'investigation-defendants',
  prosecution: 'prosecution-defendants',
  appeal: 'appeal-defendants',
};

const atCourt: readonly CaseFile['stage'][] = ['accepted', 'scheduled', 'judged'];

/** A court's suspended defendants stay pending, also when the others are judged; judged ones are done at first instance. */
const isBeforeFirstInstance = (file: CaseFile, { status, haltedIn }: Defendant): boolean =>
  status === 'indicted' || (status === 'suspended' && haltedIn === 'trial' && atCourt.includes(file.stage));

const inPersonDocket = (docket: Docket, defendant: Defendant): boolean =>
  docket === 'appeal' ? defendant.status === 'appealed' : isActive(defendant);

const positionsOfPersons = (file: CaseFile, dockets: readonly Docket[], officeId: number): Position[] => {
  const followed = dockets.flatMap((docket) => {
    const persons = PERSONS[docket];
    const inside = file.defendants.filter((defendant) => inPersonDocket(docket, defendant));
    return persons ? inside.map((defendant) => ({ docket: persons, officeId, unitId: defendant.id })) : [];
  });
  const tried = atCourt.includes(file.stage) ? file.defendants.filter((one) => isBeforeFirstInstance(file, one)) : [];
  return [
    ...followed,
    ...tried.map((defendant): Position => ({ docket: 'first-instance-defendants', officeId, unitId: defendant.id })),
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
