import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT01 } from '../citations.js';
import type { Transition } from '../transition.js';
import { DENUNCIATION_NOTICE_NAMES } from './denunciation.notices.js';
import { DENUNCIATION_STATUSES, type DenunciationEventType, type DenunciationStatus } from './denunciation.steps.js';

type Row = Transition<DenunciationStatus, DenunciationEventType>;

/** Whatever has become of the file, a notice that is owed can be given. Source: Điều 146, 148, 149 BLTTHS; Điều 14 TTLT 01/2017. */
export const DENUNCIATION_NOTICE_TRANSITIONS: readonly Row[] = DENUNCIATION_STATUSES.filter(
  (status) => status !== 'none',
).map(
  (status): Row => ({
    command: 'notify',
    event: 'notified',
    from: [status],
    to: [status],
    actor: 'notifier',
    by: CRIME_INFORMATION_RESOLVERS,
    article: `${BLTTHS('Đ.146 khoản 2, 5, Đ.148 khoản 2, Đ.149 khoản 2')}; ${TTLT01('Đ.9, 13, 14, 16')}`,
    fields: { notice: { kind: 'choice', required: true, choices: DENUNCIATION_NOTICE_NAMES } },
  }),
);
