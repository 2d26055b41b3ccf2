import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import {
  ABSENTIA_GROUNDS,
  ADJOURNMENT_GROUNDS,
  APPEAL_LEVELS,
  APPEAL_OUTCOMES,
  APPELLANTS,
  CASSATION_OUTCOMES,
  COURT_RETURN_GROUNDS,
  type CaseEventType,
  type CaseFile,
  DIRECTIONS,
  HEARING_OBSTACLES,
  type Defendant,
  REOPENING_OUTCOMES,
  TRIAL_SUSPENSION_GROUNDS,
  VERDICTS,
  gravityOfCase,
} from '#libs/domain/procedure';
import type { Occasion } from './denunciation-payloads.js';
import type { Dice } from './dice.js';
import { isYoung } from './investigation-end.js';
import { officesOf } from './offices.js';

type Payload = Record<string, unknown>;
type Maker = (dice: Dice, occasion: Occasion<CaseFile>) => Payload | undefined;

const codes = (grounds: object): string[] => Object.keys(grounds);
const idsOf = (file: CaseFile, is: (one: Defendant) => boolean): string[] =>
  file.defendants.filter(is).map(({ id }) => id);
const someOf = (dice: Dice, ids: readonly string[]): Payload | undefined =>
  ids.length > 0 ? { defendantIds: dice.some(ids) } : undefined;
const hasStatus =
  (...statuses: readonly Defendant['status'][]) =>
  ({ status }: Defendant): boolean =>
    statuses.includes(status);

/** A last day moves behind the days off, which the makers do not know. */
const LONGEST_HOLIDAY = 10;

/** Days and months to prepare a trial, and by how many days they are lengthened, told a second time. */
const PREPARATION = {
  'less-serious': [0, 30, 15],
  serious: [0, 45, 15],
  'very-serious': [2, 0, 30],
  'especially-serious': [3, 0, 30],
} as const;

const endsOfPreparation = (file: CaseFile): readonly [Day, Day] | undefined => {
  const [clock, gravity] = [file.preparation, gravityOfCase(file)];
  if (!clock || !gravity || clock.extensions > 0 || clock.afterReturn || file.procedure) return undefined;
  const [months, days, more] = PREPARATION[gravity];
  const half = (count: number): number => Math.floor(count / 2);
  const young = isYoung(file);
  const end = young
    ? addDays(addMonths(clock.from, half(months)), half(days + (months % 2) * 30))
    : addDays(addMonths(clock.from, months), days);
  return [end, addDays(end, young ? half(more) : more)];
};

/** @returns the end of the preparation that stands, told a second time; `undefined` where unknown. */
const endOfPreparation = (file: CaseFile): Day | undefined => {
  const { preparation: clock, procedure } = file;
  if (!clock) return undefined;
  if (clock.until) return clock.until;
  const fixed = clock.afterReturn ? 15 : procedure ? 10 : undefined;
  if (fixed) return addDays(clock.from, isYoung(file) ? Math.floor(fixed / 2) : fixed);
  return endsOfPreparation(file)?.[0];
};

/** Whom the court may suspend because nobody finds them: the searched when the time to prepare is over; in the hearing anybody. */
const absconding = ({ file, day }: Occasion<CaseFile>): string[] => {
  if (file.hearingOpenedOn ?? (file.hearingOn && day >= file.hearingOn)) return idsOf(file, hasStatus('indicted'));
  const end = endOfPreparation(file);
  if (end && day < end) return [];
  return idsOf(file, (one) => one.status === 'indicted' && (file.carriedOver || one.wantedOn !== undefined));
};

const suspension: Maker = (dice, occasion) => {
  const absent = absconding(occasion);
  const ground = dice.pick(codes(TRIAL_SUSPENSION_GROUNDS).filter((one) => one !== 'absconded' || absent.length > 0));
  if (ground === 'absconded') return { ground, ...someOf(dice, absent) };
  return { ground, ...(dice.chance(0.6) ? someOf(dice, idsOf(occasion.file, hasStatus('indicted'))) : {}) };
};

const extension: Maker = (_dice, { file, day }) => {
  const ends = endsOfPreparation(file);
  return ends && ends[1] > day ? { until: ends[1] } : undefined;
};

const returnedByCourt: Maker = (dice, { file, day }) => {
  const by = (['judge', 'panel'] as const).filter(
    (one) =>
      file.returns[one] === 0 &&
      (one === 'judge' || (file.stage === 'scheduled' && (file.hearingOn === undefined || day >= file.hearingOn))),
  );
  if (by.length === 0) return undefined;
  const grounds = codes(COURT_RETURN_GROUNDS).filter((one) => one !== 'graver-offence' || !file.heavierAsked);
  return { by: dice.pick(by), ground: dice.pick(grounds), ...procuracy(dice, file) };
};
const procuracy = (dice: Dice, { procuracyOfficeId }: CaseFile): Payload =>
  procuracyOfficeId === undefined || dice.chance(0.2) ? { toOfficeId: dice.pick(officesOf(['procuracy'])) } : {};

