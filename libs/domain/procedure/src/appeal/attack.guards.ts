import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Appellant } from '../court-course.js';
import { type Defendant, unfitDefendants } from '../defendant.js';
import type { Circumstances, Refusal } from '../guard.js';
import type { AppealStep } from './appeal.steps.js';
import { lastDayOf, lastDayOfAll } from './appeal-periods.js';

type StepNamed<T extends AppealStep['type']> = Extract<AppealStep, { type: T }>;

/** How long the procuracy above may protest, and everybody else before it. Source: Điều 333 khoản 1, 337 khoản 1 BLTTHS. */
const PROTEST_DAYS = 30;

const isProtest = (by: string): boolean => by.startsWith('procuracy');

const lateOnes = (
  { defendants }: CaseFile,
  { occurredOn, payload: { by, kind, defendantIds } }: StepNamed<'appealed'>,
  circumstances: Circumstances,
): string[] => {
  const appellant: Appellant = by ?? kind;
  return defendants
    .filter(({ id }) => defendantIds.includes(id))
    .filter((one) => {
      const last = lastDayOf(one, appellant, circumstances);
      return last !== undefined && occurredOn > last;
    })
    .map(({ id }) => id);
};

const contradicts = ({ kind, by }: StepNamed<'appealed'>['payload']): Refusal | undefined =>
  by !== undefined && isProtest(by) !== (kind === 'protest')
    ? { code: 'appeal.kind-and-appellant', article: 'Đ.331, 336 BLTTHS' }
    : undefined;

/** A judgment may be attacked from several sides; from the same side once. */
const isOpenTo =
  (appellant: Appellant) =>
  ({ status, appellants }: Defendant): boolean =>
    status === 'judged' || (status === 'appealed' && appellants !== undefined && !appellants.includes(appellant));

/** @returns why an appeal or a protest cannot be made, or no longer. */
export function refuseAppeal(
  file: CaseFile,
  step: StepNamed<'appealed'>,
  circumstances: Circumstances,
): Refusal | undefined {
  const article = 'Đ.331, 333, 336, 337 BLTTHS';
  const { by, defendantIds } = step.payload;
  const isOpen = by ? isOpenTo(by) : ({ status }: Defendant): boolean => status === 'judged';
  const unfit = unfitDefendants(file.defendants, defendantIds, isOpen);
  if (unfit.length > 0) return { code: 'appeal.not-judged', article, facts: { defendants: unfit } };
  const late = lateOnes(file, step, circumstances);
  return (
    contradicts(step.payload) ??
    (late.length > 0 ? { code: 'appeal.period-over', article, facts: { defendants: late } } : undefined)
  );
}

/** @returns why a late appeal cannot be recorded: only what is judged, and not by a court above, is attacked late. */
export function refuseLateAppeal(file: CaseFile, step: StepNamed<'appealed'>): Refusal | undefined {
  const { kind, defendantIds } = step.payload;
  const article = BLTTHS('Đ.335');
  if (kind === 'protest') return { code: 'late-appeal.no-protest', article };
  const open = ({ status, lateAppealOn, outcome }: Defendant): boolean =>
    lateAppealOn === undefined && (status === 'judged' || (status === 'final' && outcome === undefined));
  const unfit = unfitDefendants(file.defendants, defendantIds, open);
  return unfit.length > 0
    ? { code: 'appeal.not-judged', article, facts: { defendants: unfit } }
    : contradicts(step.payload);
}

const stillOpen = (
  person: Defendant,
  { occurredOn }: StepNamed<'finalised'>,
  circumstances: Circumstances,
): boolean => {
  const last = lastDayOfAll(person, circumstances);
  return last === undefined ? person.judgedOn !== undefined : occurredOn <= last;
};

const FINALITY = 'Đ.333, 337, 343, 355 BLTTHS';

/** An outcome belongs to an appeal; once the court above has the file, its own decision is the final one. */
const wrongBasis = (file: CaseFile, { basis, outcome }: StepNamed<'finalised'>['payload']): Refusal | undefined => {
  if (basis === 'no-appeal') {
    return outcome ? { code: 'final.outcome-without-appeal', article: FINALITY } : undefined;
  }
  return file.stage === 'judged' ? undefined : { code: 'final.court-above-decides', article: FINALITY };
};

/** @returns why a judgment is not final yet, or not in that way. */
export function refuseFinality(
  file: CaseFile,
  step: StepNamed<'finalised'>,
  circumstances: Circumstances,
): Refusal | undefined {
  const { basis, defendantIds } = step.payload;
  const wrong = wrongBasis(file, step.payload);
  if (wrong) return wrong;
  const from = basis === 'no-appeal' ? 'judged' : 'appealed';
  const able = file.defendants.filter(({ status }) => status === from);
  const ids = defendantIds ?? able.map(({ id }) => id);
  const unfit = unfitDefendants(file.defendants, ids, ({ status }) => status === from);
  if (ids.length === 0 || unfit.length > 0) {
    return { code: 'final.no-such-judgment', article: FINALITY, facts: { defendants: unfit } };
  }
  if (from === 'appealed') return undefined;
  const running = able.some((one) => ids.includes(one.id) && stillOpen(one, step, circumstances));
  return running
    ? { code: 'final.appeal-period-running', article: FINALITY, facts: { days: PROTEST_DAYS } }
    : undefined;
}
