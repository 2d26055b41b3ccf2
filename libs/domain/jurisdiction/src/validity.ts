import { type Day } from '#libs/domain/kernel';

/** Something that holds from one day to another, both included; without `validTo` it holds still. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/** @returns whether the unit is in force on that day, its first and last day included. */
export const validOn = (unit: Validity, day: Day): boolean =>
  unit.validFrom <= day && (unit.validTo === undefined || day <= unit.validTo);
