import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { DenunciationCompetenceController } from './competence.controller.js';
import { DenunciationsController } from './denunciations.controller.js';
import { DenunciationSupervisionController } from './supervision.controller.js';
import { DenunciationVerificationController } from './verification.controller.js';

/** Crime information: reception, competence, resolution, supervision. */
@Module({
  imports: [CaseworkModule],
  controllers: [
    DenunciationsController,
    DenunciationCompetenceController,
    DenunciationVerificationController,
    DenunciationSupervisionController,
  ],
})
export class DenunciationsModule {}
