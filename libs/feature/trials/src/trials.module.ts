import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { TrialsController } from './trials.controller.js';

/** The trial of a case and what follows the judgment. */
@Module({ imports: [CaseworkModule], controllers: [TrialsController] })
export class TrialsModule {}
