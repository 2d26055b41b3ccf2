export { type AlteredUnit, type CatalogueChange, type KnownUnit } from './catalogue/catalogue-comparison.js';
export { CATALOGUE_FAULT_CODES, type CatalogueFault, type CatalogueFaultCode } from './catalogue/catalogue-fault.js';
export { catalogueReportLines } from './catalogue/catalogue.messages.js';
export { type CatalogueImport, type CatalogueReport, ImportCatalogue } from './catalogue/import-catalogue.service.js';
export {
  type CatalogueFiles,
  type CatalogueUnit,
  type OfficialCatalogue,
  readOfficialCatalogue,
} from './catalogue/official-catalogue.js';
export { JurisdictionDirectory } from './jurisdiction-directory.js';
export { JurisdictionMap, type JurisdictionRows } from './jurisdiction-map.js';
export { JurisdictionsModule } from './jurisdictions.module.js';
export { LoadJurisdictions, type LoadedJurisdictions } from './load-jurisdictions.service.js';
export { type JurisdictionSeeds, readJurisdictionSeeds } from './seeds/jurisdiction-seeds.js';
export { type OfficeSeed } from './seeds/office-seeds.js';
export { type NameSeed, type TerritorySeed, type TerritorySuccessionSeed } from './seeds/territory-seeds.js';
