import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';

/** Who acts in a foreign docket: three roles, each an office of ours. */
export const ROLES_OF_DOCKET = ['police', 'procuracy', 'court'] as const;
export type DocketRole = (typeof ROLES_OF_DOCKET)[number];

/** A step of ours that an event means, or that is implied. What `payload` leaves out follows from the file. */
export interface ProfileStep {
  readonly on: SubjectKind;
  readonly command: string;
  readonly by: DocketRole;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One meaning of a stage: for which results, which steps (each a list of alternatives), or why none. */
export interface ProfileRule {
  readonly result?: RegExp;
  readonly steps: readonly (readonly ProfileStep[])[];
  /** Why the event is no step of ours. */
  readonly reason?: string;
  /** What becomes of the event when none of its steps is possible. */
  readonly whenImpossible: 'refuse' | 'informational';
}

export interface ProfileStage {
  readonly stage: string;
  readonly rules: readonly ProfileRule[];
}

export interface OffenceRule {
  readonly match?: RegExp;
  readonly article: number;
  readonly clause: number;
}

/** How another event log is understood. */
export interface DocketProfile {
  readonly name: string;
  readonly columns: {
    readonly case: string;
    readonly defendant?: string;
    readonly stage: string;
    readonly date: string;
    readonly result?: string;
    readonly agency?: string;
    readonly offence?: string;
  };
  /** A second file beside the events, joined by columns of the same name. */
  readonly join?: { readonly file: string; readonly by: readonly string[]; readonly optional: boolean };
  readonly dates: { readonly format: 'yyyy-mm-dd' | 'dd/mm/yyyy' | 'mm/dd/yyyy'; readonly min: Day; readonly max: Day };
  readonly filePer: 'case' | 'defendant';
  readonly numberPrefix: string;
  readonly offices: Readonly<Record<DocketRole, string>>;
  readonly officesByAgency: Readonly<Record<string, Partial<Record<DocketRole, string>>>>;
  readonly offences: readonly OffenceRule[];
  readonly duplicates: 'refuse' | 'informational';
  readonly impliedNumber: string;
  /** Steps that our law needs and the log may lack, in the order of the law. */
  readonly implied: readonly ProfileStep[];
  readonly stages: readonly ProfileStage[];
}
