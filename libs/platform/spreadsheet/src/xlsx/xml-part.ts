import { SaxesParser } from 'saxes';
import { fileRefusal } from '../file-refusal.js';
import type { TableLimits } from '../table.js';

/** Which part of a workbook is being read: said in refusals instead of the name that the file gives it. */
export type PartRole = 'content-types' | 'relations' | 'workbook' | 'styles' | 'shared-strings' | 'sheet';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part makes of its elements. Names come without the prefix of the root's namespace; foreign ones keep a colon. */
export interface PartHandler {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No name, text or tag of an honest workbook comes near this. */
const LONGEST_TOKEN = 1024 * 1024;

/**
 * Reads one XML part as a stream: UTF-8 only, no document type, no entities but the five of XML.
 * @param afterChunk awaited between chunks, so that a slow taker slows the reading.
 * @throws DomainError `file.xml_*` and whatever the handler throws.
 */
export async function readXmlPart(
  chunks: AsyncIterable<Buffer>,
  part: { readonly role: PartRole; readonly limits: TableLimits },
  handler: PartHandler,
  afterChunk: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const reader = new GuardedXmlReader(part.role, part.limits.maxDepth, handler);
  for await (const chunk of chunks) {
    reader.write(chunk);
    await afterChunk();
  }
  reader.end();
  await afterChunk();
}

class GuardedXmlReader {
  private readonly parser = new SaxesParser({
    xmlns: false,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rootPrefix: string | undefined;
  private depth = 0;
  private sinceLastToken = 0;
  private sawToken = false;

  constructor(
    private readonly part: PartRole,
    private readonly maxDepth: number,
    handler: PartHandler,
  ) {
    this.refuseWhatNoWorkbookNeeds();
    this.parser.on('opentag', (tag) => {
      this.enter(tag.name);
      handler.open(this.localName(tag.name), tag.attributes);
    });
    this.parser.on('closetag', (tag) => {
      this.depth -= 1;
      this.sawToken = true;
      handler.close?.(this.localName(tag.name));
    });
    const onText = (text: string): void => {
      this.sawToken = true;
      handler.text?.(text);
    };
    this.parser.on('text', onText);
    this.parser.on('cdata', onText);
  }

  write(chunk: Buffer): void {
    const text = this.decode(chunk);
    this.sawToken = false;
    this.parser.write(text);
    this.sinceLastToken = this.sawToken ? 0 : this.sinceLastToken + text.length;
    if (this.sinceLastToken > LONGEST_TOKEN) throw fileRefusal('file.xml_token_too_long', { part: this.part });
  }

  end(): void {
    this.parser.write(this.decode());
    this.parser.close();
  }

  private decode(chunk?: Buffer): string {
    try {
      return this.decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw fileRefusal('file.xml_encoding', { part: this.part });
    }
  }

  private refuseWhatNoWorkbookNeeds(): void {
    const { parser, part } = this;
    parser.on('error', () => {
      throw fileRefusal('file.xml_malformed', { part });
    });
    parser.on('doctype', () => {
      throw fileRefusal('file.xml_doctype', { part });
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && encoding.toLowerCase() !== 'utf-8') throw fileRefusal('file.xml_encoding', { part });
    });
  }

  private enter(name: string): void {
    this.rootPrefix ??= name.slice(0, name.indexOf(':') + 1);
    this.sawToken = true;
    this.depth += 1;
    if (this.depth > this.maxDepth) throw fileRefusal('file.xml_too_deep', { part: this.part, limit: this.maxDepth });
  }

  private localName(name: string): string {
    const prefix = this.rootPrefix;
    if (!prefix) return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  }
}

/** @returns the attribute under any namespace prefix: writers choose `r:id`, `d3p1:id`, ... */
export function prefixedAttribute(attributes: XmlAttributes, localName: string): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${localName}`));
  return key === undefined ? undefined : attributes[key];
}
