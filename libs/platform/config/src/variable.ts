import { Expose, Transform } from 'class-transformer';

/** @returns the environment variable of a property: `httpPort` is HTTP_PORT. */
export const variableName = (property: string): string => property.replace(/[A-Z]/g, '_$&').toUpperCase();

/** A property that is read from its environment variable as text. */
export function Variable(): PropertyDecorator {
  return (target, property) => Expose({ name: variableName(String(property)) })(target, property);
}

/** A property that is read from its environment variable as a list, with commas between. */
export function ListVariable(): PropertyDecorator {
  const toList = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value,
  );
  return (target, property) => {
    Variable()(target, property);
    toList(target, property);
  };
}

const WHOLE_NUMBER = /^\d{1,9}$/;

/** A property that is read from its environment variable as a whole number; any other text stays text, and is refused. */
export function NumberVariable(): PropertyDecorator {
  const toNumber = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value,
  );
  return (target, property) => {
    Variable()(target, property);
    toNumber(target, property);
  };
}

/** A property that is read from its environment variable as a program with its parameters, with spaces between. */
export function CommandVariable(): PropertyDecorator {
  const toWords = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(/\s+/u) : value,
  );
  return (target, property) => {
    Variable()(target, property);
    toWords(target, property);
  };
}
