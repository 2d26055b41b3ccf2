import { DomainError, type ErrorFacts } from '#libs/domain/kernel';

/** Every reason for which a file as a whole is refused. */
export const FILE_REFUSAL_CODES = [
  'file.kind_unsupported',
  'file.extension_mismatch',
  'file.old_xls',
  'file.binary_workbook',
  'file.macros',
  'file.encrypted',
  'file.too_large',
  'file.empty',
  'file.no_rows',
  'file.header_blank',
  'file.header_duplicate',
  'file.header_fault',
  'file.too_many_columns',
  'file.too_many_rows',
  'file.encoding',
  'file.nul_character',
  'file.csv_quote',
  'file.csv_record_too_long',
  'file.zip_malformed',
  'file.zip_too_many_entries',
  'file.zip_entry_name',
  'file.zip_duplicate_entry',
  'file.zip_symlink',
  'file.zip_method',
  'file.zip_too_large',
  'file.zip_ratio',
  'file.zip_forged_size',
  'file.zip_checksum',
  'file.xml_malformed',
  'file.xml_encoding',
  'file.xml_doctype',
  'file.xml_too_deep',
  'file.xml_token_too_long',
  'file.no_workbook',
  'file.no_visible_sheet',
  'file.sheet_missing',
  'file.workbook_malformed',
  'file.sheet_malformed',
  'file.shared_strings_too_large',
  'file.too_much_memory',
  'file.reader_silent',
] as const;
export type FileRefusalCode = (typeof FILE_REFUSAL_CODES)[number];

/** @param facts numbers, column letters and names of parts; never content of the file. @returns the error to throw. */
export function fileRefusal(code: FileRefusalCode, facts: ErrorFacts = {}): DomainError {
  return new DomainError(code, 'malformed', facts);
}
