import { EMPTY_ROOT, HASH_SIZE, nodeHash } from './merkle-hash.js';

/** That the leaf with this hash stands at `index` of the tree with `root`. */
export interface InclusionClaim {
  readonly leaf: Buffer;
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** That the tree of `oldSize` leaves with `oldRoot` is the beginning of the other one. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Buffer;
  readonly newSize: number;
  readonly newRoot: Buffer;
  readonly proof: readonly Buffer[];
}

const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;
const areHashes = (hashes: readonly Buffer[]): boolean => hashes.every((hash) => hash.length === HASH_SIZE);
const isOdd = (position: number): boolean => position % 2 === 1;
const half = (position: number): number => Math.floor(position / 2);

/** A node on its way up, and the last node of its level. */
class Climb {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get isAtTop(): boolean {
    return this.last === 0;
  }

  /** Up past every level on which the node is a right child. */
  skipRightTurns(): void {
    while (isOdd(this.node)) this.up();
  }

  /** One step up. @returns on which side the sibling stands. */
  step(): 'left' | 'right' {
    const side = isOdd(this.node) || this.node === this.last ? 'left' : 'right';
    // The last node of its level has no sibling until it is a right child: it rises by itself.
    if (side === 'left') while (!isOdd(this.node) && this.node !== 0) this.up();
    this.up();
    return side;
  }

  private up(): void {
    this.node = half(this.node);
    this.last = half(this.last);
  }
}

/** @returns whether the proof holds (RFC 9162 §2.1.3.2); a claim of impossible shape does not. Never throws. */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  if (!isSize(size) || !isSize(index) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  const climb = new Climb(index, size - 1);
  let hash = leaf;
  for (const sibling of proof) {
    if (climb.isAtTop) return false;
    hash = climb.step() === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return climb.isAtTop && hash.equals(root);
}

const isPowerOfTwo = (count: number): boolean => 2 ** Math.round(Math.log2(count)) === count;

function verifyGrowth({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): boolean {
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  const climb = new Climb(oldSize - 1, newSize - 1);
  climb.skipRightTurns();
  let before = first;
  let after = first;
  for (const sibling of rest) {
    if (climb.isAtTop) return false;
    if (climb.step() === 'left') {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
    } else {
      after = nodeHash(after, sibling);
    }
  }
  return climb.isAtTop && before.equals(oldRoot) && after.equals(newRoot);
}

function verifyWithoutGrowth({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): boolean {
  if (proof.length > 0) return false;
  const isOldRight = oldSize > 0 || oldRoot.equals(EMPTY_ROOT);
  return isOldRight && (oldSize < newSize || oldRoot.equals(newRoot));
}

/**
 * @returns whether the proof holds (RFC 9162 §2.1.4.2); a claim of impossible shape does not. The empty tree is the
 * beginning of every tree and a tree that of itself, both with an empty proof. Never throws.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!areHashes([oldRoot, newRoot, ...proof])) return false;
  return oldSize === 0 || oldSize === newSize ? verifyWithoutGrowth(claim) : verifyGrowth(claim);
}
