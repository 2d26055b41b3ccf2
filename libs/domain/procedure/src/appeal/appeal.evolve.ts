import type { CaseFile } from '../case-file.js';
import type { Appellant } from '../court-course.js';
import { type Defendant, changeDefendants } from '../defendant.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import { applyResults } from '../outcomes.js';
import type { AppealPayloads, AppealStep } from './appeal.steps.js';

type StepNamed<T extends AppealStep['type']> = Extract<AppealStep, { type: T }>;
type Change = (defendant: Defendant) => Partial<Defendant>;

const change = (
  file: CaseFile,
  step: { readonly occurredOn: Defendant['since']; readonly payload: { readonly defendantIds?: readonly string[] } },
  applies: (defendant: Defendant) => boolean,
  by: Change,
): CaseFile => ({
  ...file,
  defendants: changeDefendants(file.defendants, { ids: step.payload.defendantIds, applies, on: step.occurredOn }, by),
});

const isLate = ({ lateAppealOn }: Defendant): boolean => lateAppealOn !== undefined;

const appealed = (file: CaseFile, step: StepNamed<'appealed'>): CaseFile => {
  const { kind, by, late } = step.payload;
  if (late)
    return change(
      file,
      step,
      ({ status }) => status !== 'appealed',
      () => ({ lateAppealOn: step.occurredOn }),
    );
  const appellant: Appellant = by ?? kind;
  return change(
    file,
    step,
    ({ status }) => status === 'judged' || status === 'appealed',
    ({ appellants = [] }) => ({ status: 'appealed', appellants: [...new Set([...appellants, appellant])] }),
  );
};

const decidedLate = (file: CaseFile, step: StepNamed<'late-appeal-accepted' | 'late-appeal-refused'>): CaseFile => {
  const accepted = step.type === 'late-appeal-accepted';
  const named = step.payload.defendantIds;
  const defendants = file.defendants.map((one): Defendant => {
    if (!named.includes(one.id) || !isLate(one)) return one;
    const { lateAppealOn: _late, ...rest } = one;
    const { finalOn: _final, ...open } = rest;
    return accepted ? { ...open, status: 'appealed', since: step.occurredOn } : { ...rest, since: step.occurredOn };
  });
  return { ...file, defendants };
};

/** Before the court above has the file a withdrawn appeal was never made; there it is discontinued. */
const withdrawn = (file: CaseFile, step: StepNamed<'appeal-withdrawn'>): CaseFile => {
  const { by } = step.payload;
  return change(
    file,
    step,
    ({ status }) => status === 'appealed',
    ({ appellants = [] }) => {
      const left = by === undefined ? [] : appellants.filter((one) => one !== by);
      return { appellants: left, ...(left.length === 0 && file.stage === 'judged' ? { status: 'judged' } : {}) };
    },
  );
};

const finalised = (file: CaseFile, step: StepNamed<'finalised'>): CaseFile => {
  const { basis, outcome } = step.payload;
  const from = basis === 'no-appeal' ? 'judged' : 'appealed';
  const decided = basis === 'no-appeal' ? {} : { outcome: outcome ?? 'appellate-judgment' };
  return change(
    file,
    step,
    ({ status }) => status === from,
    () => ({ status: 'final', finalOn: step.occurredOn, ...decided }),
  );
};

const EVOLVERS: Evolvers<AppealPayloads> = {
  'judgment-received': (file, step) =>
    change(
      file,
      step,
      ({ absent }) => absent === true,
      () => ({ receivedOn: step.occurredOn }),
    ),
  appealed,
  'late-appeal-sent': (file, step) => change(file, step, isLate, () => ({})),
  'late-appeal-accepted': decidedLate,
  'late-appeal-refused': decidedLate,
  'appeal-withdrawn': withdrawn,
  finalised,
  'sent-to-appellate-court': (file, { payload: { toOfficeId }, occurredOn }) => ({
    ...file,
    stage: 'sent-to-appeal',
    holderOfficeId: toOfficeId,
    appellateOfficeId: toOfficeId,
    since: occurredOn,
  }),
  'appeal-accepted': (file, { payload, occurredOn }) => ({
    ...file,
    stage: 'appeal-accepted',
    appealLevel: payload.level,
    appealTakenUpOn: occurredOn,
    since: occurredOn,
  }),
  'appeal-file-lent': (file, { payload, occurredOn }) => ({
    ...file,
    fileLentTo: payload.toOfficeId,
    fileStudy: { from: occurredOn },
    since: occurredOn,
  }),
  'appeal-file-study-extended': (file, { payload: { until }, occurredOn }) => ({
    ...file,
    fileStudy: { from: file.fileStudy?.from ?? occurredOn, until },
  }),
  'appeal-file-given-back': ({ fileLentTo: _lent, fileStudy: _study, ...file }, { occurredOn }) => ({
    ...file,
    since: occurredOn,
  }),
  'appeal-scheduled': ({ hearingOpenedOn: _opened, ...file }, { payload, occurredOn }) => ({
    ...file,
    stage: 'appeal-scheduled',
    hearingOn: payload.hearingOn,
    since: occurredOn,
  }),
  'appeal-decided': applyResults,
};

/** @returns the case after a step of the appeal. Pure; does not ask whether the step was allowed. */
export const evolveAppeal = (file: CaseFile, step: AppealStep): CaseFile =>
  evolveBy<AppealPayloads, AppealStep>(EVOLVERS, file, step);
