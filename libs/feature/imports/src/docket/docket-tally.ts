import type { FaultyRow, ImportFault } from '../import-fault.js';
import type { RefusedRow } from './docket-event.js';
import type { Outcome } from './docket-walk.js';

/** How the rows of a log came out. rows = imported + informational + alreadyThere + refused. */
export interface DocketCounts {
  readonly rows: number;
  readonly imported: number;
  readonly informational: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** Rows by the reason for which they are no step of ours. */
  readonly informationalBy: Readonly<Record<string, number>>;
  /** Rows by the code of their refusal. */
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly faults: readonly FaultyRow[];
}

/** Counts outcomes row by row. */
export class DocketTally {
  private imported = 0;
  private alreadyThere = 0;
  private readonly informationalBy = new Map<string, number>();
  private readonly refusedBy = new Map<string, number>();
  private readonly faults: FaultyRow[] = [];

  constructor(
    private readonly rows: number,
    unreadable: readonly RefusedRow[],
  ) {
    for (const { line, code, facts } of unreadable) this.refuse(line, { code, facts: facts ?? {} });
  }

  note(outcome: Outcome): void {
    if (outcome.kind === 'imported') this.imported += 1;
    if (outcome.kind === 'already-there') this.alreadyThere += 1;
    if (outcome.kind === 'informational') raise(this.informationalBy, outcome.reason);
    if (outcome.kind === 'refused') this.refuse(outcome.line, outcome.fault);
  }

  counts(): DocketCounts {
    const { rows, imported, alreadyThere } = this;
    return {
      ...{ rows, imported, alreadyThere },
      informational: sum(this.informationalBy),
      refused: sum(this.refusedBy),
      informationalBy: Object.fromEntries(this.informationalBy),
      refusedBy: Object.fromEntries(this.refusedBy),
      faults: [...this.faults].sort((a, b) => a.line - b.line),
    };
  }

  private refuse(line: number, fault: ImportFault): void {
    raise(this.refusedBy, fault.code);
    this.faults.push({ line, faults: [fault] });
  }
}

const raise = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, n) => total + n, 0);
