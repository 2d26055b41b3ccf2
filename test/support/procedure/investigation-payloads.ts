import { type Day, addDays } from '#libs/domain/kernel';
import type { Agency } from '#libs/domain/jurisdiction';
import {
  type CaseFile,
  type CasePayloads,
  type Defendant,
  MINOR_LIMIT_GROUNDS,
  NON_INSTITUTION_GROUNDS,
  SUMMARY_PROCEDURE_GROUNDS,
  chargedDefendants,
  gravityOfCase,
} from '#libs/domain/procedure';
import type { Occasion } from './denunciation-payloads.js';
import type { Dice } from './dice.js';
import {
  endOfInvestigation,
  endOfProsecution,
  endsOfHandOver,
  endsOfInvestigation,
  endsOfProsecution,
  isYoung,
} from './investigation-end.js';
import { agencyAt, officesOf } from './offices.js';

type Payload = Record<string, unknown>;
type Maker = (dice: Dice, occasion: Occasion<CaseFile>) => Payload | undefined;

/** Why limits become whole, told a second time: the investigators know no diversion that makes them so. */
const liftingGrounds = ({ stage }: CaseFile): string[] =>
  Object.keys(MINOR_LIMIT_GROUNDS).filter((one) => one !== 'diversion-announced' || stage !== 'under-investigation');

export const OFFENCES = [
  { article: 347, clause: 1 },
  { article: 152, clause: 1 },
  { article: 150, clause: 1 },
  { article: 151, clause: 3, point: 'a' },
] as const;
/** @returns whether the border guard has a case that it may only begin (Điều 164). */
export const beginsOnly = ({ file, officeId }: Pick<Occasion<CaseFile>, 'file' | 'officeId'>): boolean =>
  agencyAt(officeId) === 'border-guard' && (gravityOfCase(file) ?? 'less-serious') !== 'less-serious';
/** @returns what the office may accuse somebody of. */
export const offencesFor = ({
  officeId,
}: Pick<Occasion<CaseFile>, 'officeId'>): readonly (typeof OFFENCES)[number][] =>
  agencyAt(officeId) === 'border-guard' ? OFFENCES.slice(0, 1) : OFFENCES;
const OPEN = ['charged', 'approved', 'indicted', 'suspended'] as const;
const LIVE = ['charged', 'approved', 'indicted', 'judged', 'appealed'] as const;

const having = (file: CaseFile, ...statuses: readonly Defendant['status'][]): readonly Defendant[] =>
  file.defendants.filter(({ status }) => statuses.includes(status));
const some = (dice: Dice, from: readonly Defendant[]): Payload | undefined =>
  from.length > 0 ? { defendantIds: dice.some(from.map(({ id }) => id)) } : undefined;
const laterOf = (day: Day, other: Day): Day => (other > day ? other : day);
const sameAs = (one: { article: number; clause: number }, other: { article: number; clause: number }): boolean =>
  one.article === other.article && one.clause === other.clause;

/** An end between the one that stands and the latest by law; any later day where nobody can reckon. */
const nextEnd = (dice: Dice, day: Day, ends: readonly [Day, Day?] | undefined): Day | undefined => {
  if (!ends) return addDays(day, dice.between(1, 30));
  const [end, longest] = ends;
  const soonest = addDays(laterOf(day, end), 1);
  if (!longest || soonest > longest) return undefined;
  return dice.chance(0.5) ? longest : soonest;
};

const extension: Maker = (dice, { file, day }) => {
  const from = laterOf(day, file.investigationUntil ?? day);
  const until = nextEnd(dice, from, endsOfInvestigation(file));
  return until && { until };
};
const extensionAsked: Maker = (dice, { file, day }) => {
  const ends = endsOfInvestigation(file);
  if (ends && day > addDays(ends[0], -10)) return undefined;
  const until = nextEnd(dice, laterOf(day, file.investigationUntil ?? day), ends);
  return until && { until };
};
const prosecutionExtended: Maker = (dice, { file, day }) => {
  const atHandOver = file.stage === 'indicted';
  const ends = atHandOver ? endsOfHandOver(file) : endsOfProsecution(file);
  const until = nextEnd(dice, laterOf(day, (atHandOver ? undefined : file.prosecutionClock?.until) ?? day), ends);
  return until && { until };
};

