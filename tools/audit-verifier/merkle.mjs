// The tree of RFC 6962 §2.1, as far as reading it from left to right needs it.
import { hash } from 'node:crypto';

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;
const HASH_BYTES = 32;

export const EMPTY_ROOT = hash('sha256', Buffer.alloc(0), 'buffer');

/** The byte before the content is lost: it becomes the prefix, so that nothing need be copied. */
export function leafInPlace(bytes, start, end) {
  bytes[start - 1] = LEAF_PREFIX;
  return hash('sha256', bytes.subarray(start - 1, end), 'buffer');
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES);
pair[0] = NODE_PREFIX;

function above(left, right) {
  left.copy(pair, 1);
  right.copy(pair, 1 + HASH_BYTES);
  return hash('sha256', pair, 'buffer');
}

/** Leaves are only ever added at the right; kept are the roots of the full subtrees, the widest first. */
export class GrowingTree {
  constructor(size = 0, peaks = []) {
    this.size = size;
    this.peaks = peaks;
  }

  add(leaf) {
    let node = leaf;
    // A bit of the size is set where a full subtree of that width stands: the new node joins with each in a row.
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) node = above(this.peaks.pop(), node);
    this.peaks.push(node);
    this.size += 1;
  }

  root() {
    let node = this.peaks.at(-1) ?? EMPTY_ROOT;
    for (let at = this.peaks.length - 2; at >= 0; at -= 1) node = above(this.peaks[at], node);
    return node;
  }

  copy() {
    return new GrowingTree(this.size, [...this.peaks]);
  }

  /** The root if these leaves followed. */
  rootWith(leaves) {
    const grown = this.copy();
    for (const leaf of leaves) grown.add(leaf);
    return grown.root();
  }
}
