/** Small deterministic dice, so that a failing history shrinks and repeats (mulberry32). */
export class Dice {
  constructor(private seed: number) {}

  /** @returns a number from 0 to below 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** @returns a whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** @returns some of the items, at least one, in their order. */
  some<T>(from: readonly T[]): T[] {
    const sure = this.pick(from);
    return from.filter((item) => item === sure || this.chance(0.5));
  }
}
