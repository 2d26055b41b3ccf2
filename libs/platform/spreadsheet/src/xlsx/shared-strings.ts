import { type CellContent, cleanText } from '../cell-content.js';
import type { TableLimits } from '../table.js';
import { decodeEscapes } from './escaped-text.js';
import { RichText } from './rich-text.js';
import type { PartHandler } from './xml-part.js';

/** Reads the table of texts that cells point to; each is normalised once, however many cells share it. */
export class SharedStringsHandler implements PartHandler {
  readonly strings: CellContent[] = [];
  private readonly rich = new RichText();
  private inItem = false;

  constructor(private readonly limits: TableLimits) {}

  open(name: string): void {
    if (name === 'si') {
      this.inItem = true;
      this.rich.start();
    } else if (this.inItem) this.rich.open(name);
  }

  text(text: string): void {
    if (this.inItem) this.rich.add(text);
  }

  close(name: string): void {
    if (name === 'si') {
      this.inItem = false;
      this.strings.push(cleanText(decodeEscapes(this.rich.take()), this.limits.maxCellCharacters));
    } else if (this.inItem) this.rich.close(name);
  }
}
