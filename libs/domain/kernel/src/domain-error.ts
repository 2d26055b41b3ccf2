/** Why a request is refused: the law or arithmetic forbids it, it is not there, two hands collided, it may not be seen. */
export type DomainErrorKind = 'rule' | 'malformed' | 'not-found' | 'conflict' | 'forbidden';

/** Values that a message catalogue puts into the sentence; never personal data. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/**
 * A refusal with a stable code. The sentence in the user's language is built from `code` and `facts` by the message
 * catalogue; `facts.article` carries the article of law where a rule refused.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly kind: DomainErrorKind,
    readonly facts: ErrorFacts = {},
  ) {
    super(code);
  }
}
