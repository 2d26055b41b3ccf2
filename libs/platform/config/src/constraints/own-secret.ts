import { ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';
import { parseAddress } from './address.js';

/** Passwords that stand in examples and that everybody tries first. */
const PLACEHOLDERS = new Set(['change-me', 'changeme', 'password', 'postgres', 'secret', 'theoan']);

/** In production the address carries no password out of an example. */
export function HasOwnSecret(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown, args?: ValidationArguments): boolean => {
    const password = parseAddress(value)?.password;
    if (!password || !isProduction(args?.object)) return true;
    return !PLACEHOLDERS.has(decoded(password).toLowerCase());
  };
  return ValidateBy({ name: 'hasOwnSecret', validator: { validate } }, options);
}

const isProduction = (settings: object | undefined): boolean =>
  settings !== undefined && 'nodeEnv' in settings && settings.nodeEnv === 'production';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is no escape: the password is meant as it stands.
    return text;
  }
}
