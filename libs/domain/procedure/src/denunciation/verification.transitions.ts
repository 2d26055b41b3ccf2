import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT01, TTLT0120 } from '../citations.js';
import { NON_INSTITUTION_GROUNDS, VERIFICATION_SUSPENSION_GROUNDS, codesOf } from '../grounds.js';
import { SUSPENSION_REVIEW } from '../limitation.js';
import type { Transition } from '../transition.js';
import type { DenunciationEventType, DenunciationStatus } from './denunciation.steps.js';

const resolver = { actor: 'holder', by: CRIME_INFORMATION_RESOLVERS } as const;
const required = { required: true } as const;

/** How the body that holds crime information verifies and resolves it. Source: Điều 147–149, 153, 157 BLTTHS; Điều 9, 11 TTLT 01/2017. */
export const VERIFICATION_TRANSITIONS: readonly Transition<DenunciationStatus, DenunciationEventType>[] = [
  {
    command: 'assign',
    event: 'assigned',
    from: ['in-verification'],
    to: ['in-verification'],
    ...resolver,
    article: TTLT01('Đ.9 khoản 1, 2'),
    fields: { assigneeId: { kind: 'id', ...required } },
  },
  {
    command: 'request-extension',
    event: 'extension-requested',
    from: ['in-verification'],
    to: ['in-verification'],
    ...resolver,
    article: `${BLTTHS('Đ.147 khoản 2')}; ${TTLT01('Đ.11 khoản 2')}`,
    fields: { until: { kind: 'day', ...required } },
  },
  {
    command: 'extend',
    event: 'extended',
    from: ['in-verification'],
    to: ['in-verification'],
    actor: 'holder-or-supervisor',
    by: CRIME_INFORMATION_RESOLVERS,
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
    ...resolver,
    article: `${BLTTHS('Đ.147 khoản 1 điểm a, Đ.151, 153, 154')}; ${TTLT01('Đ.9 khoản 1, 2')}`,
    fields: { caseId: { kind: 'id', ...required } },
  },
  {
    command: 'decline',
    event: 'declined',
    from: ['in-verification', 'suspended'],
    to: ['declined'],
    ...resolver,
    article: `${BLTTHS('Đ.147 khoản 1 điểm b, Đ.157, 158')}; ${TTLT0120('Đ.5 khoản 5')}`,
    fields: {
      ground: { kind: 'choice', ...required, choices: codesOf(NON_INSTITUTION_GROUNDS) },
      administrative: { kind: 'flag', required: false },
    },
  },
  {
    command: 'suspend',
    event: 'suspended',
    from: ['in-verification'],
    to: ['suspended'],
    ...resolver,
    article: BLTTHS('Đ.147 khoản 1 điểm c, Đ.148'),
    fields: { ground: { kind: 'choice', ...required, choices: codesOf(VERIFICATION_SUSPENSION_GROUNDS) } },
  },
  {
    command: 'review-suspension',
    event: 'suspension-reviewed',
    from: ['suspended'],
    to: ['suspended'],
    ...resolver,
    article: TTLT0120('Đ.5 khoản 4, Đ.14 khoản 2'),
    fields: {},
    validFrom: SUSPENSION_REVIEW.validFrom,
  },
  {
    command: 'resume',
    event: 'resumed',
    from: ['suspended'],
    to: ['in-verification'],
    ...resolver,
    article: BLTTHS('Đ.149'),
    fields: {},
  },
];
