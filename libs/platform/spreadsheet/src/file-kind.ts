import { type FileHandle, open } from 'node:fs/promises';
import { type FileRefusalCode, fileRefusal } from './file-refusal.js';
import type { TableFormat, TableLimits, TableSource } from './table.js';

const ZIP_MAGIC = Buffer.from('504b0304', 'hex');
const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const SHORT_EXTENSION = /^[a-z0-9]{1,8}$/;

const FORMATS: ReadonlyMap<string, TableFormat> = new Map([
  ['xlsx', 'xlsx'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['txt', 'csv'],
]);
const REFUSED: ReadonlyMap<string, FileRefusalCode> = new Map([
  ['xlsm', 'file.macros'],
  ['xltm', 'file.macros'],
  ['xlsb', 'file.binary_workbook'],
  ['xls', 'file.extension_mismatch'],
]);

/**
 * Decides by content and extension together how a file is to be read; a file that pretends is refused.
 * @throws DomainError `file.empty`, `file.too_large`, `file.encrypted`, `file.old_xls`, `file.kind_unsupported`, ...
 */
export async function tableFormatOf(source: TableSource, limits: TableLimits): Promise<TableFormat> {
  const file = await open(source.path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw fileRefusal('file.empty');
    if (size > limits.maxFileBytes) throw fileRefusal('file.too_large', { bytes: size, limit: limits.maxFileBytes });
    const magic = await readAt(file, 0, 8);
    if (magic.equals(OLE_MAGIC)) throw fileRefusal(await compoundFileKind(file));
    return formatOf(extensionOf(source.fileName), magic.subarray(0, 4).equals(ZIP_MAGIC));
  } finally {
    await file.close();
  }
}

function formatOf(extension: string, isZip: boolean): TableFormat {
  const refused = REFUSED.get(extension);
  if (refused) throw fileRefusal(refused, { extension });
  const format = FORMATS.get(extension);
  if (!format) throw fileRefusal('file.kind_unsupported', { extension });
  if ((format === 'xlsx') !== isZip) throw fileRefusal('file.extension_mismatch', { extension });
  return format;
}

function extensionOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return fileName.includes('.') && SHORT_EXTENSION.test(extension) ? extension : '';
}

/** An OLE compound file is an .xls of 1997-2003, or the wrapping that Excel gives to a workbook with a password. */
async function compoundFileKind(file: FileHandle): Promise<FileRefusalCode> {
  const header = await readAt(file, 0, 512);
  if (header.length < 512) return 'file.old_xls';
  const sectorBytes = 2 ** Math.min(header.readUInt16LE(0x1e), 12);
  const directoryAt = (header.readUInt32LE(0x30) + 1) * sectorBytes;
  const directory = await readAt(file, directoryAt, 4_096);
  return directory.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'file.encrypted' : 'file.old_xls';
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
