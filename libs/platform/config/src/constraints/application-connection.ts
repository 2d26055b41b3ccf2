import { ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';

/** A connection for migrations makes sense only beside one for the application, of another role. */
export function HasApplicationConnection(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown, args?: ValidationArguments): boolean => {
    const settings = args?.object;
    if (settings === undefined || !('databaseUrl' in settings)) return false;
    return settings.databaseUrl !== undefined && settings.databaseUrl !== value;
  };
  return ValidateBy({ name: 'hasApplicationConnection', validator: { validate } }, options);
}
