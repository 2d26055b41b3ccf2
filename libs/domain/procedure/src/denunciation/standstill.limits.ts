import { LIMITATION, SUSPENSION_REVIEW } from '../limitation.js';
import type { TimeLimit } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';

export type StandstillLimitId = 'limitation-of-prosecution' | 'suspension-review';

/**
 * The limitation of prosecution while nobody instituted a case, where the day of the offence is told; how long it is follows
 * from the offence, where that is told. And the review of what is suspended.
 */
export const STANDSTILL_LIMITS: readonly TimeLimit<DenunciationFile, StandstillLimitId>[] = [
  {
    ...LIMITATION,
    starts: ['received'],
    startOn: ({ after }) => after.committedOn,
    stops: ['instituted', 'declined', 'joined'],
  },
  {
    ...SUSPENSION_REVIEW,
    starts: ['suspended', 'carried-over', 'suspension-reviewed'],
    startOn: ({ step, after }) => (after.status === 'suspended' ? step.occurredOn : undefined),
    stops: ['suspension-reviewed', 'resumed', 'suspension-cancelled', 'declined', 'joined'],
    stopsRun: () => true,
  },
];
