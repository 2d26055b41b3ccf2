import { type CaseFile, gravityOfCase } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { AppealLevel } from '../court-course.js';
import type { Refusal } from '../guard.js';
import { refuseExtension } from '../limit-end.js';
import { type Measured, days } from '../time-limit.js';
import type { AppealStep } from './appeal.steps.js';

type Extended = Extract<AppealStep, { type: 'appeal-file-study-extended' }>;

const ARTICLE = BLTTHS('Đ.341 khoản 1');
const SUMMARY_ARTICLE = BLTTHS('Đ.464 khoản 1');

/** How long the procuracy studies the file of an appeal, and of one that is especially serious or complex. Source: Điều 341 khoản 1 BLTTHS. */
export const FILE_STUDY: Readonly<Record<AppealLevel, Measured>> = {
  province: { length: days(15), extensions: [{ total: days(25) }] },
  centre: { length: days(20), extensions: [{ total: days(30) }] },
};

/** @returns why the study of the file cannot be lengthened, or not so far; by the summary procedure it never is. */
export function refuseLongerStudy(file: CaseFile, step: Extended): Refusal | undefined {
  const { fileLentTo, fileStudy, appealLevel, procedure } = file;
  if (fileLentTo === undefined) return { code: 'take-file-back.not-lent', article: ARTICLE };
  if (procedure === 'summary') return { code: 'extend.no-more', article: SUMMARY_ARTICLE };
  const gravity = gravityOfCase(file);
  if (step.payload.ground === 'study-especially-serious' && gravity && gravity !== 'especially-serious') {
    return { code: 'extend-file-study.not-so-grave', article: ARTICLE };
  }
  if (!appealLevel || !fileStudy) return undefined;
  const { from: startedOn, until } = fileStudy;
  const run = { startedOn, granted: until ? 1 : 0, ...(until ? { until } : {}) };
  return refuseExtension({ ...FILE_STUDY[appealLevel], article: ARTICLE }, step, run);
}
