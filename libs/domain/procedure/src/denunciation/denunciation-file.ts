import type { Day } from '#libs/domain/kernel';
import type { OwedNotice } from '../notices.js';
import type { Offence } from '../offence.js';
import type { DenunciationNotice } from './denunciation.notices.js';
import type { DenunciationEventType, DenunciationStatus, DenunciationStepOf } from './denunciation.steps.js';
import type { Source } from './source.js';

/** The state of one denunciation: a fold of its steps. */
export interface DenunciationFile {
  readonly life: 'denunciation';
  readonly status: DenunciationStatus;
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly statusBeforeTransfer?: DenunciationStatus;
  /** The procuracy above settled whose it is: the receiver may not refuse. */
  readonly isSettled?: true;
  readonly disputedWithOfficeId?: number;
  readonly statusBeforeDispute?: DenunciationStatus;
  readonly source?: Source;
  readonly placeId?: number;
  readonly committedOn?: Day;
  readonly offence?: Offence;
  /** The commune police must hand over within 24 hours. */
  readonly urgent?: true;
  /** An urgent one from a remote commune: within 48 hours. */
  readonly remote?: true;
  /** The first receipt anywhere; unknown for a file carried over without it. */
  readonly receivedOn?: Day;
  readonly receivedByOfficeId?: number;
  /** The first classification anywhere; K1 counts it for the office that received. */
  readonly classifiedOn?: Day;
  readonly assigneeId?: string;
  readonly prosecutorId?: string;
  /** The receipt by the office that holds it: the limit of Điều 147 runs from there (Điều 11 TTLT 01/2017). */
  readonly limitFrom?: Day;
  /** Resolved again since: by a resumption, or because the procuracy cancelled the suspension. */
  readonly resumedOn?: Day;
  /** Because the procuracy cancelled the suspension. */
  readonly suspensionCancelled?: true;
  /** Extensions of the limit that runs. */
  /** One of each grantor, in their order, to the last end that it set. */
  readonly extensions: readonly { readonly grantor: 'head' | 'procuracy'; readonly until: Day }[];
  /** The procuracy was asked for an extension and has not answered. */
  readonly extensionAskedOn?: Day;
  /** The procuracy's last written demand to the office that holds it. */
  readonly remedyDemandedOn?: Day;
  readonly caseIds: readonly string[];
  /** The whole that it was split off from, and the parts that were split off it. */
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  /** The one of the same content that is resolved in its place. */
  readonly joinedIntoId?: string;
  readonly owed: readonly OwedNotice<DenunciationNotice>[];
  readonly carriedOver: boolean;
  /** The day on which the present status or holder began. */
  readonly since?: Day;
}

export const NO_DENUNCIATION: DenunciationFile = {
  life: 'denunciation',
  status: 'none',
  extensions: [],
  caseIds: [],
  owed: [],
  carriedOver: false,
};

/** What one step, or each of several, makes of a denunciation. */
export type Fold<T extends DenunciationEventType> = (
  file: DenunciationFile,
  step: DenunciationStepOf<T>,
) => DenunciationFile;
export type Folds<T extends DenunciationEventType> = { readonly [K in T]: Fold<K> };

/** @returns the file in another status since the day of the step. */
export const moved = (
  file: DenunciationFile,
  { occurredOn }: { readonly occurredOn: Day },
  status: DenunciationStatus,
): DenunciationFile => ({ ...file, status, since: occurredOn });

/** @returns the file without what only concerned the office that held it until now. */
export function withoutFormerHolder(file: DenunciationFile): DenunciationFile {
  const { assigneeId, prosecutorId, remedyDemandedOn, extensionAskedOn, ...rest } = file;
  return rest;
}
