import path from 'node:path';
import { ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';

const CONTROL = /\p{Cc}/u;

const isAbsoluteFile = (value: unknown): boolean =>
  typeof value === 'string' && path.isAbsolute(value) && !CONTROL.test(value) && !/[\\/]$/.test(value);

/** The whole path of a file. */
export function IsKeyFile(options: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isKeyFile', validator: { validate: isAbsoluteFile } }, options);
}

/** A program by its whole path, and its parameters: nothing is looked for in a PATH, nothing is read by a shell. */
export function IsCommand(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => Array.isArray(value) && isAbsoluteFile(value[0]);
  return ValidateBy({ name: 'isCommand', validator: { validate } }, options);
}

/** A vault is opened by a file or by a command, never by both. */
export function IsOnlyKey(options: ValidationOptions): PropertyDecorator {
  const validate = (_: unknown, args?: ValidationArguments): boolean => {
    const settings = args?.object;
    return settings === undefined || !('vaultKeyFile' in settings) || settings.vaultKeyFile === undefined;
  };
  return ValidateBy({ name: 'isOnlyKey', validator: { validate } }, options);
}
