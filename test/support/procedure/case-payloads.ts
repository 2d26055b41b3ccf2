import { type Day, addDays } from '#libs/domain/kernel';
import {
  CARRIED_OVER_CASE,
  CASE_TRANSFER_GROUNDS,
  DIFFICULTY_CATEGORIES,
  type CaseEventType,
  type CaseFile,
  type CasePhase,
  type Defendant,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  RETURN_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
} from '#libs/domain/procedure';
import { COURT_PAYLOADS } from './court-payloads.js';
import type { Occasion } from './denunciation-payloads.js';
import type { Dice } from './dice.js';
import {
  INVESTIGATION_PAYLOADS,
  OFFENCES,
  beginsOnly,
  isOverdue,
  offencesFor,
  suspendedInvestigation,
  suspendedProsecution,
} from './investigation-payloads.js';
import { MEASURE_PAYLOADS } from './measure-payloads.js';
import { agencyAt, officesOf } from './offices.js';

type Payload = Record<string, unknown>;
type Maker = (dice: Dice, occasion: Occasion<CaseFile>) => Payload | undefined;

const MOST_ACCUSED = 6;
const INVESTIGATORS = ['police-investigation', 'border-guard', 'procuracy'] as const;
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

const charge: Maker = (dice, occasion) => {
  const { file } = occasion;
  if (beginsOnly(occasion)) return undefined;
  const refused = idsWith(file, 'cancelled');
  const again = refused.length > 0 && dice.chance(0.5) ? dice.pick(refused) : undefined;
  if (!again && file.defendants.length >= MOST_ACCUSED) return undefined;
  const defendantId = again ?? `accused-${file.defendants.length + 1}`;
  return {
    defendantId,
    number: `BC-${defendantId}`,
    offence: dice.pick(offencesFor(occasion)),
    minor: dice.chance(0.1),
  };
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

const laterOf = (day: Day, other: Day | undefined): Day => (other && other > day ? other : day);

/** @returns whether the court may terminate for a withdrawal, whomever it names. */
const isAllWithdrawn = ({ carriedOver, defendants }: CaseFile): boolean =>
  carriedOver ||
  defendants.every(({ status, prosecutionWithdrawnOn }) => status !== 'indicted' || prosecutionWithdrawnOn);

/** No offence that the product knows wants a request of the victim. */
const fitting = ({ offence, otherOffences = [] }: CaseFile, grounds: object): string[] =>
  offence || otherOffences.length > 0
    ? codes(grounds).filter((one) => one !== 'no-victim-request' && one !== 'request-withdrawn')
    : codes(grounds);

const termination =
  (grounds: object): Maker =>
  (dice, { file }) => {
    const ids = [...active(file), ...idsWith(file, 'suspended')];
    const named = ids.length > 0 && dice.chance(0.6) ? { defendantIds: dice.some(ids) } : {};
    return { ground: file.halt === 'suspended' ? 'time-barred' : dice.pick(fitting(file, grounds)), ...named };
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

const to =
  (...agencies: Parameters<typeof officesOf>[0]): Maker =>
  (dice) => ({ toOfficeId: dice.pick(officesOf(agencies)) });

const otherInvestigators = (dice: Dice, { holderOfficeId }: CaseFile): Payload => ({
  toOfficeId: dice.pick(officesOf(INVESTIGATORS).filter((id) => id !== holderOfficeId)),
});

/** Makes up a valid payload for each event; `undefined` where the law leaves none on that occasion. */
export const CASE_PAYLOADS: Readonly<Record<CaseEventType, Maker>> = {
  'case-instituted': (dice, { day }) => ({
    offence: dice.pick(OFFENCES),
    ...(dice.chance(0.5) ? { committedOn: addDays(day, -dice.between(0, 4000)) } : {}),
    denunciationIds: ['denunciation-1'],
    ...(dice.chance(0.3) ? { inFlagrante: dice.chance(0.5) } : {}),
  }),
  'case-carried-over': carryOver,
  charged: charge,
  'charge-approved': (dice, { file }) => someOf(dice, idsWith(file, 'charged')),
  'charge-cancelled': (dice, { file }) => someOf(dice, idsWith(file, 'charged')),
  ...INVESTIGATION_PAYLOADS,
  ...MEASURE_PAYLOADS,
  'key-case-marked': (_dice, { file }) => (file.keyCase ? undefined : {}),
  'key-case-unmarked': (_dice, { file }) => (file.keyCase ? { because: 'settled' } : undefined),
  'difficulty-noted': (dice, { file }) => ({
    difficultyId: `difficulty-${(file.difficulties ?? []).length + 1}`,
    category: dice.pick(DIFFICULTY_CATEGORIES),
    summary: 'an invented difficulty',
  }),
  'difficulty-settled': (dice, { file }) => {
    const open = (file.difficulties ?? []).filter(({ settledOn }) => settledOn === undefined);
    return open.length > 0 ? { difficultyId: dice.pick(open).id } : undefined;
  },
  'investigation-suspended': suspendedInvestigation(INVESTIGATION_SUSPENSION_GROUNDS),
  'termination-overruled': (dice, occasion) => {
    const whole = resumption(dice, occasion);
    const { file } = occasion;
    const ready = file.defendants.some((one) => one.status === 'terminated' && one.haltedIn === 'investigation');
    const pending = file.defendants.some((one) => one.statusBeforeSuspension === 'charged');
    const prosecute = ready && !pending && dice.chance(0.4);
    return whole && { ...whole, ...(prosecute ? { prosecute } : {}) };
  },
  'investigation-resumed': resumption,
  'investigation-terminated': (dice, occasion) => {
    const { 'not-proven': _late, ...early } = INVESTIGATION_TERMINATION_GROUNDS;
    return termination(isOverdue(occasion) ? INVESTIGATION_TERMINATION_GROUNDS : early)(dice, occasion);
  },
  'investigation-concluded': (_dice, { file, officeId }) =>
    !beginsOnly({ file, officeId }) && active(file).length > 0 && idsWith(file, 'charged').length === 0
      ? {}
      : undefined,
  'handed-to-procuracy': to('procuracy'),
  'case-transfer-offered': (dice, { file }) => otherInvestigators(dice, file),
  'case-transfer-agreed': (_dice, { file: { transfer } }) =>
    transfer?.agreedOn || transfer?.decidedOn ? undefined : {},
  'case-transfer-requested': (dice, { file }) => {
    const { transfer, holderOfficeId, receiverOfficeId } = file;
    if (transfer?.requestedOn || transfer?.decidedOn) return undefined;
    // The receiver may have come to hold the case as the successor of an office that ended.
    const isOffered = receiverOfficeId !== undefined && receiverOfficeId !== holderOfficeId;
    return isOffered && dice.chance(0.8) ? {} : otherInvestigators(dice, file);
  },
  'case-transfer-decided': (dice, { file }) => {
    const { requestedOn, decidedOn } = file.transfer ?? {};
    const { 'not-competent': _proposed, ...unasked } = CASE_TRANSFER_GROUNDS;
    const ground = dice.pick(codes(requestedOn ? CASE_TRANSFER_GROUNDS : unasked));
    return decidedOn ? undefined : { ...otherInvestigators(dice, file), ground };
  },
  'case-transfer-accepted': (_dice, { file: { holderOfficeId, transfer } }) =>
    transfer?.decidedOn || (holderOfficeId && agencyAt(holderOfficeId) !== 'police-investigation') ? {} : undefined,
  'case-transfer-refused': (_dice, { file }) => (file.transfer?.decidedOn ? undefined : { because: 'not ours' }),
  'case-office-succeeded': (dice, { officeId }) => ({
    toOfficeId: dice.pick(officesOf([agencyAt(officeId)]).filter((id) => id !== officeId)),
  }),
  indicted: indictment,
  'returned-for-supplement': returned,
  'prosecution-suspended': suspendedProsecution(PROSECUTION_SUSPENSION_GROUNDS),
  'prosecution-resumed': resumption,
  'prosecution-terminated': termination(PROSECUTION_TERMINATION_GROUNDS),
  'handed-to-court': (dice) => ({
    toOfficeId: dice.pick(officesOf(['court'])),
    ...(dice.chance(0.2) ? { ground: dice.pick(codes(PROVINCIAL_TRIAL_GROUNDS)) } : {}),
  }),
  'trial-resumed': (dice, occasion) =>
    occasion.file.stage === 'judged' && idsWith(occasion.file, 'judged').length > 0
      ? undefined
      : resumption(dice, occasion),
  'trial-terminated': (dice, occasion) => {
    if (occasion.file.stage !== 'judged') {
      const { 'prosecution-withdrawn': _withdrawn, ...others } = TRIAL_TERMINATION_GROUNDS;
      const able = isAllWithdrawn(occasion.file) ? TRIAL_TERMINATION_GROUNDS : others;
      return termination(able)(dice, occasion);
    }
    const some = someOf(dice, idsWith(occasion.file, 'suspended'));
    return some && { ground: dice.pick(fitting(occasion.file, TRIAL_TERMINATION_GROUNDS)), ...some };
  },
  ...COURT_PAYLOADS,
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