const verdict = (dice: Dice, { id, offence }: Defendant): Payload => {
  const outcome = dice.pick(VERDICTS);
  const away = dice.chance(0.2);
  return {
    defendantId: id,
    outcome,
    ...(away && dice.chance(0.5) ? { absent: true } : {}),
    ...(away ? { absentia: dice.pick(codes(ABSENTIA_GROUNDS)) } : {}),
    ...(offence && dice.chance(0.3) ? { charges: [{ offence, outcome }] } : {}),
  };
};
const judgment: Maker = (dice, { file, day }) => {
  const tried = file.defendants.filter(hasStatus('indicted'));
  if (tried.length === 0 || (file.hearingOn && day < file.hearingOn)) return undefined;
  return { verdicts: tried.map((one) => verdict(dice, one)) };
};

const isHeard = ({ file, day }: Occasion<CaseFile>): boolean => file.hearingOn === undefined || day >= file.hearingOn;

type By = (typeof APPELLANTS)[number] | undefined;
const isInTime = (one: Defendant, kind: 'appeal' | 'protest', by: By, day: Day): boolean => {
  if (kind === 'appeal' && by !== 'defendant') return true;
  const from = by === 'defendant' && one.absent ? one.receivedOn : one.judgedOn;
  const days = kind === 'protest' && by !== 'procuracy' ? 30 : 15;
  return !from || day <= addDays(from, days);
};
/** Who may still attack the judgment on somebody, told a second time. */
const isOpenTo = (one: Defendant, kind: 'appeal' | 'protest', by: By, day: Day): boolean => {
  const again = by !== undefined && one.appellants !== undefined && !one.appellants.includes(by);
  return isInTime(one, kind, by, day) && (one.status === 'judged' || (one.status === 'appealed' && again));
};
const isOpenLate = ({ status, lateAppealOn, outcome }: Defendant): boolean =>
  lateAppealOn === undefined && (status === 'judged' || (status === 'final' && outcome === undefined));
const attack: Maker = (dice, { file, day }) => {
  const by = dice.chance(0.7) ? dice.pick(APPELLANTS) : undefined;
  const kind = kindOf(dice, by);
  const named = by ? { by } : {};
  const late = kind === 'appeal' && dice.chance(0.2);
  const open = late ? isOpenLate : (one: Defendant): boolean => isOpenTo(one, kind, by, day);
  const some = someOf(dice, idsOf(file, open));
  return some && { kind, ...named, ...(late ? { late } : {}), ...some };
};
const kindOf = (dice: Dice, by: By): 'appeal' | 'protest' => {
  if (by === undefined) return dice.pick(['appeal', 'protest'] as const);
  return by.startsWith('procuracy') ? 'protest' : 'appeal';
};

const isLate = ({ lateAppealOn }: Defendant): boolean => lateAppealOn !== undefined;

const isSettled = (one: Defendant, day: Day): boolean => {
  const heard = one.absent ? one.receivedOn : one.judgedOn;
  const own = heard && addDays(heard, 15 + LONGEST_HOLIDAY);
  return own !== undefined && day > own && day > addDays(one.judgedOn ?? day, 30 + LONGEST_HOLIDAY);
};
const finality: Maker = (dice, { file, day }) => {
  const appealed = idsOf(file, hasStatus('appealed'));
  if (file.stage === 'judged' && appealed.length > 0 && dice.chance(0.2)) {
    const outcome = dice.pick(['upheld', 'amended']);
    return { basis: 'appellate-judgment', outcome, defendantIds: dice.some(appealed) };
  }
  const some = someOf(
    dice,
    idsOf(file, (one) => one.status === 'judged' && isSettled(one, day)),
  );
  return some && { basis: 'no-appeal', ...some };
};

const REMAND = {
  'annulled-reinvestigate': ['police-investigation', 'border-guard', 'procuracy'],
  'annulled-retry': ['court'],
  'annulled-reappeal': ['court'],
} as const;
const isRemand = (outcome: string): outcome is keyof typeof REMAND => Object.hasOwn(REMAND, outcome);

/** One outcome that sends the case away at most, and only when nobody’s judgment is open beside it. */
const decision =
  (outcomes: readonly string[], before: Defendant['status']): Maker =>
  (dice, { file }) => {
    const ids = idsOf(file, hasStatus(before));
    const open = file.defendants.some(hasStatus('judged'));
    const remands = open ? [] : outcomes.filter(isRemand);
    const remand = remands.length > 0 ? dice.pick(remands) : undefined;
    const able = outcomes.filter((one) => !isRemand(one) || one === remand);
    const results = ids.map((defendantId) => ({ defendantId, outcome: dice.pick(able) }));
    const away = results.map(({ outcome }) => outcome).find(isRemand);
    return { results, ...(away ? { toOfficeId: dice.pick(officesOf(REMAND[away])) } : {}) };
  };

