import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { DaysOffController } from './days-off.controller.js';
import { DaysOffRepository } from './days-off.repository.js';
import { DeadlinesController } from './deadlines.controller.js';
import { MakeLimitNoticesHandler, RefreshDeadlinesHandler } from './deadlines.jobs.js';
import { KeepDaysOff } from './keep-days-off.service.js';
import { ListDeadlines } from './list-deadlines.service.js';
import { MakeLimitNotices } from './make-limit-notices.service.js';
import { PassToSuccessors } from './pass-to-successors.service.js';
import { ReadFileLimits } from './read-file-limits.service.js';
import { ReadLimitNotices } from './read-limit-notices.service.js';
import { RefreshDeadlines } from './refresh-deadlines.service.js';
import { RunningLimitRepository } from './running-limit.repository.js';

const HANDLERS = [RefreshDeadlinesHandler, MakeLimitNoticesHandler];
const OPEN = [
  KeepDaysOff,
  ListDeadlines,
  MakeLimitNotices,
  PassToSuccessors,
  ReadFileLimits,
  ReadLimitNotices,
  RefreshDeadlines,
];

/** The queue of what is due. It reads casework's log; casework knows nothing of it. */
@Module({
  imports: [JurisdictionsModule, CaseworkModule],
  controllers: [DeadlinesController, DaysOffController],
  providers: [...OPEN, ...HANDLERS, DaysOffRepository, RunningLimitRepository],
  exports: [...OPEN, ...HANDLERS],
})
export class DeadlinesModule {}
