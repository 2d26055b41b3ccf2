export { ActingOffices } from './acting-offices.js';
export { AppendHistories } from './append-histories.service.js';
export { CaseworkModule } from './casework.module.js';
export { FILE_TOPICS } from './file-topics.js';
export { FileLogRepository } from './file-log.repository.js';
export { InstituteCase, type Institution } from './institute-case.service.js';
export { type CaseJoinder, JoinCases } from './join-cases.service.js';
export { type Join, JoinDenunciation } from './join-denunciation.service.js';
export { type FileFilter, type FileLine, type FilePage, ListFiles } from './list-files.service.js';
export { type LoggedEvent, type NewEvent, type Subject } from './logged-event.js';
export {
  type HistoryFault,
  type PlannedHistory,
  type PlannedStep,
  type PreparedHistory,
  prepareHistory,
} from './prepare-history.js';
export { type CaseFileView, ReadCaseFile } from './read-case-file.service.js';
export { type ProjectionDifference, RebuildProjections, type RebuildReport } from './rebuild-projections.service.js';
export { OfferSteps } from './offer-steps.service.js';
export { type ExistingFile, type NewFile, RecordStep, type StepRequest } from './record-step.service.js';
export { SeverCase, type Severance } from './sever-case.service.js';
export { type Split, SplitDenunciation } from './split-denunciation.service.js';
export { type RecordedResult } from './recorded-result.js';
export { derivedId } from './derived-id.js';
export { FileFilterDto } from './dto/file-filter.dto.js';
export { CriminalCaseView, DenunciationFileView } from './dto/case-file.view.js';
export { FilePageView } from './dto/file-page.view.js';
export { IsCalendarDay } from './dto/is-day.js';
export { IsRowId } from './dto/is-row-id.js';
export { IsWritten } from './dto/is-written.js';
export { Optional } from './dto/optional.js';
export { RecordedResultView } from './dto/recorded-result.view.js';
export { CorrectsFile, RECORDED_EVENT, Records } from './records.decorator.js';
export { type AskedStep, StepRoute, TheStep } from './step-route.decorator.js';
export { type RecordableEvent, permissionOfEvent } from './step-permission.js';
export {
  AreDefendants,
  CorrectionDto,
  DecisionDto,
  OffenceDto,
  OpeningDto,
  RefusalDto,
  ReplacementDto,
  ScopedStepDto,
  StepDto,
  ToOfficeDto,
} from './dto/step.dto.js';
export { plain } from './plain-value.js';
export { type Asked, StageSteps } from './stage-steps.service.js';
export { type DecidedYear, WorkingDays } from './working-days.service.js';