const appealDecision: Maker = (dice, occasion) => {
  // Before the hearing the court can only discontinue.
  const isBefore = occasion.file.stage === 'appeal-accepted' || !isHeard(occasion);
  return decision(isBefore ? ['discontinued'] : APPEAL_OUTCOMES, 'appealed')(dice, occasion);
};

const protest: Maker = (dice, { file, day }) => {
  const direction = dice.pick(DIRECTIONS);
  const final = idsOf(
    file,
    ({ status, finalOn }) =>
      status === 'final' && (direction === 'in-favour' || !finalOn || day <= addMonths(finalOn, 12)),
  );
  const some = someOf(dice, final);
  return some && { direction, toOfficeId: dice.pick(officesOf(['court'])), ...some };
};

/** When nobody can attack the judgment any more; who was absent and has not received it holds up nobody. */
const sending: Maker = (dice, { file, day }) => {
  const open = file.defendants.some(
    (one) =>
      hasStatus('judged', 'appealed')(one) &&
      one.judgedOn !== undefined &&
      !(one.absent && !one.receivedOn ? day > addDays(one.judgedOn, 30 + LONGEST_HOLIDAY) : isSettled(one, day)),
  );
  const courts = officesOf(['court']).filter((id) => id !== file.holderOfficeId);
  return open ? undefined : { toOfficeId: dice.pick(courts) };
};

/** Makes up a valid payload for each step of the courts; `undefined` where the law leaves none on that occasion. */
export const COURT_PAYLOADS = {
  'case-accepted': () => ({}),
  'judge-assigned': (dice) => ({ judgeId: `judge-${dice.between(1, 3)}` }),
  'preparation-extended': extension,
  scheduled: (dice, { file, day }) => ({
    hearingOn: addDays(day, dice.between(0, 10)),
    ...(dice.chance(0.3) && !file.procedure ? { obstacle: dice.pick(codes(HEARING_OBSTACLES)) } : {}),
  }),
  'hearing-opened': (_dice, occasion) => (isHeard(occasion) && !occasion.file.hearingOpenedOn ? {} : undefined),
  adjourned: (dice, occasion) =>
    isHeard(occasion)
      ? { hearingOn: addDays(occasion.day, dice.between(1, 30)), ground: dice.pick(codes(ADJOURNMENT_GROUNDS)) }
      : undefined,
  'deliberation-prolonged': (dice, occasion) =>
    isHeard(occasion) ? { until: addDays(occasion.day, dice.between(1, 7)) } : undefined,
  'trial-suspended': suspension,
  'returned-by-court': returnedByCourt,
  'returned-for-competence': (dice, { file }) => procuracy(dice, file),
  judged: judgment,
  'judgment-received': (dice, { file }) =>
    someOf(
      dice,
      idsOf(file, (one) => one.absent === true && !one.receivedOn && hasStatus('judged', 'appealed')(one)),
    ),
  appealed: attack,
  'late-appeal-sent': (dice, { file }) => someOf(dice, idsOf(file, isLate)),
  'late-appeal-accepted': (dice, { file }) => someOf(dice, idsOf(file, isLate)),
  'late-appeal-refused': (dice, { file }) => someOf(dice, idsOf(file, isLate)),
  'appeal-withdrawn': (dice, { file }) => someOf(dice, idsOf(file, hasStatus('appealed'))),
  finalised: finality,
  'sent-to-appellate-court': sending,
  'appeal-accepted': (dice) => ({ level: dice.pick(APPEAL_LEVELS) }),
  'appeal-file-lent': (dice, { file }) =>
    file.fileLentTo === undefined ? { toOfficeId: dice.pick(officesOf(['procuracy'])) } : undefined,
  'appeal-file-study-extended': (dice, { file, day }) => {
    const { fileStudy: study, appealLevel } = file;
    if (!study || study.until || !appealLevel || file.procedure) return undefined;
    const until = addDays(study.from, (appealLevel === 'province' ? 15 : 20) + dice.between(1, 10));
    return until > day ? { until, ground: 'study-complex' } : undefined;
  },
  'appeal-file-given-back': (_dice, { file }) => (file.fileLentTo === undefined ? undefined : {}),
  'appeal-scheduled': (dice, { day }) => ({ hearingOn: addDays(day, dice.between(0, 10)) }),
  'appeal-decided': appealDecision,
  'remand-accepted': () => ({}),
  'cassation-protested': protest,
  'cassation-decided': decision(CASSATION_OUTCOMES, 'in-cassation'),
  'reopening-protested': (dice, occasion) => {
    const stated = protest(dice, occasion);
    return stated && { ...stated, reportedOn: addDays(occasion.day, -dice.between(0, 90)) };
  },
  'reopening-decided': decision(REOPENING_OUTCOMES, 'in-reopening'),
} as const satisfies Partial<Record<CaseEventType, Maker>>;
