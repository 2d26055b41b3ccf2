/** @returns the bytes of a standard Base64 text (RFC 4648 §4); undefined for anything that it would not encode back to. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
