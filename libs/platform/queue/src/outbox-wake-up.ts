import { Injectable } from '@nestjs/common';
import { JobCatalogue } from './job-catalogue.js';
import { JobDispatcher } from './job-dispatcher.js';
import { failureCode } from './job-failure.js';
import { Outbox } from './outbox.js';
import { Warnings } from './warnings.js';

/** A younger row has just been committed; its own wake-up is on the way. */
const GRACE_SECONDS = 2;

/** Wakes the job of a topic. Only that: what is to be done stands in the outbox. */
@Injectable()
export class OutboxWakeUp {
  /** By topic, the wake-up under way. */
  private readonly underWay = new Map<string, { isAskedAgain: boolean; done: Promise<void> }>();
  private readonly warnings = new Warnings('Outbox');

  constructor(
    private readonly catalogue: JobCatalogue,
    private readonly dispatcher: JobDispatcher,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Call it after the commit that wrote an outbox row. Returns at once and never fails: when the queue is out of reach, the
   * sweep finds the row later. Wake-ups that come while one is under way are one more wake-up, after it.
   */
  wake(topic: string): void {
    const current = this.underWay.get(topic);
    if (current) {
      current.isAskedAgain = true;
      return;
    }
    const state = { isAskedAgain: false, done: Promise.resolve() };
    this.underWay.set(topic, state);
    state.done = this.wakeUntilQuiet(topic, state);
  }

  /** @returns when no wake-up is under way any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.underWay.values()].map(({ done }) => done));
  }

  /**
   * Wakes the topics whose rows were left behind: their wake-up, the queue or the worker was lost.
   * @returns the topics. @throws QueueUnavailable, DatabaseUnavailable
   */
  async sweep(): Promise<string[]> {
    const left = await this.outbox.listWaiting(GRACE_SECONDS);
    for (const { topic } of left) await this.enqueue(topic);
    return left.map(({ topic }) => topic);
  }

  private async wakeUntilQuiet(topic: string, state: { isAskedAgain: boolean }): Promise<void> {
    do {
      state.isAskedAgain = false;
      try {
        await this.enqueue(topic);
      } catch (error) {
        this.warnings.warn(`topic ${topic} was not woken (${failureCode(error)}); the sweep will find it`);
      }
    } while (state.isAskedAgain);
    this.underWay.delete(topic);
  }

  private async enqueue(topic: string): Promise<void> {
    const job = this.catalogue.findByTopic(topic);
    if (job) await this.dispatcher.enqueue(job, {});
    else this.warnings.warn(`no job works off the topic ${topic}`);
  }
}
