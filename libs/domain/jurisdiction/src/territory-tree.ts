import { type Day, DomainError } from '#libs/domain/kernel';
import { type Territory } from './territory.js';
import { validOn } from './validity.js';

/** One pair of the closure: the ancestor holds the descendant; every territory holds itself. */
export interface ClosurePair {
  readonly ancestorId: number;
  readonly descendantId: number;
}

/**
 * The country as one tree of parents over all times: a province of today holds its communes and the provinces merged
 * into it, so its subtree is history restated to today's borders and an old province's subtree the borders of its day.
 */
export class TerritoryTree {
  private readonly byId: ReadonlyMap<number, Territory>;
  private readonly children = new Map<number, Territory[]>();

  /** @throws DomainError `territory.parent-unknown`, `territory.id-doubled`, `territory.cycle`. */
  constructor(readonly territories: readonly Territory[]) {
    this.byId = new Map(territories.map((territory) => [territory.id, territory]));
    if (this.byId.size !== territories.length) throw new DomainError('territory.id-doubled', 'malformed');
    for (const territory of territories) this.hang(territory);
    const reached = this.roots().reduce((count, root) => count + this.subtreeOf(root.id).length, 0);
    if (reached !== territories.length) throw new DomainError('territory.cycle', 'malformed');
  }

  private hang(territory: Territory): void {
    const { id, parentId } = territory;
    if (parentId === undefined) return;
    if (!this.byId.has(parentId)) throw new DomainError('territory.parent-unknown', 'malformed', { id, parentId });
    const siblings = this.children.get(parentId);
    if (siblings) siblings.push(territory);
    else this.children.set(parentId, [territory]);
  }

  roots(): readonly Territory[] {
    return this.territories.filter((territory) => territory.parentId === undefined);
  }

  find(id: number): Territory | undefined {
    return this.byId.get(id);
  }

  /** @throws DomainError `territory.not-found`. */
  get(id: number): Territory {
    const territory = this.byId.get(id);
    if (!territory) throw new DomainError('territory.not-found', 'not-found', { territory: id });
    return territory;
  }

  /** @returns the parent, its parent and so on up to the nation, nearest first; not the territory itself. */
  ancestorsOf(id: number): readonly Territory[] {
    const path: Territory[] = [];
    for (let above = this.get(id).parentId; above !== undefined; above = this.get(above).parentId) {
      path.push(this.get(above));
    }
    return path;
  }

  /** @param day when given, only the children in force on that day. */
  childrenOf(id: number, day?: Day): readonly Territory[] {
    const children = this.children.get(this.get(id).id) ?? [];
    return day === undefined ? children : children.filter((child) => validOn(child, day));
  }

  /** @returns the territory and everything below it, of all times, parents before children. */
  subtreeOf(id: number): readonly Territory[] {
    const found = [this.get(id)];
    for (let next = 0; next < found.length; next += 1) {
      const current = found[next];
      if (current) found.push(...(this.children.get(current.id) ?? []));
    }
    return found;
  }

  /** @returns whether `ancestorId` is the territory itself or lies above it. */
  holds(ancestorId: number, id: number): boolean {
    return ancestorId === id || this.ancestorsOf(id).some((above) => above.id === ancestorId);
  }

  /** @returns every pair of an ancestor and a descendant, each territory with itself included. */
  closure(): ClosurePair[] {
    return this.territories.flatMap(({ id }) => [
      { ancestorId: id, descendantId: id },
      ...this.ancestorsOf(id).map((above) => ({ ancestorId: above.id, descendantId: id })),
    ]);
  }
}
