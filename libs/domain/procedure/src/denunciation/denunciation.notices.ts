import type { Agency } from '#libs/domain/jurisdiction';
import { BLTTHS, TTLT01 } from '../citations.js';
import type { Notice } from '../notices.js';
import type { Step } from '../step.js';
import { type Span, days, workingDays } from '../time-limit.js';
import type { Source } from './source.js';

const INVESTIGATORS: readonly Agency[] = ['police-investigation', 'border-guard'];
const ONE_DAY: Span = { hours: 24 };
/** By these words somebody told; a surrender and what the body found out by itself have no informant. */
const WITHOUT_INFORMANT: readonly (Source | undefined)[] = ['surrender', 'direct-discovery'];
const hasInformant = (_step: Step, { source }: { readonly source?: Source }): boolean =>
  !WITHOUT_INFORMANT.includes(source);
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
  },
  'assignment-to-procuracy': {
    after: ['assigned'],
    of: INVESTIGATORS,
    within: days(3),
    article: TTLT01('Đ.9 khoản 1, 2'),
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
  'result-to-informant': {
    after: ['instituted', 'declined'],
    owedIf: hasInformant,
    within: days(3),
    article: TTLT01('Đ.14 khoản 3'),
  },
  'file-to-sanctioning-body': {
    after: ['declined'],
    owedIf: isAdministrative,
    within: days(3),
    article: TTLT01('Đ.16 khoản 1'),
  },
  'file-to-procuracy': {
    after: ['taken-over'],
    by: 'former-holder',
    within: days(5),
    article: `${BLTTHS('Đ.146 khoản 2')}; ${TTLT01('Đ.13 khoản 2')}`,
  },
} as const satisfies Readonly<Record<string, Notice<{ readonly source?: Source }>>>;

export type DenunciationNotice = keyof typeof TABLE;

/**
 * Whom the body that received or resolves crime information must tell or send it to, and within what time.
 * Source: Điều 146, 148, 149 BLTTHS; Điều 9, 13, 14, 16 TTLT 01/2017.
 */
export const DENUNCIATION_NOTICES: Readonly<Record<DenunciationNotice, Notice<{ readonly source?: Source }>>> = TABLE;
export const DENUNCIATION_NOTICE_NAMES = Object.keys(TABLE) as readonly DenunciationNotice[];
