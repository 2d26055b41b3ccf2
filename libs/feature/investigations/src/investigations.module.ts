import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { InvestigationsController } from './investigations.controller.js';

/** The investigation of a case. */
@Module({ imports: [CaseworkModule], controllers: [InvestigationsController] })
export class InvestigationsModule {}
