import type { Office } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import type { PlannedStep } from '#libs/feature/casework';

/** An invented file: its number and its steps in order. */
export interface Story {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly officeId: number;
  readonly placeId: number;
  /** The procuracy that supervises on a day. */
  readonly procuracyAt: (day: Day) => Office;
  readonly steps: readonly PlannedStep[];
}
