export { type DocketEntry, entriesOf } from './entry.js';
export {
  DOCKETS,
  DOCKET_NAMES,
  type Docket,
  FLOWS,
  FLOW_NAMES,
  type Flow,
  type Unit,
  docketOfId,
  flowOfId,
  flowsOf,
} from './docket.js';
export { type LedgerRow, bookings } from './ledger.js';
export { type Movement, movementsOfCase, movementsOfDenunciation, movementsOfLog } from './movement.js';
export { type Position, positionsOfCase, positionsOfDenunciation } from './position.js';
export { type DocketStatement, type Tallies, type Tally, openingOf, statementOf } from './statement.js';
