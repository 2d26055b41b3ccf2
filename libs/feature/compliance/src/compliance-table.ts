import type { Day, Period } from '#libs/domain/kernel';
import type { ComplianceValue, DocketStatement } from '#libs/domain/performance';

/** The territory that a row is about. */
export interface JurisdictionLine {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** One jurisdiction: its values in the order K1–K5 and, in detail, the readings beside them and the dockets behind. */
export interface ComplianceRow {
  readonly jurisdiction: JurisdictionLine;
  readonly values: readonly ComplianceValue[];
  /** Other readings of the same indicators (suspended not counted, persons instead of cases); never judged. */
  readonly beside: readonly ComplianceValue[];
  readonly dockets: Readonly<Record<string, DocketStatement>>;
}

/** The targets of a plan against what was done, for one or several jurisdictions over one period. */
export interface ComplianceTable {
  readonly plan: { readonly id: string; readonly number?: string; readonly issuer: string; readonly title: string };
  readonly period: Period & { readonly key: string };
  /** Absent: as known now. */
  readonly asOf?: Day;
  readonly computedAt: string;
  /** Recorded steps that the figures do not yet include; 0 within seconds after the last step. */
  readonly pendingSteps: number;
  readonly rows: readonly ComplianceRow[];
}
