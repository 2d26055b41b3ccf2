import { type CanonicalValue, canonicalJson } from './canonical-json.js';

/** Version of the file that an independent verifier reads: docs/decisions/0016-audit-that-cannot-be-rewritten.md. */
export const EXPORT_FORMAT = 'transparency-export/1';

/** @returns the first line of an export, with its newline; `size` is the number of leaves that follow. */
export function exportHeader(origin: string, size: number): string {
  return `${canonicalJson({ format: EXPORT_FORMAT, origin, size })}\n`;
}

/**
 * @param index the leaf's place in the tree, from 0. @returns its line of the export, with its newline; the text of
 * `entry` in it is, byte for byte, the content of the leaf.
 */
export function exportLine(index: number, entry: CanonicalValue): string {
  return `{"index":${canonicalJson(index)},"entry":${canonicalJson(entry)}}\n`;
}
