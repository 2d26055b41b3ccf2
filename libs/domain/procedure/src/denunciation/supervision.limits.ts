import { day } from '#libs/domain/kernel';
import { BLTTHS, TT28, TTLT01 } from '../citations.js';
import { type Change, type TimeLimit, days, workingDays, years } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';

type Moved = Change<DenunciationFile>;

/** TTLT 01/2017 and TT 28/2020/TT-BCA are in force since these days. */
const CIRCULAR_IN_FORCE = day('2018-03-01');
const POLICE_CIRCULAR_IN_FORCE = day('2020-05-15');
const ENDED = ['instituted', 'declined', 'suspended', 'joined', 'transfer-accepted', 'taken-over'] as const;
const ofProcuracy = { whose: 'supervisor', extensions: [], validFrom: CIRCULAR_IN_FORCE } as const;

/** What the procuracy must do about crime information, and what it and the holder look at again. */
export const SUPERVISION_LIMITS = [
  {
    // From the receipt of the decision to assign, which is sent with its notice.
    id: 'assignment-of-prosecutor',
    starts: ['notified'],
    // Nobody is assigned to what was resolved before the procuracy heard of it.
    startOn: ({ step, after }: Moved) =>
      step.payload.notice === 'assignment-to-procuracy' && after.status === 'in-verification'
        ? step.occurredOn
        : undefined,
    stops: ['prosecutor-assigned', ...ENDED],
    stopsRun: () => true,
    length: workingDays(3),
    article: TTLT01('Đ.10 khoản 2'),
    ...ofProcuracy,
  },
  {
    id: 'answer-to-extension',
    starts: ['extension-requested'],
    stops: ['extended', 'extension-refused', ...ENDED],
    stopsRun: ({ after }: Moved) => after.extensionAskedOn === undefined || after.status !== 'in-verification',
    length: days(3),
    article: `${BLTTHS('Đ.147 khoản 2')}; ${TTLT01('Đ.11 khoản 2')}`,
    ...ofProcuracy,
  },
  {
    // The file may be archived then, and is resumed all the same when a new fact comes up.
    id: 'archiving-of-suspended',
    starts: ['suspended'],
    stops: ['resumed', 'suspension-cancelled', 'declined', 'joined'],
    of: ['police-investigation'],
    kind: 'review',
    length: years(2),
    counting: 'limitation',
    extensions: [],
    article: TT28('Đ.20 khoản 5'),
    validFrom: POLICE_CIRCULAR_IN_FORCE,
  },
] as const satisfies readonly TimeLimit<DenunciationFile>[];
export type SupervisionLimitId = (typeof SUPERVISION_LIMITS)[number]['id'];
