import type { Day } from '#libs/domain/kernel';
import type {
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  RETURN_GROUNDS,
} from '../grounds.js';
import type { StepOf } from '../step.js';

/** What each step of the prosecution states. */
export interface ProsecutionPayloads {
  indicted: { readonly defendantIds?: readonly string[] };
  'returned-for-supplement': { readonly ground: keyof typeof RETURN_GROUNDS; readonly toOfficeId?: number };
  'file-refused': { readonly because: string };
  'prosecution-extended': { readonly until: Day };
  'prosecution-transferred': { readonly toOfficeId: number };
  'return-declined': { readonly because: string };
  'prosecution-withdrawn': { readonly defendantIds?: readonly string[] };
  'prosecution-suspended': {
    readonly ground: keyof typeof PROSECUTION_SUSPENSION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  'prosecution-resumed': { readonly defendantIds?: readonly string[] };
  'prosecution-terminated': {
    readonly ground: keyof typeof PROSECUTION_TERMINATION_GROUNDS;
    readonly defendantIds?: readonly string[];
  };
  'handed-to-court': {
    readonly toOfficeId: number;
    /** Why a court of the province tries what one of the region could. */
    readonly ground?: keyof typeof PROVINCIAL_TRIAL_GROUNDS;
  };
}

export type ProsecutionStep = StepOf<ProsecutionPayloads>;
