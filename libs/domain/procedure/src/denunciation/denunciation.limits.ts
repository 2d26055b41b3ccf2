import { BLTTHS, TTLT01 } from '../citations.js';
import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { limitsOfNotices } from '../notices.js';
import { CODE_IN_FORCE, type TimeLimit, days, months } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';
import { DENUNCIATION_NOTICES, type DenunciationNotice } from './denunciation.notices.js';
import { RECEPTION_LIMITS, type ReceptionLimitId } from './reception.limits.js';
import { STANDSTILL_LIMITS, type StandstillLimitId } from './standstill.limits.js';
import { SUPERVISION_LIMITS, type SupervisionLimitId } from './supervision.limits.js';

type Id =
  | ReceptionLimitId
  | SupervisionLimitId
  | StandstillLimitId
  | DenunciationNotice
  | 'verification'
  | 'verification-resumed'
  | 'verification-after-cancellation';
export type DenunciationLimit = TimeLimit<DenunciationFile, Id>;

const RESOLVED = ['instituted', 'declined', 'suspended', 'joined'] as const;

/**
 * The limit of Điều 147: from the receipt by the body that resolves; the head lengthens it to a total of 2 months, in one
 * step or several, the procuracy once by 2 more, when asked 5 days before.
 */
export const VERIFICATION_LIMIT: DenunciationLimit = {
  id: 'verification',
  starts: ['received', 'carried-over', 'transfer-accepted', 'split-off'],
  startOn: ({ after }) => {
    const { resumedOn, status, limitFrom: on, extensions } = after;
    const until = extensions.at(-1)?.until;
    if (resumedOn || status === 'suspended' || !on) return undefined;
    return { on, granted: extensions.length, ...(until ? { until } : {}) };
  },
  stops: [...RESOLVED, 'transfer-accepted'],
  of: CRIME_INFORMATION_RESOLVERS,
  length: days(20),
  extensions: [
    { by: 'head', total: months(2) },
    { by: 'procuracy', further: months(2), askBefore: 5 },
  ],
  extendedBy: 'extended',
  grantedOf: ({ extensions }) => extensions.length,
  article: `${BLTTHS('Đ.147 khoản 1, 2')}; ${TTLT01('Đ.11 khoản 1, 2')}`,
  validFrom: CODE_IN_FORCE,
};

/** The limits in the life of a denunciation. Source: Điều 145–149 BLTTHS; Điều 5, 8–11, 13, 14, 16 TTLT 01/2017. */
export const DENUNCIATION_LIMITS: readonly DenunciationLimit[] = [
  ...RECEPTION_LIMITS,
  VERIFICATION_LIMIT,
  {
    id: 'verification-resumed',
    starts: ['resumed', 'split-off'],
    startOn: ({ after }) => (after.suspensionCancelled ? undefined : after.resumedOn),
    stops: RESOLVED,
    length: months(1),
    extensions: [],
    article: `${BLTTHS('Đ.149 khoản 1')}; ${TTLT01('Đ.11 khoản 3')}`,
    validFrom: CODE_IN_FORCE,
  },
  {
    // From the day on which the body that resolves receives the decision; the step is recorded as of that day.
    id: 'verification-after-cancellation',
    starts: ['suspension-cancelled', 'split-off'],
    startOn: ({ after }) => (after.suspensionCancelled ? after.resumedOn : undefined),
    stops: RESOLVED,
    length: months(1),
    extensions: [],
    article: `${BLTTHS('Đ.148 khoản 2')}; ${TTLT01('Đ.11 khoản 3')}`,
    validFrom: CODE_IN_FORCE,
  },
  ...SUPERVISION_LIMITS,
  ...STANDSTILL_LIMITS,
  ...limitsOfNotices<DenunciationFile, DenunciationNotice>(DENUNCIATION_NOTICES, 'notified'),
];
