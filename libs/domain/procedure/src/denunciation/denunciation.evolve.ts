import type { Day } from '#libs/domain/kernel';
import { owedAfter } from '../notices.js';
import { type DenunciationFile, type Folds } from './denunciation-file.js';
import { DENUNCIATION_NOTICES } from './denunciation.notices.js';
import type { DenunciationEventType, DenunciationStep } from './denunciation.steps.js';
import { RECEPTION_FOLDS } from './reception.evolve.js';
import { TRANSFER_FOLDS } from './transfer.evolve.js';
import { VERIFICATION_FOLDS } from './verification.evolve.js';

const FOLDS: Folds<DenunciationEventType> = { ...RECEPTION_FOLDS, ...TRANSFER_FOLDS, ...VERIFICATION_FOLDS };

type AnyFold = (file: DenunciationFile, step: DenunciationStep) => DenunciationFile;

/** @returns the file after the step. Pure; does not ask whether the step was allowed (see `decide`). */
export function evolveDenunciation(before: DenunciationFile, step: DenunciationStep): DenunciationFile {
  const after = (FOLDS[step.type] as AnyFold)(before, step);
  const owed = owedAfter(DENUNCIATION_NOTICES, { before: { ...before, owed: after.owed }, step, after });
  return { ...after, owed };
}

/**
 * @returns the first day on which a step can have happened: that on which the present status began, of a notice that on
 * which it began to be owed, so that one learned of late can still be recorded.
 */
export function earliestDayOfDenunciation(file: DenunciationFile, step: DenunciationStep): Day | undefined {
  if (step.type !== 'notified') return file.since;
  const { notice } = step.payload;
  const mine = file.owed.filter((one) => one.notice === notice && one.officeId === step.officeId);
  return mine.map(({ since }) => since).sort()[0];
}
