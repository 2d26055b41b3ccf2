/** How far the file of a case has come; whether it is halted there, and whether a judgment is final, is said elsewhere. */
export type CaseStage =
  | 'none'
  | 'under-investigation'
  | 'institution-cancelled'
  | 'joined'
  | 'concluded'
  | 'at-procuracy'
  | 'indicted'
  | 'handed-to-court'
  | 'accepted'
  | 'scheduled'
  | 'judged'
  | 'sent-to-appeal'
  | 'appeal-accepted'
  | 'appeal-scheduled'
  | 'remanded'
  | 'in-cassation'
  | 'in-reopening';

/** The three parts of the procedure, in the order of the law. */
export const CASE_PHASES = ['investigation', 'prosecution', 'trial'] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

const PHASE: Readonly<Record<CaseStage, CasePhase>> = {
  none: 'investigation',
  'under-investigation': 'investigation',
  'institution-cancelled': 'investigation',
  joined: 'investigation',
  concluded: 'investigation',
  'at-procuracy': 'prosecution',
  indicted: 'prosecution',
  'handed-to-court': 'trial',
  accepted: 'trial',
  scheduled: 'trial',
  judged: 'trial',
  'sent-to-appeal': 'trial',
  'appeal-accepted': 'trial',
  'appeal-scheduled': 'trial',
  remanded: 'trial',
  'in-cassation': 'trial',
  'in-reopening': 'trial',
};

/** @returns the part of the procedure that a stage belongs to. */
export const phaseOf = (stage: CaseStage): CasePhase => PHASE[stage];

/** @returns whether `phase` comes before `other` in the order of the law. */
export const isEarlierPhase = (phase: CasePhase, other: CasePhase): boolean =>
  CASE_PHASES.indexOf(phase) < CASE_PHASES.indexOf(other);

/** Stages at which a court above has the file, and as what. */
const ABOVE = {
  'sent-to-appeal': 'appellateOfficeId',
  'appeal-accepted': 'appellateOfficeId',
  'appeal-scheduled': 'appellateOfficeId',
  remanded: 'remandingOfficeId',
  'in-cassation': 'reviewOfficeId',
  'in-reopening': 'reviewOfficeId',
} as const satisfies Partial<Record<CaseStage, string>>;
const isAbove = (stage: CaseStage): stage is keyof typeof ABOVE => Object.hasOwn(ABOVE, stage);

/** The part that an office plays in a case. */
export type HolderRole =
  | 'investigatingOfficeId'
  | 'procuracyOfficeId'
  | 'courtOfficeId'
  | (typeof ABOVE)[keyof typeof ABOVE];

/** @returns as which of its offices the holder holds a case at a stage. */
export function holderRoleOf(stage: CaseStage): HolderRole {
  if (isAbove(stage)) return ABOVE[stage];
  const phase = phaseOf(stage);
  if (phase === 'investigation') return 'investigatingOfficeId';
  return phase === 'prosecution' ? 'procuracyOfficeId' : 'courtOfficeId';
}
