import type { Day } from '#libs/domain/kernel';
import { CASE_INVESTIGATORS } from './agencies.js';
import type { CaseFile } from './case-file.js';
import type { RemandFor } from './court-course.js';
import type { Defendant } from './defendant.js';
import { type Circumstances, type Refusal, refuseUnlessAgency } from './guard.js';
import type { Offence } from './offence.js';

/** What a court above decides for one person. */
export interface Result<Outcome extends string = string> {
  readonly defendantId: string;
  readonly outcome: Outcome;
  /** The offence that it finds, where it amends. */
  readonly offence?: Offence;
}

interface ResultStep {
  readonly occurredOn: Day;
  readonly payload: { readonly results: readonly Result[]; readonly toOfficeId?: number };
}

/** From where a case begins again, by the outcome that annuls. */
const REMANDS: Readonly<Record<string, RemandFor>> = {
  'annulled-reinvestigate': 'investigation',
  'annulled-retry': 'trial',
  'annulled-reappeal': 'appeal',
};
const remandsOf = (results: readonly Result[]): readonly RemandFor[] => [
  ...new Set(results.flatMap(({ outcome }) => REMANDS[outcome] ?? [])),
];

const formerOffice = (file: CaseFile, remand: RemandFor): number | undefined => {
  if (remand === 'investigation') return file.investigatingOfficeId;
  return remand === 'trial' ? file.courtOfficeId : file.appellateOfficeId;
};

/** Outcomes that leave a judgment as it was, final since it was final. */
const UNTOUCHED: readonly string[] = ['rejected', 'discontinued'];

const decided = (defendant: Defendant, result: Result | undefined, on: Day): Defendant => {
  if (!result) return defendant;
  const { appellants: _appellants, lateAppealOn: _late, ...person } = defendant;
  const { outcome, offence = person.offence } = result;
  const told = { ...person, ...(offence ? { offence } : {}), outcome, since: on };
  if (!REMANDS[outcome]) {
    const finalOn = UNTOUCHED.includes(outcome) && person.finalOn ? person.finalOn : on;
    return { ...told, status: 'final', finalOn };
  }
  const { finalOn: _final, ...again } = told;
  return { ...again, status: 'remanded' };
};

/**
 * The case after a court above decided: final on pronouncement for whom it decided, or annulled and on its way back to
 * where it begins again; the court that decided holds the file until that office has it.
 * Source: Điều 355 khoản 2, 358–360, 388, 391, 395, 402 BLTTHS.
 */
export function applyResults(file: CaseFile, step: ResultStep): CaseFile {
  const { hearingOn: _on, hearingOpenedOn: _opened, fileLentTo: _lent, fileStudy: _study, ...kept } = file;
  const { reviewOfficeId: _review, ...rest } = kept;
  const { occurredOn: since, payload } = step;
  const defendants = file.defendants.map((one) =>
    decided(
      one,
      payload.results.find(({ defendantId }) => defendantId === one.id),
      since,
    ),
  );
  const [remand] = remandsOf(payload.results);
  if (!remand) {
    return { ...rest, stage: 'judged', holderOfficeId: file.courtOfficeId ?? file.holderOfficeId, defendants, since };
  }
  return {
    ...rest,
    stage: 'remanded',
    defendants,
    receiverOfficeId: payload.toOfficeId ?? formerOffice(file, remand),
    ...(file.holderOfficeId === undefined ? {} : { remandingOfficeId: file.holderOfficeId }),
    remand: { for: remand },
    annulments: (file.annulments ?? 0) + 1,
    since,
  };
}

/** Which persons a court above must decide on, and on whom else it may. */
interface Before {
  readonly article: string;
  readonly must: (defendant: Defendant) => boolean;
  readonly may: (defendant: Defendant, result: Result) => boolean;
}

const wrongPersons = (file: CaseFile, { payload: { results } }: ResultStep, before: Before): Refusal | undefined => {
  const { article, must, may } = before;
  const ids = results.map(({ defendantId }) => defendantId);
  const fits = (result: Result): boolean =>
    file.defendants.some((one) => one.id === result.defendantId && (must(one) || may(one, result)));
  const unfit = results.filter((result) => !fits(result)).map(({ defendantId }) => defendantId);
  if (unfit.length > 0) return { code: 'results.not-before-the-court', article, facts: { defendants: unfit } };
  if (new Set(ids).size < ids.length) return { code: 'results.twice', article };
  const left = file.defendants.filter((one) => must(one) && !ids.includes(one.id)).map(({ id }) => id);
  return left.length > 0 ? { code: 'results.missing', article, facts: { defendants: left } } : undefined;
};

/** @returns why a decision of a court above is not one on everybody before it, each once, sending the case one way. */
export function refuseResults(
  file: CaseFile,
  step: ResultStep,
  circumstances: Circumstances,
  before: Before,
): Refusal | undefined {
  const { article } = before;
  const wrong = wrongPersons(file, step, before);
  if (wrong) return wrong;
  const { results, toOfficeId } = step.payload;
  const [remand, ...others] = remandsOf(results);
  if (!remand) return undefined;
  if (others.length > 0) return { code: 'results.one-way', article };
  const decidedOn = results.map(({ defendantId }) => defendantId);
  const pending = file.defendants.filter(({ id, status }) => status === 'judged' && !decidedOn.includes(id));
  if (pending.length > 0) {
    return { code: 'results.part-not-final', article, facts: { defendants: pending.map(({ id }) => id) } };
  }
  const officeId = toOfficeId ?? formerOffice(file, remand);
  const agencies = remand === 'investigation' ? CASE_INVESTIGATORS : (['court'] as const);
  return refuseUnlessAgency(circumstances, officeId, agencies, article);
}
