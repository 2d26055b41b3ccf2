const MOST_ANSWERS = 500;
const MOST_BYTES = 32 * 1024 * 1024;

/** Answers by what they rest on. Who asks while one is being made waits for that one; the least used go first. */
export class KeptAnswers {
  private readonly answers = new Map<string, Promise<Buffer>>();
  private readonly sizes = new Map<string, number>();
  private bytes = 0;

  /**
   * @param key everything that the answer depends on.
   * @returns the answer that is kept, or that `make` makes; a failure is passed on and not kept.
   */
  async get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const kept = this.answers.get(key);
    if (kept) {
      this.answers.delete(key);
      this.answers.set(key, kept);
      return kept;
    }
    const making = make();
    this.answers.set(key, making);
    try {
      const answer = await making;
      this.weigh(key, answer.length);
      return answer;
    } catch (error) {
      this.drop(key);
      throw error;
    }
  }

  private weigh(key: string, size: number): void {
    if (!this.answers.has(key)) return;
    this.sizes.set(key, size);
    this.bytes += size;
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= MOST_ANSWERS && this.bytes <= MOST_BYTES) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.sizes.get(key) ?? 0;
    this.sizes.delete(key);
    this.answers.delete(key);
  }
}
