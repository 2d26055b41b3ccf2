/**
 * Gathers the text of an `<si>` or `<is>` element: plain, or in runs of different looks. Phonetic hints (`<rPh>`) are
 * beside the text and left out.
 */
export class RichText {
  private text = '';
  private inText = false;
  private inPhonetic = false;

  start(): void {
    this.text = '';
    this.inText = false;
    this.inPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = !this.inPhonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
  }

  add(text: string): void {
    if (this.inText) this.text += text;
  }

  take(): string {
    return this.text;
  }
}
