import { BLTTHS, TT28, TTLT01 } from '../citations.js';
import { TT28_IN_FORCE, TTLT01_IN_FORCE } from '../in-force.js';
import { type Change, type TimeLimit, days, workingDays, years } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';

type Moved = Change<DenunciationFile>;

const ENDED = ['instituted', 'declined', 'suspended', 'joined', 'transfer-accepted', 'taken-over'] as const;
const ofProcuracy = { whose: 'supervisor', extensions: [], validFrom: TTLT01_IN_FORCE } as const;

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
    validFrom: TT28_IN_FORCE,
  },
] as const satisfies readonly TimeLimit<DenunciationFile>[];
export type SupervisionLimitId = (typeof SUPERVISION_LIMITS)[number]['id'];
