export { ConfigurationError, type ConfigurationFault } from './configuration-error.js';
export { readSettings } from './read-settings.js';
export { Settings } from './settings.js';
export { SettingsModule } from './settings.module.js';
