import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import {
  CARRIED_OVER_DENUNCIATION,
  type DenunciationEventType,
  type DenunciationFile,
  NON_INSTITUTION_GROUNDS,
  SOURCES,
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
const later = (day: Day, other: Day): Day => (other > day ? other : day);

/** The end that stands, and the latest that the next extension may set: told a second time. */
const ends = ({ limitFrom, extensions }: DenunciationFile): readonly [Day, Day] | undefined => {
  const given = extensions.at(-1);
  if (!limitFrom) return undefined;
  return given ? [given.until, addMonths(given.until, 2)] : [addDays(limitFrom, 20), addMonths(limitFrom, 2)];
};

/** The head first, to 2 months from the receipt; then the procuracy, by 2 months. */
const extension = (dice: Dice, { file, day }: Occasion<DenunciationFile>): Payload | undefined => {
  if (file.resumedOn || file.extensions.length > 1) return undefined;
  const grantor = file.extensions.length > 0 ? 'procuracy' : 'head';
  const [end, longest] = ends(file) ?? [file.extensions.at(-1)?.until ?? day, addDays(day, 500)];
  const soonest = addDays(later(end, day), 1);
  return soonest <= longest ? { grantor, until: dice.chance(0.5) ? longest : soonest } : undefined;
};

const succession = (dice: Dice, { officeId }: Occasion<DenunciationFile>): Payload => ({
  toOfficeId: dice.pick(officesOf([agencyAt(officeId)]).filter((id) => id !== officeId)),
});

type Maker = (dice: Dice, occasion: Occasion<DenunciationFile>) => Payload | undefined;

/** Makes up a valid payload for each event; `undefined` where the law leaves none on that occasion. */
export const DENUNCIATION_PAYLOADS: Readonly<Record<DenunciationEventType, Maker>> = {
  received: (dice) => ({ source: dice.pick(SOURCES), ...(dice.chance(0.5) ? { placeId: dice.between(1, 9) } : {}) }),
  'carried-over': (dice, { day, officeId }) => ({
    status: resolves(officeId) ? dice.pick(CARRIED_OVER_DENUNCIATION) : 'received',
    ...(dice.chance(0.5) ? { receivedOn: addDays(day, -dice.between(0, 40)) } : {}),
  }),
  classified: (dice, { officeId }) => ({ competence: resolves(officeId) && dice.chance(0.7) ? 'own' : 'other' }),
  'transfer-offered': (dice, { file }) => ({
    toOfficeId: dice.pick(officesOf(RESOLVERS).filter((id) => id !== file.holderOfficeId)),
  }),
  'transfer-accepted': () => ({}),
  'transfer-refused': () => ({ because: 'not ours' }),
  assigned: (dice) => ({ assigneeId: `account-${dice.between(1, 5)}` }),
  extended: extension,
  instituted: (_dice, { file }) => ({ caseId: `case-${file.caseIds.length + 1}` }),
  declined: (dice, { file }) => ({
    ground: file.status === 'suspended' ? 'time-barred' : dice.pick(codes(NON_INSTITUTION_GROUNDS)),
  }),
  suspended: (dice) => ({ ground: dice.pick(codes(VERIFICATION_SUSPENSION_GROUNDS)) }),
  resumed: () => ({}),
  'office-succeeded': succession,
};
