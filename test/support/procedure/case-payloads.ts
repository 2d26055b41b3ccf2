import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import {
  CARRIED_OVER_CASE,
  type CaseEventType,
  type CaseFile,
  type CasePhase,
  type Defendant,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  RETURN_GROUNDS,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  VERDICTS,
  gravityOfCase,
} from '#libs/domain/procedure';
import type { Occasion } from './denunciation-payloads.js';
import type { Dice } from './dice.js';
import { agencyAt, officesOf } from './offices.js';

type Payload = Record<string, unknown>;
type Maker = (dice: Dice, occasion: Occasion<CaseFile>) => Payload | undefined;

const MOST_ACCUSED = 6;
const INVESTIGATORS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const OFFENCES = [
  { article: 347, clause: 1 },
  { article: 152, clause: 1 },
  { article: 150, clause: 1 },
  { article: 151, clause: 3, point: 'a' },
] as const;
const codes = (grounds: object): string[] => Object.keys(grounds);
const idsWith = (file: CaseFile, ...statuses: readonly Defendant['status'][]): string[] =>
  file.defendants.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
const ACTIVE = ['charged', 'approved', 'indicted', 'judged', 'appealed'] as const;
const active = (file: CaseFile): string[] => idsWith(file, ...ACTIVE);
const someOf = (dice: Dice, ids: readonly string[]): Payload | undefined =>
  ids.length > 0 ? { defendantIds: dice.some(ids) } : undefined;

const PHASES: readonly CasePhase[] = ['investigation', 'prosecution', 'trial'];
const STAGES: Readonly<Record<CasePhase, readonly CaseFile['stage'][]>> = {
  investigation: ['none', 'under-investigation', 'concluded'],
  prosecution: ['at-procuracy', 'indicted'],
  trial: ['handed-to-court', 'accepted', 'scheduled', 'judged'],
};
const rankOf = (file: CaseFile): number => PHASES.findIndex((phase) => STAGES[phase].includes(file.stage));
const haltedHere = (file: CaseFile): Defendant[] =>
  file.defendants.filter(
    ({ status, haltedIn = 'trial' }) =>
      (status === 'suspended' || status === 'terminated') && PHASES.indexOf(haltedIn) >= rankOf(file),
  );

const charge: Maker = (dice, { file }) => {
  const refused = idsWith(file, 'cancelled');
  const again = refused.length > 0 && dice.chance(0.5) ? dice.pick(refused) : undefined;
  if (!again && file.defendants.length >= MOST_ACCUSED) return undefined;
  const defendantId = again ?? `accused-${file.defendants.length + 1}`;
  return { defendantId, number: `BC-${defendantId}`, offence: dice.pick(OFFENCES), minor: dice.chance(0.1) };
};

const carryOver: Maker = (dice, { day, officeId }) => {
  const holders = { trial: ['court'], prosecution: ['procuracy'], investigation: INVESTIGATORS } as const;
  const phaseOf = (status: string): CasePhase => {
    if (['accepted', 'scheduled', 'handed-to-court', 'trial-suspended'].includes(status)) return 'trial';
    return ['at-procuracy', 'prosecution-suspended', 'indicted'].includes(status) ? 'prosecution' : 'investigation';
  };
  const mine = CARRIED_OVER_CASE.filter((status) => holders[phaseOf(status)].some((one) => one === agencyAt(officeId)));
  const status = dice.pick(mine);
  const unknown = status.includes('investigation') && dice.chance(0.4);
  const count = dice.between(1, 3);
  const persons = Array.from({ length: count }, (_, index) => ({
    defendantId: `accused-${index + 1}`,
    number: `BC-accused-${index + 1}`,
  }));
  return {
    status,
    ...(unknown ? {} : { persons }),
    ...(dice.chance(0.5) ? { offence: dice.pick(OFFENCES) } : {}),
    ...(dice.chance(0.5) ? { institutedOn: addDays(day, -dice.between(0, 60)) } : {}),
    ...(unknown && dice.chance(0.5) ? { discovered: dice.chance(0.5) } : {}),
  };
};

