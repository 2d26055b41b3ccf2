import type { CaseFile } from '../case-file.js';
import { PLAN_2023 } from '../citations.js';
import type { Guards } from '../guard.js';
import type { RemarkStep } from './remark.steps.js';

const KEY_CASE = PLAN_2023('vụ án điểm');
const DIFFICULTY = PLAN_2023('khó khăn, vướng mắc');

/** Remarks that say nothing new are refused. */
export const REMARK_GUARDS: Guards<CaseFile, RemarkStep> = {
  'key-case-marked': (file) => (file.keyCase ? { code: 'key-case.already-marked', article: KEY_CASE } : undefined),
  'key-case-unmarked': (file) => (file.keyCase ? undefined : { code: 'key-case.not-marked', article: KEY_CASE }),
  'difficulty-noted': (file, { payload }) =>
    file.difficulties?.some(({ id }) => id === payload.difficultyId)
      ? { code: 'difficulty.noted-already', article: DIFFICULTY }
      : undefined,
  'difficulty-settled': (file, { payload }) =>
    file.difficulties?.some(({ id, settledOn }) => id === payload.difficultyId && settledOn === undefined)
      ? undefined
      : { code: 'difficulty.not-open', article: DIFFICULTY },
};
