import net from 'node:net';
import { ValidateBy, type ValidationOptions } from 'class-validator';

const isOrigin = (value: unknown): boolean => {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { origin, protocol, hostname } = new URL(value);
  if (origin !== value || net.isIP(hostname.replace(/^\[|\]$/g, '')) > 0) return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
};

/**
 * Scheme, host name and port, and nothing behind: https, or http on this machine. No address: security keys are bound to
 * names.
 */
export function IsPublicOrigin(options: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isPublicOrigin', validator: { validate: isOrigin } }, options);
}
