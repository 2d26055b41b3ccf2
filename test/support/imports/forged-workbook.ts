import { crc32, deflateRawSync } from 'node:zlib';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A part of a package; `declaredBytes` is what it says of itself where that is a lie. */
export interface ForgedPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredBytes?: number;
}

const relations = (type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** @returns a workbook of one sheet, sound but for that sheet and the further parts. */
export function forgedWorkbook(sheet: Omit<ForgedPart, 'name'>, ...further: readonly ForgedPart[]): Buffer {
  const book = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', content: book },
    { name: 'xl/_rels/workbook.xml.rels', content: relations('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', ...sheet },
    ...further,
  ]);
}

/** @param rows the `<row>` elements. */
export const sheetOf = (rows: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

function zipOf(parts: readonly ForgedPart[]): Buffer {
  const [pieces, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const part of parts) {
    const [name, content] = [Buffer.from(part.name), Buffer.from(part.content)];
    const packed = deflateRawSync(content, { level: 1 });
    const facts = factsOf({ packed, name, checksum: crc32(content), bytes: part.declaredBytes ?? content.length });
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    const piece = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, name, packed]);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, at, name]));
    pieces.push(piece);
    offset += piece.length;
  }
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

interface Facts {
  readonly packed: Buffer;
  readonly name: Buffer;
  readonly checksum: number;
  readonly bytes: number;
}

/** What the directory and the header before the content both say. */
function factsOf({ packed, name, checksum, bytes }: Facts): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x800, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(checksum, 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}
