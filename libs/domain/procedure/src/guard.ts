import type { Day, ErrorFacts } from '#libs/domain/kernel';
import type { Agency, OfficeTier } from '#libs/domain/jurisdiction';
import { NQ225 } from './citations.js';
import type { Counting } from './counting.js';
import type { Step } from './step.js';
import type { ActingOffice, FileOffices } from './transition.js';

/** A refusal by law: a stable code, the article, and facts for the sentence. */
export interface Refusal {
  readonly code: string;
  readonly article: string;
  readonly facts?: ErrorFacts;
}

/** Where an office stands among those of its kind. */
export interface Seat {
  readonly tier: OfficeTier;
  readonly provinceId?: number;
}

/**
 * What a step is judged against beside the file. `acting` is absent when a recorded history is checked again after a
 * correction: who acted was judged when the step was recorded.
 */
export interface Circumstances extends Counting {
  readonly acting?: ActingOffice;
  /** @returns the agency of an office, or `undefined` when there is no such office. */
  readonly agencyOf: (officeId: number) => Agency | undefined;
  /** @returns the tier of an office and the province in which its work is done on a day; `undefined` where nobody knows. */
  readonly seatOf?: (officeId: number, day: Day) => Seat | undefined;
  /** @returns the office that does an office's work on a day: itself, its successor, or nobody. */
  readonly officeOn?: (officeId: number, day: Day) => number | undefined;
}

/** Conditions that a table of statuses cannot state, by event. */
export type Guards<File, S extends Step> = {
  readonly [T in S['type']]?: (
    file: File,
    step: Extract<S, { type: T }>,
    circumstances: Circumstances,
  ) => Refusal | undefined;
};

type AnyGuard<File, S> = (file: File, step: S, circumstances: Circumstances) => Refusal | undefined;

/** @returns the refusal of the event's guard, if it has one and it refuses. */
export function refusalOf<File, S extends Step>(
  guards: Guards<File, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): Refusal | undefined {
  const guard = guards[step.type as S['type']] as AnyGuard<File, S> | undefined;
  return guard?.(file, step, circumstances);
}

/** @returns a refusal unless the office exists and its agency is one of `agencies`. */
export function refuseUnlessAgency(
  circumstances: Circumstances,
  officeId: number | undefined,
  agencies: readonly Agency[],
  article: string,
): Refusal | undefined {
  const agency = officeId === undefined ? undefined : circumstances.agencyOf(officeId);
  if (agency !== undefined && agencies.includes(agency)) return undefined;
  return { code: 'office.not-competent', article, facts: { agencies: [...agencies] } };
}

/**
 * Judges a succession of offices: the step is taken for the office that ends, which must hold the file or have it offered,
 * and leads to another office of the same kind.
 */
export function refuseSuccession(
  offices: FileOffices,
  step: { readonly officeId: number; readonly payload: { readonly toOfficeId: number } },
  circumstances: Circumstances,
): Refusal | undefined {
  const { toOfficeId } = step.payload;
  if (step.officeId !== offices.holderOfficeId && step.officeId !== offices.receiverOfficeId) {
    return { code: 'succession.not-concerned', article: NQ225 };
  }
  if (toOfficeId === step.officeId) return { code: 'transfer.to-itself', article: NQ225 };
  const agency = circumstances.agencyOf(step.officeId);
  return refuseUnlessAgency(circumstances, toOfficeId, agency ? [agency] : [], NQ225);
}
