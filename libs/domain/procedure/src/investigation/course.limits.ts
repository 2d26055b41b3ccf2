import type { Day } from '#libs/domain/kernel';
import { gravityOfCase, type CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type Change, type Start, type TimeLimit, days, months } from '../time-limit.js';

type Id =
  | 'hand-over-to-procuracy'
  | 'hand-over-to-procuracy-summary'
  | 'approval-of-charge'
  | 'review-of-termination'
  | 'border-guard-hand-over'
  | 'border-guard-full-file';
export type CourseLimit = TimeLimit<CaseFile, Id>;

const pendingIn = ({ defendants }: CaseFile): readonly string[] =>
  defendants.filter((one) => one.status === 'charged' && !one.evidenceAskedOn).map(({ id }) => id);

/** Whose approval is waited for from this step: whom it charges, for whom evidence came, whose papers were sent only now. */
const awaitingFrom = ({ before, step, after }: Change<CaseFile>): readonly Start[] => {
  const pending = pendingIn(after);
  const waited = pendingIn(before);
  const { notice, defendantId } = step.payload;
  const isSent = notice === 'charge-to-procuracy';
  return pending
    .filter((id) => isSent || id === defendantId || !waited.includes(id))
    .map((id) => ({ on: step.occurredOn, defendantId: id }));
};

const AWAITING = ['charged', 'charge-changed', 'charge-evidence-supplied', 'case-notified', 'case-severed-off'];
const ANSWERING = ['charge-approved', 'charge-cancelled', 'charge-evidence-requested', 'case-joined', 'case-severed'];
const HALTING = ['investigation-suspended', 'investigation-terminated', 'institution-overruled'];

/** Less serious offences found in the act are investigated whole, others begun. Source: Điều 164 khoản 1, 2 BLTTHS. */
const isWholeForBorderGuard = ({ step, after }: Change<CaseFile>): boolean =>
  step.payload.inFlagrante === true && gravityOfCase(after) === 'less-serious';

const ofBorderGuard = (whole: boolean) => ({
  starts: ['case-instituted'],
  startOn: (change: Change<CaseFile>) => (isWholeForBorderGuard(change) === whole ? change.step.occurredOn : undefined),
  stops: [
    'case-transfer-offered',
    'case-transfer-decided',
    'handed-to-procuracy',
    'institution-cancelled',
    'institution-overruled',
  ],
  of: ['border-guard'] as const,
  extensions: [],
  article: BLTTHS('Đ.164 khoản 1, 2'),
  validFrom: CODE_IN_FORCE,
});

const toProcuracy = (summary: boolean) => ({
  starts: ['investigation-concluded'],
  startOn: ({ step, after }: Change<CaseFile>) =>
    (after.procedure === 'summary') === summary ? step.occurredOn : undefined,
  stops: ['handed-to-procuracy'],
  extensions: [],
  validFrom: CODE_IN_FORCE,
});

/** The procuracy has the decision when it is told of it; where that is not recorded, from the day on which it was taken. */
const terminationReceived = ({ step, after }: Change<CaseFile>): Day | undefined => {
  const isTold = step.payload.notice === 'end-of-investigation' && !after.terminationConfirmedOn;
  const isReviewed = after.stage === 'under-investigation' && after.halt === 'terminated';
  return isReviewed && (step.type === 'investigation-terminated' || isTold) ? step.occurredOn : undefined;
};

/** What has to be done within days while a case is investigated. Source: Điều 164, 179, 180, 230, 232, 460 BLTTHS. */
export const COURSE_LIMITS: readonly CourseLimit[] = [
  {
    id: 'approval-of-charge',
    starts: [...AWAITING, 'case-absorbed'],
    persons: awaitingFrom,
    stops: [...AWAITING, ...ANSWERING, ...HALTING],
    stopsRun: (change, { defendantId = '' }) =>
      !pendingIn(change.after).includes(defendantId) ||
      awaitingFrom(change).some((start) => start.defendantId === defendantId),
    whose: 'supervisor',
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.179 khoản 3, Đ.180 khoản 3'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'review-of-termination',
    starts: ['investigation-terminated', 'case-notified'],
    startOn: terminationReceived,
    stops: ['termination-confirmed', 'termination-overruled', 'investigation-resumed', 'case-notified'],
    stopsRun: (change) => change.step.type !== 'case-notified' || terminationReceived(change) !== undefined,
    whose: 'supervisor',
    length: days(15),
    extensions: [],
    article: BLTTHS('Đ.230 khoản 3'),
    validFrom: CODE_IN_FORCE,
  },
  { id: 'border-guard-hand-over', ...ofBorderGuard(false), length: days(7) },
  { id: 'border-guard-full-file', ...ofBorderGuard(true), length: months(1) },
  { id: 'hand-over-to-procuracy', ...toProcuracy(false), length: days(2), article: BLTTHS('Đ.232 khoản 4') },
  {
    id: 'hand-over-to-procuracy-summary',
    ...toProcuracy(true),
    length: { hours: 24 },
    article: BLTTHS('Đ.460 khoản 3'),
  },
];
