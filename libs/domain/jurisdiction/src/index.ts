export { Gazetteer } from './gazetteer.js';
export { OfficeRegister } from './office-register.js';
export {
  AGENCIES,
  type Agency,
  OFFICE_TIERS,
  type Office,
  type OfficeCoverage,
  type OfficeSuccession,
  type OfficeTier,
} from './office.js';
export { bareName, foldName, slugOf, spellingKey, tidyName, unitTypeOf } from './place-name.js';
export { type ClosurePair, TerritoryTree } from './territory-tree.js';
export {
  type SuccessionExtent,
  type Territory,
  type TerritoryLevel,
  type TerritoryName,
  type TerritorySuccession,
  type UnitType,
  nameOn,
} from './territory.js';
export { type Validity, validOn } from './validity.js';
