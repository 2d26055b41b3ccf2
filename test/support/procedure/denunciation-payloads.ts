import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import {
  CARRIED_OVER_DENUNCIATION,
  type DenunciationEventType,
  type DenunciationFile,
  NON_INSTITUTION_GROUNDS,
  SOURCES,
  SPLIT_OFF_DENUNCIATION,
  VERIFICATION_SUSPENSION_GROUNDS,
} from '#libs/domain/procedure';
import type { Dice } from './dice.js';
import { agencyAt, officesOf } from './offices.js';

type Payload = Record<string, unknown>;

/** What is known when a payload is made up: the file, the day of the step and the office that acts. */
export interface Occasion<File> {
  readonly file: File;
  readonly day: Day;
  readonly officeId: number;
}

const RESOLVERS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const codes = (grounds: object): string[] => Object.keys(grounds);
const resolves = (officeId: number): boolean => RESOLVERS.some((agency) => agency === agencyAt(officeId));
const petitions = (officeId: number): boolean => ['police-investigation', 'procuracy'].includes(agencyAt(officeId));
const later = (day: Day, other: Day): Day => (other > day ? other : day);

/** The end that stands, and the latest that the next extension may set: told a second time. */
const ends = ({ limitFrom, extensions }: DenunciationFile, grantor: string): readonly [Day, Day] | undefined => {
  const given = extensions.at(-1)?.until;
  if (!limitFrom) return undefined;
  const longest = grantor === 'procuracy' && given ? addMonths(given, 2) : addMonths(limitFrom, 2);
  return [given ?? addDays(limitFrom, 20), longest];
};

/** The head first, to 2 months from the receipt, in one step or several; then the procuracy, by 2 months. */
const extension = (
  dice: Dice,
  { file, day }: Occasion<DenunciationFile>,
  by = nextGrantor(dice, file),
): Payload | undefined => {
  if (file.resumedOn || file.extensions.length > 1) return undefined;
  const [end, longest] = ends(file, by) ?? [file.extensions.at(-1)?.until ?? day, addDays(day, 500)];
  const soonest = addDays(later(end, day), 1);
  return soonest <= longest ? { grantor: by, until: dice.chance(0.5) ? longest : soonest } : undefined;
};
const nextGrantor = (dice: Dice, { extensions }: DenunciationFile): string =>
  extensions.length > 0 && dice.chance(0.7) ? 'procuracy' : 'head';

/** @returns the last day on which the procuracy can be asked, where the head's extension tells it. */
const lastDayToAsk = ({ extensions, limitFrom }: DenunciationFile): Day | undefined => {
  const end = extensions.at(-1)?.until ?? (limitFrom && addMonths(limitFrom, 2));
  return end && addDays(end, -5);
};

/** Asked of the procuracy alone, once, and 5 days before the end. */
const request = (dice: Dice, occasion: Occasion<DenunciationFile>): Payload | undefined => {
  const { file, day } = occasion;
  if (file.extensionAskedOn || (file.extensions.length !== 1 && !file.carriedOver)) return undefined;
  if (day > (lastDayToAsk(file) ?? day)) return undefined;
  const asked = file.extensions.length > 0 ? extension(dice, occasion, 'procuracy') : undefined;
  return asked && { until: asked.until };
};

/** Only when the limit of Điều 147 has come to its end, where anybody knows since when it runs. */
const suspension = (dice: Dice, { file, day }: Occasion<DenunciationFile>): Payload | undefined => {
  const end = file.extensions.at(-1)?.until ?? (file.limitFrom && addDays(file.limitFrom, 20));
  if (!file.resumedOn && end && day < end) return undefined;
  return { ground: dice.pick(codes(VERIFICATION_SUSPENSION_GROUNDS)) };
};

/** A notice that this office owes and has not given; a body that only receives owes none. */
const notice = (dice: Dice, { file, day, officeId }: Occasion<DenunciationFile>): Payload | undefined => {
  const own = ['receipt-to-informant', 'suspension-to-informant', 'resumption-to-informant', 'result-to-informant'];
  const mine = file.owed.filter((one) => {
    const may = agencyAt(officeId) !== 'procuracy' || own.includes(one.notice) || !one.notice.endsWith('-to-procuracy');
    return one.officeId === officeId && one.since <= day && may;
  });
  return mine.length > 0 ? { notice: dice.pick(mine).notice } : undefined;
};

/** No offence that the product knows wants a request of the victim. */
const declining = ({ offence }: DenunciationFile): string[] =>
  codes(NON_INSTITUTION_GROUNDS).filter((one) => one !== 'no-victim-request' || !offence);

const anotherResolver = (dice: Dice, { file }: Occasion<DenunciationFile>): number =>
  dice.pick(officesOf(RESOLVERS).filter((id) => id !== file.holderOfficeId));

const takeOver = ({ file, day, officeId }: Occasion<DenunciationFile>): Payload | undefined => {
  const { remedyDemandedOn: demanded } = file;
  return demanded && officeId !== file.holderOfficeId && day > addDays(demanded, 15) ? {} : undefined;
};

