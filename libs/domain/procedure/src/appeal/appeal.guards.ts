import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { type Defendant, unfitDefendants } from '../defendant.js';
import { type Circumstances, type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { refuseHearing } from '../hearing-guards.js';
import { type Result, refuseResults } from '../outcomes.js';
import { refuseAppeal, refuseFinality, refuseLateAppeal } from './attack.guards.js';
import type { AppealStep } from './appeal.steps.js';
import { lastDayOfFile } from './appeal-periods.js';
import { refuseLongerStudy } from './file-study.js';

type StepNamed<T extends AppealStep['type']> = Extract<AppealStep, { type: T }>;

const notReceiving = (file: CaseFile, { payload }: StepNamed<'judgment-received'>): Refusal | undefined => {
  const waits = ({ absent, receivedOn, status }: Defendant): boolean =>
    absent === true && receivedOn === undefined && (status === 'judged' || status === 'appealed');
  const unfit = unfitDefendants(file.defendants, payload.defendantIds, waits);
  return unfit.length > 0
    ? { code: 'receipt.not-awaited', article: BLTTHS('Đ.333 khoản 1'), facts: { defendants: unfit } }
    : undefined;
};

const notAwaiting = (file: CaseFile, defendantIds: readonly string[]): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, defendantIds, ({ lateAppealOn }) => lateAppealOn !== undefined);
  return unfit.length > 0
    ? { code: 'late-appeal.none', article: BLTTHS('Đ.335'), facts: { defendants: unfit } }
    : undefined;
};

const notTheirs = (file: CaseFile, { payload }: StepNamed<'appeal-withdrawn'>): Refusal | undefined => {
  const { by, defendantIds } = payload;
  const made = ({ status, appellants }: Defendant): boolean =>
    status === 'appealed' && (by === undefined || !appellants || appellants.includes(by));
  const unfit = unfitDefendants(file.defendants, defendantIds, made);
  return unfit.length > 0
    ? { code: 'withdraw-appeal.not-made', article: BLTTHS('Đ.342'), facts: { defendants: unfit } }
    : undefined;
};

const wronglySent = (
  file: CaseFile,
  { occurredOn, payload: { toOfficeId } }: StepNamed<'sent-to-appellate-court'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  if (toOfficeId === file.holderOfficeId) return { code: 'appeal.to-itself', article: BLTTHS('Đ.344') };
  const end = lastDayOfFile(file.defendants, circumstances);
  const running = end !== undefined && occurredOn <= end;
  return (
    refuseUnlessAgency(circumstances, toOfficeId, ['court'], BLTTHS('Đ.344')) ??
    (running ? { code: 'send-appeal.period-running', article: BLTTHS('Đ.339'), facts: { end } } : undefined)
  );
};

/** On whom an appellate court may decide though nobody attacked the judgment on them. */
const ALSO: readonly string[] = ['amended', 'annulled-reinvestigate', 'annulled-retry', 'annulled-terminated'];
const mayAlso = ({ status, outcome, finalOn }: Defendant, result: Result): boolean =>
  ALSO.includes(result.outcome) && (status === 'judged' || (status === 'final' && finalOn !== undefined && !outcome));

const wronglyDecided = (
  file: CaseFile,
  step: StepNamed<'appeal-decided'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  const discontinues = step.payload.results.every(({ outcome }) => outcome === 'discontinued');
  if (file.stage === 'appeal-accepted' && !discontinues) {
    return { code: 'decide-appeal.no-hearing', article: BLTTHS('Đ.346 khoản 2, Đ.348') };
  }
  const article = BLTTHS('Đ.345, 348, 355–359');
  const early = discontinues ? undefined : refuseHearing(file, step, 'decide-appeal.before-hearing');
  return early ?? refuseResults(file, step, circumstances, { article, must: isAppealed, may: mayAlso });
};
const isAppealed = ({ status }: Defendant): boolean => status === 'appealed';

/** Conditions of the appeal that a table of statuses cannot state, each citing its article. */
export const APPEAL_GUARDS: Guards<CaseFile, AppealStep> = {
  'judgment-received': notReceiving,
  appealed: (file, step, circumstances) =>
    step.payload.late ? refuseLateAppeal(file, step) : refuseAppeal(file, step, circumstances),
  'late-appeal-sent': (file, step) => notAwaiting(file, step.payload.defendantIds),
  'late-appeal-accepted': (file, step) => notAwaiting(file, step.payload.defendantIds),
  'late-appeal-refused': (file, step) => notAwaiting(file, step.payload.defendantIds),
  'appeal-withdrawn': notTheirs,
  finalised: refuseFinality,
  'sent-to-appellate-court': wronglySent,
  'appeal-file-lent': (file, step, circumstances) =>
    file.fileLentTo === undefined
      ? refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['procuracy'], BLTTHS('Đ.341'))
      : { code: 'lend-file.lent-already', article: BLTTHS('Đ.341') },
  'appeal-file-study-extended': refuseLongerStudy,
  'appeal-file-given-back': (file) =>
    file.fileLentTo === undefined ? { code: 'take-file-back.not-lent', article: BLTTHS('Đ.341') } : undefined,
  'appeal-scheduled': (_file, step) =>
    step.payload.hearingOn < step.occurredOn
      ? { code: 'schedule.hearing-in-the-past', article: BLTTHS('Đ.346 khoản 3') }
      : undefined,
  'appeal-decided': wronglyDecided,
};
