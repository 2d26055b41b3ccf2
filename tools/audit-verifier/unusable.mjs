/** What was given cannot be used, so nothing can be said of the audit. */
export class Unusable extends Error {
  constructor(message, facts = {}) {
    super(message);
    this.facts = facts;
  }
}
