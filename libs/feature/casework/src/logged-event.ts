import type { RecordedStep, SubjectKind } from '#libs/domain/procedure';

/** A file as it is registered: its number in the register of the office that opened it. */
export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly officeId: number;
  readonly placeId?: number;
  /** The sequence of the last event. */
  readonly version: number;
}

/** An event as it stands in the log, with who recorded it and its place among all events. */
export interface LoggedEvent extends RecordedStep {
  readonly position: number;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly ruleSet: string;
}

/** An event about to be appended. */
export interface NewEvent extends RecordedStep {
  readonly recordedBy: string;
  readonly commandId: string;
  /** Only seeds give it; otherwise the database's clock. */
  readonly recordedAt?: Date;
}
