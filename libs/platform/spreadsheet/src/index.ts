export { FILE_REFUSAL_CODES, type FileRefusalCode } from './file-refusal.js';
export { Table, openTable, readTable } from './read-table.js';
export {
  DEFAULT_TABLE_LIMITS,
  ROW_FAULT_CODES,
  type RowFault,
  type RowFaultCode,
  type TableFormat,
  type TableLimits,
  type TableRow,
  type TableSource,
  columnLetters,
} from './table.js';
export { textTable, wrapped } from './text-block.js';
export type { TextRows } from './write/text-rows.js';
export { writeCsv } from './write/write-csv.js';
export { type TextSheet, writeXlsx } from './write/write-xlsx.js';
