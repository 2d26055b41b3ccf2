import net from 'node:net';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Names of address ranges that the HTTP server knows. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses, networks (10.0.0.0/8) or names of ranges; a network of everybody is none. */
export function IsProxyList(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => Array.isArray(value) && value.every(isProxy);
  return ValidateBy({ name: 'isProxyList', validator: { validate } }, options);
}

function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits, ...more] = value.split('/');
  const version = net.isIP(address);
  if (bits === undefined) return version > 0 || RANGES.includes(value);
  const most = version === 6 ? 128 : 32;
  return version > 0 && more.length === 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most;
}
