import type { Day } from '#libs/domain/kernel';

/** Somebody in custody (tạm giữ) in one case; identity lives elsewhere. Source: Điều 117, 118 BLTTHS. */
export interface HeldPerson {
  readonly personId: string;
  readonly number: string;
  readonly from: Day;
  readonly until: Day;
  readonly extensions: number;
  /** Set free or detained; absent while the custody lasts. */
  readonly endedOn?: Day;
  readonly since: Day;
}

/** By whose limit somebody is detained. Source: Điều 173, 241, 278, 329, 347 BLTTHS. */
export const DETENTION_PHASES = ['investigation', 'prosecution', 'trial', 'after-judgment', 'appeal'] as const;
export type DetentionPhase = (typeof DETENTION_PHASES)[number];

/** By what the length of an order is told where it is not the gravity of the offence alone. Source: Điều 174, 277, 346, 459 BLTTHS. */
export const DETENTION_BASES = ['summary', 'after-return', 'province', 'centre'] as const;
export type DetentionBasis = (typeof DETENTION_BASES)[number];

/** The detention (tạm giam) of one accused by the order that stands: both days count. */
export interface Detention {
  readonly phase: DetentionPhase;
  readonly from: Day;
  readonly until: Day;
  readonly extensions: number;
  /** Days of custody and of earlier orders that the limit of the investigation is reduced by. */
  readonly daysBefore: number;
  /** The procedure, the return or the court of appeal by which its length is told; absent in the ordinary course. */
  readonly by?: DetentionBasis;
  readonly endedOn?: Day;
}
