import {
  type CaseFile,
  type CaseStatus,
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
  'first-instance': 'first-instance-defendants',
  appeal: 'appeal-defendants',
};

const inPersonDocket = (docket: Docket, defendant: CaseFile['defendants'][number]): boolean => {
  if (docket === 'appeal') return defendant.status === 'appealed';
  if (docket === 'first-instance' && defendant.status === 'suspended') return true;
  return isActive(defendant);
};

/** @returns every docket that holds the case or one of its defendants. */
export function positionsOfCase(file: CaseFile): Position[] {
  const officeId = file.holderOfficeId;
  if (officeId === undefined) return [];
  const dockets = CASE_DOCKETS[statusOfCase(file)];
  const positions: Position[] = dockets.map((docket) => ({ docket, officeId, unitId: '' }));
  if (dockets.includes('investigation') && isDiscovered(file)) {
    positions.push({ docket: 'discovery', officeId, unitId: '' });
  }
  for (const docket of dockets) {
    const persons = PERSONS[docket];
    if (!persons) continue;
    for (const defendant of file.defendants) {
      if (inPersonDocket(docket, defendant)) positions.push({ docket: persons, officeId, unitId: defendant.id });
    }
  }
  return positions;
}
