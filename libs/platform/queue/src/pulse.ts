import { failureCode } from './job-failure.js';
import { type Warnings } from './warnings.js';

export interface PulseParts {
  /** For the warning when the work fails. */
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  readonly warnings: Warnings;
}

/** Does something every so often, one time after the other; an error is told and the next time comes all the same. */
export class Pulse {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly parts: PulseParts) {}

  /** Does it for the first time now. */
  start(): void {
    this.current = this.beat();
  }

  /** @returns when the work under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private async beat(): Promise<void> {
    const { name, everyMs, work, warnings } = this.parts;
    try {
      await work();
    } catch (error) {
      warnings.warn(`${name} failed (${failureCode(error)})`);
    }
    if (this.isStopped) return;
    this.timer = setTimeout(() => this.start(), everyMs);
  }
}