/** Months of investigation and of its extensions, by gravity, told a second time. */
const MONTHS = {
  investigation: {
    'less-serious': [2, 2],
    serious: [3, 3, 2],
    'very-serious': [4, 4, 4],
    'especially-serious': [4, 4, 4, 4, 4],
  },
  'investigation-resumed': {
    'less-serious': [2, 1],
    serious: [2, 2],
    'very-serious': [3, 2],
    'especially-serious': [3, 3],
  },
} as const;

const laterOf = (day: Day, other: Day | undefined): Day => (other && other > day ? other : day);

/** @returns the end that stands and the latest that the next extension may set, or `undefined` when there is none. */
const nextEnd = (file: CaseFile): readonly [Day, Day] | undefined => {
  const { investigationClock: clock, investigationUntil: until } = file;
  const gravity = gravityOfCase(file);
  if (!clock || !gravity || clock.limit === 'supplement-for-court' || clock.limit === 'supplement-for-procuracy')
    return undefined;
  const [base = 0, ...more]: readonly number[] = MONTHS[clock.limit][gravity];
  const extra = more[clock.extensions];
  const end = until ?? addMonths(clock.from, base);
  return extra === undefined ? undefined : [end, addMonths(end, extra)];
};

/** Nobody can reckon a limit whose start or gravity is not told; only that the end is later. */
const isReckoned = ({ investigationClock: clock, ...file }: CaseFile): boolean =>
  clock !== undefined && (clock.limit.startsWith('supplement') || gravityOfCase(file) !== undefined);

const extension: Maker = (dice, { file, day }) => {
  if (!isReckoned(file)) return { until: addDays(laterOf(day, file.investigationUntil), dice.between(1, 30)) };
  const ends = nextEnd(file);
  if (!ends) return undefined;
  const [soonest, longest] = [addDays(laterOf(day, ends[0]), 1), ends[1]];
  return soonest <= longest ? { until: dice.chance(0.5) ? longest : soonest } : undefined;
};

const suspension =
  (grounds: object): Maker =>
  (dice, { file }) => {
    const ids = active(file);
    const named = ids.length > 0 && dice.chance(0.6) ? { defendantIds: dice.some(ids) } : {};
    return { ground: dice.pick(codes(grounds)), ...named };
  };

const termination =
  (grounds: object): Maker =>
  (dice, { file }) => {
    const ids = [...active(file), ...idsWith(file, 'suspended')];
    const named = ids.length > 0 && dice.chance(0.6) ? { defendantIds: dice.some(ids) } : {};
    return { ground: file.halt === 'suspended' ? 'time-barred' : dice.pick(codes(grounds)), ...named };
  };

const resumption: Maker = (dice, { file }) => {
  const here = haltedHere(file);
  const ids = here.map(({ id }) => id);
  const byName = ids.length > 0 && dice.chance(0.6);
  if (byName) return { defendantIds: dice.some(ids) };
  const oneByOne = file.halt === 'terminated' && here.length > 1 && !here.some((one) => one.haltedWithCase);
  const nothing = !file.halt && !here.some((one) => one.status === 'suspended' || one.haltedWithCase);
  return oneByOne || nothing ? undefined : {};
};

const indictment: Maker = (dice, { file }) => {
  const ids = active(file);
  if (ids.length === 0 || idsWith(file, 'approved').length < ids.length) return undefined;
  return dice.chance(0.5) ? {} : { defendantIds: ids };
};

const returned: Maker = (dice, { file }) => {
  if (!file.courtReturn && file.returns.procuracy >= 2) return undefined;
  const elsewhere = file.investigatingOfficeId === undefined || dice.chance(0.2);
  return {
    ground: dice.pick(codes(RETURN_GROUNDS)),
    ...(elsewhere ? { toOfficeId: dice.pick(officesOf(INVESTIGATORS)) } : {}),
  };
};

const returnedByCourt: Maker = (dice, { file }) => {
  const by = (['judge', 'panel'] as const).filter(
    (one) => file.returns[one] === 0 && (one === 'judge' || file.stage === 'scheduled'),
  );
  if (by.length === 0) return undefined;
  const elsewhere = file.procuracyOfficeId === undefined || dice.chance(0.2);
  const to = elsewhere ? { toOfficeId: dice.pick(officesOf(['procuracy'])) } : {};
  return { by: dice.pick(by), ground: dice.pick(codes(RETURN_GROUNDS)), ...to };
};

