/** For what somebody may ask who a person is. `other` wants words. */
export const PURPOSES = [
  'take-statement',
  'summon',
  'verify-identity',
  'protect',
  'support-victim',
  'supervise',
  'try-case',
  'serve-document',
  'request-of-person',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Why a field was corrected. */
export const CORRECTION_REASONS = [
  'mistyped',
  'paper-seen',
  'told-by-person',
  'has-changed',
  'not-the-person',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];
