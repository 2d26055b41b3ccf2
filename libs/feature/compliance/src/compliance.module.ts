import { Module } from '@nestjs/common';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { PlansModule } from '#libs/feature/plans';
import { AskCompliance } from './ask-compliance.service.js';
import { ComplianceController } from './compliance.controller.js';
import { CheckIdentitiesHandler, RecomputeComplianceHandler, RefreshComplianceHandler } from './compliance.jobs.js';
import { ComplianceRefresher } from './compliance-refresher.service.js';
import { IdentityCheck } from './identity-check.service.js';
import { ListBehindValue } from './list-behind-value.service.js';
import { MeasureCompliance } from './measure-compliance.service.js';
import { PlansInForce } from './plans-in-force.js';
import { TallyRepository } from './tally.repository.js';

const HANDLERS = [RefreshComplianceHandler, RecomputeComplianceHandler, CheckIdentitiesHandler];
const OPEN = [AskCompliance, ComplianceRefresher, IdentityCheck, ListBehindValue, MeasureCompliance];

/** Compliance reads the log's ledger; casework knows nothing of it. */
@Module({
  imports: [JurisdictionsModule, PlansModule],
  controllers: [ComplianceController],
  providers: [...OPEN, ...HANDLERS, PlansInForce, TallyRepository],
  exports: [...OPEN, ...HANDLERS],
})
export class ComplianceModule {}
