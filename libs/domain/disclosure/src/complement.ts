import type { Relation } from './count-table.js';
import { cellsOf } from './equations.js';
import type { Ground } from './ground.js';

/** Chooses what is withheld beside the small: what is taken can never be given back. */
export class Complement {
  private readonly around = new Map<string, Relation[]>();

  /** @param withheld what is withheld already; grows. */
  constructor(
    private readonly ground: Ground,
    private readonly withheld: Set<string>,
  ) {
    for (const relation of ground.relations) {
      for (const cell of cellsOf(relation)) this.around.set(cell, [...this.relationsOf(cell), relation]);
    }
  }

  /**
   * Where one unknown alone is withheld of a whole and its parts, subtraction tells it: withholds another one, until there
   * is no such place that can still be mended.
   */
  closeSingles(): void {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const relation of this.ground.relations) {
        if (this.withheldIn(relation) === 1 && this.take([relation])) isChanged = true;
      }
    }
  }

  /**
   * Withholds something beside each unknown that is not yet protected: next to it, or else next to anything withheld that
   * hangs together with it. An unknown beside which something was just withheld waits for the next audit.
   * @returns whether anything was left to withhold.
   */
  takeBeside(unproven: readonly string[]): boolean {
    const touched = new Set<Relation>();
    let isAnyTaken = false;
    for (const unknown of unproven) {
      if (this.relationsOf(unknown).some((relation) => touched.has(relation))) continue;
      const taken = this.takeNear(unknown);
      if (taken === undefined) continue;
      isAnyTaken = true;
      for (const relation of this.relationsOf(taken)) touched.add(relation);
    }
    return isAnyTaken;
  }

  private takeNear(unknown: string): string | undefined {
    const reached = new Set([unknown]);
    for (;;) {
      const touching = new Set([...reached].flatMap((cell) => this.relationsOf(cell)));
      const taken = this.take([...touching]);
      if (taken !== undefined) return taken;
      const before = reached.size;
      for (const cell of [...touching].flatMap(cellsOf)) if (this.withheld.has(cell)) reached.add(cell);
      if (reached.size === before) return undefined;
    }
  }

  /** Of what can still be withheld: what draws the fewest others after it, then no margin, then the smallest count. */
  private take(relations: readonly Relation[]): string | undefined {
    const candidates = [...new Set(relations.flatMap(cellsOf))].filter((cell) => this.isFree(cell));
    const ranked = candidates.map((cell) => ({ cell, rank: this.rankOf(cell) }));
    const [best] = ranked.sort((one, other) => compare(one.rank, other.rank) || (one.cell < other.cell ? -1 : 1));
    if (best) this.withheld.add(best.cell);
    return best?.cell;
  }

  private rankOf(cell: string): readonly number[] {
    const around = this.relationsOf(cell);
    const drawn = around.filter((relation) => this.withheldIn(relation) === 0).length;
    const margin = around.filter(({ whole }) => whole === cell).length;
    return [drawn, margin, this.ground.counts.get(cell) ?? 0];
  }

  private isFree(cell: string): boolean {
    return this.ground.own.has(cell) && !this.ground.told.has(cell) && !this.withheld.has(cell);
  }

  private relationsOf(cell: string): readonly Relation[] {
    return this.around.get(cell) ?? [];
  }

  private withheldIn(relation: Relation): number {
    return cellsOf(relation).reduce((sum, cell) => (this.withheld.has(cell) ? sum + 1 : sum), 0);
  }
}

const compare = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};
