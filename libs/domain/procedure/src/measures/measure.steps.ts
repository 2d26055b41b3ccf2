import type { Day } from '#libs/domain/kernel';
import type { StepOf } from '../step.js';

/** What each step states by which somebody is held, detained or set free. */
export interface MeasurePayloads {
  /** `from` is the receipt of the person, where that was before the decision; the accused keeps the id of the person. */
  'person-held': {
    readonly personId: string;
    readonly number: string;
    readonly from?: Day;
    readonly until: Day;
  };
  'custody-extended': { readonly personId: string; readonly until: Day };
  released: { readonly personId: string };
  /** The first and the last day as the order names them. */
  'detention-ordered': { readonly defendantId: string; readonly from: Day; readonly until: Day };
  'detention-extended': { readonly defendantIds: readonly string[]; readonly until: Day };
  'detention-ended': { readonly defendantIds: readonly string[] };
}

export type MeasureStep = StepOf<MeasurePayloads>;
