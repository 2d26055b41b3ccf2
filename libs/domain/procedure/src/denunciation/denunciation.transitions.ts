import type { Agency } from '#libs/domain/jurisdiction';
import { BLTTHS, NQ225, TTLT01 } from '../citations.js';
import { NON_INSTITUTION_GROUNDS, VERIFICATION_SUSPENSION_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import {
  CARRIED_OVER_DENUNCIATION,
  type DenunciationEventType,
  type DenunciationStatus,
  SOURCES,
} from './denunciation.steps.js';

/** Bodies that resolve crime information. Source: Điều 145 khoản 3 BLTTHS. */
export const DENUNCIATION_RESOLVERS: readonly Agency[] = ['police-investigation', 'border-guard', 'procuracy'];
/** Bodies that must receive crime information. Source: Điều 145 khoản 2 BLTTHS. */
const RECEIVERS: readonly Agency[] = [...DENUNCIATION_RESOLVERS, 'commune-police', 'court'];

type Row = Transition<DenunciationStatus, DenunciationEventType>;
const required = { required: true } as const;

const arrival: readonly Row[] = [
  {
    command: 'receive',
    event: 'received',
    from: ['none'],
    to: ['received'],
    actor: 'opener',
    by: RECEIVERS,
    article: `${BLTTHS('Đ.144, 145, 146')}; ${TTLT01('Đ.5, 7')}`,
    fields: { source: { kind: 'choice', ...required, choices: SOURCES }, placeId: { kind: 'number', required: false } },
  },
  {
    command: 'carry-over',
    event: 'carried-over',
    from: ['none'],
    to: ['received', 'in-verification', 'suspended'],
    actor: 'opener',
    by: RECEIVERS,
    article: TTLT01('Đ.7'),
    fields: {
      status: { kind: 'choice', ...required, choices: CARRIED_OVER_DENUNCIATION },
      source: { kind: 'choice', required: false, choices: SOURCES },
      placeId: { kind: 'number', required: false },
    },
  },
  {
    command: 'classify',
    event: 'classified',
    from: ['received'],
    to: ['in-verification', 'classified-out'],
    actor: 'holder',
    by: RECEIVERS,
    article: `${BLTTHS('Đ.145, 146')}; ${TTLT01('Đ.8')}`,
    fields: { competence: { kind: 'choice', ...required, choices: ['own', 'other'] } },
  },
];

const transfers: readonly Row[] = [
  {
    command: 'transfer',
    event: 'transfer-offered',
    from: ['received', 'classified-out', 'in-verification'],
    to: ['in-transfer'],
    actor: 'holder',
    by: RECEIVERS,
    article: `${BLTTHS('Đ.146 khoản 1, 2, 3')}; ${TTLT01('Đ.8')}`,
    fields: { toOfficeId: { kind: 'office', ...required } },
  },
  {
    command: 'accept-transfer',
    event: 'transfer-accepted',
    from: ['in-transfer'],
    to: ['received', 'in-verification'],
    actor: 'receiver',
    by: RECEIVERS,
    article: TTLT01('Đ.8'),
    fields: {},
  },
  {
    command: 'refuse-transfer',
    event: 'transfer-refused',
    from: ['in-transfer'],
    to: ['received', 'classified-out', 'in-verification'],
    actor: 'receiver',
    by: RECEIVERS,
    article: `${BLTTHS('Đ.150')}; ${TTLT01('Đ.8')}`,
    fields: { because: { kind: 'text', ...required } },
  },
  {
    command: 'succeed-office',
    event: 'office-succeeded',
    from: ['received', 'classified-out', 'in-verification', 'suspended'],
    to: ['received', 'classified-out', 'in-verification', 'suspended'],
    actor: 'system',
    by: RECEIVERS,
    article: NQ225,
    fields: { toOfficeId: { kind: 'office', ...required } },
  },
];

const resolution: readonly Row[] = [
  {
    command: 'assign',
    event: 'assigned',
    from: ['in-verification'],
    to: ['in-verification'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: TTLT01('Đ.9 khoản 1'),
    fields: { assigneeId: { kind: 'id', ...required } },
  },
  {
    command: 'extend',
    event: 'extended',
    from: ['in-verification'],
    to: ['in-verification'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: `${BLTTHS('Đ.147 khoản 2')}; ${TTLT01('Đ.11')}`,
    fields: {
      grantor: { kind: 'choice', ...required, choices: ['head', 'procuracy'] },
      until: { kind: 'day', ...required },
    },
  },
  {
    command: 'institute',
    event: 'instituted',
    from: ['in-verification', 'instituted'],
    to: ['instituted'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: BLTTHS('Đ.147 khoản 1 điểm a, Đ.153, 154'),
    fields: { caseId: { kind: 'id', ...required } },
  },
  {
    command: 'decline',
    event: 'declined',
    from: ['in-verification'],
    to: ['declined'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: BLTTHS('Đ.147 khoản 1 điểm b, Đ.157, 158'),
    fields: { ground: { kind: 'choice', ...required, choices: codesOf(NON_INSTITUTION_GROUNDS) } },
  },
  {
    command: 'suspend',
    event: 'suspended',
    from: ['in-verification'],
    to: ['suspended'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: BLTTHS('Đ.147 khoản 1 điểm c, Đ.148'),
    fields: { ground: { kind: 'choice', ...required, choices: codesOf(VERIFICATION_SUSPENSION_GROUNDS) } },
  },
  {
    command: 'resume',
    event: 'resumed',
    from: ['suspended'],
    to: ['in-verification'],
    actor: 'holder',
    by: DENUNCIATION_RESOLVERS,
    article: BLTTHS('Đ.149'),
    fields: {},
  },
];

/** Every lawful step in the life of a denunciation. Source: Điều 143–152 BLTTHS; TTLT 01/2017 as amended by TTLT 01/2021. */
export const DENUNCIATION_TRANSITIONS: readonly Row[] = [...arrival, ...transfers, ...resolution];
