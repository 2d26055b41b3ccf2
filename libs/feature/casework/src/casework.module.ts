import { Module } from '@nestjs/common';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { ActingOffices } from './acting-offices.js';
import { AppendHistories } from './append-histories.service.js';
import { CasesController } from './cases.controller.js';
import { CommandReceipts } from './command-receipts.js';
import { FileAppender } from './file-appender.js';
import { FileLogRepository } from './file-log.repository.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import { FileVisibility } from './file-visibility.js';
import { InstituteCase } from './institute-case.service.js';
import { ListFiles } from './list-files.service.js';
import { OfferSteps } from './offer-steps.service.js';
import { ReadCaseFile } from './read-case-file.service.js';
import { RebuildProjections } from './rebuild-projections.service.js';
import { RecordStep } from './record-step.service.js';
import { RunCommandOnce } from './run-command-once.service.js';
import { StageSteps } from './stage-steps.service.js';
import { StoredProjections } from './stored-projections.repository.js';

const OPEN = [
  ActingOffices,
  AppendHistories,
  FileLogRepository,
  InstituteCase,
  ListFiles,
  ReadCaseFile,
  RebuildProjections,
  RecordStep,
  StageSteps,
];

/** The one write path and the case file that all four stages share. */
@Module({
  imports: [JurisdictionsModule],
  controllers: [CasesController],
  providers: [
    ...OPEN,
    CommandReceipts,
    RunCommandOnce,
    FileAppender,
    FileProjectionRepository,
    FileVisibility,
    OfferSteps,
    StoredProjections,
  ],
  exports: OPEN,
})
export class CaseworkModule {}
