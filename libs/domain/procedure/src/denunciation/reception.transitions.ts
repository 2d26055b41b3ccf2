import { BLTTHS, TTLT01 } from '../citations.js';
import { CRIME_INFORMATION_RECEIVERS } from '../agencies.js';
import type { Fields, Transition } from '../transition.js';
import {
  CARRIED_OVER_DENUNCIATION,
  type DenunciationEventType,
  type DenunciationStatus,
} from './denunciation.steps.js';
import { SOURCES } from './source.js';

const required = { required: true } as const;
const optional = { required: false } as const;
const PRESSING: Fields = { urgent: { kind: 'flag', ...optional }, remote: { kind: 'flag', ...optional } };

/** How crime information comes in and is classified. Source: Điều 143–146 BLTTHS; Điều 5, 7, 8 TTLT 01/2017. */
export const RECEPTION_TRANSITIONS: readonly Transition<DenunciationStatus, DenunciationEventType>[] = [
  {
    command: 'receive',
    event: 'received',
    from: ['none'],
    to: ['received'],
    actor: 'opener',
    by: CRIME_INFORMATION_RECEIVERS,
    article: `${BLTTHS('Đ.144, 145, 146')}; ${TTLT01('Đ.5, 7')}`,
    fields: {
      source: { kind: 'choice', ...required, choices: SOURCES },
      placeId: { kind: 'number', ...optional },
      committedOn: { kind: 'day', ...optional },
      offence: { kind: 'offence', ...optional },
      ...PRESSING,
    },
  },
  {
    command: 'check-preliminarily',
    event: 'preliminarily-checked',
    from: ['received'],
    to: ['received'],
    actor: 'holder',
    by: ['commune-police'],
    article: `${BLTTHS('Đ.146 khoản 3')}; ${TTLT01('Đ.8 khoản 5')}`,
    fields: PRESSING,
  },
  {
    command: 'carry-over',
    event: 'carried-over',
    from: ['none'],
    to: CARRIED_OVER_DENUNCIATION,
    actor: 'opener',
    by: CRIME_INFORMATION_RECEIVERS,
    article: TTLT01('Đ.7'),
    fields: {
      status: { kind: 'choice', ...required, choices: CARRIED_OVER_DENUNCIATION },
      source: { kind: 'choice', ...optional, choices: SOURCES },
      placeId: { kind: 'number', ...optional },
      receivedOn: { kind: 'day', ...optional },
    },
  },
  {
    // A file that nobody would take may turn out to be one's own after all (Điều 150).
    command: 'classify',
    event: 'classified',
    from: ['received', 'classified-out'],
    to: ['in-verification', 'classified-out'],
    actor: 'holder',
    by: CRIME_INFORMATION_RECEIVERS,
    article: `${BLTTHS('Đ.145, 146, 150')}; ${TTLT01('Đ.8')}`,
    fields: { competence: { kind: 'choice', ...required, choices: ['own', 'other'] } },
  },
];
