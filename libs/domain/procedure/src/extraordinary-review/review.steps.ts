import type { Day } from '#libs/domain/kernel';
import type { Result } from '../outcomes.js';
import type { StepOf } from '../step.js';

/** To whose detriment or favour a final judgment is attacked. Source: Điều 379, 401 BLTTHS. */
export const DIRECTIONS = ['against', 'in-favour'] as const;

/** What a cassation panel decides for one person. Source: Điều 388 BLTTHS. */
export const CASSATION_OUTCOMES = [
  'rejected',
  'restored',
  'annulled-reinvestigate',
  'annulled-retry',
  'annulled-reappeal',
  'annulled-terminated',
  'amended',
  'discontinued',
] as const;

/** What a reopening panel decides for one person. Source: Điều 402 BLTTHS. */
export const REOPENING_OUTCOMES = [
  'rejected',
  'annulled-reinvestigate',
  'annulled-retry',
  'annulled-reappeal',
  'annulled-terminated',
  'discontinued',
] as const;

type Protest = {
  readonly defendantIds: readonly string[];
  readonly direction: (typeof DIRECTIONS)[number];
  /** The court that reviews the judgment. */
  readonly toOfficeId: number;
};

/** What each step against a final judgment states. */
export interface ReviewPayloads {
  'cassation-protested': Protest;
  'cassation-decided': {
    readonly results: readonly Result<(typeof CASSATION_OUTCOMES)[number]>[];
    readonly toOfficeId?: number;
  };
  /** `reportedOn`: the day on which the procuracy learned of the new facts. */
  'reopening-protested': Protest & { readonly reportedOn?: Day };
  'reopening-decided': {
    readonly results: readonly Result<(typeof REOPENING_OUTCOMES)[number]>[];
    readonly toOfficeId?: number;
  };
}

export type ReviewStep = StepOf<ReviewPayloads>;
