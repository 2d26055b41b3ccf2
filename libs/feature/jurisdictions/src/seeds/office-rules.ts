import { type Day } from '#libs/domain/kernel';
import { AGENCIES, type Agency, OFFICE_TIERS, type OfficeTier } from '#libs/domain/jurisdiction';
import { type SeedNode, readSeedFile } from './seed-node.js';

/** One kind of office over all territories of a tier; the patterns are told in `database/seeds/offices/offices.yaml`. */
export interface OfficeRule {
  readonly prefix: string;
  readonly suffix?: string;
  readonly namePattern: string;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly agency: Agency;
  readonly from?: Day;
  readonly until?: Day;
  readonly onlyBorder: boolean;
  readonly passesTo?: OfficeTier;
  readonly decree?: string;
}

export interface OfficeRules {
  readonly centre: readonly { code: string; name: string; agency: Agency }[];
  readonly province: readonly OfficeRule[];
  readonly region: readonly OfficeRule[];
  readonly district: readonly OfficeRule[];
  readonly commune: readonly OfficeRule[];
}

const rule = (row: SeedNode): OfficeRule => ({
  prefix: row.text('prefix'),
  suffix: row.optionalText('suffix'),
  namePattern: row.text('name'),
  nameOf: row.textsByKey('nameOf'),
  agency: row.word('agency', AGENCIES),
  from: row.optionalDay('from'),
  until: row.optionalDay('until'),
  onlyBorder: row.flag('onlyBorder', false),
  passesTo: row.optionalText('passesTo') === undefined ? undefined : row.word('passesTo', OFFICE_TIERS),
  decree: row.optionalText('mergedBy') ?? row.optionalText('decree'),
});

/** The file below `database/seeds` that `readOfficeRules` reads. */
export const OFFICE_FILE = 'offices/offices.yaml';

/** @returns the rules of `database/seeds/offices/offices.yaml`. @throws DomainError `seed.faulty`, `seed.absent`. */
export function readOfficeRules(): OfficeRules {
  const file = readSeedFile(OFFICE_FILE);
  return {
    centre: file.list('centre').map((row) => ({
      code: row.text('code'),
      name: row.text('name'),
      agency: row.word('agency', AGENCIES),
    })),
    province: file.list('province').map(rule),
    region: file.list('region').map(rule),
    district: file.list('district').map(rule),
    commune: file.list('commune').map(rule),
  };
}
