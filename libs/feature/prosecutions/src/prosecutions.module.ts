import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { ProsecutionsController } from './prosecutions.controller.js';

/** The prosecution of a case. */
@Module({ imports: [CaseworkModule], controllers: [ProsecutionsController] })
export class ProsecutionsModule {}
