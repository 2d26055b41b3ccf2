import type { Flow } from './docket.js';

/** How an event closes the docket that a matter leaves and opens the one it enters. */
export interface How {
  readonly closes: Flow;
  readonly opens: Flow;
}

export const opening: How = { closes: 'cancelled', opens: 'new' };
export const splitOff: How = { closes: 'cancelled', opens: 'split-off' };
export const carriedOver: How = { closes: 'cancelled', opens: 'carried-over' };
export const transfer: How = { closes: 'transferred-out', opens: 'transferred-in' };
export const sentBack: How = { closes: 'returned-out', opens: 'returned' };
export const suspension: How = { closes: 'suspended', opens: 'new' };
export const resumption: How = { closes: 'resumed-out', opens: 'resumed' };
export const outcome = (closes: Flow): How => ({ closes, opens: 'new' });
