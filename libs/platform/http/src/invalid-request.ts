import { type ErrorFacts } from '#libs/domain/kernel';

/** What is wrong with one field. `field` is a path such as `offence.clause` or `verdicts.0.outcome`. */
export interface Fault {
  readonly field: string;
  /** Code of the sentence, such as `field.isDay`. */
  readonly code: string;
  readonly facts: ErrorFacts;
}

/** A request with faulty fields; answered 400 with all of them at once. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(readonly faults: readonly Fault[]) {
    super('request.invalid');
  }
}
