import { HEARD_WITHIN } from '../appeal/appeal-courts.js';
import type { CaseFile } from '../case-file.js';
import type { DetentionBasis, DetentionPhase } from '../measure.js';
import { limitNamed } from '../prosecution/prosecution.limits.js';
import { type Measured, days } from '../time-limit.js';
import { PREPARATION_AFTER_RETURN, PREPARATION_LIMIT } from '../trial/trial.limits.js';
import { SUMMARY_DAYS, hasSummaryDays } from './summary-detention.js';

/** Detention after a judgment, from its pronouncement. Source: Điều 329 khoản 3, Điều 347 khoản 3 BLTTHS. */
export const AFTER_JUDGMENT = days(45);

type LaterPhase = Exclude<DetentionPhase, 'investigation'>;

/** How long an order may be at most, and which orders that is said of. */
interface DetentionLength {
  readonly phase: LaterPhase;
  /** Of an order by the ordinary course when absent. */
  readonly by?: DetentionBasis;
  readonly measured: Measured;
  /** Halved with the limit that it follows (accused under 18). */
  readonly isHalved?: true;
}

const lengthOf = ({ length, extensions }: Measured): Measured => ({ length, extensions });
const fixed = (length: Measured['length']): Measured => ({ length, extensions: [] });
const inSummary = (phase: LaterPhase & keyof typeof SUMMARY_DAYS): DetentionLength => ({
  phase,
  by: 'summary',
  measured: fixed(days(SUMMARY_DAYS[phase])),
});

/**
 * Detention after the investigation lasts no longer than the body that has the file may take: the very rows of those limits.
 * Source: Điều 241 (240, 246), 278 (277), 329, 347 (346), 459 khoản 3 BLTTHS.
 */
export const DETENTION_LENGTHS: readonly DetentionLength[] = [
  { phase: 'prosecution', measured: lengthOf(limitNamed('decision-to-prosecute')), isHalved: true },
  { phase: 'prosecution', by: 'after-return', measured: lengthOf(limitNamed('answer-to-court')), isHalved: true },
  inSummary('prosecution'),
  { phase: 'trial', measured: lengthOf(PREPARATION_LIMIT), isHalved: true },
  { phase: 'trial', by: 'after-return', measured: lengthOf(PREPARATION_AFTER_RETURN), isHalved: true },
  inSummary('trial'),
  { phase: 'after-judgment', measured: fixed(AFTER_JUDGMENT) },
  // Where nobody told which court it is, the longer time.
  { phase: 'appeal', measured: fixed(HEARD_WITHIN.centre), isHalved: true },
  { phase: 'appeal', by: 'province', measured: fixed(HEARD_WITHIN.province), isHalved: true },
  { phase: 'appeal', by: 'centre', measured: fixed(HEARD_WITHIN.centre), isHalved: true },
  inSummary('appeal'),
];

/** @returns by what the length of an order at that stage is told; `undefined` in the ordinary course. */
export function basisOf(file: CaseFile, phase: DetentionPhase): DetentionBasis | undefined {
  if (hasSummaryDays(file, phase)) return 'summary';
  const cameBack = phase === 'prosecution' ? file.courtReturn : phase === 'trial' && file.preparation?.afterReturn;
  if (cameBack) return 'after-return';
  return phase === 'appeal' ? file.appealLevel : undefined;
}
