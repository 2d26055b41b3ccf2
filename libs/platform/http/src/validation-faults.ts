import { type ValidationError, getMetadataStorage } from 'class-validator';
import { type ErrorFacts } from '#libs/domain/kernel';
import { type Fault } from './invalid-request.js';

/** Names of a check's parameters, in their order; of a check that is not here none is shown. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  isLength: ['min', 'max'],
  minLength: ['min'],
  maxLength: ['max'],
  min: ['min'],
  max: ['max'],
  isIn: ['choices'],
  arrayMinSize: ['min'],
  arrayMaxSize: ['max'],
};
/** More faults than a person corrects at once; a request with a million wrong fields is not answered with a million. */
const MOST_FAULTS = 100;

const isFact = (value: unknown): value is string | number => ['string', 'number'].includes(typeof value);

function factOf(value: unknown): ErrorFacts[string] {
  if (Array.isArray(value)) return value.map(String);
  return isFact(value) ? value : undefined;
}

/** class-validator hands an error's target, but not what the check was made with: that is in its table of metadata. */
function factsOf(error: ValidationError, check: string): ErrorFacts {
  const names = PARAMETERS[check];
  if (!names || !error.target) return {};
  const metadata = getMetadataStorage().getTargetValidationMetadatas(error.target.constructor, '', true, false);
  const own = metadata.find((one) => one.propertyName === error.property && one.name === check);
  const values = (own?.constraints ?? []) as unknown[];
  return Object.fromEntries(names.map((name, index) => [name, factOf(values[index])]));
}

function faultsAt(error: ValidationError, path: string): Fault[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((check) => ({
    field,
    code: `field.${check}`,
    facts: factsOf(error, check),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsAt(child, field))];
}

/** @returns the faults of all fields, nested ones by their path, at most a hundred. */
export function faultsOf(errors: readonly ValidationError[]): Fault[] {
  return errors.flatMap((error) => faultsAt(error, '')).slice(0, MOST_FAULTS);
}
