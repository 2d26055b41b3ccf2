import type { Day } from '#libs/domain/kernel';
import type { NON_INSTITUTION_GROUNDS, VERIFICATION_SUSPENSION_GROUNDS } from '../grounds.js';
import type { StepOf } from '../step.js';

/** Where crime information comes from. Source: Điều 143, 144, 152 BLTTHS. */
export const SOURCES = ['denunciation', 'report', 'petition', 'surrender', 'direct-discovery'] as const;
export type Source = (typeof SOURCES)[number];

/** Statuses of a denunciation; `none` before it is received. Source: Điều 143–152 BLTTHS. */
export const DENUNCIATION_STATUSES = [
  'none',
  'received',
  'classified-out',
  'in-verification',
  'in-transfer',
  'suspended',
  'instituted',
  'declined',
] as const;
export type DenunciationStatus = (typeof DENUNCIATION_STATUSES)[number];

/** In which status a denunciation may be taken over from a paper register. */
export const CARRIED_OVER_DENUNCIATION = ['received', 'in-verification', 'suspended'] as const;

/** What each step in the life of a denunciation states. */
export interface DenunciationPayloads {
  received: { readonly source: Source; readonly placeId?: number };
  'carried-over': {
    readonly status: (typeof CARRIED_OVER_DENUNCIATION)[number];
    readonly source?: Source;
    readonly placeId?: number;
    /** The day of the receipt by the office that resolves it, where the old register tells. */
    readonly receivedOn?: Day;
  };
  classified: { readonly competence: 'own' | 'other' };
  'transfer-offered': { readonly toOfficeId: number };
  'transfer-accepted': Record<string, never>;
  'transfer-refused': { readonly because: string };
  assigned: { readonly assigneeId: string };
  extended: { readonly grantor: 'head' | 'procuracy'; readonly until: Day };
  instituted: { readonly caseId: string };
  declined: { readonly ground: keyof typeof NON_INSTITUTION_GROUNDS };
  suspended: { readonly ground: keyof typeof VERIFICATION_SUSPENSION_GROUNDS };
  resumed: Record<string, never>;
  'office-succeeded': { readonly toOfficeId: number };
}

export type DenunciationStep = StepOf<DenunciationPayloads>;
export type DenunciationEventType = keyof DenunciationPayloads;
