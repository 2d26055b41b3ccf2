export { type CountTable, type Relation, countTable } from './count-table.js';
export { type Category, type Dimension, cellKey, crossTable } from './cross-table.js';
export { type GatedTable, type ReleasedTable, gate } from './gate.js';
export { type PublishedRatio, publishedRatio } from './published-ratio.js';
export {
  DISCLOSURE_RULE,
  DISCLOSURE_SOURCES,
  type DisclosureRule,
  WITHHELD,
  disclosureRule,
} from './disclosure-rule.js';
