import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { DemonstrationCountry } from './demonstration-country.service.js';

/** The invented country that a newcomer sees, and that the benchmarks measure. */
@Module({
  imports: [CaseworkModule, JurisdictionsModule],
  providers: [DemonstrationCountry],
  exports: [DemonstrationCountry],
})
export class DemonstrationModule {}
