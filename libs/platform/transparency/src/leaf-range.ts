/** Leaves `start` to `end`, the last one not counted. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Largest power of two below `count`: where RFC 6962 §2.1 parts a tree of `count` leaves. Beyond 2^31, so no shifts. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

export function assertSize(size: number, what: string): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${what} is not a tree size`);
}

/**
 * @returns the ranges whose roots are the proof that leaf `index` is in the tree of `size` leaves, in the order of the
 * proof, the nearest first: PATH of RFC 6962 §2.1.1. Throws RangeError for an index outside the tree.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  assertSize(size, 'size');
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
  const path: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * @returns the ranges whose roots are the proof that the tree of `oldSize` leaves is the beginning of that of `newSize`,
 * in the order of the proof: PROOF of RFC 6962 §2.1.2. None when the old tree is empty or both are one. Throws
 * RangeError when the old tree is the larger one.
 */
export function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  assertSize(oldSize, 'oldSize');
  assertSize(newSize, 'newSize');
  if (oldSize > newSize) throw new RangeError('the old tree is larger than the new one');
  if (oldSize === 0 || oldSize === newSize) return [];
  const path: LeafRange[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // Whoever checks holds the root of the whole old tree already.
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/**
 * @param range a range of a proof. @returns the perfect subtrees it is made of, from left to right: those that
 * `CompactRange.append` reports, so that who keeps them builds any proof from a few dozen hashes. Their roots, joined
 * by `joinSubtrees`, are the root of the range.
 */
export function perfectSubtrees({ start, end }: LeafRange): LeafRange[] {
  const parts: LeafRange[] = [];
  let from = start;
  for (let width = splitOf(end - start + 1); from < end; width /= 2) {
    if (from + width > end) continue;
    parts.push({ start: from, end: from + width });
    from += width;
  }
  return parts;
}
