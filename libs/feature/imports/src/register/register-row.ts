import type { Day } from '#libs/domain/kernel';
import type { Decision, SubjectKind } from '#libs/domain/procedure';

/** What a row states beside the step itself: columns as understood, references still as numbers of registers. */
export interface Stated {
  readonly status?: string;
  readonly since?: Day;
  readonly discovered?: boolean;
  readonly source?: string;
  readonly place?: number;
  readonly competence?: string;
  readonly toOffice?: number;
  readonly caseNumber?: string;
  readonly denunciations?: readonly string[];
  readonly article?: number;
  readonly clause?: number;
  readonly point?: string;
  readonly defendants?: readonly string[];
  readonly minor?: boolean;
  readonly ground?: string;
  readonly grantor?: string;
  readonly until?: Day;
  readonly hearingOn?: Day;
  readonly by?: string;
  readonly verdicts?: readonly (readonly [number: string, outcome: string])[];
  readonly appealKind?: string;
  readonly basis?: string;
  readonly outcome?: string;
  readonly note?: string;
}

/** The content of a row that the law judges; its JSON is also what makes a row the same row again. */
export interface RowContent {
  readonly step: string;
  readonly decision?: Decision;
  readonly stated: Stated;
}

/** A row of the register as understood. */
export interface RegisterRow extends RowContent {
  readonly line: number;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly officeId: number;
  readonly registerOfficeId?: number;
  readonly occurredOn: Day;
}

/** A row that could not be understood: what is known of the file it belongs to. */
export interface BrokenRow {
  readonly line: number;
  readonly kind?: SubjectKind;
  readonly number?: string;
  readonly officeId?: number;
  readonly registerOfficeId?: number;
  readonly occurredOn?: Day;
}
