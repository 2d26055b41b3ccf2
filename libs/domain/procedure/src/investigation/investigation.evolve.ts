import { type Day, assertNever } from '#libs/domain/kernel';
import type { CaseFile, CaseStage } from '../case-file.js';
import { changeDefendants, type Defendant } from '../defendant.js';
import { resume, suspend, terminate } from '../halting.js';
import type { CarriedOverCase, InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const instituted = (file: CaseFile, step: StepNamed<'case-instituted'>): CaseFile => ({
  ...file,
  stage: 'under-investigation',
  holderOfficeId: step.officeId,
  investigatingOfficeId: step.officeId,
  offence: step.payload.offence,
  placeId: step.payload.placeId,
  institutedOn: step.occurredOn,
  denunciationIds: step.payload.denunciationIds ?? [],
  since: step.occurredOn,
});

const STAGE_OF: Readonly<Record<CarriedOverCase, CaseStage>> = {
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

const HOLDER_OF = (stage: CaseStage): 'investigatingOfficeId' | 'procuracyOfficeId' | 'courtOfficeId' => {
  if (stage === 'under-investigation' || stage === 'concluded') return 'investigatingOfficeId';
  return stage === 'at-procuracy' || stage === 'indicted' ? 'procuracyOfficeId' : 'courtOfficeId';
};

const INDICTED_FROM: readonly CaseStage[] = ['indicted', 'handed-to-court', 'accepted', 'scheduled'];

const carriedOver = (file: CaseFile, step: StepNamed<'case-carried-over'>): CaseFile => {
  const { status, persons = [], offence, placeId, institutedOn, discovered } = step.payload;
  const stage = STAGE_OF[status];
  const suspended = status.endsWith('-suspended');
  const before = INDICTED_FROM.includes(stage) ? 'indicted' : 'approved';
  const person = (one: { defendantId: string; number: string }): Defendant => ({
    id: one.defendantId,
    number: one.number,
    status: suspended ? 'suspended' : before,
    ...(suspended ? { statusBeforeSuspension: before } : {}),
    minor: false,
    chargedOn: step.occurredOn,
    since: step.occurredOn,
  });
  const facts = { offence, placeId, institutedOn: institutedOn ?? step.occurredOn, since: step.occurredOn };
  return {
    ...file,
    ...facts,
    stage,
    ...(suspended ? { halt: 'suspended' } : {}),
    holderOfficeId: step.officeId,
    [HOLDER_OF(stage)]: step.officeId,
    defendants: persons.map(person),
    discoveredBefore: discovered ?? stage !== 'under-investigation',
    carriedOver: true,
  };
};

const charged = (payload: InvestigationPayloads['charged'], on: Day): Defendant => ({
  id: payload.defendantId,
  number: payload.number,
  status: 'charged',
  offence: payload.offence,
  minor: payload.minor ?? false,
  chargedOn: on,
  since: on,
});

const decided = (
  file: CaseFile,
  step: StepNamed<'charge-approved' | 'charge-cancelled'>,
  status: 'approved' | 'cancelled',
): CaseFile => ({
  ...file,
  defendants: changeDefendants(
    file.defendants,
    { ids: step.payload.defendantIds, applies: (defendant) => defendant.status === 'charged', on: step.occurredOn },
    () => ({ status }),
  ),
});

const accepted = (file: CaseFile, on: Day): CaseFile => {
  const { receiverOfficeId, ...rest } = file;
  const role = HOLDER_OF(file.stage);
  return { ...rest, holderOfficeId: receiverOfficeId, [role]: receiverOfficeId, since: on };
};

const succeeded = (file: CaseFile, step: StepNamed<'case-office-succeeded'>): CaseFile => {
  const { toOfficeId } = step.payload;
  return { ...file, holderOfficeId: toOfficeId, [HOLDER_OF(file.stage)]: toOfficeId, since: step.occurredOn };
};

/** @returns the case after a step of the investigation. Pure; does not ask whether the step was allowed. */
export function evolveInvestigation(file: CaseFile, step: InvestigationStep): CaseFile {
  const on = step.occurredOn;
  switch (step.type) {
    case 'case-instituted':
      return instituted(file, step);
    case 'case-carried-over':
      return carriedOver(file, step);
    case 'charged':
      return { ...file, defendants: [...file.defendants, charged(step.payload, on)] };
    case 'charge-approved':
      return decided(file, step, 'approved');
    case 'charge-cancelled':
      return decided(file, step, 'cancelled');
    case 'investigation-extended':
      return { ...file, investigationUntil: step.payload.until };
    case 'investigation-concluded':
      return { ...file, stage: 'concluded', since: on };
    case 'investigation-suspended':
      return suspend(file, step);
    case 'investigation-resumed':
      return resume(file, step);
    case 'investigation-terminated':
      return terminate(file, step);
    default:
      return evolveMovement(file, step);
  }
}

type Movement = Extract<
  InvestigationStep,
  { type: `case-transfer-${string}` | 'handed-to-procuracy' | 'case-office-succeeded' }
>;

const evolveMovement = (file: CaseFile, step: Movement): CaseFile => {
  const on = step.occurredOn;
  switch (step.type) {
    case 'case-transfer-offered':
      return { ...file, receiverOfficeId: step.payload.toOfficeId, since: on };
    case 'case-transfer-accepted':
      return accepted(file, on);
    case 'case-transfer-refused':
      return { ...file, receiverOfficeId: undefined, since: on };
    case 'handed-to-procuracy': {
      const { toOfficeId } = step.payload;
      return { ...file, stage: 'at-procuracy', holderOfficeId: toOfficeId, procuracyOfficeId: toOfficeId, since: on };
    }
    case 'case-office-succeeded':
      return succeeded(file, step);
    default:
      return assertNever(step);
  }
};
