import type { CaseFile } from '../case-file.js';
import { changeDefendants, type Defendant, isCharged } from '../defendant.js';
import { resume, suspend, terminate } from '../halting.js';
import type { InvestigationStep } from './investigation.steps.js';
import { evolveMovement } from './movement.evolve.js';
import { carriedOver, instituted } from './opening.evolve.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

/** A new charge takes the place of one that the procuracy refused. */
const charged = (file: CaseFile, { payload, occurredOn }: StepNamed<'charged'>): CaseFile => {
  const accused: Defendant = {
    id: payload.defendantId,
    number: payload.number,
    status: 'charged',
    offence: payload.offence,
    minor: payload.minor ?? false,
    chargedOn: occurredOn,
    since: occurredOn,
  };
  const others = file.defendants.filter((one) => one.id !== accused.id || isCharged(one));
  return { ...file, defendants: [...others, accused] };
};

const decided = (
  file: CaseFile,
  step: StepNamed<'charge-approved' | 'charge-cancelled'>,
  status: 'approved' | 'cancelled',
): CaseFile => {
  const pending = (defendant: Defendant): boolean => defendant.status === 'charged';
  const scope = { ids: step.payload.defendantIds, applies: pending, on: step.occurredOn };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ status })) };
};

const extended = (file: CaseFile, step: StepNamed<'investigation-extended'>): CaseFile => {
  const clock = file.investigationClock;
  const counted = clock ? { investigationClock: { ...clock, extensions: clock.extensions + 1 } } : {};
  return { ...file, ...counted, investigationUntil: step.payload.until };
};

/** A case that stood still has a new limit from the day it is resumed. Source: Điều 174 khoản 1 BLTTHS. */
const resumed = (file: CaseFile, step: StepNamed<'investigation-resumed'>): CaseFile => {
  const after = resume(file, step);
  if (!file.halt) return after;
  const { investigationUntil: _until, ...rest } = after;
  return { ...rest, investigationClock: { limit: 'investigation-resumed', from: step.occurredOn, extensions: 0 } };
};

/** @returns the case after a step of the investigation. Pure; does not ask whether the step was allowed. */
export function evolveInvestigation(file: CaseFile, step: InvestigationStep): CaseFile {
  switch (step.type) {
    case 'case-instituted':
      return instituted(file, step);
    case 'case-carried-over':
      return carriedOver(file, step);
    case 'charged':
      return charged(file, step);
    case 'charge-approved':
      return decided(file, step, 'approved');
    case 'charge-cancelled':
      return decided(file, step, 'cancelled');
    case 'investigation-extended':
      return extended(file, step);
    case 'investigation-suspended':
      return suspend(file, step);
    case 'investigation-resumed':
      return resumed(file, step);
    case 'investigation-terminated':
      return terminate(file, step);
    case 'investigation-concluded':
      return { ...file, stage: 'concluded', since: step.occurredOn };
    default:
      return evolveMovement(file, step);
  }
}
