import { type Day } from '#libs/domain/kernel';
import { type Validity } from './validity.js';

export type TerritoryLevel = 'nation' | 'province' | 'district' | 'commune';

/** tỉnh, thành phố trực thuộc trung ương | quận, huyện, thị xã, thành phố | phường, xã, thị trấn, đặc khu. */
export type UnitType =
  | 'nation'
  | 'province'
  | 'municipality'
  | 'urban-district'
  | 'rural-district'
  | 'town'
  | 'city'
  | 'ward'
  | 'commune'
  | 'township'
  | 'special-zone';

/**
 * A piece of the country. Its code, name and type are those of its last day; what they were on an earlier day is in
 * its `TerritoryName` rows. The code alone is no key: codes are used again for other ground.
 */
export interface Territory extends Validity {
  readonly id: number;
  readonly code: string;
  readonly level: TerritoryLevel;
  readonly name: string;
  readonly unitType: UnitType;
  readonly parentId?: number;
}

/** What a territory was called from a day on, until its next row; `decree` is absent where the source names none. */
export interface TerritoryName {
  readonly territoryId: number;
  readonly validFrom: Day;
  readonly code: string;
  readonly name: string;
  readonly unitType: UnitType;
  readonly decree?: string;
}

/** `unstated`: the source names the successor, not whether all of the old unit went there. */
export type SuccessionExtent = 'whole' | 'part' | 'unstated';

/** Ground that passed from one territory to another, `effectiveOn` being the successor's first day. */
export interface TerritorySuccession {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly extent: SuccessionExtent;
  readonly effectiveOn: Day;
  readonly decree?: string;
}

/** @param names rows of one territory, in any order. @returns the row in force on that day, if the first has begun. */
export function nameOn(names: readonly TerritoryName[], day: Day): TerritoryName | undefined {
  return names.reduce<TerritoryName | undefined>(
    (last, row) => (row.validFrom <= day && (!last || row.validFrom >= last.validFrom) ? row : last),
    undefined,
  );
}
