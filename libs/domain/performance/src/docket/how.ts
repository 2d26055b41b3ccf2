import type { CaseEventType, CaseFile, DenunciationEventType } from '#libs/domain/procedure';
import type { Flow } from './docket.js';

interface How {
  readonly closes: Flow;
  readonly opens: Flow;
}

const opening: How = { closes: 'cancelled', opens: 'new' };
const carriedOver: How = { closes: 'cancelled', opens: 'carried-over' };
const transfer: How = { closes: 'transferred-out', opens: 'transferred-in' };
const sentBack: How = { closes: 'returned-out', opens: 'returned' };
const suspension: How = { closes: 'suspended', opens: 'new' };
const resumption: How = { closes: 'resumed-out', opens: 'resumed' };
const outcome = (closes: Flow): How => ({ closes, opens: 'new' });

/** How each event closes and opens dockets. An event that moves nothing is listed all the same: none is forgotten. */
const HOW: Readonly<Record<DenunciationEventType | CaseEventType, How>> = {
  received: opening,
  'carried-over': carriedOver,
  classified: outcome('classified'),
  'transfer-offered': transfer,
  'transfer-accepted': transfer,
  'transfer-refused': transfer,
  assigned: opening,
  extended: opening,
  instituted: outcome('instituted'),
  declined: outcome('declined'),
  suspended: suspension,
  resumed: resumption,
  'office-succeeded': transfer,
  'case-instituted': opening,
  'case-carried-over': carriedOver,
  charged: opening,
  'charge-approved': opening,
  'charge-cancelled': opening,
  'investigation-extended': opening,
  'case-transfer-offered': transfer,
  'case-transfer-accepted': transfer,
  'case-transfer-refused': transfer,
  'investigation-suspended': suspension,
  'investigation-resumed': resumption,
  'investigation-terminated': outcome('terminated'),
  'investigation-concluded': outcome('concluded'),
  'handed-to-procuracy': opening,
  'case-office-succeeded': transfer,
  indicted: outcome('indicted'),
  'returned-for-supplement': sentBack,
  'prosecution-suspended': suspension,
  'prosecution-resumed': resumption,
  'prosecution-terminated': outcome('terminated'),
  'handed-to-court': opening,
  'case-accepted': opening,
  scheduled: opening,
  'returned-by-court': sentBack,
  'trial-suspended': suspension,
  'trial-resumed': resumption,
  'trial-terminated': outcome('terminated'),
  judged: outcome('judged'),
  appealed: opening,
  finalised: outcome('finalised'),
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
  return after.halt && after.halt !== before.halt ? { ...how, closes: after.halt } : how;
}

/** @returns how a step closes and opens the dockets of persons. */
export const howOfPersons = (event: CaseEventType, before: CaseFile): How =>
  cameBack(event, before) ? { ...HOW[event], opens: 'returned' } : HOW[event];

const cameBack = (event: CaseEventType, { procuracyOfficeId, returns }: CaseFile): boolean => {
  if (event === 'handed-to-procuracy') return procuracyOfficeId !== undefined;
  return event === 'case-accepted' && returns.judge + returns.panel > 0;
};
