export { type FaultyRow, type ImportFault } from './import-fault.js';
export { ImportRegister } from './import-register.service.js';
export { ImportsModule } from './imports.module.js';
export { COLUMNS, COLUMN_NAMES, type Column } from './register/columns.js';
export { type ImportCounts, type ImportResult, type RegisterImport } from './register/register-import.js';
