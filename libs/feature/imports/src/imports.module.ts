import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/feature/casework';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { ImportDocket } from './import-docket.service.js';
import { ImportRegister } from './import-register.service.js';

/** Registers and foreign dockets: read, judged and recorded like every other step. */
@Module({
  imports: [CaseworkModule, JurisdictionsModule],
  providers: [ImportDocket, ImportRegister],
  exports: [ImportDocket, ImportRegister],
})
export class ImportsModule {}
