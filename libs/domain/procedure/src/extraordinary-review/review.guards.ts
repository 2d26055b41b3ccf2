import { type Day, addMonths } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { type Counting, workingDayFrom } from '../counting.js';
import { type Defendant, unfitDefendants } from '../defendant.js';
import { type Circumstances, type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { type Result, refuseResults } from '../outcomes.js';
import type { ReviewStep } from './review.steps.js';

type StepNamed<T extends ReviewStep['type']> = Extract<ReviewStep, { type: T }>;
type Protest = StepNamed<'cassation-protested' | 'reopening-protested'>;

/** How long a final judgment can be attacked to the detriment of the convicted. Source: Điều 379 khoản 1, 401 khoản 1 BLTTHS. */
const MONTHS_AGAINST = 12;
const lastDayAgainst = (from: Day, counting: Counting): Day =>
  workingDayFrom(addMonths(from, MONTHS_AGAINST), counting);

const wrongProtest = (
  file: CaseFile,
  { payload }: Protest,
  circumstances: Circumstances,
  article: string,
): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, payload.defendantIds, ({ status }) => status === 'final');
  if (unfit.length > 0) return { code: 'review.not-final', article, facts: { defendants: unfit } };
  return refuseUnlessAgency(circumstances, payload.toOfficeId, ['court'], article);
};

const tooLate = (
  file: CaseFile,
  { payload, occurredOn }: StepNamed<'cassation-protested'>,
  counting: Counting,
): Refusal | undefined => {
  if (payload.direction !== 'against') return undefined;
  const late = ({ id, finalOn }: Defendant): boolean =>
    payload.defendantIds.includes(id) && finalOn !== undefined && occurredOn > lastDayAgainst(finalOn, counting);
  const defendants = file.defendants.filter(late).map(({ id }) => id);
  return defendants.length > 0
    ? { code: 'cassation.year-over', article: BLTTHS('Đ.379 khoản 1'), facts: { defendants } }
    : undefined;
};

const reportedTooEarly = (
  { payload, occurredOn }: StepNamed<'reopening-protested'>,
  counting: Counting,
): Refusal | undefined => {
  const article = BLTTHS('Đ.401 khoản 1');
  const { direction, reportedOn } = payload;
  if (reportedOn && reportedOn > occurredOn) return { code: 'reopening.reported-later', article };
  if (direction !== 'against') return undefined;
  if (!reportedOn) return { code: 'reopening.report-missing', article };
  return occurredOn > lastDayAgainst(reportedOn, counting) ? { code: 'reopening.year-over', article } : undefined;
};

/** A panel looks at the whole case, not only at whom the protest names (Điều 387). */
const ALSO: readonly string[] = [
  'restored',
  'amended',
  'annulled-reinvestigate',
  'annulled-retry',
  'annulled-reappeal',
  'annulled-terminated',
];
const mayAlso = ({ status }: Defendant, { outcome }: Result): boolean => status === 'final' && ALSO.includes(outcome);

const decided =
  (under: 'in-cassation' | 'in-reopening', article: string) =>
  (
    file: CaseFile,
    step: StepNamed<'cassation-decided' | 'reopening-decided'>,
    circumstances: Circumstances,
  ): Refusal | undefined =>
    refuseResults(file, step, circumstances, { article, must: ({ status }) => status === under, may: mayAlso });

/** Conditions of cassation and reopening that a table of statuses cannot state, each citing its article. */
export const REVIEW_GUARDS: Guards<CaseFile, ReviewStep> = {
  'cassation-protested': (file, step, circumstances) =>
    wrongProtest(file, step, circumstances, BLTTHS('Đ.370, 382')) ?? tooLate(file, step, circumstances),
  'cassation-decided': decided('in-cassation', BLTTHS('Đ.387, 388')),
  'reopening-protested': (file, step, circumstances) =>
    wrongProtest(file, step, circumstances, BLTTHS('Đ.397, 403')) ?? reportedTooEarly(step, circumstances),
  'reopening-decided': decided('in-reopening', BLTTHS('Đ.402')),
};