/** Grounds of a suspension on that day: illness always, the others once the limit has run out, a search first. */
const suspension =
  (grounds: object, endOf: (file: CaseFile) => Day | undefined, absconded: string): Maker =>
  (dice, { file, day }) => {
    const end = endOf(file);
    const due = end === undefined || day >= end;
    const live = having(file, ...LIVE);
    const able = Object.keys(grounds).filter(
      (ground) => (ground === 'illness' || due) && (ground !== 'accused-unknown' || live.length === 0),
    );
    const ground = dice.pick(able);
    const named = ground === absconded && !file.carriedOver ? live.filter(({ wantedOn }) => wantedOn) : live;
    if (ground === absconded && named.length === 0) return undefined;
    return { ground, ...(ground === absconded || dice.chance(0.6) ? some(dice, named) : {}) };
  };

const changedCharge: Maker = (dice, occasion) => {
  const { file } = occasion;
  if (beginsOnly(occasion)) return undefined;
  const able = having(file, 'charged', 'approved');
  if (able.length === 0) return undefined;
  const { id, offence, charges = offence ? [offence] : [] } = dice.pick(able);
  const other = offencesFor(occasion).filter((one) => !charges.some((charge) => sameAs(one, charge)));
  return other.length > 0
    ? { defendantId: id, offence: dice.pick(other), kind: dice.pick(['changed', 'added']) }
    : undefined;
};

const changedInstitution: Maker = (dice, { file }) => {
  const cited = [file.offence, ...(file.otherOffences ?? [])].filter((one) => one !== undefined);
  const other = OFFENCES.filter((one) => !cited.some((offence) => sameAs(one, offence)));
  return other.length > 0 ? { offence: dice.pick(other), kind: dice.pick(['changed', 'supplemented']) } : undefined;
};

const movesOf = (persons: readonly Defendant[]): Payload[] =>
  persons.map(({ id }) => ({ defendantId: id, newId: `${id}-elsewhere` }));

const severed: Maker = (dice, { file }) => {
  const live = having(file, ...LIVE);
  const byProcuracy = having(file, 'suspended').filter(
    ({ haltedFor = 'illness' }) => haltedFor === 'illness' || haltedFor.endsWith('absconded'),
  );
  const able = file.stage === 'at-procuracy' ? byProcuracy : having(file, ...OPEN);
  const kept = live.length > 0 ? dice.pick(live) : undefined;
  const persons = able.filter((one) => one !== kept && dice.chance(0.6));
  return kept && persons.length > 0 ? { toCaseId: 'case-severed', persons: movesOf(persons) } : undefined;
};

const stranger = (index: number, day: Day, status: string): Payload => ({
  defendantId: `accused-from-elsewhere-${index}`,
  number: `BC-elsewhere-${index}`,
  status,
  minor: false,
  chargedOn: addDays(day, -20),
  offence: OFFENCES[0],
  charges: [OFFENCES[0]],
});

const absorbed: Maker = (_dice, { file, day }) => {
  const index = (file.absorbedCaseIds?.length ?? 0) + 1;
  const persons = file.defendants.length < 8 ? { persons: [stranger(index, day, 'approved')] } : {};
  const institutedOn = addDays(day, -30);
  return { fromCaseId: `case-joined-${index}`, institutedOn, offence: OFFENCES[0], ...persons };
};

const severedOff: Maker = (dice, { day }) => {
  const suspended = { statusBeforeSuspension: 'approved', haltedIn: 'investigation', haltedWithCase: true };
  const halted = dice.chance(0.4);
  const person = { ...stranger(0, day, halted ? 'suspended' : 'approved'), ...(halted ? suspended : {}) };
  return {
    parentCaseId: 'case-parent',
    stage: 'under-investigation',
    institutedOn: addDays(day, -30),
    offence: OFFENCES[0],
    clock: { limit: 'investigation', from: addDays(day, -30), extensions: 0 },
    persons: [person],
  };
};

/** Whom the Code has tell it, where that is not whoever took the step. */
const mayOwe = (notice: string, agency: Agency): boolean => {
  if (notice === 'transfer-of-case') return agency === 'procuracy';
  return notice !== 'joinder-to-procuracy' || agency !== 'procuracy';
};

const notified: Maker = (dice, { file, officeId, day }) => {
  const mine = file.owed.filter(
    (one) => one.officeId === officeId && one.since <= day && mayOwe(one.notice, agencyAt(officeId)),
  );
  return mine.length > 0 ? { notice: dice.pick(mine).notice } : undefined;
};

