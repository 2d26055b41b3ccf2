import { Injectable } from '@nestjs/common';
import { recomputeCompliance } from '#libs/feature/compliance';
import { JobDispatcher, OutboxWakeUp } from '#libs/platform/queue';

/** From so many events on, computing the measure anew is cheaper than folding every file. */
const BIG_IMPORT = 20_000;

/** Has the measure and the limits that run follow what an import recorded. */
@Injectable()
export class TellMeasure {
  constructor(
    private readonly dispatcher: JobDispatcher,
    private readonly wakeUp: OutboxWakeUp,
  ) {}

  /** @param events recorded by the import. @throws QueueUnavailable; the outbox still holds what was recorded. */
  async tell(events: number): Promise<void> {
    if (events >= BIG_IMPORT) await this.dispatcher.enqueue(recomputeCompliance, {});
    else if (events > 0) this.wakeUp.wake('file-changed');
    if (events > 0) this.wakeUp.wake('limits-changed');
  }
}
