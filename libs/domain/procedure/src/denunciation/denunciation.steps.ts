import type { Day } from '#libs/domain/kernel';
import type { NON_INSTITUTION_GROUNDS, VERIFICATION_SUSPENSION_GROUNDS } from '../grounds.js';
import type { Offence } from '../offence.js';
import type { StepOf } from '../step.js';
import type { DenunciationNotice } from './denunciation.notices.js';
import type { Source } from './source.js';

/** Statuses of a denunciation; `none` before it is received. Source: Điều 143–152 BLTTHS; Điều 12 TTLT 01/2017. */
export const DENUNCIATION_STATUSES = [
  'none',
  'received',
  'classified-out',
  'in-verification',
  'in-transfer',
  'in-dispute',
  'suspended',
  'instituted',
  'declined',
  'joined',
] as const;
export type DenunciationStatus = (typeof DENUNCIATION_STATUSES)[number];

/** In which status a denunciation may be taken over from a paper register. */
export const CARRIED_OVER_DENUNCIATION = ['received', 'in-verification', 'suspended'] as const;
/** In which status a part begins that was split off. */
export const SPLIT_OFF_DENUNCIATION = ['received', 'in-verification'] as const;

/** Facts that shorten the hand-over by commune police. Source: Điều 8 khoản 5 điểm a TTLT 01/2017. */
type Pressing = {
  /** Flagrant, very or especially serious, of public concern, or the suspect may flee. */
  readonly urgent?: boolean;
  /** A remote commune: mountain, forest, island. */
  readonly remote?: boolean;
};

/** What each step in the life of a denunciation states. */
export interface DenunciationPayloads {
  received: {
    readonly source: Source;
    readonly placeId?: number;
    /** The day of the offence and which one it seems to be, where that is told: the limitation period follows from them. */
    readonly committedOn?: Day;
    readonly offence?: Offence;
  } & Pressing;
  'preliminarily-checked': Pressing;
  'carried-over': {
    readonly status: (typeof CARRIED_OVER_DENUNCIATION)[number];
    readonly source?: Source;
    readonly placeId?: number;
    /** The day of the receipt by the office that resolves it, where the old register tells. */
    readonly receivedOn?: Day;
  };
  classified: { readonly competence: 'own' | 'other' };
  split: { readonly childId: string; readonly toOfficeId?: number };
  'split-off': {
    readonly parentId: string;
    readonly status: (typeof SPLIT_OFF_DENUNCIATION)[number];
    readonly source?: Source;
    readonly placeId?: number;
    /** The receipt of the whole, where it is known: the limit of Điều 147 runs from there. */
    readonly receivedOn?: Day;
    /** To which days the head and the procuracy had lengthened the limit of the whole. */
    readonly headUntil?: Day;
    readonly procuracyUntil?: Day;
    /** Since when the whole was resolved again, and whether because the procuracy cancelled its suspension. */
    readonly resumedOn?: Day;
    readonly suspensionCancelled?: boolean;
  };
  joined: { readonly intoId: string };
  'transfer-offered': { readonly toOfficeId: number };
  'transfer-accepted': Record<string, never>;
  'transfer-refused': { readonly because: string };
  'competence-disputed': { readonly withOfficeId: number };
  'competence-settled': { readonly toOfficeId: number };
  assigned: { readonly assigneeId: string };
  'prosecutor-assigned': { readonly prosecutorId: string };
  'remedy-demanded': Record<string, never>;
  'taken-over': Record<string, never>;
  'extension-requested': { readonly until: Day };
  'extension-refused': Record<string, never>;
  extended: { readonly grantor: 'head' | 'procuracy'; readonly until: Day };
  instituted: { readonly caseId: string };
  declined: { readonly ground: keyof typeof NON_INSTITUTION_GROUNDS; readonly administrative?: boolean };
  'decline-overruled': { readonly caseId: string };
  suspended: { readonly ground: keyof typeof VERIFICATION_SUSPENSION_GROUNDS };
  'suspension-cancelled': Record<string, never>;
  'suspension-reviewed': Record<string, never>;
  resumed: Record<string, never>;
  notified: { readonly notice: DenunciationNotice };
  'office-succeeded': { readonly toOfficeId: number };
}

export type DenunciationStep = StepOf<DenunciationPayloads>;
export type DenunciationEventType = keyof DenunciationPayloads;
/** The step of one type. */
export type DenunciationStepOf<T extends DenunciationEventType> = Extract<DenunciationStep, { type: T }>;
