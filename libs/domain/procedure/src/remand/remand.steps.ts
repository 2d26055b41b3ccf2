import type { StepOf } from '../step.js';

/** What the receipt of an annulled case states. */
export interface RemandPayloads {
  'remand-accepted': Record<string, never>;
}

export type RemandStep = StepOf<RemandPayloads>;
