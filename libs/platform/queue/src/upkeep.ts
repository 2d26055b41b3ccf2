import { Inject, Injectable } from '@nestjs/common';
import { failureCode } from './job-failure.js';
import { JobScheduler } from './job-scheduler.js';
import { OutboxWakeUp } from './outbox-wake-up.js';
import { Pulse } from './pulse.js';
import { Warnings } from './warnings.js';
import { WORK_OPTIONS, type WorkOptions } from './work-options.js';
import { WorkerPresence } from './worker-presence.js';

const BEAT_MS = 5_000;

/** What a worker does by its own clock, beside the queue: a sweep that waited in the queue would be lost with it. */
@Injectable()
export class Upkeep {
  private readonly warnings = new Warnings('Upkeep');
  private readonly pulses: Pulse[];

  constructor(
    private readonly scheduler: JobScheduler,
    wakeUp: OutboxWakeUp,
    private readonly presence: WorkerPresence,
    @Inject(WORK_OPTIONS) options: WorkOptions,
  ) {
    const { warnings } = this;
    const pulse = (name: string, everyMs: number, work: () => Promise<unknown>): Pulse =>
      new Pulse({ name, everyMs, work, warnings });
    this.pulses = [
      pulse('sign of life', BEAT_MS, () => presence.beat()),
      pulse('sweep of the outbox', options.sweepMs, () => wakeUp.sweep()),
      pulse('timetable', options.sweepMs, () => scheduler.restore()),
      pulse('closing of lost runs', options.sweepMs, () => presence.closeLostRuns()),
    ];
  }

  /** Begins; the first sign of life has been given when it returns. @throws QueueUnavailable, DatabaseUnavailable */
  async start(): Promise<void> {
    await this.presence.beat();
    await this.scheduler.establish();
    for (const pulse of this.pulses) pulse.start();
  }

  /** Stops, after what is under way. */
  async stop(): Promise<void> {
    for (const pulse of this.pulses) await pulse.stop();
    try {
      await this.presence.leave();
    } catch (error) {
      this.warnings.warn(`could not sign off (${failureCode(error)}); the sign of life will run out`);
    }
  }
}
