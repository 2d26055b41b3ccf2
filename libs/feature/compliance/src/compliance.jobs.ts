import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunCounts, defineJob } from '#libs/platform/queue';
import { ComplianceRefresher } from './compliance-refresher.service.js';
import { IdentityCheck } from './identity-check.service.js';

type Nothing = Record<string, never>;

/** Folds what was recorded since the last time; woken after every recorded step. */
export const refreshCompliance = defineJob<Nothing>({
  queue: 'compliance',
  name: 'refresh-compliance',
  payload: {},
  topic: 'file-changed',
  keepsEmptyRuns: false,
});

/** Computes everything anew from the ledger; on demand and at night. */
export const recomputeCompliance = defineJob<Nothing>({
  queue: 'compliance',
  name: 'recompute-compliance',
  payload: {},
  dedupe: () => 'all',
});

/** Checks the identities at night. */
export const checkIdentities = defineJob<Nothing>({
  queue: 'compliance',
  name: 'check-identities',
  payload: {},
  dedupe: () => 'all',
  schedule: { cron: '0 2 * * *', payload: {} },
});

/** Does `refresh-compliance`. */
@Injectable()
@HandlesJob(refreshCompliance)
export class RefreshComplianceHandler implements JobHandler<Nothing> {
  constructor(private readonly refresher: ComplianceRefresher) {}

  async handle(): Promise<RunCounts> {
    const { files, rows, ...span } = await this.refresher.refresh();
    return { counted: files, written: rows, ...span };
  }
}

/** Does `recompute-compliance`. */
@Injectable()
@HandlesJob(recomputeCompliance)
export class RecomputeComplianceHandler implements JobHandler<Nothing> {
  constructor(private readonly refresher: ComplianceRefresher) {}

  async handle(): Promise<RunCounts> {
    const { files, rows } = await this.refresher.recompute();
    return { counted: files, written: rows };
  }
}

/** Does `check-identities`: a break is counted, stored and shown, never repaired in silence. */
@Injectable()
@HandlesJob(checkIdentities)
export class CheckIdentitiesHandler implements JobHandler<Nothing> {
  constructor(private readonly check: IdentityCheck) {}

  async handle(): Promise<RunCounts> {
    const { checked, breaks } = await this.check.run();
    return { counted: checked, written: breaks.length, detail: { breaks: breaks.length } };
  }
}
