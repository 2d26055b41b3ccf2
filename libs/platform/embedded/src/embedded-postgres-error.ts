/** The embedded server cannot run here; the message says why and how to use an external server instead. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `embedded PostgreSQL: ${reason}. Or set DATABASE_URL to a PostgreSQL server of your own (15 or later).`,
      options,
    );
  }
}
