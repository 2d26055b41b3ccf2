import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { DenunciationsController } from './denunciations.controller.js';

@Module({ imports: [CaseworkModule], controllers: [DenunciationsController] })
export class DenunciationsModule {}
