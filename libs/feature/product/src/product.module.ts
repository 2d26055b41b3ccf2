import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/feature/access';
import { CaseworkModule } from '#libs/feature/casework';
import { ComplianceModule } from '#libs/feature/compliance';
import { DeadlinesModule } from '#libs/feature/deadlines';
import { DemonstrationModule } from '#libs/feature/demonstration';
import { DenunciationsModule } from '#libs/feature/denunciations';
import { ImportsModule } from '#libs/feature/imports';
import { InvestigationsModule } from '#libs/feature/investigations';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { PersonsModule } from '#libs/feature/persons';
import { PlansModule } from '#libs/feature/plans';
import { ProsecutionsModule } from '#libs/feature/prosecutions';
import { ReleasesModule } from '#libs/feature/releases';
import { TrialsModule } from '#libs/feature/trials';
import { LoadReference } from './load-reference.service.js';
import { PrepareProduct } from './prepare-product.service.js';
import { ReferenceController } from './reference.controller.js';

/** Everything people use, in one module: the API, the worker and the command line are this with other doors. */
@Module({
  imports: [
    AccessModule,
    JurisdictionsModule,
    PlansModule,
    CaseworkModule,
    DenunciationsModule,
    InvestigationsModule,
    ProsecutionsModule,
    TrialsModule,
    PersonsModule,
    ComplianceModule,
    DeadlinesModule,
    ImportsModule,
    DemonstrationModule,
    ReleasesModule,
  ],
  controllers: [ReferenceController],
  providers: [LoadReference, PrepareProduct],
  exports: [PrepareProduct],
})
export class ProductModule {}
