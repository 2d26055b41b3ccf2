import { Module } from '@nestjs/common';
import { ImportCatalogue } from './catalogue/import-catalogue.service.js';
import { JurisdictionDirectory } from './jurisdiction-directory.js';
import { LoadJurisdictions } from './load-jurisdictions.service.js';
import { OfficeKeeper } from './office-keeper.js';
import { OfficeRepository } from './office.repository.js';
import { TerritoryRepository } from './territory.repository.js';

/** Territories and offices in time. Needs `Database` and `UnitOfWork` from the application's database module. */
@Module({
  providers: [
    ImportCatalogue,
    JurisdictionDirectory,
    LoadJurisdictions,
    OfficeKeeper,
    OfficeRepository,
    TerritoryRepository,
  ],
  exports: [ImportCatalogue, JurisdictionDirectory, LoadJurisdictions],
})
export class JurisdictionsModule {}
