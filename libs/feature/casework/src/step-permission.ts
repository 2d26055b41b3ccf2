import type { CaseEventType, DenunciationEventType } from '#libs/domain/procedure';
import type { Permission } from '#libs/feature/access';

/** An event that some step of the law records. */
export type RecordableEvent = DenunciationEventType | CaseEventType;

/** What somebody who takes a step must hold; a succession of offices is nobody's step. The routes demand the same. */
const PERMISSION_OF_EVENT: Readonly<Record<RecordableEvent, Permission | undefined>> = {
  received: 'denunciation.receive',
  'carried-over': 'denunciation.receive',
  classified: 'denunciation.classify',
  'transfer-offered': 'denunciation.transfer',
  'transfer-accepted': 'denunciation.transfer',
  'transfer-refused': 'denunciation.transfer',
  assigned: 'denunciation.assign',
  extended: 'denunciation.extend',
  instituted: 'denunciation.resolve',
  declined: 'denunciation.resolve',
  suspended: 'denunciation.resolve',
  resumed: 'denunciation.resolve',
  'office-succeeded': undefined,
  'case-instituted': 'investigation.act',
  'case-carried-over': 'investigation.act',
  charged: 'investigation.act',
  'charge-approved': 'charge.approve',
  'charge-cancelled': 'charge.approve',
  'investigation-extended': 'charge.approve',
  'case-transfer-offered': 'investigation.act',
  'case-transfer-accepted': 'investigation.act',
  'case-transfer-refused': 'investigation.act',
  'investigation-suspended': 'investigation.act',
  'investigation-resumed': 'investigation.act',
  'investigation-terminated': 'investigation.act',
  'investigation-concluded': 'investigation.act',
  'handed-to-procuracy': 'investigation.act',
  'case-office-succeeded': undefined,
  indicted: 'prosecution.act',
  'returned-for-supplement': 'prosecution.act',
  'prosecution-suspended': 'prosecution.act',
  'prosecution-resumed': 'prosecution.act',
  'prosecution-terminated': 'prosecution.act',
  'handed-to-court': 'prosecution.act',
  'case-accepted': 'trial.act',
  scheduled: 'trial.act',
  'returned-by-court': 'trial.act',
  'trial-suspended': 'trial.act',
  'trial-resumed': 'trial.act',
  'trial-terminated': 'trial.act',
  judged: 'trial.act',
  appealed: 'trial.act',
  finalised: 'trial.act',
};

/** @returns what somebody who records this event must hold, or `undefined` when nobody may. */
export const permissionOfEvent = (event: RecordableEvent): Permission | undefined => PERMISSION_OF_EVENT[event];
