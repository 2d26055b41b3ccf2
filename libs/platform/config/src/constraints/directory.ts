import path from 'node:path';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A folder of one's own: not the root of the file system, no control characters. */
export function IsDirectory(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    if (typeof value !== 'string' || /\p{Cc}/u.test(value)) return false;
    const absolute = path.resolve(value);
    return absolute !== path.parse(absolute).root;
  };
  return ValidateBy({ name: 'isDirectory', validator: { validate } }, options);
}
