import type { Day } from '#libs/domain/kernel';
import type { Agency } from '#libs/domain/jurisdiction';
import { BLTTHS, TTLT01 } from '../citations.js';
import { TTLT0121_IN_FORCE, TTLT01_IN_FORCE } from '../in-force.js';
import { type Change, type TimeLimit, days } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';
import type { DenunciationStatus } from './denunciation.steps.js';

type Moved = Change<DenunciationFile>;

const INVESTIGATORS: readonly Agency[] = ['police-investigation', 'border-guard'];
const ONE_DAY = { hours: 24 } as const;
const HAND_OVER = `${BLTTHS('Đ.146 khoản 3')}; ${TTLT01('Đ.8 khoản 5')}`;

const isRemote = ({ urgent, remote }: DenunciationFile): boolean => urgent === true && remote === true;
const isNear = ({ urgent, remote }: DenunciationFile): boolean => urgent === true && remote !== true;
/** @returns the receipt, when the step tells for the first time what makes the shorter limit apply. */
const fromReceiptOnce =
  (applies: (file: DenunciationFile) => boolean) =>
  ({ before, after }: Moved): Day | undefined =>
    applies(after) && !applies(before) ? after.receivedOn : undefined;
/** @returns the day since when a file is in its status, when the step has brought it there. */
const onReaching =
  (...statuses: readonly DenunciationStatus[]) =>
  ({ before, step, after }: Moved): Day | undefined =>
    statuses.includes(after.status) && before.status !== after.status ? step.occurredOn : undefined;

const atHandOver = {
  of: ['commune-police'],
  extensions: [],
  article: HAND_OVER,
  validFrom: TTLT0121_IN_FORCE,
} as const;
const byCircular = { extensions: [], validFrom: TTLT01_IN_FORCE } as const;

/** How long a body may keep crime information before it is clear who resolves it. Source: Điều 8, 9 TTLT 01/2017. */
export const RECEPTION_LIMITS = [
  {
    id: 'hand-over-by-commune-police',
    starts: ['received'],
    startOn: ({ step, after }: Moved) => (after.urgent ? undefined : step.occurredOn),
    stops: ['transfer-offered', 'preliminarily-checked'],
    stopsRun: ({ step, after }: Moved) => step.type === 'transfer-offered' || after.urgent === true,
    length: days(7),
    ...atHandOver,
  },
  {
    id: 'hand-over-of-urgent',
    starts: ['received', 'preliminarily-checked'],
    startOn: fromReceiptOnce(isNear),
    stops: ['transfer-offered', 'preliminarily-checked'],
    stopsRun: ({ step, after }: Moved) => step.type === 'transfer-offered' || isRemote(after),
    length: ONE_DAY,
    ...atHandOver,
  },
  {
    id: 'hand-over-of-urgent-and-remote',
    starts: ['received', 'preliminarily-checked'],
    startOn: fromReceiptOnce(isRemote),
    stops: ['transfer-offered'],
    length: { hours: 48 },
    ...atHandOver,
  },
  {
    id: 'hand-over-by-procuracy',
    starts: ['received', 'transfer-accepted'],
    startOn: onReaching('received'),
    stops: ['classified', 'transfer-offered', 'joined', 'competence-disputed'],
    stopsRun: ({ after }: Moved) => after.status !== 'classified-out',
    of: ['procuracy'],
    length: ONE_DAY,
    article: `${BLTTHS('Đ.146 khoản 2')}; ${TTLT01('Đ.8 khoản 3')}`,
    ...byCircular,
  },
  {
    id: 'classification',
    starts: ['received', 'transfer-accepted', 'split-off', 'competence-settled'],
    startOn: onReaching('received'),
    stops: ['classified', 'transfer-offered', 'joined', 'competence-disputed'],
    of: INVESTIGATORS,
    length: ONE_DAY,
    article: TTLT01('Đ.8 khoản 1, 2'),
    ...byCircular,
  },
  {
    id: 'hand-over-of-others',
    starts: ['classified'],
    startOn: onReaching('classified-out'),
    stops: ['classified', 'transfer-offered', 'joined', 'competence-disputed'],
    of: INVESTIGATORS,
    length: ONE_DAY,
    article: `${BLTTHS('Đ.146 khoản 2')}; ${TTLT01('Đ.8 khoản 1, 2')}`,
    ...byCircular,
  },
  {
    // From the receipt of what is one's own; an obvious crime is instituted without it (Điều 9 khoản 1 đoạn 2).
    id: 'assignment',
    starts: ['received', 'transfer-accepted', 'split-off', 'classified'],
    startOn: ({ before, step, after }: Moved) => {
      // A part is assigned where it comes to, from the day it was split off.
      if (step.type === 'split-off') return step.occurredOn;
      const isOwn = before.status === 'classified-out' && after.status === 'in-verification';
      return step.type !== 'classified' || isOwn ? after.limitFrom : undefined;
    },
    stops: [
      ...['assigned', 'classified', 'instituted', 'declined', 'suspended', 'joined'],
      ...['transfer-accepted', 'taken-over'],
    ],
    stopsRun: ({ step, after }: Moved) => step.type !== 'classified' || after.status === 'classified-out',
    of: INVESTIGATORS,
    length: days(3),
    article: TTLT01('Đ.9 khoản 1, 2'),
    ...byCircular,
  },
] as const satisfies readonly TimeLimit<DenunciationFile>[];
export type ReceptionLimitId = (typeof RECEPTION_LIMITS)[number]['id'];
