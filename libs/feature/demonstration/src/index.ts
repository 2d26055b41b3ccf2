export { type CountrySize, DemonstrationCountry, type LoadedCountry } from './demonstration-country.service.js';
export { DemonstrationModule } from './demonstration.module.js';
