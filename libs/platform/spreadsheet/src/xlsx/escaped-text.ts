const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const NEEDS_ESCAPE = /[\u0000-\u0008\u000b-\u001f]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Undoes `_x000D_`: a workbook writes so what XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The reverse of `decodeEscapes`. */
export function encodeEscapes(text: string): string {
  return text.replace(
    NEEDS_ESCAPE,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
