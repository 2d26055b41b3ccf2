import type { CaseFile } from '../case-file.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import { resume, resumedTogether, suspend, terminate } from '../halting.js';
import { ACCUSATION_EVOLVERS } from './accusation.evolve.js';
import { INSTITUTION_EVOLVERS } from './institution.evolve.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';
import { JOINDER_EVOLVERS } from './joinder.evolve.js';
import { MOVEMENT_EVOLVERS } from './movement.evolve.js';
import { lengthened } from './reclassified.evolve.js';
import { SPECIAL_PROCEDURE_EVOLVERS } from './special-procedure.evolve.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const extended = (file: CaseFile, step: StepNamed<'investigation-extended'>): CaseFile => {
  const { extensionAskedOn: _asked, ...rest } = file;
  const clock = file.investigationClock;
  const { until } = step.payload;
  const counted = clock ? { investigationClock: lengthened(file, clock, until) } : {};
  return { ...rest, ...counted, investigationUntil: until };
};

/** A case that stood still has a new limit from the day it is resumed. Source: Điều 174 khoản 1 BLTTHS. */
const resumed = (file: CaseFile, step: StepNamed<'investigation-resumed'>): CaseFile => {
  const after = resume(file, step);
  if (!file.halt) return after;
  const { investigationUntil: _until, ...rest } = after;
  return { ...rest, investigationClock: { limit: 'investigation-resumed', from: step.occurredOn, extensions: 0 } };
};

/** A suspended case is no longer one for the summary procedure. Source: Điều 458 BLTTHS. */
const suspended = (file: CaseFile, step: StepNamed<'investigation-suspended'>): CaseFile => {
  const after = suspend(file, step);
  if (!after.halt) return after;
  const { procedure: _summary, ...rest } = after;
  return rest;
};

/** The procuracy has the investigation resumed, or prosecutes on the file it has. Source: Điều 230 khoản 3 BLTTHS. */
const overruled = (file: CaseFile, step: StepNamed<'termination-overruled'>): CaseFile => {
  const { occurredOn: on, officeId } = step;
  const defendantIds = step.payload.defendantIds ?? resumedTogether(file).map(({ id }) => id);
  const after = resume(file, { ...step, payload: { defendantIds } });
  const { investigationUntil: _until, ...rest } = after;
  if (!step.payload.prosecute) {
    return { ...rest, investigationClock: { limit: 'investigation-resumed', from: on, extensions: 0 } };
  }
  const held = { stage: 'at-procuracy', holderOfficeId: officeId, procuracyOfficeId: officeId } as const;
  return { ...after, ...held, prosecutionClock: { from: on, extensions: 0 }, since: on };
};

const EVOLVERS: Evolvers<InvestigationPayloads> = {
  ...INSTITUTION_EVOLVERS,
  ...ACCUSATION_EVOLVERS,
  ...SPECIAL_PROCEDURE_EVOLVERS,
  ...JOINDER_EVOLVERS,
  ...MOVEMENT_EVOLVERS,
  'investigation-extension-requested': (file, step) => ({ ...file, extensionAskedOn: step.occurredOn }),
  'investigation-extended': extended,
  'investigation-suspended': suspended,
  'investigation-resumed': resumed,
  'investigation-terminated': (file, step) => terminate({ ...file, terminationConfirmedOn: undefined }, step),
  'case-assigned': (file) => file,
  'termination-confirmed': (file, step) => ({ ...file, terminationConfirmedOn: step.occurredOn }),
  'termination-overruled': overruled,
  'investigation-concluded': (file, step) => ({ ...file, stage: 'concluded', since: step.occurredOn }),
};

/** @returns the case after a step of the investigation. Pure; does not ask whether the step was allowed. */
export const evolveInvestigation = (file: CaseFile, step: InvestigationStep): CaseFile =>
  evolveBy<InvestigationPayloads, InvestigationStep>(EVOLVERS, file, step);
