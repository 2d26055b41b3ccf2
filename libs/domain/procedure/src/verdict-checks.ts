import { holdsOnly, isId, isList, isOffence, isRecord } from './field-checks.js';
import { ABSENTIA_GROUNDS } from './grounds.js';
import type { Field } from './transition.js';

/** Outcomes of a judgment for one defendant. Source: Điều 260, 299, 326 BLTTHS. */
export const VERDICTS = ['convicted', 'exempted', 'acquitted'] as const;

const isOutcome = (value: unknown): boolean => VERDICTS.some((outcome) => outcome === value);
const isOptional = (value: unknown, check: (value: unknown) => boolean): boolean => value === undefined || check(value);

const isChargeVerdict = (value: unknown): boolean =>
  isRecord(value) && holdsOnly(value, ['offence', 'outcome']) && isOffence(value.offence) && isOutcome(value.outcome);

/** @returns whether a value is the judgment for one defendant: `Verdict` of the trial's steps. */
export const isVerdict = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['defendantId', 'outcome', 'offence', 'absent', 'absentia', 'charges']) &&
  isId(value.defendantId) &&
  isOutcome(value.outcome) &&
  isOptional(value.offence, isOffence) &&
  isOptional(value.absent, (flag) => typeof flag === 'boolean') &&
  isOptional(value.absentia, (ground) => typeof ground === 'string' && Object.hasOwn(ABSENTIA_GROUNDS, ground)) &&
  isOptional(value.charges, (charges) => isList(charges, isChargeVerdict));

/** @returns whether a value is what a court above decides for one person: one of the outcomes that the field names. */
export const isResult = (value: unknown, field: Field): boolean =>
  field.kind === 'results' &&
  isRecord(value) &&
  holdsOnly(value, ['defendantId', 'outcome', 'offence']) &&
  isId(value.defendantId) &&
  field.choices.some((outcome) => outcome === value.outcome) &&
  isOptional(value.offence, isOffence);
