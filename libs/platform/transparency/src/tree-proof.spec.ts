import fc from 'fast-check';
import { CompactRange, EMPTY_ROOT, HASH_SIZE, leafHash, nodeHash, rootsOfRanges } from './index.js';
import { consistencyProof, consistencyRanges, inclusionProof, inclusionRanges, joinSubtrees } from './index.js';
import { type LeafRange, perfectSubtrees, verifyConsistency, verifyInclusion } from './index.js';

const LARGEST = 200;
const leaves = Array.from({ length: LARGEST + 1 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

/** MTH of RFC 6962 §2.1, written as it stands there. */
function rootByDefinition(part: readonly Buffer[]): Buffer {
  const [only = EMPTY_ROOT] = part;
  if (part.length < 2) return only;
  let split = 1;
  while (split * 2 < part.length) split *= 2;
  return nodeHash(rootByDefinition(part.slice(0, split)), rootByDefinition(part.slice(split)));
}

const rootOf = (size: number): Buffer => rootByDefinition(leaves.slice(0, size));
const treeOf = (size: number): CompactRange => {
  const tree = new CompactRange();
  for (const leaf of leaves.slice(0, size)) tree.append(leaf);
  return tree;
};
const anySize = fc.integer({ min: 0, max: LARGEST });
const aLeaf = fc
  .integer({ min: 1, max: LARGEST })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));
const twoSizes = fc.tuple(anySize, anySize).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** One bit of a hash turned over. */
const flipped = (hash: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(hash);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
};
const aBit = fc.integer({ min: 0, max: HASH_SIZE * 8 - 1 });

/** Every way to spoil a list of hashes: a bit, one left out, one put in, two exchanged, cut short. */
const spoiltProofs = (proof: readonly Buffer[], bit: number): Buffer[][] => [
  ...proof.map((hash, at) => proof.toSpliced(at, 1, flipped(hash, bit))),
  ...proof.map((_, at) => proof.toSpliced(at, 1)),
  ...[...proof, EMPTY_ROOT].map((hash, at) => proof.toSpliced(at, 0, hash)),
  ...proof
    .slice(1)
    .map((hash, at) => proof.toSpliced(at, 2, hash, proof[at]!))
    .filter((_, at) => !proof[at]!.equals(proof[at + 1]!)),
  ...proof.map((hash, at) => proof.toSpliced(at, 1, hash.subarray(1))),
];

