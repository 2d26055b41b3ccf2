import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import { type CaseFile, gravityOfCase } from '#libs/domain/procedure';

/** A length in whole months and days, told a second time. */
type Length = readonly [months: number, days: number];

/** Months of investigation and of its extensions, by gravity, told a second time. */
const MONTHS = {
  'less-serious': [2, 2],
  serious: [3, 3, 2],
  'very-serious': [4, 4, 4],
  'especially-serious': [4, 4, 4, 4, 4],
} as const;
const MONTHS_RESUMED = {
  'less-serious': [2, 1],
  serious: [2, 2],
  'very-serious': [3, 2],
  'especially-serious': [3, 3],
} as const;
const DAYS_TO_PROSECUTE = {
  'less-serious': [20, 10],
  serious: [20, 10],
  'very-serious': [30, 15],
  'especially-serious': [30, 30],
} as const;

/** Of a young accused's case half of everything, a month being 30 days; of an appeal the day that counts is its own. */
export const isYoung = ({ stage, institutedOn, appealTakenUpOn, minorLimitsLifted, defendants }: CaseFile): boolean =>
  !minorLimitsLifted &&
  ((stage.startsWith('appeal-') ? appealTakenUpOn : institutedOn) ?? '') >= '2026-01-01' &&
  defendants.some(
    ({ minor, status }) => minor && ['charged', 'approved', 'indicted', 'judged', 'appealed'].includes(status),
  );

const halved = ([months, days]: Length): Length => [Math.floor(months / 2), Math.floor((days + (months % 2) * 30) / 2)];
const after = (from: Day, [months, days]: Length): Day => addDays(addMonths(from, months), days);

type Gravity = keyof typeof MONTHS;

const lengthsOf = (limit: string, gravity: Gravity | undefined): readonly Length[] | undefined => {
  if (limit === 'supplement-for-procuracy') return [[2, 0]];
  if (limit === 'supplement-for-court') return [[1, 0]];
  if (limit === 'investigation-summary') return [[0, 20]];
  if (!gravity) return undefined;
  const months: readonly number[] = (limit === 'investigation-resumed' ? MONTHS_RESUMED : MONTHS)[gravity];
  return months.map((count) => [count, 0]);
};

const ends = (
  file: CaseFile,
  lengths: readonly Length[],
  { from, extensions, until }: { readonly from: Day; readonly extensions: number; readonly until?: Day },
): readonly [Day, Day?] => {
  const told = isYoung(file) ? lengths.map(halved) : lengths;
  const end = until ?? after(from, told[0] ?? [0, 0]);
  const more = told[extensions + 1];
  const whole = told.reduce((last, length) => after(last, length), from);
  const next = more && after(end, more);
  const longest = next && whole < next ? whole : next;
  return [end, longest && longest > end ? longest : undefined];
};

/** @returns the end that stands and the latest of one more extension, where the law grants one; `undefined` where unknown. */
export const endsOfInvestigation = (file: CaseFile): readonly [Day, Day?] | undefined => {
  const { investigationClock: clock, investigationUntil: until } = file;
  const lengths = clock && lengthsOf(clock.limit, gravityOfCase(file));
  return clock && lengths && ends(file, lengths, { ...clock, ...(until ? { until } : {}) });
};

/** @returns the end of an investigation, where the file tells it. */
export const endOfInvestigation = (file: CaseFile): Day | undefined =>
  file.investigationUntil ?? endsOfInvestigation(file)?.[0];

/** @returns the end of the prosecution, where the file tells it. */
export const endOfProsecution = (file: CaseFile): Day | undefined =>
  (file.courtReturn ? undefined : file.prosecutionClock?.until) ?? endsOfProsecution(file)?.[0];

/** @returns the same of the hand-over to the court: 3 days from the indictment, 10 of a complex case. */
export const endsOfHandOver = ({
  procedure,
  handOverUntil,
  defendants,
}: CaseFile): readonly [Day, Day?] | undefined => {
  const on = defendants.find(({ status }) => status === 'indicted')?.indictedOn;
  if (!on || procedure) return on && [addDays(on, 1)];
  return handOverUntil ? [handOverUntil] : [addDays(on, 3), addDays(on, 10)];
};

/** @returns the same of the decision to prosecute. */
export const endsOfProsecution = (file: CaseFile): readonly [Day, Day?] | undefined => {
  const { prosecutionClock: clock, courtReturn, since } = file;
  if (courtReturn) return since && [addMonths(since, 1)];
  if (!clock) return undefined;
  const gravity = gravityOfCase(file);
  if (file.procedure) return ends(file, [[0, 5]], clock);
  return (
    gravity &&
    ends(
      file,
      DAYS_TO_PROSECUTE[gravity].map((days) => [0, days] as const),
      clock,
    )
  );
};
