import type { Day } from '#libs/domain/kernel';
import { type CaseFile, gravityOfAccused } from '../case-file.js';
import type { Defendant } from '../defendant.js';
import { gravityRank } from '../offence.js';
import type { Step } from '../step.js';
import { isDetained } from './detention.js';
import { endForInvestigation } from './detention-limit.js';

const rankOf = (file: CaseFile, { id }: Defendant): number => {
  const gravity = gravityOfAccused(file, id);
  return gravity ? gravityRank(gravity) : Number.POSITIVE_INFINITY;
};

const shortened = (before: CaseFile, after: CaseFile, accused: Defendant): Defendant => {
  const { detention } = accused;
  if (!detention || detention.phase !== 'investigation' || !isDetained(accused)) return accused;
  if (rankOf(after, accused) >= rankOf(before, accused)) return accused;
  const longest = endForInvestigation(after, accused, detention);
  return longest && longest < detention.until ? { ...accused, detention: { ...detention, until: longest } } : accused;
};

/** Against whom nothing is left to be done is set free; who goes to another case is detained there. */
const SET_FREE: readonly Defendant['status'][] = ['cancelled', 'terminated', 'final'];
const setFree = (accused: Defendant, on: Day): Defendant => {
  const { status, detention } = accused;
  if (!detention || detention.endedOn !== undefined || !SET_FREE.includes(status)) return accused;
  return { ...accused, detention: { ...detention, endedOn: on } };
};

/**
 * @returns the case with what a step makes of detention beside its own subject: it ends with the proceedings against an
 * accused, and is cut at once to what a lighter offence allows; a graver one lengthens no order by itself.
 * Source: Điều 125 BLTTHS; Điều 14 khoản 4 TTLT 04/2018.
 */
export const detainedAfter = (
  before: CaseFile,
  { occurredOn }: Pick<Step, 'occurredOn'>,
  after: CaseFile,
): CaseFile => {
  const defendants = after.defendants.map((accused) => shortened(before, after, setFree(accused, occurredOn)));
  return defendants.some((one, index) => one !== after.defendants[index]) ? { ...after, defendants } : after;
};
