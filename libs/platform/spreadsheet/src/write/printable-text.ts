// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** @returns the text in NFC, with a replacement mark for what neither XML nor a text column can hold. */
export function printableText(text: string): string {
  return text.normalize('NFC').replace(UNSTORABLE, '\ufffd');
}
