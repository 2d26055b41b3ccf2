import { type ErrorFacts } from '#libs/domain/kernel';

/** Statuses that no rule of the law answers with: who asks, how much, in what form, and whether the server can. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 406 | 413 | 414 | 415 | 429 | 503;

/** A request that is refused before, or beside, any rule: answered as a problem with this status. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  /** @param headers sent with the answer, such as Retry-After. */
  constructor(
    readonly status: RefusalStatus,
    readonly code: string,
    readonly facts: ErrorFacts = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
