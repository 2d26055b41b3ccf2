import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { holderRoleOf } from '../case-stage.js';
import { changeDefendants, isActive } from '../defendant.js';
import type { Evolvers } from '../evolve-by.js';
import { type Move, type RunningClock, takenOver } from '../moved-person.js';
import { gravestOf } from '../offence-list.js';
import { lawDayOf } from '../offence/law-day.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
type Joinder = Pick<InvestigationPayloads, 'case-joined' | 'case-absorbed' | 'case-severed' | 'case-severed-off'>;

const without = (file: CaseFile, moves: readonly Move[] | undefined, on: Day): CaseFile => {
  const scope = { ids: (moves ?? []).map(({ defendantId }) => defendantId), applies: () => true, on };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ status: 'moved' })) };
};

const joined = (file: CaseFile, { payload, occurredOn }: StepNamed<'case-joined'>): CaseFile => ({
  ...without(file, payload.movedTo, occurredOn),
  stage: 'joined',
  joinedIntoCaseId: payload.intoCaseId,
  since: occurredOn,
});

const earlier = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** Joined cases are investigated from the first institution, for the gravest offence. Source: Điều 14 TTLT 04/2018. */
const absorbed = (file: CaseFile, { payload, occurredOn }: StepNamed<'case-absorbed'>): CaseFile => {
  const { investigationClock: clock } = file;
  const all = [file.offence, ...(file.otherOffences ?? []), payload.offence].filter((one) => one !== undefined);
  const offence = gravestOf(all, lawDayOf(file));
  const from = clock?.limit === 'investigation' ? earlier(clock.from, payload.institutedOn) : undefined;
  return {
    ...file,
    ...(offence ? { offence, otherOffences: all.filter((one) => one !== offence) } : {}),
    institutedOn: earlier(file.institutedOn, payload.institutedOn),
    ...(clock && from && from < clock.from ? { investigationClock: { ...clock, from } } : {}),
    defendants: [...file.defendants, ...takenOver(payload.persons, occurredOn)],
    absorbedCaseIds: [...(file.absorbedCaseIds ?? []), payload.fromCaseId],
    denunciationIds: [...new Set([...file.denunciationIds, ...(payload.denunciationIds ?? [])])],
  };
};

const runningClock = (clock: RunningClock | undefined): Partial<CaseFile> => {
  if (!clock) return {};
  const { until, ...investigationClock } = clock;
  return { investigationClock, ...(until ? { investigationUntil: until } : {}) };
};

/** A case severed off stands where its parent stood, and is suspended where all its accused are. */
const severedOff = (file: CaseFile, { payload, occurredOn, officeId }: StepNamed<'case-severed-off'>): CaseFile => {
  const { stage, investigatingOfficeId, clock } = payload;
  const defendants = takenOver(payload.persons, occurredOn);
  return {
    ...file,
    stage,
    ...(defendants.some(isActive) ? {} : { halt: 'suspended' }),
    holderOfficeId: officeId,
    ...(investigatingOfficeId === undefined ? {} : { investigatingOfficeId }),
    [holderRoleOf(stage)]: officeId,
    offence: payload.offence,
    placeId: payload.placeId,
    ...(payload.committedOn ? { committedOn: payload.committedOn } : {}),
    institutedOn: payload.institutedOn,
    ...runningClock(clock),
    ...(payload.summary ? { procedure: 'summary' } : {}),
    ...(payload.minorLimitsLifted ? { minorLimitsLifted: true } : {}),
    defendants,
    parentCaseId: payload.parentCaseId,
    denunciationIds: payload.denunciationIds ?? [],
    since: occurredOn,
  };
};

/** How cases are joined and severed. Source: Điều 170, 242 BLTTHS; Điều 14 TTLT 04/2018. */
export const JOINDER_EVOLVERS: Evolvers<Joinder> = {
  'case-joined': joined,
  'case-absorbed': absorbed,
  'case-severed': (file, step) => without(file, step.payload.persons, step.occurredOn),
  'case-severed-off': severedOff,
};