const succession = (dice: Dice, { officeId }: Occasion<DenunciationFile>): Payload => ({
  toOfficeId: dice.pick(officesOf([agencyAt(officeId)]).filter((id) => id !== officeId)),
});

type Maker = (dice: Dice, occasion: Occasion<DenunciationFile>) => Payload | undefined;

/** Makes up a valid payload for each event; `undefined` where the law leaves none on that occasion. */
export const DENUNCIATION_PAYLOADS: Readonly<Record<DenunciationEventType, Maker>> = {
  received: (dice, { day, officeId }) => ({
    source: dice.pick(petitions(officeId) ? SOURCES : SOURCES.filter((one) => one !== 'petition')),
    ...(dice.chance(0.4) ? { committedOn: addDays(day, -dice.between(0, 4000)) } : {}),
    ...(dice.chance(0.4) ? { offence: { article: 150, clause: 1 } } : {}),
    ...(dice.chance(0.5) ? { placeId: dice.between(1, 9) } : {}),
    ...(dice.chance(0.3) ? { urgent: dice.chance(0.7), remote: dice.chance(0.5) } : {}),
  }),
  'preliminarily-checked': (dice) => (dice.chance(0.5) ? { urgent: true, remote: dice.chance(0.5) } : {}),
  'carried-over': (dice, { day, officeId }) => ({
    status: resolves(officeId) ? dice.pick(CARRIED_OVER_DENUNCIATION) : 'received',
    ...(dice.chance(0.5) ? { receivedOn: addDays(day, -dice.between(0, 40)) } : {}),
  }),
  classified: (dice, { officeId }) => ({ competence: resolves(officeId) && dice.chance(0.7) ? 'own' : 'other' }),
  split: (dice, { file }) => ({
    childId: `part-${(file.childIds?.length ?? 0) + 1}`,
    ...(dice.chance(0.5) ? { toOfficeId: dice.pick(officesOf(['police-investigation'])) } : {}),
  }),
  'split-off': (dice, { day }) => ({
    parentId: 'denunciation-1',
    status: dice.pick(SPLIT_OFF_DENUNCIATION),
    ...(dice.chance(0.8) ? { source: dice.pick(SOURCES), receivedOn: addDays(day, -dice.between(0, 15)) } : {}),
    ...(dice.chance(0.2) ? { headUntil: addDays(day, 20) } : {}),
    ...(dice.chance(0.2) ? { resumedOn: addDays(day, -dice.between(0, 15)) } : {}),
  }),
  joined: () => ({ intoId: 'denunciation-2' }),
  'transfer-offered': (dice, occasion) => ({ toOfficeId: anotherResolver(dice, occasion) }),
  'transfer-accepted': () => ({}),
  'transfer-refused': (_dice, { file }) => (file.isSettled ? undefined : { because: 'not ours' }),
  'competence-disputed': (dice, occasion) => ({ withOfficeId: anotherResolver(dice, occasion) }),
  'competence-settled': (dice) => ({ toOfficeId: dice.pick(officesOf(RESOLVERS)) }),
  assigned: (dice) => ({ assigneeId: `account-${dice.between(1, 5)}` }),
  'prosecutor-assigned': (dice) => ({ prosecutorId: `account-${dice.between(6, 9)}` }),
  'remedy-demanded': (_dice, { file, officeId }) => (officeId === file.holderOfficeId ? undefined : {}),
  'taken-over': (_dice, occasion) => takeOver(occasion),
  'extension-requested': request,
  'extension-refused': (_dice, { file }) => (file.extensionAskedOn ? {} : undefined),
  extended: (dice, occasion) => {
    const given = extension(dice, occasion);
    return given?.grantor === 'head' && occasion.officeId !== occasion.file.holderOfficeId ? undefined : given;
  },
  instituted: (_dice, { file }) => ({ caseId: `case-${file.caseIds.length + 1}` }),
  declined: (dice, { file }) => ({
    ground: file.status === 'suspended' ? 'time-barred' : dice.pick(declining(file)),
    ...(dice.chance(0.3) ? { administrative: true } : {}),
  }),
  'decline-overruled': (_dice, { file }) => ({ caseId: `case-${file.caseIds.length + 1}` }),
  suspended: suspension,
  'suspension-cancelled': () => ({}),
  'suspension-reviewed': (_dice, { day }) => (day < '2020-07-15' ? undefined : {}),
  resumed: () => ({}),
  notified: notice,
  'office-succeeded': succession,
};

/** A notice that was given some time ago and is recorded now. */
export function lateDayOfNotice(event: string, file: DenunciationFile, { notice: given }: Payload): Day | undefined {
  if (event !== 'notified') return undefined;
  return file.owed
    .filter((one) => one.notice === given)
    .reduce<Day | undefined>((last, { since }) => later(since, last ?? since), undefined);
}
