import type { CaseFile } from '../case-file.js';
import { type Defendant, type DefendantStatus, isActive, unfitDefendants } from '../defendant.js';
import type { Guards, Refusal } from '../guard.js';
import type { MovedPerson } from '../moved-person.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
const JOIN = 'Đ.170, 242 BLTTHS';

const isOpen = (one: Defendant): boolean => isActive(one) || one.status === 'suspended';
const isTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

const unfitToMove = (file: CaseFile, ids: readonly string[]): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, ids, isOpen);
  return unfit.length > 0 || isTwice(ids)
    ? { code: 'defendant.not-active', article: JOIN, facts: { defendants: unfit } }
    : undefined;
};

const joinedWrongly = (file: CaseFile, { payload }: StepNamed<'case-joined'>): Refusal | undefined => {
  const ids = (payload.movedTo ?? []).map(({ defendantId }) => defendantId);
  const left = file.defendants.filter((one) => isOpen(one) && !ids.includes(one.id)).map(({ id }) => id);
  return (
    unfitToMove(file, ids) ??
    (left.length > 0 ? { code: 'join.accused-missing', article: JOIN, facts: { defendants: left } } : undefined)
  );
};

/** In which status an accused can come to a case that stands at that stage. */
const FIT: Readonly<Record<string, readonly DefendantStatus[]>> = {
  'under-investigation': ['charged', 'approved', 'suspended'],
  'at-procuracy': ['approved', 'suspended'],
};

const ofOtherStage = (stage: string, persons: readonly MovedPerson[]): Refusal | undefined => {
  const strangers = persons.filter(({ status }) => !FIT[stage]?.includes(status)).map(({ defendantId }) => defendantId);
  return strangers.length > 0
    ? { code: 'join.other-stage', article: JOIN, facts: { defendants: strangers } }
    : undefined;
};

const absorbedWrongly = (file: CaseFile, { payload }: StepNamed<'case-absorbed'>): Refusal | undefined => {
  const persons = payload.persons ?? [];
  const ids = [...file.defendants.map(({ id }) => id), ...persons.map(({ defendantId }) => defendantId)];
  const numbers = [...file.defendants, ...persons].map(({ number }) => number);
  if (isTwice(ids) || isTwice(numbers)) return { code: 'join.accused-twice', article: JOIN };
  const again = file.absorbedCaseIds?.includes(payload.fromCaseId) ?? false;
  return again ? { code: 'join.same-case', article: JOIN } : ofOtherStage(file.stage, persons);
};

/** Absconded, gravely ill, under compulsory treatment; a ground that nobody recorded passes. */
const SEVERABLE: readonly string[] = ['absconded', 'accused-absconded', 'illness'];

const severedByProcuracy = (file: CaseFile, ids: readonly string[]): Refusal | undefined => {
  if (file.stage !== 'at-procuracy') return undefined;
  const article = 'Đ.242 khoản 2 BLTTHS';
  const severed = file.defendants.filter((one) => ids.includes(one.id));
  const active = severed.filter(isActive).map(({ id }) => id);
  if (active.length > 0) return { code: 'sever.not-suspended', article, facts: { defendants: active } };
  const others = severed.filter(({ haltedFor: on }) => on !== undefined && !SEVERABLE.includes(on)).map(({ id }) => id);
  return others.length > 0 ? { code: 'sever.other-ground', article, facts: { defendants: others } } : undefined;
};

/** The procuracy severs only whom it suspended (Điều 242 khoản 2); somebody must be left to proceed against. */
const severedWrongly = (file: CaseFile, { payload }: StepNamed<'case-severed'>): Refusal | undefined => {
  const ids = payload.persons.map(({ defendantId }) => defendantId);
  const unfit = unfitToMove(file, ids);
  if (unfit) return unfit;
  const refusal = severedByProcuracy(file, ids);
  if (refusal) return refusal;
  const goesOn = file.defendants.some((one) => isActive(one) && !ids.includes(one.id));
  return goesOn ? undefined : { code: 'sever.nobody-left', article: JOIN };
};

/** Conditions of joining and severing cases. Source: Điều 170, 242 BLTTHS. */
export const JOINDER_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'case-joined': joinedWrongly,
  'case-absorbed': absorbedWrongly,
  'case-severed': severedWrongly,
  'case-severed-off': (_file, { payload: { persons, stage } }) =>
    isTwice(persons.map(({ defendantId }) => defendantId)) || isTwice(persons.map(({ number }) => number))
      ? { code: 'join.accused-twice', article: JOIN }
      : ofOtherStage(stage, persons),
};
