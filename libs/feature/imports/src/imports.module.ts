import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { ComplianceModule } from '#libs/feature/compliance';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { ImportsController } from './http/imports.controller.js';
import { ImportDocket } from './import-docket.service.js';
import { ImportRegister } from './import-register.service.js';
import { AskImport } from './run/ask-import.service.js';
import { ImportRunRepository } from './run/import-run.repository.js';
import { RunImportHandler } from './run/imports.jobs.js';
import { RegisterInspection } from './run/register-inspection.service.js';
import { TellMeasure } from './run/tell-measure.service.js';

/** Registers and foreign dockets: read, judged and recorded like every other step. */
@Module({
  imports: [CaseworkModule, ComplianceModule, JurisdictionsModule],
  controllers: [ImportsController],
  providers: [
    AskImport,
    ImportDocket,
    ImportRegister,
    ImportRunRepository,
    RegisterInspection,
    RunImportHandler,
    TellMeasure,
  ],
  exports: [AskImport, ImportDocket, ImportRegister, RunImportHandler],
})
export class ImportsModule {}
