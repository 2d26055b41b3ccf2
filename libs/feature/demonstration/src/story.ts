import type { SubjectKind } from '#libs/domain/procedure';
import type { PlannedStep } from '#libs/feature/casework';

/** An invented file: its number and its steps in order. */
export interface Story {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly officeId: number;
  readonly placeId: number;
  readonly steps: readonly PlannedStep[];
}
