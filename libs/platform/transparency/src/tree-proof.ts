import { CompactRange } from './compact-range.js';
import { consistencyRanges, inclusionRanges, type LeafRange } from './leaf-range.js';

/**
 * @param ranges apart from each other, such as `inclusionRanges` gives. @param leaves leaf hashes in their order; read
 * once, to the end of the last range. @returns the root of each range, in the order of `ranges`. Throws RangeError when
 * there are too few leaves.
 */
export function rootsOfRanges(ranges: readonly LeafRange[], leaves: Iterable<Buffer>): Buffer[] {
  const trees = new Map(ranges.map((range) => [range, new CompactRange()]));
  const waiting = [...ranges].sort((a, b) => a.start - b.start);
  let index = 0;
  for (const leaf of leaves) {
    const [current] = waiting;
    if (current === undefined) break;
    if (index >= current.start) trees.get(current)?.append(leaf);
    index += 1;
    if (index === current.end) waiting.shift();
  }
  if (waiting.length > 0) throw new RangeError('fewer leaves than the proof speaks of');
  return [...trees.values()].map((tree) => tree.root());
}

/**
 * @param leaves hashes of all leaves of the tree, or of more; the first `size` are the tree.
 * @returns the audit path of leaf `index` (RFC 6962 §2.1.1), for `verifyInclusion`.
 */
export function inclusionProof(leaves: readonly Buffer[], index: number, size = leaves.length): Buffer[] {
  return rootsOfRanges(inclusionRanges(index, size), leaves);
}

/**
 * @param leaves hashes of all leaves of the new tree, or of more; the first `newSize` are the tree.
 * @returns the proof that the tree of `oldSize` is its beginning (RFC 6962 §2.1.2), for `verifyConsistency`.
 */
export function consistencyProof(leaves: readonly Buffer[], oldSize: number, newSize = leaves.length): Buffer[] {
  return rootsOfRanges(consistencyRanges(oldSize, newSize), leaves);
}
