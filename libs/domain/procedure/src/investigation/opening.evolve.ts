import type { CaseFile } from '../case-file.js';
import { type CaseStage, holderRoleOf, phaseOf } from '../case-stage.js';
import type { Defendant, DefendantStatus } from '../defendant.js';
import type { CarriedOverCase, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

/** @returns the case as its institution leaves it. */
export const instituted = (file: CaseFile, step: StepNamed<'case-instituted'>): CaseFile => ({
  ...file,
  stage: 'under-investigation',
  holderOfficeId: step.officeId,
  investigatingOfficeId: step.officeId,
  offence: step.payload.offence,
  placeId: step.payload.placeId,
  ...(step.payload.committedOn ? { committedOn: step.payload.committedOn } : {}),
  institutedOn: step.occurredOn,
  investigationClock: { limit: 'investigation', from: step.occurredOn, extensions: 0 },
  denunciationIds: step.payload.denunciationIds ?? [],
  since: step.occurredOn,
});

/** The stage at which a case stands in each status that may be carried over. */
export const STAGE_OF: Readonly<Record<CarriedOverCase, CaseStage>> = {
  'under-investigation': 'under-investigation',
  'investigation-suspended': 'under-investigation',
  concluded: 'concluded',
  'at-procuracy': 'at-procuracy',
  'prosecution-suspended': 'at-procuracy',
  indicted: 'indicted',
  'handed-to-court': 'handed-to-court',
  accepted: 'accepted',
  scheduled: 'scheduled',
  'trial-suspended': 'accepted',
};

const INDICTED: readonly CaseStage[] = ['indicted', 'handed-to-court', 'accepted', 'scheduled'];

const personsOf = (step: StepNamed<'case-carried-over'>, stage: CaseStage, suspended: boolean): Defendant[] => {
  const active: DefendantStatus = INDICTED.includes(stage) ? 'indicted' : 'approved';
  const halt = { statusBeforeSuspension: active, haltedIn: phaseOf(stage), haltedWithCase: true } as const;
  return (step.payload.persons ?? []).map(({ defendantId, number }) => ({
    id: defendantId,
    number,
    status: suspended ? 'suspended' : active,
    ...(suspended ? halt : {}),
    ...(active === 'indicted' ? { indictedOn: step.occurredOn } : {}),
    minor: false,
    chargedOn: step.occurredOn,
    since: step.occurredOn,
  }));
};

/** @returns the case as a paper register hands it over; its limit runs only where the day of institution is told. */
export function carriedOver(file: CaseFile, step: StepNamed<'case-carried-over'>): CaseFile {
  const { status, offence, placeId, institutedOn, discovered } = step.payload;
  const stage = STAGE_OF[status];
  const suspended = status.endsWith('-suspended');
  const runs = status === 'under-investigation' && institutedOn !== undefined;
  return {
    ...file,
    stage,
    ...(suspended ? { halt: 'suspended' } : {}),
    holderOfficeId: step.officeId,
    [holderRoleOf(stage)]: step.officeId,
    offence,
    placeId,
    institutedOn: institutedOn ?? step.occurredOn,
    ...(runs ? { investigationClock: { limit: 'investigation', from: institutedOn, extensions: 0 } } : {}),
    defendants: personsOf(step, stage, suspended),
    discoveredBefore: discovered ?? stage !== 'under-investigation',
    carriedOver: true,
    since: step.occurredOn,
  };
}
