import type { CaseFile } from '../case-file.js';
import { TTLT0120 } from '../citations.js';
import { type Defendant, isCharged } from '../defendant.js';
import { LIMITATION, SUSPENSION_REVIEW } from '../limitation.js';
import type { Change, Start, TimeLimit } from '../time-limit.js';

export type StandstillLimit = TimeLimit<CaseFile, 'limitation-of-prosecution' | 'suspension-review'>;

const OPENED = ['case-instituted', 'case-carried-over', 'case-severed-off'] as const;
const SUSPENDED = ['investigation-suspended', 'prosecution-suspended', 'trial-suspended'] as const;
const GOING_ON = [
  ...['investigation-resumed', 'prosecution-resumed', 'trial-resumed', 'termination-overruled', 'remand-accepted'],
  ...['investigation-terminated', 'prosecution-terminated', 'trial-terminated', 'prosecution-withdrawn'],
  ...['case-joined', 'case-severed', 'charge-cancelled', 'institution-cancelled', 'institution-overruled'],
];
const ACCUSING = [
  'charged',
  'case-absorbed',
  'wanted-issued',
  'wanted-withdrawn',
  'indicted',
  'returned-by-court',
] as const;
const OVER: readonly CaseFile['stage'][] = ['none', 'joined', 'institution-cancelled'];

/** Of an accused it runs on while proceedings stand still; of one who hid, anew from the day he or she is found. */
const ofAccused =
  ({ committedOn }: CaseFile) =>
  ({ id, status, wantedOn, foundOn }: Defendant): readonly Start[] => {
    if (wantedOn !== undefined) return [];
    const open = status === 'charged' || status === 'approved';
    const on = status === 'suspended' ? (foundOn ?? committedOn) : open ? foundOn : undefined;
    return on ? [{ on, defendantId: id }] : [];
  };

/** Which limitation periods run in a state of the case: the one of the deed while nobody is charged, and those of accused. */
const running = (file: CaseFile): readonly Start[] => {
  const { stage, committedOn, defendants } = file;
  if (OVER.includes(stage)) return [];
  const unknown = committedOn !== undefined && !defendants.some(isCharged) && file.halt !== 'terminated';
  return [...(unknown ? [{ on: committedOn }] : []), ...defendants.flatMap(ofAccused(file))];
};

const isOneOf = (starts: readonly Start[], { on, defendantId }: Start): boolean =>
  starts.some((one) => one.on === on && one.defendantId === defendantId);

const EVENTS = [...OPENED, ...SUSPENDED, ...GOING_ON, ...ACCUSING];
const REVIEWED = 'case-suspension-reviewed';
const isSuspended = ({ halt }: CaseFile): boolean => halt === 'suspended';

/**
 * The limitation of prosecution in a case: until somebody is charged, and again while the accused is suspended; and the
 * review of a case that is suspended. Source: Điều 27 BLHS; Điều 235 BLTTHS; Điều 7, 9, 11, 14 TTLT 01/2020.
 */
export const STANDSTILL_LIMITS: readonly StandstillLimit[] = [
  {
    ...LIMITATION,
    starts: EVENTS,
    persons: ({ before, after }: Change<CaseFile>) => running(after).filter((one) => !isOneOf(running(before), one)),
    stops: EVENTS,
    stopsRun: ({ after }, run) => !isOneOf(running(after), run),
  },
  {
    ...SUSPENSION_REVIEW,
    starts: [...OPENED, ...SUSPENDED, REVIEWED],
    startOn: ({ before, step, after }) =>
      isSuspended(after) && (!isSuspended(before) || step.type === REVIEWED) ? step.occurredOn : undefined,
    stops: [...GOING_ON, REVIEWED],
    stopsRun: ({ step, after }) => !isSuspended(after) || step.type === REVIEWED,
    article: TTLT0120('Đ.7, 9, 11, Đ.14 khoản 2'),
  },
];
