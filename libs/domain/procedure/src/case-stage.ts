/** How far the file of a case has come; whether it is halted there, and whether a judgment is final, is said elsewhere. */
export type CaseStage =
  | 'none'
  | 'under-investigation'
  | 'concluded'
  | 'at-procuracy'
  | 'indicted'
  | 'handed-to-court'
  | 'accepted'
  | 'scheduled'
  | 'judged';

/** The three parts of the procedure, in the order of the law. */
const CASE_PHASES = ['investigation', 'prosecution', 'trial'] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

const PHASE: Readonly<Record<CaseStage, CasePhase>> = {
  none: 'investigation',
  'under-investigation': 'investigation',
  concluded: 'investigation',
  'at-procuracy': 'prosecution',
  indicted: 'prosecution',
  'handed-to-court': 'trial',
  accepted: 'trial',
  scheduled: 'trial',
  judged: 'trial',
};

/** @returns the part of the procedure that a stage belongs to. */
export const phaseOf = (stage: CaseStage): CasePhase => PHASE[stage];

/** @returns whether `phase` comes before `other` in the order of the law. */
export const isEarlierPhase = (phase: CasePhase, other: CasePhase): boolean =>
  CASE_PHASES.indexOf(phase) < CASE_PHASES.indexOf(other);

/** @returns which of the three offices of a case holds it at a stage. */
export function holderRoleOf(stage: CaseStage): 'investigatingOfficeId' | 'procuracyOfficeId' | 'courtOfficeId' {
  const phase = phaseOf(stage);
  if (phase === 'investigation') return 'investigatingOfficeId';
  return phase === 'prosecution' ? 'procuracyOfficeId' : 'courtOfficeId';
}
