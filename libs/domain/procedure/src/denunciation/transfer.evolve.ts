import { owedBySuccessor } from '../notices.js';
import { type Fold, type Folds, moved, withoutFormerHolder } from './denunciation-file.js';

type Event =
  | 'transfer-offered'
  | 'transfer-accepted'
  | 'transfer-refused'
  | 'competence-disputed'
  | 'competence-settled'
  | 'taken-over'
  | 'office-succeeded';

/** The receiver classifies anew what was not its sender's, and has the limit of Điều 147 from this day. */
const accepted: Fold<'transfer-accepted'> = (file, { occurredOn: day }) => {
  const { receiverOfficeId, statusBeforeTransfer: before, isSettled: _settled, ...rest } = withoutFormerHolder(file);
  const status = before === 'in-verification' ? before : 'received';
  return { ...rest, status, holderOfficeId: receiverOfficeId, limitFrom: day, extensions: [], since: day };
};

const refused: Fold<'transfer-refused'> = (file, step) => {
  const { receiverOfficeId: _receiver, statusBeforeTransfer = 'received', ...rest } = file;
  return moved(rest, step, statusBeforeTransfer);
};

const settled: Fold<'competence-settled'> = (file, step) => {
  const { disputedWithOfficeId: _other, statusBeforeDispute: before = 'received', ...rest } = file;
  const { toOfficeId } = step.payload;
  if (toOfficeId === file.holderOfficeId) return moved(rest, step, before);
  const offered = { receiverOfficeId: toOfficeId, statusBeforeTransfer: before, isSettled: true } as const;
  return { ...moved(rest, step, 'in-transfer'), ...offered };
};

const succeeded: Fold<'office-succeeded'> = (file, step) => {
  const { toOfficeId } = step.payload;
  const owed = owedBySuccessor(file.owed, step);
  if (file.holderOfficeId !== step.officeId) return { ...file, owed, receiverOfficeId: toOfficeId };
  return { ...file, owed, holderOfficeId: toOfficeId, since: step.occurredOn };
};

/** How crime information passes from one body to another. */
export const TRANSFER_FOLDS: Folds<Event> = {
  'transfer-offered': (file, step) => ({
    ...moved(file, step, 'in-transfer'),
    receiverOfficeId: step.payload.toOfficeId,
    statusBeforeTransfer: file.status,
  }),
  'transfer-accepted': accepted,
  'transfer-refused': refused,
  'competence-disputed': (file, step) => ({
    ...moved(file, step, 'in-dispute'),
    disputedWithOfficeId: step.payload.withOfficeId,
    statusBeforeDispute: file.status,
  }),
  'competence-settled': settled,
  // The limits of Điều 147 go on (Điều 147 khoản 4).
  'taken-over': (file, step) => ({
    ...withoutFormerHolder(file),
    holderOfficeId: step.officeId,
    since: step.occurredOn,
  }),
  'office-succeeded': succeeded,
};
