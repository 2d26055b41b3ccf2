import { ValidateBy, type ValidationOptions } from 'class-validator';
import { parseAddress } from './address.js';

/** The address of a server with one of the protocols (`redis:`), and with a host. */
export function IsServerAddress(protocols: readonly string[], options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    const address = parseAddress(value);
    return address !== undefined && protocols.includes(address.protocol) && address.hostname !== '';
  };
  return ValidateBy({ name: 'isServerAddress', validator: { validate } }, options);
}

/** A database address ends in the name of one database. */
export function NamesDatabase(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    const address = parseAddress(value);
    return address === undefined || /^\/[^/]+$/.test(address.pathname);
  };
  return ValidateBy({ name: 'namesDatabase', validator: { validate } }, options);
}

/** `?options=` would silently win over the role and the time limits that the application sets on its connections. */
export function NoConnectionOptions(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => !parseAddress(value)?.searchParams.has('options');
  return ValidateBy({ name: 'noConnectionOptions', validator: { validate } }, options);
}
