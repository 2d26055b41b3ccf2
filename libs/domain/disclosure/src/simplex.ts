/** Called at every corner whose coordinates are all whole numbers: the values by column. */
export type AtCorner = (values: readonly number[]) => void;

/** How a search ended: at the optimum, where the caller had enough, without bound, or where whole numbers grow too large. */
export type SearchEnd = 'optimum' | 'enough' | 'unbounded' | 'lost';

const ARTIFICIAL = -1;

/**
 * The points `Ax = b, x ≥ 0` with whole `A` and `b`, walked from corner to corner by the simplex method in whole numbers
 * (every entry stands over one common denominator, so that nothing is ever rounded), by Bland’s rule, which ends.
 */
export class Simplex {
  /** Each row: a coefficient for each column, then the right side, all times `denominator`. */
  private readonly rows: number[][];
  private readonly basis: number[];
  private denominator = 1;
  private isLost = false;

  /** @param rows coefficients of each equation. @param right its right side. The equations must have a solution. */
  constructor(
    rows: readonly (readonly number[])[],
    right: readonly number[],
    private readonly columns: number,
  ) {
    this.rows = rows.map((row, index) => {
      const line = [...row, right[index] ?? 0];
      return (right[index] ?? 0) < 0 ? line.map((value) => -value) : line;
    });
    this.basis = this.rows.map(() => ARTIFICIAL);
    this.findCorner();
  }

  /** Walks towards the largest (`sign` 1) or smallest (−1) value of a column. @param isEnough asked at each corner. */
  search(column: number, sign: 1 | -1, atCorner: AtCorner, isEnough: () => boolean): SearchEnd {
    for (;;) {
      if (this.isLost) return 'lost';
      this.visit(atCorner);
      if (isEnough()) return 'enough';
      const entering = this.improving(column, sign);
      if (entering === undefined) return 'optimum';
      const leaving = this.leaving(entering);
      if (leaving === undefined) return 'unbounded';
      this.pivot(leaving, entering);
    }
  }

  private improving(column: number, sign: 1 | -1): number | undefined {
    const row = this.rows[this.basis.indexOf(column)];
    if (!row) return sign === 1 ? column : undefined;
    const found = row.findIndex((value, at) => at !== column && at < this.columns && value * sign < 0);
    return found === -1 ? undefined : found;
  }

  private visit(atCorner: AtCorner): void {
    const values = new Array<number>(this.columns).fill(0);
    for (const [index, row] of this.rows.entries()) {
      const right = row[this.columns] ?? 0;
      if (right % this.denominator !== 0) return;
      values[this.basis[index] ?? 0] = right / this.denominator;
    }
    atCorner(values);
  }

  /** Drives the artificial variables, one per equation at first, out of the basis. */
  private findCorner(): void {
    for (;;) {
      const artificial = this.rows.filter((_row, index) => this.basis[index] === ARTIFICIAL);
      if (this.isLost || artificial.every((row) => row[this.columns] === 0)) break;
      const entering = this.firstColumn((at) => artificial.reduce((sum, row) => sum + (row[at] ?? 0), 0) > 0);
      const leaving = entering === undefined ? undefined : this.leaving(entering);
      if (entering === undefined || leaving === undefined) throw new RangeError('equations without a solution');
      this.pivot(leaving, entering);
    }
    for (let index = this.rows.length - 1; index >= 0; index -= 1)
      if (this.basis[index] === ARTIFICIAL) this.settle(index);
  }

  /** An artificial variable at zero gives way to a column, or its equation follows from the others. */
  private settle(index: number): void {
    const entering = this.firstColumn((at) => this.rows[index]?.[at] !== 0);
    if (entering !== undefined) {
      if ((this.rows[index]?.[entering] ?? 0) < 0) this.rows[index] = this.rows[index]?.map((value) => -value) ?? [];
      this.pivot(index, entering);
      return;
    }
    this.rows.splice(index, 1);
    this.basis.splice(index, 1);
  }

  private firstColumn(isWanted: (at: number) => boolean): number | undefined {
    for (let at = 0; at < this.columns; at += 1) if (isWanted(at)) return at;
    return undefined;
  }

  /** The row that bounds the entering column first; of several the one whose variable is named first. */
  private leaving(entering: number): number | undefined {
    const bounds = this.rows
      .map((row, index) => ({
        index,
        by: at(row, entering),
        right: at(row, this.columns),
        name: at(this.basis, index),
      }))
      .filter(({ by }) => by > 0);
    if (bounds.length === 0) return undefined;
    return bounds.reduce((best, one) => {
      const difference = one.right * best.by - best.right * one.by;
      return difference < 0 || (difference === 0 && one.name < best.name) ? one : best;
    }).index;
  }

  private pivot(leaving: number, entering: number): void {
    const pivotRow = this.rows[leaving] ?? [];
    const by = at(pivotRow, entering);
    for (const [index, row] of this.rows.entries()) {
      const isSame = at(row, entering) === 0 && by === this.denominator;
      if (index !== leaving && !isSame) this.combine(row, pivotRow, entering);
    }
    this.basis[leaving] = entering;
    this.denominator = by;
  }

  private combine(row: number[], pivotRow: readonly number[], entering: number): void {
    const [factor, by] = [at(row, entering), at(pivotRow, entering)];
    for (const [index, value] of row.entries()) {
      const [plus, minus] = [value * by, factor * at(pivotRow, index)];
      if (!Number.isSafeInteger(plus) || !Number.isSafeInteger(minus)) this.isLost = true;
      row[index] = (plus - minus) / this.denominator;
    }
  }
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
