import type { CaseEventType, CaseFile, DenunciationEventType } from '#libs/domain/procedure';
import { HOW_OF_COURTS, isBackAtCourt } from './how-of-courts.js';
import {
  type How,
  carriedOver,
  opening,
  outcome,
  resumption,
  sentBack,
  splitOff,
  suspension,
  transfer,
} from './how.table.js';

/** How each event closes and opens dockets. An event that moves nothing is listed all the same: none is forgotten. */
const HOW: Readonly<Record<DenunciationEventType | CaseEventType, How>> = {
  received: opening,
  'preliminarily-checked': opening,
  'carried-over': carriedOver,
  classified: outcome('classified'),
  split: opening,
  'split-off': splitOff,
  joined: outcome('merged'),
  'transfer-offered': transfer,
  'transfer-accepted': transfer,
  'transfer-refused': transfer,
  'competence-disputed': transfer,
  'competence-settled': transfer,
  assigned: opening,
  'prosecutor-assigned': opening,
  'remedy-demanded': opening,
  'taken-over': transfer,
  'extension-requested': opening,
  'extension-refused': opening,
  extended: opening,
  instituted: outcome('instituted'),
  declined: outcome('declined'),
  'decline-overruled': outcome('instituted'),
  suspended: suspension,
  'suspension-cancelled': resumption,
  'suspension-reviewed': opening,
  resumed: resumption,
  notified: opening,
  'office-succeeded': transfer,
  'case-instituted': opening,
  'case-carried-over': carriedOver,
  'institution-changed': opening,
  'institution-cancelled': opening,
  'institution-overruled': opening,
  charged: opening,
  'charge-changed': opening,
  'charge-evidence-requested': opening,
  'charge-evidence-supplied': opening,
  'charge-approved': opening,
  'charge-cancelled': opening,
  'investigation-extension-requested': opening,
  'investigation-extended': opening,
  'case-assigned': opening,
  'wanted-issued': opening,
  'wanted-withdrawn': opening,
  'absentia-decided': opening,
  'summary-procedure-applied': opening,
  'summary-procedure-revoked': opening,
  'minor-limits-lifted': opening,
  'case-notified': opening,
  'case-suspension-reviewed': opening,
  'person-held': opening,
  'custody-extended': opening,
  released: opening,
  'detention-ordered': opening,
  'detention-extended': opening,
  'detention-ended': opening,
  'case-joined': outcome('merged'),
  // An accused who changes cases leaves one as merged and enters the other as split off, whichever of them is left.
  'case-absorbed': splitOff,
  'case-severed': outcome('merged'),
  'case-severed-off': splitOff,
  'case-transfer-offered': transfer,
  'case-transfer-agreed': opening,
  'case-transfer-requested': opening,
  'case-transfer-decided': opening,
  'case-transfer-accepted': transfer,
  'case-transfer-refused': transfer,
  'investigation-suspended': suspension,
  'investigation-resumed': resumption,
  'investigation-terminated': outcome('terminated'),
  'termination-confirmed': opening,
  'termination-overruled': resumption,
  'investigation-concluded': outcome('concluded'),
  'handed-to-procuracy': opening,
  'case-office-succeeded': transfer,
  indicted: outcome('indicted'),
  'returned-for-supplement': sentBack,
  'file-refused': sentBack,
  'prosecution-extended': opening,
  'prosecution-transferred': transfer,
  'return-declined': sentBack,
  'prosecution-withdrawn': opening,
  'prosecution-suspended': suspension,
  'prosecution-resumed': resumption,
  'prosecution-terminated': outcome('terminated'),
  'handed-to-court': opening,
  ...HOW_OF_COURTS,
  'key-case-marked': opening,
  'key-case-unmarked': opening,
  'difficulty-noted': opening,
  'difficulty-settled': opening,
};

/** @returns how an event closes and opens the dockets of the matter it is about. */
export const howOf = (event: DenunciationEventType | CaseEventType): How => HOW[event];

/**
 * How a step closes and opens the dockets of cases, which is not always how it does those of the persons it names: a file
 * that comes back to the procuracy or the court is returned, not new (several returns of one case are one case; Điều 14
 * khoản 3 TTLT 02/2017), and one that is left with suspended accused only is suspended, whatever befell the last one.
 */
export function howOfCase(event: CaseEventType, before: CaseFile, after: CaseFile): How {
  const how = HOW[event];
  if (cameBack(event, before)) return { ...how, opens: 'returned' };
  if (isNewToDocket(event, after)) return { ...how, opens: 'new' };
  return after.halt && after.halt !== before.halt ? { ...how, closes: after.halt } : how;
}

/** @returns how a step closes and opens the dockets of persons. */
export function howOfPersons(event: CaseEventType, before: CaseFile, after: CaseFile): How {
  if (cameBack(event, before)) return { ...HOW[event], opens: 'returned' };
  return prosecutesAtOnce(event, after) ? { ...HOW[event], opens: 'new' } : HOW[event];
}

/** A procuracy that overrules a termination and prosecutes has the case for the first time (Điều 230 khoản 3). */
const prosecutesAtOnce = (event: CaseEventType, { stage }: CaseFile): boolean =>
  event === 'termination-overruled' && stage === 'at-procuracy';

/** A case that takes another in stays the same case; what that makes of it is new. */
const isNewToDocket = (event: CaseEventType, after: CaseFile): boolean =>
  event === 'case-absorbed' || prosecutesAtOnce(event, after);

const cameBack = (event: CaseEventType, before: CaseFile): boolean =>
  event === 'handed-to-procuracy' ? before.procuracyOfficeId !== undefined : isBackAtCourt(event, before);
