import type { Agency } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';
import { BLTTHS, TTLT01 } from '../citations.js';
import { TTLT01_IN_FORCE } from '../in-force.js';
import type { Notice } from '../notices.js';
import type { Step } from '../step.js';
import { type Span, days, workingDays } from '../time-limit.js';
import type { Source } from './source.js';

const INVESTIGATORS: readonly Agency[] = ['police-investigation', 'border-guard'];
const ONE_DAY: Span = { hours: 24 };
/** By these words somebody told; a surrender and what the body found out by itself have no informant. */
const WITHOUT_INFORMANT: readonly (Source | undefined)[] = ['surrender', 'direct-discovery'];
/** What of a file decides whether something is owed, and since when. */
interface Told {
  readonly source?: Source;
  readonly limitFrom?: Day;
  readonly assigneeId?: string;
  readonly parentId?: string;
  readonly resumedOn?: Day;
  readonly carriedOver?: boolean;
}
const hasInformant = (_step: Step, { source }: Told): boolean => !WITHOUT_INFORMANT.includes(source);
/**
 * One time for assigning and for telling of it. Who follows another investigator, or comes to a part, to what was resumed or
 * to what an old register held, is told of from the assignment.
 */
const fromReceipt = ({ before, step }: { readonly before: Told; readonly step: Step }): Day => {
  const { assigneeId, parentId, resumedOn, carriedOver, limitFrom } = before;
  return assigneeId || parentId || resumedOn || carriedOver ? step.occurredOn : (limitFrom ?? step.occurredOn);
};
const isAdministrative = ({ payload }: Step): boolean => payload.administrative === true;

const TABLE = {
  // Điều 14 khoản 1 TTLT 01/2017 gives 3 working days; the Code's 3 days are never more.
  'receipt-to-procuracy': {
    after: ['received', 'transfer-accepted', 'split-off'],
    of: INVESTIGATORS,
    within: days(3),
    article: `${BLTTHS('Đ.146 khoản 5')}; ${TTLT01('Đ.14 khoản 1')}`,
  },
  'receipt-to-informant': {
    after: ['received'],
    owedIf: hasInformant,
    of: [...INVESTIGATORS, 'procuracy'],
    within: workingDays(3),
    article: TTLT01('Đ.14 khoản 1'),
    validFrom: TTLT01_IN_FORCE,
  },
  'assignment-to-procuracy': {
    after: ['assigned'],
    of: INVESTIGATORS,
    within: days(3),
    startOn: fromReceipt,
    article: TTLT01('Đ.9 khoản 1, 2'),
    validFrom: TTLT01_IN_FORCE,
  },
  'suspension-to-procuracy': {
    after: ['suspended'],
    of: INVESTIGATORS,
    within: ONE_DAY,
    article: BLTTHS('Đ.148 khoản 2'),
  },
  'suspension-to-informant': {
    after: ['suspended'],
    owedIf: hasInformant,
    within: ONE_DAY,
    article: BLTTHS('Đ.148 khoản 2'),
  },
  // The procuracy sends its decision to the body that suspended and to whoever informed.
  'cancellation-of-suspension': {
    after: ['suspension-cancelled'],
    within: ONE_DAY,
    article: BLTTHS('Đ.148 khoản 2'),
  },
  'resumption-to-procuracy': {
    after: ['resumed'],
    of: INVESTIGATORS,
    within: days(3),
    article: `${BLTTHS('Đ.149 khoản 2')}; ${TTLT01('Đ.14 khoản 4')}`,
  },
  'resumption-to-informant': {
    after: ['resumed'],
    owedIf: hasInformant,
    within: days(3),
    article: `${BLTTHS('Đ.149 khoản 2')}; ${TTLT01('Đ.14 khoản 4')}`,
  },
  'decline-to-procuracy': {
    after: ['declined'],
    of: INVESTIGATORS,
    within: ONE_DAY,
    article: BLTTHS('Đ.158 khoản 1'),
  },
  'result-to-informant': {
    after: ['instituted', 'declined'],
    owedIf: hasInformant,
    within: days(3),
    article: TTLT01('Đ.14 khoản 3'),
    validFrom: TTLT01_IN_FORCE,
  },
  'file-to-sanctioning-body': {
    after: ['declined'],
    owedIf: isAdministrative,
    within: days(3),
    article: TTLT01('Đ.16 khoản 1'),
    validFrom: TTLT01_IN_FORCE,
  },
  'file-to-procuracy': {
    after: ['taken-over'],
    by: 'former-holder',
    within: days(5),
    article: `${BLTTHS('Đ.146 khoản 2')}; ${TTLT01('Đ.13 khoản 2')}`,
  },
} as const satisfies Readonly<Record<string, Notice<Told>>>;

export type DenunciationNotice = keyof typeof TABLE;

/**
 * Whom the body that received or resolves crime information must tell or send it to, and within what time.
 * Source: Điều 146, 148, 149, 158 BLTTHS; Điều 9, 13, 14, 16 TTLT 01/2017.
 */
export const DENUNCIATION_NOTICES: Readonly<Record<DenunciationNotice, Notice<Told>>> = TABLE;
export const DENUNCIATION_NOTICE_NAMES = Object.keys(TABLE) as readonly DenunciationNotice[];
