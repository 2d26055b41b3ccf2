import { fileRefusal } from '../file-refusal.js';
import type { ReadRequest } from '../reader-protocol.js';
import type { RowAssembler } from '../row-assembler.js';
import { NumberText } from './number-text.js';
import { SharedStringsHandler } from './shared-strings.js';
import { SheetHandler } from './sheet.js';
import { StylesHandler } from './styles.js';
import { readWorkbookMap } from './workbook.js';
import { readXmlPart } from './xml-part.js';
import { ZipArchive } from './zip-archive.js';

const MAX_STYLES_BYTES = 16 * 1024 * 1024;

/** Reads one sheet of a workbook into the assembler. @throws DomainError `file.*`. */
export async function readXlsx({ source, limits }: ReadRequest, assembler: RowAssembler): Promise<void> {
  const archive = await ZipArchive.open(source.path, limits);
  try {
    const map = await readWorkbookMap(archive, limits, source.sheet);
    const styles = new StylesHandler();
    if (map.styles) {
      await readXmlPart(archive.read(map.styles, MAX_STYLES_BYTES), { role: 'styles', limits }, styles);
    }
    const shared = new SharedStringsHandler(limits);
    if (map.sharedStrings) {
      const limit = limits.maxSharedStringsBytes;
      const declaredBytes = archive.declaredBytes(map.sharedStrings);
      if (declaredBytes > limit) throw fileRefusal('file.shared_strings_too_large', { declaredBytes, limit });
      await readXmlPart(archive.read(map.sharedStrings), { role: 'shared-strings', limits }, shared);
    }
    const numbers = new NumberText(map.from1904);
    const context = { strings: shared.strings, kinds: styles.kinds, numbers, limits };
    const sheet = new SheetHandler(context, (line, cells) => assembler.accept(line, cells));
    await readXmlPart(archive.read(map.sheet), { role: 'sheet', limits }, sheet, () => assembler.drain());
  } finally {
    archive.close();
  }
}
