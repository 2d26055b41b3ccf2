import { assertNever } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { type Defendant, changeDefendants, isHalted } from '../defendant.js';
import { resume, suspend, terminate } from '../halting.js';
import type { TrialStep } from './trial.steps.js';

type StepNamed<T extends TrialStep['type']> = Extract<TrialStep, { type: T }>;

/** Back at the procuracy nobody is indicted any more; whom the court halted is the procuracy's to resume and to indict. */
const backAtProcuracy = (defendant: Defendant): Defendant => {
  if (defendant.status === 'indicted') return { ...defendant, status: 'approved' };
  return isHalted(defendant) && defendant.haltedIn === 'trial'
    ? { ...defendant, statusBeforeSuspension: 'approved', haltedIn: 'prosecution' }
    : defendant;
};

const returned = (file: CaseFile, step: StepNamed<'returned-by-court'>): CaseFile => {
  const { by, toOfficeId = file.procuracyOfficeId } = step.payload;
  const { hearingOn: _hearing, ...rest } = file;
  return {
    ...rest,
    stage: 'at-procuracy',
    holderOfficeId: toOfficeId,
    procuracyOfficeId: toOfficeId,
    defendants: file.defendants.map((one) => {
      const changed = backAtProcuracy(one);
      return changed === one ? one : { ...changed, since: step.occurredOn };
    }),
    returns: { ...file.returns, [by]: file.returns[by] + 1 },
    courtReturn: by,
    since: step.occurredOn,
  };
};

/** A case that stood still is prepared anew: its hearing has to be set again. Source: Điều 277 khoản 2 BLTTHS. */
const resumed = (file: CaseFile, step: StepNamed<'trial-resumed'>): CaseFile => {
  const after = resume(file, step);
  if (!file.halt) return after;
  const { hearingOn: _hearing, ...rest } = after;
  return { ...rest, stage: 'accepted' };
};

const judged = (file: CaseFile, step: StepNamed<'judged'>): CaseFile => {
  const verdicts = new Map(step.payload.verdicts.map((verdict) => [verdict.defendantId, verdict]));
  const defendants = changeDefendants(
    file.defendants,
    { applies: ({ id, status }) => status === 'indicted' && verdicts.has(id), on: step.occurredOn },
    (defendant) => ({
      status: 'judged',
      judgedOn: step.occurredOn,
      verdict: verdicts.get(defendant.id)?.outcome,
      offence: verdicts.get(defendant.id)?.offence ?? defendant.offence,
    }),
  );
  return { ...file, stage: 'judged', defendants, since: step.occurredOn };
};

const finalised = (file: CaseFile, step: StepNamed<'finalised'>): CaseFile => {
  const from = step.payload.basis === 'no-appeal' ? 'judged' : 'appealed';
  const scope = {
    ids: step.payload.defendantIds,
    applies: ({ status }: Defendant) => status === from,
    on: step.occurredOn,
  };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ status: 'final' })) };
};

const appealed = (file: CaseFile, step: StepNamed<'appealed'>): CaseFile => {
  const applies = ({ status }: Defendant): boolean => status === 'judged';
  const scope = { ids: step.payload.defendantIds, applies, on: step.occurredOn };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ status: 'appealed' })) };
};

/** @returns the case after a step of the trial. Pure; does not ask whether the step was allowed. */
export function evolveTrial(file: CaseFile, step: TrialStep): CaseFile {
  switch (step.type) {
    case 'case-accepted':
      return { ...file, stage: 'accepted', since: step.occurredOn };
    case 'scheduled':
      return { ...file, stage: 'scheduled', hearingOn: step.payload.hearingOn, since: step.occurredOn };
    case 'returned-by-court':
      return returned(file, step);
    case 'trial-suspended':
      return suspend(file, step);
    case 'trial-resumed':
      return resumed(file, step);
    case 'trial-terminated':
      return terminate(file, step);
    case 'judged':
      return judged(file, step);
    case 'appealed':
      return appealed(file, step);
    case 'finalised':
      return finalised(file, step);
    default:
      return assertNever(step);
  }
}
