import type { Fold, Folds } from './denunciation-file.js';
import { moved } from './denunciation-file.js';
import type { DenunciationPayloads } from './denunciation.steps.js';

type Event = 'received' | 'preliminarily-checked' | 'carried-over' | 'classified' | 'split' | 'split-off' | 'joined';

const pressing = ({ urgent, remote }: { readonly urgent?: boolean; readonly remote?: boolean }) => ({
  ...(urgent ? { urgent: true as const } : {}),
  ...(remote ? { remote: true as const } : {}),
});

const received: Fold<'received'> = (file, { officeId, occurredOn, payload }) => ({
  ...file,
  ...pressing(payload),
  status: 'received',
  holderOfficeId: officeId,
  receivedByOfficeId: officeId,
  receivedOn: occurredOn,
  limitFrom: occurredOn,
  since: occurredOn,
  source: payload.source,
  placeId: payload.placeId,
  ...(payload.committedOn ? { committedOn: payload.committedOn } : {}),
  ...(payload.offence ? { offence: payload.offence } : {}),
});

const carriedOver: Fold<'carried-over'> = (file, { officeId, occurredOn, payload }) => ({
  ...file,
  status: payload.status,
  holderOfficeId: officeId,
  receivedByOfficeId: officeId,
  receivedOn: payload.receivedOn,
  limitFrom: payload.receivedOn,
  since: occurredOn,
  source: payload.source,
  placeId: payload.placeId,
  carriedOver: true,
  ...(payload.status === 'received' ? {} : { classifiedOn: occurredOn }),
});

const lengthenedBefore = ({ headUntil, procuracyUntil }: DenunciationPayloads['split-off']) => [
  ...(headUntil ? [{ grantor: 'head' as const, until: headUntil }] : []),
  ...(procuracyUntil ? [{ grantor: 'procuracy' as const, until: procuracyUntil }] : []),
];

/** What was split off was received with the whole, and lengthened and resumed with it: nobody received it once more. */
const splitOff: Fold<'split-off'> = (file, { officeId, occurredOn, payload }) => ({
  ...file,
  status: payload.status,
  holderOfficeId: officeId,
  parentId: payload.parentId,
  receivedOn: payload.receivedOn,
  limitFrom: payload.receivedOn,
  since: occurredOn,
  source: payload.source,
  placeId: payload.placeId,
  extensions: lengthenedBefore(payload),
  ...(payload.resumedOn ? { resumedOn: payload.resumedOn } : {}),
  ...(payload.suspensionCancelled ? { suspensionCancelled: true as const } : {}),
  ...(payload.status === 'received' ? {} : { classifiedOn: occurredOn }),
});

/** How crime information comes in, is checked, classified, split and joined. */
export const RECEPTION_FOLDS: Folds<Event> = {
  received,
  'carried-over': carriedOver,
  'split-off': splitOff,
  'preliminarily-checked': (file, { payload }) => ({ ...file, ...pressing(payload) }),
  classified: (file, step) => ({
    ...moved(file, step, step.payload.competence === 'own' ? 'in-verification' : 'classified-out'),
    classifiedOn: file.classifiedOn ?? step.occurredOn,
  }),
  split: (file, { payload }) => ({ ...file, childIds: [...(file.childIds ?? []), payload.childId] }),
  joined: (file, step) => ({ ...moved(file, step, 'joined'), joinedIntoId: step.payload.intoId }),
};