const nothing = (): Payload => ({});
const whole =
  (ready: (file: CaseFile) => boolean, payload: Payload = {}): Maker =>
  (_dice, { file }) =>
    ready(file) ? payload : undefined;
/** Valid payloads of the steps of investigation and prosecution that are beside the main line. */
export const INVESTIGATION_PAYLOADS = {
  'institution-changed': changedInstitution,
  'institution-cancelled': (dice, { file }) => {
    const grounds = Object.keys(NON_INSTITUTION_GROUNDS);
    const fitting = grounds.filter((one) => one !== 'no-victim-request' || !file.offence);
    return chargedDefendants(file).length > 0 ? undefined : { ground: dice.pick(fitting) };
  },
  'institution-overruled': nothing,
  'charge-changed': changedCharge,
  'charge-evidence-requested': (dice, { file }) =>
    some(
      dice,
      having(file, 'charged').filter((one) => !one.evidenceAskedOn),
    ),
  'charge-evidence-supplied': (dice, { file }) => {
    const asked = having(file, 'charged').filter((one) => one.evidenceAskedOn);
    return asked.length > 0 && dice.chance(0.5) ? {} : some(dice, asked);
  },
  'investigation-extension-requested': extensionAsked,
  'investigation-extended': extension,
  'termination-confirmed': nothing,
  'case-assigned': (dice) => ({ officerId: `officer-${dice.between(1, 3)}` }),
  'wanted-issued': (dice, { file }) =>
    some(
      dice,
      having(file, ...LIVE, 'suspended').filter((one) => !one.wantedOn),
    ),
  'wanted-withdrawn': (dice, { file }) =>
    some(
      dice,
      file.defendants.filter((one) => one.wantedOn),
    ),
  'absentia-decided': (dice, { file, day }) =>
    day < '2025-07-01'
      ? undefined
      : some(
          dice,
          having(file, ...LIVE).filter((one) => !one.inAbsentia),
        ),
  'summary-procedure-applied': (dice, { file }) => {
    const possible = file.procedure === undefined && (gravityOfCase(file) ?? 'less-serious') === 'less-serious';
    const stated = { ground: dice.pick(Object.keys(SUMMARY_PROCEDURE_GROUNDS)), simple: true, identityClear: true };
    return possible ? (dice.chance(0.5) ? stated : {}) : undefined;
  },
  'summary-procedure-revoked': whole((file) => file.procedure === 'summary'),
  'minor-limits-lifted': (dice, { file, day }) =>
    isYoung(file) && day >= '2026-01-01' ? { ground: dice.pick(liftingGrounds(file)) } : undefined,
  'case-notified': notified,
  'case-suspension-reviewed': () => ({}),
  'case-joined': (_dice, { file }) => {
    const persons = having(file, ...LIVE, 'suspended');
    return { intoCaseId: 'case-other', ...(persons.length > 0 ? { movedTo: movesOf(persons) } : {}) };
  },
  'case-absorbed': absorbed,
  'case-severed': severed,
  'case-severed-off': severedOff,
  'file-refused': whole(
    ({ courtReturn, investigatingOfficeId }) => !courtReturn && investigatingOfficeId !== undefined,
    { because: 'incomplete' },
  ),
  'prosecution-extended': prosecutionExtended,
  'prosecution-transferred': (dice, { file }) => ({
    toOfficeId: dice.pick(officesOf(['procuracy']).filter((id) => id !== file.holderOfficeId)),
  }),
  'return-declined': whole(
    (file) => file.courtReturn !== undefined && having(file, ...LIVE).every((one) => one.indictedOn !== undefined),
    { because: 'enough evidence' },
  ),
  'prosecution-withdrawn': (dice, { file }) =>
    some(
      dice,
      having(file, 'indicted').filter((one) => !one.prosecutionWithdrawnOn && !file.hearingOpenedOn),
    ),
} satisfies Partial<Record<keyof CasePayloads, Maker>>;

export const suspendedInvestigation = (grounds: object): Maker =>
  suspension(grounds, endOfInvestigation, 'accused-absconded');
export const suspendedProsecution = (grounds: object): Maker => suspension(grounds, endOfProsecution, 'absconded');

/** @returns whether what is not proven may end the investigation: its limit has run out, or nobody knows it. */
export const isOverdue = ({ file, day }: Occasion<CaseFile>): boolean => {
  const end = endOfInvestigation(file);
  return end === undefined || day >= end;
};
