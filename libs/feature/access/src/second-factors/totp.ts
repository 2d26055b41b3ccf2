import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 4226: at least 128 bits, 160 recommended. */
const SECRET_BYTES = 20;
const DIGITS = 6;
const STEP_IN_SECONDS = 30;
/** Half a minute of a clock that goes wrong, and as much for typing (RFC 6238 §5.2). */
const STEPS_EITHER_WAY = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE = /^\d{6}$/;
const ISSUER = 'TheoÁn';

/** @returns the bytes in base 32 (RFC 4648), without padding, as code apps read it. */
export function toBase32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** @returns a new secret of 160 random bits in base 32. */
export const newTotpSecret = (): string => toBase32(randomBytes(SECRET_BYTES));

/** @returns the address that a code app reads from a QR code. */
export function totpUri(secret: string, username: string): string {
  const issuer = encodeURIComponent(ISSUER);
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${secret}&issuer=${issuer}`;
}

/** @returns the half minute of an instant, counted from 1970. */
export const stepAt = (instant: Date): number => Math.floor(instant.getTime() / 1_000 / STEP_IN_SECONDS);

/** @returns the code of a half minute: RFC 4226 with SHA-1, the only hash that every app knows, six digits. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** @returns the half minute, of the three around the instant, whose code this is. */
export function findStepOf(secret: string, code: string, instant: Date): number | undefined {
  if (!CODE.test(code)) return undefined;
  const now = stepAt(instant);
  const steps = Array.from({ length: 2 * STEPS_EITHER_WAY + 1 }, (_, index) => now - STEPS_EITHER_WAY + index);
  return steps.filter((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))).at(-1);
}
