import type { CaseEventType, DenunciationEventType } from '#libs/domain/procedure';
import type { Flow } from './docket.js';

interface How {
  readonly closes: Flow;
  readonly opens: Flow;
}

const opening: How = { closes: 'cancelled', opens: 'new' };
const transfer: How = { closes: 'transferred-out', opens: 'transferred-in' };
const sentBack: How = { closes: 'returned-out', opens: 'returned' };
const suspension: How = { closes: 'suspended', opens: 'new' };
const resumption: How = { closes: 'resumed-out', opens: 'resumed' };
const outcome = (closes: Flow): How => ({ closes, opens: 'new' });

/** How each event closes and opens dockets. An event that moves nothing is listed all the same: none is forgotten. */
const HOW: Readonly<Record<DenunciationEventType | CaseEventType, How>> = {
  received: opening,
  'carried-over': opening,
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
  'case-carried-over': opening,
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

/**
 * @param cameBack whether the file was returned before and now comes again: it enters as `returned`, not as new
 *   (several returns of one case are one case; Điều 14 khoản 3 TTLT 02/2017).
 */
export function howOf(event: DenunciationEventType | CaseEventType, cameBack: boolean): How {
  const how = HOW[event];
  const again = cameBack && (event === 'handed-to-procuracy' || event === 'case-accepted');
  return again ? { ...how, opens: 'returned' } : how;
}