describe('a compact range', () => {
  it('has at every size the root that RFC 6962 defines', () => {
    const tree = new CompactRange();
    for (const [size, leaf] of leaves.entries()) {
      expect(tree.root()).toEqual(rootOf(size));
      tree.append(leaf);
    }
  });

  it('goes on after it was written down and read back', () => {
    fc.assert(
      fc.property(twoSizes, ({ from, to }) => {
        const tree = CompactRange.fromBytes(treeOf(from).toBytes());
        for (const leaf of leaves.slice(from, to)) tree.append(leaf);
        expect([tree.size, tree.root()]).toEqual([to, rootOf(to)]);
      }),
    );
  });

  it('leaves the original alone when a clone grows', () => {
    const tree = treeOf(7);
    tree.clone().append(EMPTY_ROOT);
    expect([tree.size, tree.root()]).toEqual([7, rootOf(7)]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a hash too few', treeOf(7).toBytes().subarray(0, -HASH_SIZE)],
    ['a byte too many', Buffer.concat([treeOf(7).toBytes(), Buffer.alloc(1)])],
    ['a size beyond 2^53', Buffer.concat([Buffer.from('0020000000000001', 'hex'), Buffer.alloc(2 * HASH_SIZE)])],
  ])('is not read from %s', (_what, source) => {
    expect(() => CompactRange.fromBytes(source)).toThrow(RangeError);
  });

  it('takes hashes only', () => {
    expect(() => treeOf(2).append(Buffer.from('an entry'))).toThrow(RangeError);
  });
});

describe('an inclusion proof', () => {
  it('verifies for every leaf of every size', () => {
    for (let size = 1; size <= 70; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const claim = {
          leaf: leaves[index]!,
          index,
          size,
          root: rootOf(size),
          proof: inclusionProof(leaves, index, size),
        };
        expect([size, index, verifyInclusion(claim)]).toEqual([size, index, true]);
      }
    }
  });

  it('fails with another leaf, root, index, or proof', () => {
    fc.assert(
      fc.property(aLeaf, aBit, anySize, ({ size, index }, bit, other) => {
        const proof = inclusionProof(leaves, index, size);
        const claim = { leaf: leaves[index]!, index, size, root: rootOf(size), proof };
        expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: other })).toBe(other === index);
        for (const spoilt of spoiltProofs(proof, bit)) expect(verifyInclusion({ ...claim, proof: spoilt })).toBe(false);
      }),
    );
  });

  it('fails for a size under which the leaf would stand elsewhere', () => {
    fc.assert(
      fc.property(aLeaf, anySize, ({ size, index }, other) => {
        const proof = inclusionProof(leaves, index, size);
        const claim = { leaf: leaves[index]!, index, size: other, root: rootOf(size), proof };
        // A path of the same turns is the same proof: only the checkpoint ties a size to its root.
        const turns = (count: number): string =>
          JSON.stringify(inclusionRanges(index, count).map(({ start }) => start > index));
        const isSamePath = other > index && turns(other) === turns(size);
        expect(verifyInclusion(claim)).toBe(isSamePath);
      }),
    );
  });

  it('fails when the path is longer than the tree is high', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    const claim = { leaf: right, index: 0, size: 1, root: nodeHash(left, right), proof: [left] };
    expect(verifyInclusion(claim)).toBe(false);
  });

  it('fails when a byte is moved from the leaf to its neighbour', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    const neighbour = Buffer.concat([left.subarray(-1), right]);
    const claim = { leaf: left.subarray(0, -1), index: 0, size: 2, root: nodeHash(left, right), proof: [neighbour] };
    expect(nodeHash(claim.leaf, neighbour)).toEqual(claim.root);
    expect(verifyInclusion(claim)).toBe(false);
  });

  it.each([-1, 0.5, NaN, 2 ** 53])('fails for %d as a size or an index', (number) => {
    const claim = { leaf: leaves[0]!, index: 0, size: 1, root: leaves[0]!, proof: [] };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, size: number })).toBe(false);
    expect(verifyInclusion({ ...claim, index: number })).toBe(false);
  });

  it('is not made for a leaf outside the tree, nor from too few leaves', () => {
    expect(() => inclusionProof(leaves, 5, 5)).toThrow(RangeError);
    expect(() => inclusionProof(leaves.slice(0, 4), 0, 5)).toThrow(RangeError);
  });
});

