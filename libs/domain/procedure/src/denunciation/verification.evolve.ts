import { type DenunciationFile, type Folds, moved } from './denunciation-file.js';

type Event =
  | 'assigned'
  | 'prosecutor-assigned'
  | 'remedy-demanded'
  | 'extension-requested'
  | 'extension-refused'
  | 'extended'
  | 'instituted'
  | 'declined'
  | 'decline-overruled'
  | 'suspended'
  | 'suspension-cancelled'
  | 'suspension-reviewed'
  | 'resumed'
  | 'notified';

const answered = ({ extensionAskedOn: _asked, ...rest }: DenunciationFile): DenunciationFile => rest;

/** What one hand grants in several steps is one extension, to the last of its ends. */
const lengthened = ({ extensions }: DenunciationFile, granted: DenunciationFile['extensions'][number]) => [
  ...extensions.filter(({ grantor }) => grantor !== granted.grantor),
  granted,
];

/** How crime information is verified and resolved. */
export const VERIFICATION_FOLDS: Folds<Event> = {
  assigned: (file, { payload }) => ({ ...file, assigneeId: payload.assigneeId }),
  'prosecutor-assigned': (file, { payload }) => ({ ...file, prosecutorId: payload.prosecutorId }),
  'remedy-demanded': (file, { occurredOn }) => ({ ...file, remedyDemandedOn: occurredOn }),
  'extension-requested': (file, { occurredOn }) => ({ ...file, extensionAskedOn: occurredOn }),
  'extension-refused': answered,
  extended: (file, { payload }) => ({ ...answered(file), extensions: lengthened(file, payload) }),
  instituted: (file, step) => ({
    ...moved(file, step, 'instituted'),
    caseIds: [...file.caseIds, step.payload.caseId],
  }),
  declined: (file, step) => moved(file, step, 'declined'),
  'decline-overruled': (file, step) => ({
    ...moved(file, step, 'instituted'),
    caseIds: [...file.caseIds, step.payload.caseId],
  }),
  suspended: (file, step) => answered(moved(file, step, 'suspended')),
  'suspension-cancelled': (file, step) => ({
    ...moved(file, step, 'in-verification'),
    resumedOn: step.occurredOn,
    suspensionCancelled: true,
  }),
  resumed: ({ suspensionCancelled: _cancelled, ...file }, step) => ({
    ...moved(file, step, 'in-verification'),
    resumedOn: step.occurredOn,
  }),
  'suspension-reviewed': (file) => file,
  notified: (file) => file,
};
