import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunCounts, defineJob } from '#libs/platform/queue';
import { LIMITS_CHANGED } from './keep-days-off.service.js';
import { MakeLimitNotices } from './make-limit-notices.service.js';
import { PassToSuccessors } from './pass-to-successors.service.js';
import { RefreshDeadlines } from './refresh-deadlines.service.js';

type Nothing = Record<string, never>;

/** Reckons the limits of the files that changed; woken after every recorded step. */
export const refreshDeadlines = defineJob<Nothing>({
  queue: 'deadlines',
  name: 'refresh-deadlines',
  payload: {},
  topic: LIMITS_CHANGED,
  keepsEmptyRuns: false,
});

/** Makes the notices of the day, each morning before the offices open. */
export const makeLimitNotices = defineJob<Nothing>({
  queue: 'deadlines',
  name: 'make-limit-notices',
  payload: {},
  dedupe: () => 'all',
  schedule: { cron: '30 5 * * *', payload: {} },
});

/** Does `refresh-deadlines`. */
@Injectable()
@HandlesJob(refreshDeadlines)
export class RefreshDeadlinesHandler implements JobHandler<Nothing> {
  constructor(private readonly deadlines: RefreshDeadlines) {}

  async handle(): Promise<RunCounts> {
    const { files, limits } = await this.deadlines.refresh();
    return { counted: files, written: limits };
  }
}

/** Does `make-limit-notices`. */
@Injectable()
@HandlesJob(makeLimitNotices)
export class MakeLimitNoticesHandler implements JobHandler<Nothing> {
  constructor(
    private readonly successors: PassToSuccessors,
    private readonly notices: MakeLimitNotices,
  ) {}

  async handle(): Promise<RunCounts> {
    await this.successors.run();
    const { looked, made } = await this.notices.run();
    return { counted: looked, written: made };
  }
}
