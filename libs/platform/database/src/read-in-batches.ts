import type pg from 'pg';
import QueryStream from 'pg-query-stream';
import { columnTypes } from './column-types.js';

const ROWS_PER_FETCH = 1_000;

interface Cursor<T> {
  read(rows: number): Promise<T[]>;
}

/**
 * Reads a statement's rows in batches, the next under way while one is worked on. The stream that the driver offers waits
 * for a lost connection to confirm that it is closed, which it never does, and keeps its place in the pool for ever: here
 * the loss ends the reading.
 * @throws what the connection threw, or the loss of it.
 */
export async function* readInBatches<T>(
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
): AsyncGenerator<T[], void, undefined> {
  const { loss, forget } = watch(client);
  const { cursor } = client.query(new QueryStream(sql, [...parameters], { types: columnTypes })) as {
    readonly cursor: Cursor<T>;
  };
  const read = (): Promise<T[]> => {
    const rows = Promise.race([cursor.read(ROWS_PER_FETCH), loss]);
    // Whoever stops reading does not wait for the batch that is under way.
    rows.catch(() => undefined);
    return rows;
  };
  try {
    let rows = await read();
    while (rows.length === ROWS_PER_FETCH) {
      const next = read();
      yield rows;
      rows = await next;
    }
    yield rows;
  } finally {
    forget();
  }
}

function watch(client: pg.PoolClient): { readonly loss: Promise<never>; readonly forget: () => void } {
  let forget = (): void => undefined;
  const loss = new Promise<never>((_resolve, reject) => {
    const tell = (): void => reject(new Error('Connection ended while rows were read'));
    client.once('end', tell);
    forget = () => void client.removeListener('end', tell);
  });
  loss.catch(() => undefined);
  return { loss, forget };
}
