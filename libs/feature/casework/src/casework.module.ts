import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/feature/access';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { PlansModule } from '#libs/feature/plans';
import { ActingOffices } from './acting-offices.js';
import { AppendHistories } from './append-histories.service.js';
import { CarryCorrection } from './carry-correction.service.js';
import { CasesController } from './cases.controller.js';
import { CommandReceipts } from './command-receipts.js';
import { FileAppender } from './file-appender.js';
import { FileLogRepository } from './file-log.repository.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import { FileVisibility } from './file-visibility.js';
import { FoundedCases } from './founded-cases.service.js';
import { InstituteCase } from './institute-case.service.js';
import { JoinCases } from './join-cases.service.js';
import { JoinDenunciation } from './join-denunciation.service.js';
import { ListFiles } from './list-files.service.js';
import { ListRemarks } from './list-remarks.service.js';
import { MarkSecrecy } from './mark-secrecy.service.js';
import { OfferSteps } from './offer-steps.service.js';
import { ReadCaseFile } from './read-case-file.service.js';
import { RebuildProjections } from './rebuild-projections.service.js';
import { RecordCounterpart } from './record-counterpart.service.js';
import { RecordStep } from './record-step.service.js';
import { RemarkListsController } from './remark-lists.controller.js';
import { RemarksController } from './remarks.controller.js';
import { RunCommandOnce } from './run-command-once.service.js';
import { SecrecyController } from './secrecy.controller.js';
import { SeverCase } from './sever-case.service.js';
import { SplitDenunciation } from './split-denunciation.service.js';
import { StageSteps } from './stage-steps.service.js';
import { StatedFacts } from './stated-facts.service.js';
import { StoredProjections } from './stored-projections.repository.js';
import { WorkingDays } from './working-days.service.js';

const OPEN = [
  ActingOffices,
  AppendHistories,
  FileLogRepository,
  InstituteCase,
  JoinCases,
  JoinDenunciation,
  ListFiles,
  ReadCaseFile,
  RebuildProjections,
  RecordStep,
  SeverCase,
  SplitDenunciation,
  StageSteps,
  WorkingDays,
];

/** The one write path and the case file that all four stages share. */
@Module({
  imports: [AccessModule, JurisdictionsModule, PlansModule],
  controllers: [CasesController, RemarksController, RemarkListsController, SecrecyController],
  providers: [
    ...OPEN,
    CarryCorrection,
    CommandReceipts,
    RecordCounterpart,
    RunCommandOnce,
    FileAppender,
    FileProjectionRepository,
    FileVisibility,
    FoundedCases,
    ListRemarks,
    MarkSecrecy,
    OfferSteps,
    StatedFacts,
    StoredProjections,
  ],
  exports: OPEN,
})
export class CaseworkModule {}
