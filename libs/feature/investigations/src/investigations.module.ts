import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { AccusationsController } from './accusations.controller.js';
import { CaseTransfersController } from './case-transfers.controller.js';
import { InstitutionsController } from './institutions.controller.js';
import { InvestigationsController } from './investigations.controller.js';
import { JoinderController } from './joinder.controller.js';
import { MeasuresController } from './measures.controller.js';
import { SearchesController } from './searches.controller.js';
import { SpecialProceduresController } from './special-procedures.controller.js';

/** The investigation of a case. */
@Module({
  imports: [CaseworkModule],
  controllers: [
    InstitutionsController,
    AccusationsController,
    InvestigationsController,
    CaseTransfersController,
    JoinderController,
    SearchesController,
    SpecialProceduresController,
    MeasuresController,
  ],
})
export class InvestigationsModule {}
