import { BLTTHS, TTLT01 } from '../citations.js';
import type { Transition } from '../transition.js';
import type { DenunciationEventType, DenunciationStatus } from './denunciation.steps.js';

const procuracy = { actor: 'supervisor', by: ['procuracy'] } as const;
const required = { required: true } as const;
const verifying = { from: ['in-verification'], to: ['in-verification'] } as const;

/** What the procuracy does about crime information that others resolve. Source: Điều 145, 148, 153, 159–161 BLTTHS. */
export const SUPERVISION_TRANSITIONS: readonly Transition<DenunciationStatus, DenunciationEventType>[] = [
  {
    command: 'assign-prosecutor',
    event: 'prosecutor-assigned',
    ...verifying,
    ...procuracy,
    article: TTLT01('Đ.10 khoản 2'),
    fields: { prosecutorId: { kind: 'id', ...required } },
  },
  {
    command: 'refuse-extension',
    event: 'extension-refused',
    ...verifying,
    ...procuracy,
    article: TTLT01('Đ.11 khoản 2'),
    fields: {},
  },
  {
    command: 'cancel-suspension',
    event: 'suspension-cancelled',
    from: ['suspended'],
    to: ['in-verification'],
    ...procuracy,
    article: `${BLTTHS('Đ.148 khoản 2')}; ${TTLT01('Đ.11 khoản 3')}`,
    fields: {},
  },
  {
    command: 'overrule-decline',
    event: 'decline-overruled',
    from: ['declined'],
    to: ['instituted'],
    ...procuracy,
    article: BLTTHS('Đ.153 khoản 3 điểm a, Đ.161 khoản 1 điểm b'),
    fields: { caseId: { kind: 'id', ...required } },
  },
  {
    command: 'demand-remedy',
    event: 'remedy-demanded',
    ...verifying,
    ...procuracy,
    article: `${BLTTHS('Đ.145 khoản 3 điểm c, Đ.160 khoản 3')}; ${TTLT01('Đ.5 khoản 2')}`,
    fields: {},
  },
  {
    command: 'take-over',
    event: 'taken-over',
    ...verifying,
    ...procuracy,
    article: `${BLTTHS('Đ.145 khoản 3 điểm c, Đ.146 khoản 2, Đ.147 khoản 4')}; ${TTLT01('Đ.5 khoản 2')}`,
    fields: {},
  },
];
