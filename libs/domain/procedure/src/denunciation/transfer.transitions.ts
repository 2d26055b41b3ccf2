import { CRIME_INFORMATION_RECEIVERS, CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, NQ225, TTLT01 } from '../citations.js';
import type { Transition } from '../transition.js';
import type { DenunciationEventType, DenunciationStatus } from './denunciation.steps.js';

type Row = Transition<DenunciationStatus, DenunciationEventType>;
const office = { kind: 'office', required: true } as const;

/** Whoever holds a file that may still move hands it to the successor; `declined` and `joined` are the end. */
const SUCCESSION: readonly DenunciationStatus[] = [
  'received',
  'classified-out',
  'in-verification',
  'in-transfer',
  'in-dispute',
  'suspended',
  'instituted',
];

/** How crime information passes to the competent body. Source: Điều 146, 150 BLTTHS; Điều 8 TTLT 01/2017. */
export const DENUNCIATION_TRANSFERS: readonly Row[] = [
  {
    command: 'transfer',
    event: 'transfer-offered',
    from: ['received', 'classified-out', 'in-verification'],
    to: ['in-transfer'],
    actor: 'holder',
    by: CRIME_INFORMATION_RECEIVERS,
    article: `${BLTTHS('Đ.146 khoản 2, 3, 4')}; ${TTLT01('Đ.8')}`,
    fields: { toOfficeId: office },
  },
  {
    command: 'accept-transfer',
    event: 'transfer-accepted',
    from: ['in-transfer'],
    to: ['received', 'in-verification'],
    actor: 'receiver',
    by: CRIME_INFORMATION_RESOLVERS,
    article: TTLT01('Đ.8'),
    fields: {},
  },
  {
    command: 'refuse-transfer',
    event: 'transfer-refused',
    from: ['in-transfer'],
    to: ['received', 'classified-out', 'in-verification'],
    actor: 'receiver',
    by: CRIME_INFORMATION_RESOLVERS,
    article: `${BLTTHS('Đ.150')}; ${TTLT01('Đ.12 khoản 5')}`,
    fields: { because: { kind: 'text', required: true } },
  },
  ...SUCCESSION.map(
    (status): Row => ({
      command: 'succeed-office',
      event: 'office-succeeded',
      from: [status],
      to: [status],
      actor: 'system',
      by: CRIME_INFORMATION_RECEIVERS,
      article: NQ225,
      fields: { toOfficeId: office },
    }),
  ),
];
