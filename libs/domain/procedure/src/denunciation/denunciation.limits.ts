import { day } from '#libs/domain/kernel';
import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT01 } from '../citations.js';
import { CODE_IN_FORCE, type TimeLimit, days, months } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';

type Id = 'hand-over-by-commune-police' | 'classification' | 'verification' | 'verification-resumed';
export type DenunciationLimit = TimeLimit<DenunciationFile, Id>;

/** TTLT 01/2017 is in force since this day. */
const CIRCULAR_IN_FORCE = day('2018-03-01');
const RESOLVED = ['instituted', 'declined', 'suspended'] as const;

/**
 * The limit of Điều 147: from the receipt by the body that resolves; the head lengthens it to a total of 2 months, the
 * procuracy once more by 2.
 */
export const VERIFICATION_LIMIT: DenunciationLimit = {
  id: 'verification',
  starts: ['received', 'carried-over', 'transfer-accepted'],
  startOn: ({ after }) => (after.resumedOn || after.status === 'suspended' ? undefined : after.limitFrom),
  stops: [...RESOLVED, 'transfer-accepted'],
  of: CRIME_INFORMATION_RESOLVERS,
  length: days(20),
  extensions: [
    { by: 'head', total: months(2) },
    { by: 'procuracy', further: months(2) },
  ],
  extendedBy: 'extended',
  article: `${BLTTHS('Đ.147 khoản 1, 2')}; ${TTLT01('Đ.11 khoản 1, 2')}`,
  validFrom: CODE_IN_FORCE,
};

/** The limits in the life of a denunciation. Source: Điều 146–149 BLTTHS; Điều 8, 11 TTLT 01/2017. */
export const DENUNCIATION_LIMITS: readonly DenunciationLimit[] = [
  {
    // 24 hours where the crime is flagrant, grave or pressing: facts that no step states yet.
    id: 'hand-over-by-commune-police',
    starts: ['received'],
    stops: ['transfer-offered'],
    of: ['commune-police'],
    length: days(7),
    extensions: [],
    article: `${BLTTHS('Đ.146 khoản 3')}; ${TTLT01('Đ.8 khoản 5')}`,
    validFrom: CIRCULAR_IN_FORCE,
  },
  {
    id: 'classification',
    starts: ['received', 'transfer-accepted'],
    startOn: ({ step, after }) => (after.status === 'received' ? step.occurredOn : undefined),
    stops: ['classified', 'transfer-offered'],
    of: CRIME_INFORMATION_RESOLVERS,
    length: { hours: 24 },
    extensions: [],
    article: TTLT01('Đ.8 khoản 1, 2, 3'),
    validFrom: CIRCULAR_IN_FORCE,
  },
  VERIFICATION_LIMIT,
  {
    id: 'verification-resumed',
    starts: ['resumed'],
    stops: RESOLVED,
    length: months(1),
    extensions: [],
    article: `${BLTTHS('Đ.149 khoản 1')}; ${TTLT01('Đ.11 khoản 3')}`,
    validFrom: CODE_IN_FORCE,
  },
];
