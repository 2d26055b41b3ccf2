import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { DenunciationsController } from './denunciations.controller.js';

/** Crime information: reception, classification, transfer, resolution. */
@Module({ imports: [CaseworkModule], controllers: [DenunciationsController] })
export class DenunciationsModule {}
