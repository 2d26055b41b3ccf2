import type { SubjectKind } from '#libs/domain/procedure';

/** The answer to a command: the file as it stands after it. */
export interface RecordedResult {
  readonly subjectId: string;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly version: number;
  readonly status: string;
  /** Global position of the last event that the command recorded; compliance figures up to it include the step. */
  readonly position: number;
  /** The case that an institution opened. */
  readonly caseId?: string;
  /** The part that was split off a denunciation, or the case that was severed off another one. */
  readonly childId?: string;
}
