import type { DomainError, ErrorFacts } from '#libs/domain/kernel';

/** What is wrong with one cell, or with the whole row when no column is named. */
export interface ImportFault {
  readonly code: string;
  /** The header as it stands in the file. */
  readonly column?: string;
  readonly facts: ErrorFacts;
}

/** The faults of one row. `line` is the row number that a spreadsheet program shows; 1 is the header. */
export interface FaultyRow {
  readonly line: number;
  readonly faults: readonly ImportFault[];
}

/** @returns the fault of a refusal by the law or the form. */
export const faultOf = (error: DomainError, column?: string): ImportFault => ({
  code: error.code,
  facts: error.facts,
  ...(column === undefined ? {} : { column }),
});
