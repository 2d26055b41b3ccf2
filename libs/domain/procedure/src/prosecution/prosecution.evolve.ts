import type { CaseFile } from '../case-file.js';
import { type Defendant, changeDefendants, isHalted } from '../defendant.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import { resume, suspend, terminate } from '../halting.js';
import type { ProsecutionPayloads, ProsecutionStep } from './prosecution.steps.js';

type StepNamed<T extends ProsecutionStep['type']> = Extract<ProsecutionStep, { type: T }>;

const answered = ({ courtReturn: _answered, handOverUntil: _until, ...rest }: CaseFile): CaseFile => rest;
const ordinary = ({ procedure: _summary, ...rest }: CaseFile): CaseFile => rest;

const indicted = (file: CaseFile, step: StepNamed<'indicted'>): CaseFile => {
  const on = step.occurredOn;
  const scope = { ids: step.payload.defendantIds, applies: ({ status }: Defendant) => status === 'approved', on };
  const defendants = changeDefendants(file.defendants, scope, () => ({
    status: 'indicted',
    indictedOn: on,
    prosecutionWithdrawnOn: undefined,
  }));
  return { ...answered(file), stage: 'indicted', defendants, since: on };
};

/** What a court asked for and the procuracy passes on is the court's return, not one more (Điều 14 TTLT 02/2017). */
const returned = (file: CaseFile, step: StepNamed<'returned-for-supplement'>): CaseFile => {
  const officeId = step.payload.toOfficeId ?? file.investigatingOfficeId;
  const { investigationUntil: _until, ...rest } = ordinary(answered(file));
  const { procuracy } = file.returns;
  const on = step.occurredOn;
  return {
    ...rest,
    stage: 'under-investigation',
    holderOfficeId: officeId,
    investigatingOfficeId: officeId,
    investigationClock: {
      limit: file.courtReturn ? 'supplement-for-court' : 'supplement-for-procuracy',
      from: on,
      extensions: 0,
    },
    returns: { ...file.returns, procuracy: file.courtReturn ? procuracy : procuracy + 1 },
    since: on,
  };
};

/** The file that the procuracy does not take stays the investigators'. Source: Điều 238 BLTTHS. */
const refused = (file: CaseFile, step: StepNamed<'file-refused'>): CaseFile => {
  const { prosecutionClock: _clock, ...rest } = file;
  return { ...rest, stage: 'concluded', holderOfficeId: file.investigatingOfficeId, since: step.occurredOn };
};

const suspended = (file: CaseFile, step: StepNamed<'prosecution-suspended'>): CaseFile => {
  const after = suspend(file, step);
  return after.halt ? ordinary(after) : after;
};

const resumed = (file: CaseFile, step: StepNamed<'prosecution-resumed'>): CaseFile => {
  const after = resume(file, step);
  return file.halt ? { ...after, prosecutionClock: { from: step.occurredOn, extensions: 0 } } : after;
};

const extended = (file: CaseFile, step: StepNamed<'prosecution-extended'>): CaseFile => {
  const { prosecutionClock: clock } = file;
  const { until } = step.payload;
  if (file.stage === 'indicted') return { ...file, handOverUntil: until };
  return clock ? { ...file, prosecutionClock: { ...clock, extensions: clock.extensions + 1, until } } : file;
};

/** The limit counts anew from the receipt by the competent procuracy. Source: Điều 239 BLTTHS. */
const transferred = (file: CaseFile, step: StepNamed<'prosecution-transferred'>): CaseFile => {
  const { toOfficeId } = step.payload;
  const on = step.occurredOn;
  const held = { holderOfficeId: toOfficeId, procuracyOfficeId: toOfficeId, since: on };
  return { ...file, ...held, prosecutionClock: { from: on, extensions: 0 } };
};

/** The court has again what it returned: the indictment, and those whom it halted itself. */
const backAtCourt = (one: Defendant): Defendant => {
  if (one.status === 'approved') return { ...one, status: 'indicted' };
  return isHalted(one) && one.haltedByCourt ? { ...one, statusBeforeSuspension: 'indicted', haltedIn: 'trial' } : one;
};

const declined = (file: CaseFile, step: StepNamed<'return-declined'>): CaseFile => ({
  ...answered(file),
  stage: 'handed-to-court',
  holderOfficeId: file.courtOfficeId,
  defendants: file.defendants.map((one) => {
    const changed = backAtCourt(one);
    return changed === one ? one : { ...changed, since: step.occurredOn };
  }),
  since: step.occurredOn,
});

const withdrawn = (file: CaseFile, step: StepNamed<'prosecution-withdrawn'>): CaseFile => {
  const on = step.occurredOn;
  const scope = { ids: step.payload.defendantIds, applies: ({ status }: Defendant) => status === 'indicted', on };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ prosecutionWithdrawnOn: on })) };
};

const handed = (file: CaseFile, step: StepNamed<'handed-to-court'>): CaseFile => {
  const { toOfficeId } = step.payload;
  const on = step.occurredOn;
  return { ...file, stage: 'handed-to-court', holderOfficeId: toOfficeId, courtOfficeId: toOfficeId, since: on };
};

const EVOLVERS: Evolvers<ProsecutionPayloads> = {
  indicted,
  'returned-for-supplement': returned,
  'file-refused': refused,
  'prosecution-extended': extended,
  'prosecution-transferred': transferred,
  'return-declined': declined,
  'prosecution-withdrawn': withdrawn,
  'prosecution-suspended': suspended,
  'prosecution-resumed': resumed,
  'prosecution-terminated': terminate,
  'handed-to-court': handed,
};

/** @returns the case after a step of the prosecution. Pure; does not ask whether the step was allowed. */
export const evolveProsecution = (file: CaseFile, step: ProsecutionStep): CaseFile =>
  evolveBy<ProsecutionPayloads, ProsecutionStep>(EVOLVERS, file, step);
