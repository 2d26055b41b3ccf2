import { assertSize, type LeafRange } from './leaf-range.js';
import { EMPTY_ROOT, HASH_SIZE, nodeHash } from './merkle-hash.js';

const SIZE_BYTES = 8;

/**
 * @param hashes roots of subtrees that stand beside each other, from left to right, each at most as wide as the one
 * before it. @returns the root above them; that of the empty tree for none.
 */
export function joinSubtrees(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}

function subtreesOf(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/**
 * A Merkle tree that only grows at its right edge: it keeps one hash for each binary one of its size, so millions of
 * leaves cost a few dozen hashes. `append` takes about two hashes, `root` at most 53.
 */
export class CompactRange {
  #size = 0;
  #subtrees: Buffer[] = [];

  /** @param bytes what `toBytes` gave. Throws RangeError when they are of no such tree. */
  static fromBytes(bytes: Uint8Array): CompactRange {
    const source = Buffer.from(bytes);
    if (source.length < SIZE_BYTES) throw new RangeError('not the bytes of a compact range');
    const tree = new CompactRange();
    tree.#size = Number(source.readBigUInt64BE(0));
    assertSize(tree.#size, 'size');
    if (source.length !== SIZE_BYTES + subtreesOf(tree.#size) * HASH_SIZE) {
      throw new RangeError('not the bytes of a compact range');
    }
    for (let at = SIZE_BYTES; at < source.length; at += HASH_SIZE) {
      tree.#subtrees.push(source.subarray(at, at + HASH_SIZE));
    }
    return tree;
  }

  /** How many leaves were appended. */
  get size(): number {
    return this.#size;
  }

  /**
   * @param leaf the `leafHash` of the next entry. @param completed is told every perfect subtree that this leaf
   * completes, the leaf itself first: what must be kept to build proofs later without all the leaves.
   */
  append(leaf: Buffer, completed?: (subtree: LeafRange, hash: Buffer) => void): void {
    if (leaf.length !== HASH_SIZE) throw new RangeError('a leaf is a hash of 32 bytes');
    const end = this.#size + 1;
    let hash = leaf;
    let width = 1;
    completed?.({ start: end - width, end }, hash);
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#subtrees.pop();
      if (left === undefined) throw new RangeError('fewer subtrees than the size says');
      hash = nodeHash(left, hash);
      width *= 2;
      completed?.({ start: end - width, end }, hash);
    }
    this.#subtrees.push(hash);
    this.#size = end;
  }

  /** @returns the root hash over all leaves so far (RFC 6962 §2.1). */
  root(): Buffer {
    return joinSubtrees(this.#subtrees);
  }

  /** @returns the size in 8 bytes, big-endian, then the hashes of the perfect subtrees from left to right. */
  toBytes(): Buffer {
    const size = Buffer.alloc(SIZE_BYTES);
    size.writeBigUInt64BE(BigInt(this.#size));
    return Buffer.concat([size, ...this.#subtrees]);
  }

  /** @returns a tree of its own with the same leaves. */
  clone(): CompactRange {
    return CompactRange.fromBytes(this.toBytes());
  }
}
