import { type Sentences } from '../sentences.js';

/** Why a file, a row or a cell of an import is refused. */
export const spreadsheetEn: Sentences = {
  'import.not-found': 'There is no such import within your scope. Check the address, or import the file again.',
  'import.failed':
    'The server failed on this file and recorded nothing. Import it again; if that fails too, tell the administrator the id of the import.',
  'import.no-file': 'There is no file. Send one CSV or XLSX file in a multipart form.',
  'import.file-unreadable': 'The file “{file}” cannot be read ({reason}). Check the path and the right to read it.',
  'import.target-unwritable':
    'The file “{file}” cannot be written ({reason}). Check the folder and the right to write.',
  'import.target-is-source': 'The file “{file}” is the one being imported. Write the faulty rows to another file.',
  'import.profile-faulty':
    'The mapping profile has faults: {faults}. Correct it by docs/import-docket.md and run again.',
  'import.profile-columns':
    'The log lacks columns that the profile names: {columns}. Correct the names in the profile.',
  'import.profile-offices': 'There are no offices with the codes: {offices}. Correct the codes in the profile.',
  'import.profile-join':
    'The file “{file}” to be joined with the log is missing. Put it beside the log, or mark it optional in the profile.',
  'file.kind_unsupported':
    'Files of this kind[[ (“{extension}”)]] are not taken. Save it as .xlsx or .csv and import that.',
  'file.extension_mismatch':
    'The content of the file does not fit its extension “{extension}”. Open it, save it as the right kind and import that.',
  'file.old_xls': 'This is an Excel 97–2003 file (.xls). Open it, save it as .xlsx and import that.',
  'file.binary_workbook': 'This is a binary workbook (.xlsb). Save it as .xlsx and import that.',
  'file.macros': 'The file holds macros and is not taken. Save it as .xlsx without macros and import that.',
  'file.encrypted': 'The file has a password or is encrypted. Remove the password and import it again.',
  'file.too_large': 'The file is larger than {limit:size}. Split it and import the parts one by one.',
  'file.empty': 'The file is empty. Choose the right file.',
  'file.no_rows': 'The file holds a header and no rows. Fill it in and import it again.',
  'file.header_blank': 'Column {column} has no header. Name it as in the template, or delete the column.',
  'file.header_duplicate': 'The header of column {column} repeats that of column {first}. Keep one of them.',
  'file.header_fault': 'The header of column {column} cannot be read. Write it as plain text, as in the template.',
  'file.too_many_columns': 'The file has more than {limit:number} columns. Delete the surplus ones on the right.',
  'file.too_many_rows': 'The file has more than {limit:number} rows. Split it and import the parts one by one.',
  'file.encoding': 'The encoding cannot be read at line {line}. Save the file as CSV UTF-8 and import that.',
  'file.nul_character': 'Line {line} holds a NUL character: the file is damaged or not CSV. Export it again.',
  'file.csv_quote': 'A double quote near line {line} is not closed. Correct it and import the file again.',
  'file.csv_record_too_long': 'Line {line} is too long. Check the quotes and separators.',
  'file.zip_malformed':
    'The .xlsx file is damaged ({reason}). Open it in Excel or LibreOffice, save it and import that.',
  'file.zip_too_many_entries':
    'The .xlsx file has too many parts inside ({limit:number} at most). Copy the rows to a new workbook and import that.',
  'file.zip_entry_name':
    'The .xlsx file holds a part with an unsafe name. Copy the rows to a new workbook and import that.',
  'file.zip_duplicate_entry': 'The .xlsx file holds two parts of one name. Open it, save it and import that.',
  'file.zip_symlink': 'The .xlsx file holds a link and is not taken. Copy the rows to a new workbook and import that.',
  'file.zip_method':
    'The .xlsx file is packed in a way that is not taken. Open it in Excel or LibreOffice, save it and import that.',
  'file.zip_too_large': 'Unpacked, the content is larger than {limit:size}. Split the rows over several files.',
  'file.zip_ratio':
    'The file is packed in an unusual way and refused to protect the server. Copy the rows to a new workbook and import that.',
  'file.zip_forged_size':
    'The file states wrong sizes inside and is refused. Copy the rows to a new workbook and import that.',
  'file.zip_checksum': 'The .xlsx file was damaged by a copy or upload. Take the original and import that.',
  'file.xml_malformed': 'The part “{part}” of the .xlsx file is damaged. Open it, save it and import that.',
  'file.xml_encoding': 'The part “{part}” of the .xlsx file is not UTF-8. Open it, save it and import that.',
  'file.xml_doctype':
    'The part “{part}” holds a DOCTYPE and is not taken. Copy the rows to a new workbook and import that.',
  'file.xml_too_deep':
    'The part “{part}” is nested more than {limit:number} levels deep. Copy the rows to a new workbook and import that.',
  'file.xml_token_too_long':
    'The part “{part}” holds unusually long content. Copy the rows to a new workbook and import that.',
  'file.no_workbook': 'There is no workbook in the file. Choose the right .xlsx file.',
  'file.no_visible_sheet': 'The workbook shows no sheet. Unhide the sheet with the rows.',
  'file.sheet_missing': 'The workbook has no sheet of that name. Check the name.',
  'file.workbook_malformed': 'The workbook is damaged. Open it in Excel or LibreOffice, save it and import that.',
  'file.sheet_malformed': 'The sheet is damaged near line {line}. Open it, save it and import that.',
  'file.shared_strings_too_large':
    'The texts of the workbook are larger than {limit:size}. Split the rows over several files.',
  'file.too_much_memory': 'The file takes too much memory to read. Split the rows over several files.',
  'file.reader_silent':
    'Reading took too long and was stopped. Split the rows over several files, or save them as CSV.',
  'file.cell_too_long': 'Cell {column}{line} is longer than a workbook can hold. Export as CSV.',
  'file.sheet_too_long':
    'There are more than {limit:number} rows, more than a sheet can hold. Export as CSV or narrow the filter.',
  'cell.error_value': 'The cell holds the error of a formula (#REF!, #N/A…). Correct it.',
  'cell.formula_without_value':
    'The cell is a formula that was not calculated. Open the file in Excel and save it, or paste the value.',
  'cell.too_long': 'The content of the cell is too long. Shorten it.',
  'cell.control_character': 'The cell holds a character that cannot be stored. Type it again.',
  'cell.number_invalid': 'The number in the cell is not valid. Type it again.',
  'cell.date_invalid': 'The day in the cell does not exist. Write it as 16/03/2026.',
  'row.ragged': 'The row has {found:number} cells, the header {expected:number}. Check separators and quotes.',
};
