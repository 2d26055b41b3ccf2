import { createHash } from 'node:crypto';

/**
 * An identifier that follows from what it names, so that a repeated request or import gives the same one.
 * @param parts what makes it unique, in a fixed order.
 * @returns a UUID of version 8 (RFC 9562).
 */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
