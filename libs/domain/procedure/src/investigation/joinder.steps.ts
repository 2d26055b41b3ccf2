import type { Day } from '#libs/domain/kernel';
import type { Move, MovedPerson, RunningClock } from '../moved-person.js';
import type { Offence } from '../offence.js';

/** What the steps state by which cases are joined and severed; each goes with its counterpart in the other case. */
export interface JoinderPayloads {
  'case-joined': { readonly intoCaseId: string; readonly movedTo?: readonly Move[] };
  'case-absorbed': {
    readonly fromCaseId: string;
    readonly institutedOn?: Day;
    readonly offence?: Offence;
    readonly persons?: readonly MovedPerson[];
    /** What the other case was founded on. */
    readonly denunciationIds?: readonly string[];
  };
  'case-severed': { readonly toCaseId: string; readonly persons: readonly Move[] };
  'case-severed-off': {
    readonly parentCaseId: string;
    readonly stage: 'under-investigation' | 'at-procuracy';
    readonly institutedOn?: Day;
    readonly offence?: Offence;
    readonly placeId?: number;
    readonly committedOn?: Day;
    readonly investigatingOfficeId?: number;
    readonly clock?: RunningClock;
    /** The parent goes by the summary procedure, or its halved limits were lifted. */
    readonly summary?: boolean;
    readonly minorLimitsLifted?: boolean;
    readonly persons: readonly MovedPerson[];
    readonly denunciationIds?: readonly string[];
  };
}
