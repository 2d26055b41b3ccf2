import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT01 } from '../citations.js';
import type { Transition } from '../transition.js';
import { type DenunciationEventType, type DenunciationStatus, SPLIT_OFF_DENUNCIATION } from './denunciation.steps.js';
import { SOURCES } from './source.js';

type Row = Transition<DenunciationStatus, DenunciationEventType>;
const required = { required: true } as const;
const optional = { required: false } as const;

/** A file that is split stays where it is. Whoever else finds a part that is not its own hands over the whole (khoản 2). */
const SPLITS = SPLIT_OFF_DENUNCIATION.map(
  (status): Row => ({
    command: 'split',
    event: 'split',
    from: [status],
    to: [status],
    actor: 'holder',
    by: ['police-investigation'],
    article: TTLT01('Đ.12 khoản 1, 2'),
    fields: { childId: { kind: 'id', ...required }, toOfficeId: { kind: 'office', ...optional } },
  }),
);

/**
 * Who resolves what several bodies could: what is split between units, what was sent to several, what two bodies dispute.
 * Source: Điều 150 BLTTHS; Điều 12 TTLT 01/2017.
 */
export const COMPETENCE_TRANSITIONS: readonly Row[] = [
  ...SPLITS,
  {
    command: 'split-off',
    event: 'split-off',
    from: ['none'],
    to: SPLIT_OFF_DENUNCIATION,
    actor: 'system',
    by: ['police-investigation'],
    article: TTLT01('Đ.12 khoản 1'),
    fields: {
      parentId: { kind: 'id', ...required },
      status: { kind: 'choice', ...required, choices: SPLIT_OFF_DENUNCIATION },
      source: { kind: 'choice', ...optional, choices: SOURCES },
      placeId: { kind: 'number', ...optional },
      receivedOn: { kind: 'day', ...optional },
      headUntil: { kind: 'day', ...optional },
      procuracyUntil: { kind: 'day', ...optional },
      resumedOn: { kind: 'day', ...optional },
      suspensionCancelled: { kind: 'flag', ...optional },
    },
  },
  {
    command: 'join',
    event: 'joined',
    from: ['received', 'classified-out', 'in-verification', 'suspended'],
    to: ['joined'],
    actor: 'holder',
    by: CRIME_INFORMATION_RESOLVERS,
    article: TTLT01('Đ.12 khoản 3'),
    fields: { intoId: { kind: 'id', ...required } },
  },
  {
    command: 'dispute-competence',
    event: 'competence-disputed',
    from: ['received', 'classified-out', 'in-verification'],
    to: ['in-dispute'],
    actor: 'holder',
    by: ['police-investigation', 'border-guard'],
    article: `${BLTTHS('Đ.150')}; ${TTLT01('Đ.12 khoản 5')}`,
    fields: { withOfficeId: { kind: 'office', ...required } },
  },
  {
    command: 'settle-dispute',
    event: 'competence-settled',
    from: ['in-dispute'],
    to: ['in-transfer', 'received', 'classified-out', 'in-verification'],
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.150, Đ.160 khoản 4'),
    fields: { toOfficeId: { kind: 'office', ...required } },
  },
];
