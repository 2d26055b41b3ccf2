import type { FaultyRow, ImportFault } from '../import-fault.js';
import { MOST_FAULTY_ROWS } from './register-import.js';

/** The faults of one import, by line. */
export class FaultList {
  private readonly byLine = new Map<number, ImportFault[]>();
  /** Lines beyond those that are described. */
  private readonly further = new Set<number>();

  add(line: number, ...faults: readonly ImportFault[]): void {
    const known = this.byLine.get(line);
    if (known) known.push(...faults);
    else if (this.byLine.size < MOST_FAULTY_ROWS) this.byLine.set(line, [...faults]);
    else this.further.add(line);
  }

  /** How many lines are faulty. */
  get lines(): number {
    return this.byLine.size + this.further.size;
  }

  /** @returns the faulty rows in the order of the file. */
  list(): FaultyRow[] {
    return [...this.byLine].map(([line, faults]) => ({ line, faults })).sort((a, b) => a.line - b.line);
  }
}
