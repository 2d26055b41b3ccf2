import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { AppealsController } from './appeals.controller.js';
import { AppellateCourtController } from './appellate-court.controller.js';
import { HearingsController } from './hearings.controller.js';
import { ReviewsController } from './reviews.controller.js';
import { TrialsController } from './trials.controller.js';

/** The trial of a case and what follows the judgment: appeal, cassation, reopening, and the case that begins again. */
@Module({
  imports: [CaseworkModule],
  controllers: [TrialsController, HearingsController, AppealsController, AppellateCourtController, ReviewsController],
})
export class TrialsModule {}
