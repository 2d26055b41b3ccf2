export { JurisdictionDirectory } from './jurisdiction-directory.js';
export { JurisdictionMap, type JurisdictionRows } from './jurisdiction-map.js';
export { JurisdictionsModule } from './jurisdictions.module.js';
export { LoadJurisdictions, type LoadedJurisdictions } from './load-jurisdictions.service.js';
export { type JurisdictionSeeds, readJurisdictionSeeds } from './seeds/jurisdiction-seeds.js';
export { type OfficeSeed } from './seeds/office-seeds.js';
export { type NameSeed, type TerritorySeed, type TerritorySuccessionSeed } from './seeds/territory-seeds.js';
