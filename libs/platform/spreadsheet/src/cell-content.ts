import type { RowFaultCode } from './table.js';

/** A cell as read: its text, or why it has none. */
export type CellContent = string | CellFault;

export class CellFault {
  constructor(readonly code: RowFaultCode) {}
}

export const TOO_LONG = new CellFault('cell.too_long');
export const CONTROL_CHARACTER = new CellFault('cell.control_character');

/** Below U+0300 nothing combines, so such text is its own NFC and the costlier call is spared. */
const MAY_NEED_COMPOSING = /[\u0300-\uffff]/;
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u;

/** @returns the text in NFC, or the fault when it is too long or holds what a text column cannot store. */
export function cleanText(text: string, maxCharacters: number): CellContent {
  if (text.length > maxCharacters) return TOO_LONG;
  if (UNSTORABLE.test(text)) return CONTROL_CHARACTER;
  return MAY_NEED_COMPOSING.test(text) ? text.normalize('NFC') : text;
}
