/** Damages bytes the same way for the same seed. */
export class ByteMutator {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761 + 1) >>> 0;
  }

  /** @returns a copy with one to four damages: flipped bits, overwritten, cut off, cut out, doubled, or swapped bytes. */
  mutate(original: Buffer): Buffer {
    let bytes: Buffer = Buffer.from(original);
    for (let times = 1 + this.below(4); times > 0; times -= 1) bytes = this.damage(bytes);
    return bytes;
  }

  private damage(bytes: Buffer): Buffer {
    const at = this.below(bytes.length);
    const length = Math.min(1 + this.below(64), bytes.length - at);
    const before = bytes.subarray(0, at);
    const after = bytes.subarray(at + length);
    switch (this.below(6)) {
      case 0:
        return this.overwrite(bytes, at, (bytes[at] ?? 0) ^ (1 << this.below(8)));
      case 1:
        return this.overwrite(bytes, at, this.below(2) === 0 ? 0xff : this.below(256));
      case 2:
        return Buffer.from(before);
      case 3:
        return Buffer.concat([before, after]);
      case 4:
        return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
      default:
        return Buffer.concat([before, Buffer.from(bytes.subarray(at, at + length)).reverse(), after]);
    }
  }

  private overwrite(bytes: Buffer, at: number, value: number): Buffer {
    const copy = Buffer.from(bytes);
    if (at < copy.length) copy[at] = value;
    return copy;
  }

  /** Numbers of a linear congruential generator (Numerical Recipes). */
  private below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return limit <= 0 ? 0 : Math.floor((this.state / 2 ** 32) * limit);
  }
}
