import type { Day } from '#libs/domain/kernel';
import type { INVESTIGATION_SUSPENSION_GROUNDS, INVESTIGATION_TERMINATION_GROUNDS } from '../grounds.js';
import type { Offence } from '../offence.js';
import type { StepOf } from '../step.js';

/** In which status a case may be taken over from a paper register. */
export const CARRIED_OVER_CASE = [
  'under-investigation',
  'investigation-suspended',
  'concluded',
  'at-procuracy',
  'prosecution-suspended',
  'indicted',
  'handed-to-court',
  'accepted',
  'scheduled',
  'trial-suspended',
] as const;
export type CarriedOverCase = (typeof CARRIED_OVER_CASE)[number];

/** What each step of the investigation states. */
export interface InvestigationPayloads {
  'case-instituted': {
    readonly offence: Offence;
    readonly denunciationIds?: readonly string[];
    readonly placeId?: number;
  };
  'case-carried-over': {
    readonly status: CarriedOverCase;
    readonly offence?: Offence;
    readonly placeId?: number;
    readonly institutedOn?: Day;
    readonly discovered?: boolean;
    readonly persons?: readonly { readonly defendantId: string; readonly number: string }[];
  };
  charged: {
    readonly defendantId: string;
    readonly number: string;
    readonly offence: Offence;
    readonly minor?: boolean;
  };
  'charge-approved': { readonly defendantIds: readonly string[] };
  'charge-cancelled': { readonly defendantIds: readonly string[] };
  'investigation-extended': { readonly until: Day };
  'case-transfer-offered': { readonly toOfficeId: number };
  'case-transfer-accepted': Record<string, never>;
  'case-transfer-refused': { readonly because: string };
  'investigation-suspended': {
    readonly ground: keyof typeof INVESTIGATION_SUSPENSION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  'investigation-resumed': { readonly defendantIds?: readonly string[] };
  'investigation-terminated': {
    readonly ground: keyof typeof INVESTIGATION_TERMINATION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  'investigation-concluded': Record<string, never>;
  'handed-to-procuracy': { readonly toOfficeId: number };
  'case-office-succeeded': { readonly toOfficeId: number };
}

export type InvestigationStep = StepOf<InvestigationPayloads>;
