/** Something took longer than anybody waits for it; it may still come to its end. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
  readonly code = 'timeout';
}

/** @returns what `work` returns. @throws TookTooLong after that many milliseconds; what `work` throws. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
