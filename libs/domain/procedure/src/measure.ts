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

/** The detention (tạm giam) of one accused by the order that stands: both days count. */
export interface Detention {
  readonly phase: DetentionPhase;
  readonly from: Day;
  readonly until: Day;
  readonly extensions: number;
  /** Days of custody and of earlier orders that the limit of the investigation is reduced by. */
  readonly daysBefore: number;
  readonly endedOn?: Day;
}
