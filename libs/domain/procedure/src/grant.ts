import type { Day } from '#libs/domain/kernel';
import type { Gravity } from './offence.js';

/** An extension that was granted: to which end, and what the offence was taken for then, where that was known. */
export interface Grant {
  readonly until: Day;
  readonly gravity?: Gravity;
}
