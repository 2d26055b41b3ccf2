import { ValidateIf } from 'class-validator';

/** A field that may be absent. Unlike `IsOptional` it refuses `null`, which would reach the record as a value. */
export const Optional = (): PropertyDecorator => ValidateIf((_target, value: unknown) => value !== undefined);
