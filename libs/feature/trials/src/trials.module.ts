import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { TrialsController } from './trials.controller.js';

@Module({ imports: [CaseworkModule], controllers: [TrialsController] })
export class TrialsModule {}
