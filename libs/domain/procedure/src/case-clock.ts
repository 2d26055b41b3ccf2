import type { Day } from '#libs/domain/kernel';
import type { Grant } from './grant.js';

/** Which limit of investigation runs, since when, and how often it was lengthened. Source: Điều 172, 174 BLTTHS. */
export interface InvestigationClock {
  readonly limit:
    | 'investigation'
    | 'investigation-summary'
    | 'investigation-resumed'
    | 'supplement-for-procuracy'
    | 'supplement-for-court'
    | 'reinvestigation';
  readonly from: Day;
  readonly extensions: number;
  /** Every extension that was granted, in its order; absent where only their number is known. */
  readonly grants?: readonly Grant[];
}

/** Since when the procuracy has the file, and how its limit was lengthened. Source: Điều 240 BLTTHS. */
export interface ProsecutionClock {
  readonly from: Day;
  readonly extensions: number;
  readonly until?: Day;
}
