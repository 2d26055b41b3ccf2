import type { Day } from '#libs/domain/kernel';
import type { CaseNotice } from '../case-notices.js';
import type {
  CASE_TRANSFER_GROUNDS,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  MINOR_LIMIT_GROUNDS,
  NON_INSTITUTION_GROUNDS,
  SUMMARY_PROCEDURE_GROUNDS,
} from '../grounds.js';
import type { Offence } from '../offence.js';
import type { StepOf } from '../step.js';
import type { JoinderPayloads } from './joinder.steps.js';

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
export interface InvestigationPayloads extends JoinderPayloads {
  'case-instituted': {
    readonly offence: Offence;
    readonly denunciationIds?: readonly string[];
    readonly placeId?: number;
    /** By an investigator posted to the commune police (Luật 99/2025/QH15). */
    readonly communeInvestigator?: boolean;
    readonly inFlagrante?: boolean;
    /** The day of the offence, where it is known: the limitation period runs from there. */
    readonly committedOn?: Day;
  };
  'institution-changed': { readonly offence: Offence; readonly kind: 'changed' | 'supplemented' };
  'institution-cancelled': { readonly ground: keyof typeof NON_INSTITUTION_GROUNDS };
  'institution-overruled': Record<string, never>;
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
    /** Was 14 or 15 at the time of the offence. */
    readonly underSixteen?: boolean;
  };
  'charge-approved': { readonly defendantIds: readonly string[] };
  'charge-cancelled': { readonly defendantIds: readonly string[] };
  'charge-evidence-requested': { readonly defendantIds: readonly string[] };
  'charge-evidence-supplied': { readonly defendantIds?: readonly string[] };
  'charge-changed': {
    readonly defendantId: string;
    readonly offence: Offence;
    readonly kind: 'changed' | 'added';
  };
  'investigation-extension-requested': { readonly until: Day };
  'investigation-extended': { readonly until: Day };
  'case-transfer-offered': { readonly toOfficeId: number };
  'case-transfer-agreed': Record<string, never>;
  'case-transfer-requested': { readonly toOfficeId?: number };
  'case-transfer-decided': { readonly toOfficeId: number; readonly ground: keyof typeof CASE_TRANSFER_GROUNDS };
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
  'termination-confirmed': Record<string, never>;
  'termination-overruled': { readonly defendantIds?: readonly string[]; readonly prosecute?: boolean };
  'wanted-issued': { readonly defendantIds: readonly string[] };
  'wanted-withdrawn': { readonly defendantIds: readonly string[] };
  'absentia-decided': { readonly defendantIds: readonly string[] };
  'summary-procedure-applied': {
    readonly ground?: keyof typeof SUMMARY_PROCEDURE_GROUNDS;
    /** The facts are simple and the evidence clear. */
    readonly simple?: boolean;
    /** The offender's residence and past are known. */
    readonly identityClear?: boolean;
  };
  'summary-procedure-revoked': Record<string, never>;
  'minor-limits-lifted': { readonly ground: keyof typeof MINOR_LIMIT_GROUNDS };
  'case-assigned': { readonly officerId: string };
  'case-notified': { readonly notice: CaseNotice };
  'case-suspension-reviewed': Record<string, never>;
  'investigation-concluded': Record<string, never>;
  'handed-to-procuracy': { readonly toOfficeId: number };
  'case-office-succeeded': { readonly toOfficeId: number };
}

export type InvestigationStep = StepOf<InvestigationPayloads>;
