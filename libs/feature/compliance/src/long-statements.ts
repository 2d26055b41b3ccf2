import type { Tx } from '#libs/platform/database';

/**
 * Lets the statements of a transaction run up to an hour: ten years of the nation are 25 million bookings, where a page of
 * the API has half a minute.
 */
export async function allowLongStatements(tx: Tx): Promise<void> {
  await tx.query(`set local statement_timeout = '60min'`);
}
