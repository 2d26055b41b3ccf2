import type pg from 'pg';

const PATIENCE_MS = 2_000;

/**
 * Ends a pool and waits until its connections are gone, two seconds at most: a pool's own end only sends the farewell, and
 * a server that is stopped right after it would break the connections off instead.
 * @param end ends the pool.
 */
export async function endConnections(pool: pg.Pool, end: () => Promise<void>): Promise<void> {
  let open = pool.totalCount;
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  pool.on('remove', () => {
    open -= 1;
    if (open <= 0) letGo();
  });
  await end();
  if (open <= 0) return;
  const patience = setTimeout(letGo, PATIENCE_MS);
  await gone;
  clearTimeout(patience);
}