const judgment: Maker = (dice, { file, day }) => {
  const ids = active(file);
  if (ids.length === 0 || (file.hearingOn && day < file.hearingOn)) return undefined;
  return { verdicts: ids.map((defendantId) => ({ defendantId, outcome: dice.pick(VERDICTS) })) };
};

const finality: Maker = (dice, { file, day }) => {
  const old = file.defendants.filter((one) => one.status === 'judged' && day > addDays(one.judgedOn ?? one.since, 30));
  const appealed = idsWith(file, 'appealed');
  if (appealed.length > 0 && dice.chance(0.6)) {
    return {
      basis: 'appellate-judgment',
      outcome: dice.pick(['upheld', 'amended']),
      defendantIds: dice.some(appealed),
    };
  }
  return old.length > 0 ? { basis: 'no-appeal', defendantIds: dice.some(old.map(({ id }) => id)) } : undefined;
};

const to =
  (...agencies: Parameters<typeof officesOf>[0]): Maker =>
  (dice) => ({ toOfficeId: dice.pick(officesOf(agencies)) });

/** Makes up a valid payload for each event; `undefined` where the law leaves none on that occasion. */
export const CASE_PAYLOADS: Readonly<Record<CaseEventType, Maker>> = {
  'case-instituted': (dice) => ({ offence: dice.pick(OFFENCES), denunciationIds: ['denunciation-1'] }),
  'case-carried-over': carryOver,
  charged: charge,
  'charge-approved': (dice, { file }) => someOf(dice, idsWith(file, 'charged')),
  'charge-cancelled': (dice, { file }) => someOf(dice, idsWith(file, 'charged')),
  'investigation-extended': extension,
  'investigation-suspended': suspension(INVESTIGATION_SUSPENSION_GROUNDS),
  'investigation-resumed': resumption,
  'investigation-terminated': termination(INVESTIGATION_TERMINATION_GROUNDS),
  'investigation-concluded': (_dice, { file }) =>
    active(file).length > 0 && idsWith(file, 'charged').length === 0 ? {} : undefined,
  'handed-to-procuracy': to('procuracy'),
  'case-transfer-offered': (dice, { file }) => ({
    toOfficeId: dice.pick(officesOf(INVESTIGATORS).filter((id) => id !== file.holderOfficeId)),
  }),
  'case-transfer-accepted': () => ({}),
  'case-transfer-refused': () => ({ because: 'not ours' }),
  'case-office-succeeded': (dice, { officeId }) => ({
    toOfficeId: dice.pick(officesOf([agencyAt(officeId)]).filter((id) => id !== officeId)),
  }),
  indicted: indictment,
  'returned-for-supplement': returned,
  'prosecution-suspended': suspension(PROSECUTION_SUSPENSION_GROUNDS),
  'prosecution-resumed': resumption,
  'prosecution-terminated': termination(PROSECUTION_TERMINATION_GROUNDS),
  'handed-to-court': to('court'),
  'case-accepted': () => ({}),
  scheduled: (dice, { day }) => ({ hearingOn: addDays(day, dice.between(0, 10)) }),
  'returned-by-court': returnedByCourt,
  'trial-suspended': suspension(TRIAL_SUSPENSION_GROUNDS),
  'trial-resumed': resumption,
  'trial-terminated': termination(TRIAL_TERMINATION_GROUNDS),
  judged: judgment,
  appealed: (dice, { file }) => {
    const some = someOf(dice, idsWith(file, 'judged'));
    return some && { kind: dice.pick(['appeal', 'protest']), ...some };
  },
  finalised: finality,
};

/**
 * A charge or an approval learned of late: it may lie before what was recorded of other accused, once the case is known to
 * be discovered anyway.
 */
export function lateDayOf(event: string, file: CaseFile, payload: Payload): Day | undefined {
  if (!file.since || !file.defendants.some(({ status }) => status !== 'cancelled')) return undefined;
  if (event === 'charged') return idsWith(file, 'cancelled').length === 0 ? file.since : undefined;
  if (event !== 'charge-approved' || !Array.isArray(payload.defendantIds)) return undefined;
  const named: readonly unknown[] = payload.defendantIds;
  const touched = file.defendants.filter(({ id }) => named.includes(id));
  return touched.reduce((last, { since }) => laterOf(last, since), file.since);
}
