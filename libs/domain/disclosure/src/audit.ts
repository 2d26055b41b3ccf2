import type { DisclosureRule } from './disclosure-rule.js';
import { type Equations, equationsOf } from './equations.js';
import type { Ground } from './ground.js';
import { Simplex } from './simplex.js';

/** The smallest and largest count of an unknown among the whole tables that have been exhibited. */
interface Range {
  low: number;
  high: number;
}

/**
 * Proves that withheld counts cannot be told: for each it exhibits two tables of whole counts from 0 that agree with
 * everything published and relate as all tables do, in which the count differs by k or more; for a small one, a table in
 * which it is 0 and one in which it is at least k. What was proven stays proven when more is withheld.
 */
export class Audit {
  private readonly ranges = new Map<string, Range>();

  constructor(
    private readonly ground: Ground,
    private readonly rule: DisclosureRule,
  ) {}

  /** @returns the withheld unknowns for which no such proof was found; none means that nothing can be recovered. */
  unproven(withheld: ReadonlySet<string>): readonly string[] {
    for (const equations of equationsOf(this.ground, withheld)) {
      if (equations.unknowns.some((unknown) => !this.isProven(unknown))) this.explore(equations);
    }
    return [...withheld].filter((unknown) => !this.isProven(unknown));
  }

  private explore({ unknowns, rows, right }: Equations): void {
    const corners = new Simplex(rows, right, unknowns.length);
    const atCorner = (values: readonly number[]): void => {
      for (const [index, unknown] of unknowns.entries()) this.saw(unknown, values[index] ?? 0);
    };
    for (const [column, unknown] of unknowns.entries()) {
      for (const sign of [1, -1] as const) {
        if (this.isProven(unknown)) break;
        const isEnough = (): boolean => this.isProven(unknown);
        const end = corners.search(column, sign, atCorner, isEnough);
        // The true table and any whole multiple of the direction without bound: a table as well.
        if (end === 'unbounded') this.saw(unknown, Infinity);
      }
    }
  }

  private saw(unknown: string, count: number): void {
    const range = this.rangeOf(unknown);
    range.low = Math.min(range.low, count);
    range.high = Math.max(range.high, count);
  }

  /** The true table is one of those that agree. */
  private rangeOf(unknown: string): Range {
    const truth = this.ground.counts.get(unknown) ?? 0;
    const range = this.ranges.get(unknown) ?? { low: truth, high: truth };
    this.ranges.set(unknown, range);
    return range;
  }

  private isProven(unknown: string): boolean {
    const { low, high } = this.rangeOf(unknown);
    const isSmall = (this.ground.counts.get(unknown) ?? 0) < this.rule.k;
    return high - low >= this.rule.k && (!isSmall || low === 0);
  }
}
