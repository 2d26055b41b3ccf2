import fc from 'fast-check';
import { type Day, day } from '#libs/domain/kernel';
import { type Territory, TerritoryTree, validOn } from './index.js';

const START = day('2010-01-01');

const territory = (id: number, parentId: number | undefined, level: Territory['level'] = 'commune'): Territory => ({
  id,
  code: String(id),
  level,
  name: `Xã Thử ${id}`,
  unitType: 'commune',
  validFrom: START,
  ...(parentId === undefined ? {} : { parentId }),
});

/** Any tree: each node's parent is one of the nodes before it. */
const trees = fc
  .array(fc.nat(), { minLength: 0, maxLength: 40 })
  .map((picks) => [
    territory(1, undefined, 'nation'),
    ...picks.map((pick, index) => territory(index + 2, (pick % (index + 1)) + 1)),
  ]);

describe('the tree of territories', () => {
  it('a territory lies in the subtree of exactly its ancestors and itself', () => {
    fc.assert(
      fc.property(trees, (territories) => {
        const tree = new TerritoryTree(territories);
        for (const above of territories) {
          const below = new Set(tree.subtreeOf(above.id).map(({ id }) => id));
          for (const { id } of territories) expect(below.has(id)).toBe(tree.holds(above.id, id));
        }
      }),
    );
  });

  it('the closure holds each pair once and says the same as the subtrees', () => {
    fc.assert(
      fc.property(trees, (territories) => {
        const tree = new TerritoryTree(territories);
        const pairs = tree.closure().map(({ ancestorId, descendantId }) => `${ancestorId}>${descendantId}`);
        const expected = territories.flatMap(({ id }) => tree.subtreeOf(id).map((below) => `${id}>${below.id}`));
        expect(new Set(pairs).size).toBe(pairs.length);
        expect([...pairs].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('the whole is the sum of the parts: itself and the subtrees of its children, nothing twice', () => {
    fc.assert(
      fc.property(trees, (territories) => {
        const tree = new TerritoryTree(territories);
        for (const { id } of territories) {
          const parts = tree.childrenOf(id).reduce((sum, child) => sum + tree.subtreeOf(child.id).length, 1);
          expect(tree.subtreeOf(id)).toHaveLength(parts);
        }
      }),
    );
  });

  it('does not depend on the order in which territories come', () => {
    fc.assert(
      fc.property(trees, (territories) => {
        const sizes = (tree: TerritoryTree): number[] => territories.map(({ id }) => tree.subtreeOf(id).length);
        expect(sizes(new TerritoryTree([...territories].reverse()))).toEqual(sizes(new TerritoryTree(territories)));
      }),
    );
  });

  it('lists ancestors from the nearest upward', () => {
    const tree = new TerritoryTree([territory(1, undefined, 'nation'), territory(2, 1), territory(3, 2)]);
    expect(tree.ancestorsOf(3).map(({ id }) => id)).toEqual([2, 1]);
  });

  it.each([
    ['an unknown parent', [territory(1, undefined), territory(2, 9)], 'territory.parent-unknown'],
    ['a ring', [territory(1, undefined), territory(2, 3), territory(3, 2)], 'territory.cycle'],
    ['an id used twice', [territory(1, undefined), territory(1, undefined)], 'territory.id-doubled'],
  ])('refuses %s', (_what, territories, code) => {
    expect(() => new TerritoryTree(territories)).toThrow(expect.objectContaining({ code }));
  });

  it('counts the first and the last day as in force', () => {
    const unit = { validFrom: START, validTo: day('2025-06-30') };
    const inForce = (value: string): boolean => validOn(unit, value as Day);
    expect(['2009-12-31', '2010-01-01', '2025-06-30', '2025-07-01'].map(inForce)).toEqual([false, true, true, false]);
  });
});
