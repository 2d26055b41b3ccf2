export { AskCompliance, type ComplianceQuestion, type ListQuestion } from './ask-compliance.service.js';
export { type SheetLanguage, complianceCsv, complianceSheet, indicatorNames } from './compliance-sheet.js';
export { type ComplianceRow, type ComplianceTable, type JurisdictionLine } from './compliance-table.js';
export {
  CheckIdentitiesHandler,
  RecomputeComplianceHandler,
  RefreshComplianceHandler,
  checkIdentities,
  recomputeCompliance,
  refreshCompliance,
} from './compliance.jobs.js';
export { ComplianceModule } from './compliance.module.js';
export { ComplianceRefresher, type OpeningDifference, type RefreshCounts } from './compliance-refresher.service.js';
export { type IdentityBreak, IdentityCheck, type IdentityReport } from './identity-check.service.js';
export { LISTS, ListBehindValue, type ListLine, type ListName, type ListPage } from './list-behind-value.service.js';
export { type ComplianceQuery, MeasureCompliance } from './measure-compliance.service.js';
