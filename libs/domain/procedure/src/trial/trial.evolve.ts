import type { CaseFile } from '../case-file.js';
import { type Defendant, isHalted } from '../defendant.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import { resume, suspend, terminate } from '../halting.js';
import { adjourned, judged, withoutHearing } from './hearing.evolve.js';
import type { TrialPayloads, TrialStep } from './trial.steps.js';

type StepNamed<T extends TrialStep['type']> = Extract<TrialStep, { type: T }>;

/** Back at the procuracy nobody is indicted any more; whom the court halted is the procuracy's to resume and to indict. */
const backAtProcuracy = (defendant: Defendant): Defendant => {
  if (defendant.status === 'indicted') return { ...defendant, status: 'approved' };
  return isHalted(defendant) && defendant.haltedIn === 'trial'
    ? { ...defendant, statusBeforeSuspension: 'approved', haltedIn: 'prosecution', haltedByCourt: true }
    : defendant;
};

const toProcuracy = (file: CaseFile, step: StepNamed<'returned-by-court' | 'returned-for-competence'>): CaseFile => {
  const { toOfficeId = file.procuracyOfficeId } = step.payload;
  const { preparation: _preparation, ...rest } = withoutHearing(file);
  return {
    ...rest,
    stage: 'at-procuracy',
    acceptedBefore: true,
    holderOfficeId: toOfficeId,
    procuracyOfficeId: toOfficeId,
    defendants: file.defendants.map((one) => {
      const changed = backAtProcuracy(one);
      return changed === one ? one : { ...changed, since: step.occurredOn };
    }),
    since: step.occurredOn,
  };
};

const returned = (file: CaseFile, step: StepNamed<'returned-by-court'>): CaseFile => {
  const { by, ground } = step.payload;
  const { procedure: _summary, ...back } = toProcuracy(file, step);
  return {
    ...back,
    returns: { ...file.returns, [by]: file.returns[by] + 1 },
    courtReturn: by,
    ...(ground === 'graver-offence' ? { heavierAsked: true } : {}),
  };
};

const accepted = (file: CaseFile, { occurredOn }: StepNamed<'case-accepted'>): CaseFile => {
  const cameBack = file.returns.judge + file.returns.panel > 0;
  const preparation = { from: occurredOn, extensions: 0, ...(cameBack ? { afterReturn: true as const } : {}) };
  return { ...file, stage: 'accepted', preparation, acceptedBefore: true, since: occurredOn };
};

const extended = (file: CaseFile, { payload }: StepNamed<'preparation-extended'>): CaseFile => {
  const clock = file.preparation;
  return clock ? { ...file, preparation: { ...clock, extensions: clock.extensions + 1, until: payload.until } } : file;
};

/** A suspended case is no longer one for the summary procedure, nor one that goes back. Source: Điều 458 BLTTHS. */
const suspended = (file: CaseFile, step: StepNamed<'trial-suspended'>): CaseFile => {
  const after = suspend(file, step);
  const { procedure: _summary, ...rest } = after;
  return after.halt ? rest : after;
};

/**
 * A case that stood still is prepared anew: its hearing has to be set again; so is one whose other defendants are judged.
 * Source: Điều 277 khoản 2 BLTTHS.
 */
const resumed = (file: CaseFile, step: StepNamed<'trial-resumed'>): CaseFile => {
  const after = resume(file, step);
  if (!file.halt && file.stage !== 'judged') return after;
  const preparation = { from: step.occurredOn, extensions: 0 };
  return { ...withoutHearing(after), stage: 'accepted', preparation, since: step.occurredOn };
};

/** A judgment stands beside it: the file is halted for nobody whom it reached. */
const terminated = (file: CaseFile, step: StepNamed<'trial-terminated'>): CaseFile => {
  const { halt: _halt, ...judgedFile } = terminate(file, step);
  return file.stage === 'judged' ? judgedFile : terminate(file, step);
};

const EVOLVERS: Evolvers<TrialPayloads> = {
  'case-accepted': accepted,
  'judge-assigned': (file, { payload }) => ({ ...file, judgeId: payload.judgeId }),
  'preparation-extended': extended,
  scheduled: (file, { payload, occurredOn }) => ({
    ...withoutHearing(file),
    stage: 'scheduled',
    hearingOn: payload.hearingOn,
    since: occurredOn,
  }),
  'hearing-opened': (file, { occurredOn }) => ({ ...file, hearingOpenedOn: occurredOn, since: occurredOn }),
  adjourned: (file, step) => ({ ...adjourned(file, step), since: step.occurredOn }),
  'deliberation-prolonged': (file, { occurredOn }) => ({ ...file, since: occurredOn }),
  'returned-by-court': returned,
  'returned-for-competence': toProcuracy,
  'trial-suspended': suspended,
  'trial-resumed': resumed,
  'trial-terminated': terminated,
  judged,
};

/** @returns the case after a step of the trial. Pure; does not ask whether the step was allowed. */
export const evolveTrial = (file: CaseFile, step: TrialStep): CaseFile =>
  evolveBy<TrialPayloads, TrialStep>(EVOLVERS, file, step);
