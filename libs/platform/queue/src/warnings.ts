import { Logger } from '@nestjs/common';

const SILENCE_MS = 60_000;

/** Warnings that say the same thing once a minute only: an outage is one piece of news, not thousands. */
export class Warnings {
  private readonly logger: Logger;
  private readonly last = new Map<string, number>();

  /** @param context whose warnings they are. */
  constructor(context: string) {
    this.logger = new Logger(context);
  }

  /** @param message carries no values and nothing personal. */
  warn(message: string): void {
    const now = Date.now();
    if (now - (this.last.get(message) ?? -SILENCE_MS) < SILENCE_MS) return;
    if (this.last.size > 100) this.last.clear();
    this.last.set(message, now);
    this.logger.warn(message);
  }
}
