import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { InvestigationsController } from './investigations.controller.js';

@Module({ imports: [CaseworkModule], controllers: [InvestigationsController] })
export class InvestigationsModule {}