describe('a consistency proof', () => {
  it('verifies between any two sizes', () => {
    for (let to = 0; to <= 66; to += 1) {
      for (let from = 0; from <= to; from += 1) {
        const proof = consistencyProof(leaves, from, to);
        const claim = { oldSize: from, oldRoot: rootOf(from), newSize: to, newRoot: rootOf(to), proof };
        expect([from, to, verifyConsistency(claim)]).toEqual([from, to, true]);
      }
    }
  });

  it('fails with another root, size or proof', () => {
    fc.assert(
      fc.property(twoSizes, aBit, anySize, ({ from, to }, bit, other) => {
        const proof = consistencyProof(leaves, from, to);
        const claim = { oldSize: from, oldRoot: rootOf(from), newSize: to, newRoot: rootOf(to), proof };
        expect(verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot, bit) })).toBe(false);
        // The empty tree is the beginning of whatever root it is shown.
        if (from > 0) expect(verifyConsistency({ ...claim, newRoot: flipped(claim.newRoot, bit) })).toBe(false);
        if (from > 0 && other !== from) expect(verifyConsistency({ ...claim, oldSize: other })).toBe(false);
        for (const spoilt of spoiltProofs(proof, bit)) {
          expect(verifyConsistency({ ...claim, proof: spoilt })).toBe(false);
        }
      }),
    );
  });

  it('fails for a new size under which the old tree would stand elsewhere', () => {
    fc.assert(
      fc.property(twoSizes, anySize, ({ from, to }, other) => {
        const proof = consistencyProof(leaves, from, to);
        const claim = { oldSize: from, oldRoot: rootOf(from), newSize: other, newRoot: rootOf(to), proof };
        const turns = (size: number): string =>
          JSON.stringify(consistencyRanges(from, size).map(({ start }) => start >= from));
        const isSamePath = from > 0 && other >= from && turns(other) === turns(to);
        const isGrowthFromNothing = from === 0 && (other > 0 || to === 0);
        expect(verifyConsistency(claim)).toBe(isSamePath || isGrowthFromNothing);
      }),
    );
  });

  it('fails when one old leaf was edited, taken out or put in', () => {
    fc.assert(
      fc.property(aLeaf, fc.integer({ min: 1, max: LARGEST }), ({ size: to, index }, anyFrom) => {
        const from = Math.min(to, Math.max(anyFrom, index + 1));
        for (const attacked of [
          leaves.with(index, EMPTY_ROOT),
          leaves.toSpliced(index, 1),
          leaves.toSpliced(index, 0, EMPTY_ROOT),
        ]) {
          const newRoot = rootByDefinition(attacked.slice(0, to));
          const proof = consistencyProof(attacked, from, to);
          const claim = { oldSize: from, oldRoot: rootOf(from), newSize: to, newRoot, proof };
          expect(verifyConsistency(claim)).toBe(false);
        }
      }),
    );
  });

  it('is not made from a larger tree to a smaller one', () => {
    expect(() => consistencyProof(leaves, 6, 5)).toThrow(RangeError);
    const claim = { oldSize: 2, oldRoot: rootOf(2), newSize: 1, newRoot: rootOf(1), proof: [] };
    expect(verifyConsistency(claim)).toBe(false);
  });

  it('does not take a root of its own for the empty tree', () => {
    const claim = { oldSize: 0, oldRoot: EMPTY_ROOT, newSize: 0, newRoot: EMPTY_ROOT, proof: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, oldRoot: rootOf(1), newRoot: rootOf(1) })).toBe(false);
    expect(verifyConsistency({ ...claim, newRoot: rootOf(1) })).toBe(false);
  });
});

describe('proofs from kept subtrees', () => {
  const name = ({ start, end }: LeafRange): string => `${start}-${end}`;
  const kept = new Map<string, Buffer>();
  const whole = new CompactRange();
  for (const leaf of leaves) whole.append(leaf, (range, hash) => kept.set(name(range), hash));

  it('are those from the leaves', () => {
    fc.assert(
      fc.property(aLeaf, twoSizes, ({ size, index }, { from, to }) => {
        for (const ranges of [inclusionRanges(index, size), consistencyRanges(from, to)]) {
          const roots = ranges.map((range) =>
            joinSubtrees(perfectSubtrees(range).map((part) => kept.get(name(part))!)),
          );
          expect(roots).toEqual(rootsOfRanges(ranges, leaves));
        }
      }),
    );
  });

  it('need few of them, however large the tree', () => {
    const size = 2 ** 52 + 12_345;
    const ranges = [...inclusionRanges(2 ** 40 + 1, size), ...consistencyRanges(2 ** 51 + 7, size)];
    expect(ranges.length).toBeLessThanOrEqual(53 + 54);
    expect(Math.max(...ranges.map((range) => perfectSubtrees(range).length))).toBeLessThanOrEqual(53);
  });
});
