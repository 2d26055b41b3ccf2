import { Module } from '@nestjs/common';
import { ComplianceModule } from '#libs/feature/compliance';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { PrepareRelease } from './prepare-release.service.js';
import { ReleaseRepository } from './release.repository.js';
import { ReleasesController } from './releases.controller.js';
import { Releases } from './releases.service.js';

/** Statistics that leave the authorised circle. */
@Module({
  imports: [ComplianceModule, JurisdictionsModule],
  controllers: [ReleasesController],
  providers: [PrepareRelease, ReleaseRepository, Releases],
  exports: [PrepareRelease, Releases],
})
export class ReleasesModule {}
