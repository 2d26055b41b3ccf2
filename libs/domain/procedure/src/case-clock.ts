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

/** How far the transfer of a case has come. Source: Điều 169 BLTTHS; Điều 29 TTLT 04/2018. */
export interface TransferCourse {
  /** The receiver agreed to take the case. */
  readonly agreedOn?: Day;
  /** The investigators proposed the transfer to the procuracy. */
  readonly requestedOn?: Day;
  /** The procuracy decided on it: the receiver must take the case. */
  readonly decidedOn?: Day;
}

/** Since when the procuracy has the file, and how its limit was lengthened. Source: Điều 240 BLTTHS. */
export interface ProsecutionClock {
  readonly from: Day;
  readonly extensions: number;
  readonly until?: Day;
}
