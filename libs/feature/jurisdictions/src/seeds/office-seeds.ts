import { type Day, DomainError, addDays, laterOf } from '#libs/domain/kernel';
import { type Office, type Validity, bareName, validOn } from '#libs/domain/jurisdiction';
import { type OfficeRule, type OfficeRules } from './office-rules.js';
import { type TerritorySeed, lastNameOf } from './territory-seeds.js';

/** An office before it has an id; its code is its key. */
export interface OfficeSeed extends Omit<Office, 'id' | 'territoryId' | 'successorId'> {
  readonly territoryKey: string;
  readonly passesTo?: { readonly code: string; readonly effectiveOn: Day; readonly decree?: string };
  /** Named ground; absent when the ground is the subtree of the office's territory. */
  readonly ground?: readonly (Validity & { readonly territoryKey: string })[];
}

/** Which territories the rules leave out or let in, by key. */
export interface OfficeLimits {
  readonly withBorder: ReadonlySet<string>;
  readonly withoutOffices: ReadonlySet<string>;
}

/** @returns the code of a rule's office of a territory: prefix, code, CU for a merged province, suffix. */
function codeOf(rule: OfficeRule, seed: TerritorySeed): string {
  const ended = seed.level === 'province' && seed.validTo !== undefined ? 'CU' : undefined;
  return [rule.prefix, lastNameOf(seed).code.toUpperCase(), ended, rule.suffix].filter(Boolean).join('-');
}

function nameOf(rule: OfficeRule, seed: TerritorySeed): string {
  const { code, name } = lastNameOf(seed);
  const pattern = rule.nameOf.get(code) ?? rule.namePattern;
  return pattern.replace('{unit}', name.charAt(0).toLowerCase() + name.slice(1)).replace('{place}', bareName(name));
}

/** @returns the days on which both the territory and the rule hold, or `undefined` when there is none. */
function datesOf(rule: OfficeRule, seed: TerritorySeed): Validity | undefined {
  const validFrom = laterOf(seed.validFrom, rule.from ?? seed.validFrom);
  const ends = [seed.validTo, rule.until].filter((day) => day !== undefined).sort();
  const validTo = ends[0];
  return validTo !== undefined && validTo < validFrom ? undefined : { validFrom, validTo };
}

class OfficeSeedBuilder {
  private readonly byKey: ReadonlyMap<string, TerritorySeed>;
  private readonly nation: TerritorySeed;

  constructor(
    private readonly rules: OfficeRules,
    private readonly territories: readonly TerritorySeed[],
    private readonly limits: OfficeLimits,
  ) {
    this.byKey = new Map(territories.map((seed) => [seed.key, seed]));
    const nation = territories.find(({ level }) => level === 'nation');
    if (!nation) throw new DomainError('seed.reference-unknown', 'malformed', { reference: 'nation' });
    this.nation = nation;
  }

  build(): OfficeSeed[] {
    const provinces = this.territories.filter(({ level }) => level === 'province');
    const standing = provinces.filter(({ validTo }) => validTo === undefined);
    const of = (level: TerritorySeed['level']): TerritorySeed[] =>
      this.territories.filter((seed) => seed.level === level && !this.limits.withoutOffices.has(seed.key));
    return [
      ...this.centre(),
      ...this.each('province', this.rules.province, provinces),
      ...this.each('region', this.rules.region, standing).map((office) => this.withGround(office)),
      ...this.each('district', this.rules.district, of('district')),
      ...this.each('commune', this.rules.commune, of('commune')),
    ];
  }

  private centre(): OfficeSeed[] {
    const { key: territoryKey, validFrom } = this.nation;
    return this.rules.centre.map((row) => ({ ...row, tier: 'centre', territoryKey, validFrom }));
  }

  private each(tier: OfficeSeed['tier'], rules: readonly OfficeRule[], seeds: readonly TerritorySeed[]): OfficeSeed[] {
    return rules.flatMap((rule) => seeds.flatMap((seed) => this.officeOf(tier, rule, seed) ?? []));
  }

  private officeOf(tier: OfficeSeed['tier'], rule: OfficeRule, seed: TerritorySeed): OfficeSeed | undefined {
    const dates = datesOf(rule, seed);
    if (!dates || (rule.onlyBorder && !this.limits.withBorder.has(seed.key))) return undefined;
    return {
      code: codeOf(rule, seed),
      name: nameOf(rule, seed),
      agency: rule.agency,
      tier,
      territoryKey: seed.key,
      ...dates,
      passesTo: dates.validTo && this.successorOf(tier, rule, seed, addDays(dates.validTo, 1)),
    };
  }

  /** The office of the same kind at the province, or its region, that stands on the day the work passes on. */
  private successorOf(
    tier: OfficeSeed['tier'],
    rule: OfficeRule,
    seed: TerritorySeed,
    effectiveOn: Day,
  ): OfficeSeed['passesTo'] {
    const heirTier = rule.passesTo ?? (tier === 'province' ? tier : undefined);
    if (!heirTier) return undefined;
    const heirs = heirTier === 'region' ? this.rules.region : this.rules.province;
    const heir = heirs.find(({ agency }) => agency === rule.agency);
    const province = this.provinceOn(seed, effectiveOn);
    if (!heir || !province) {
      throw new DomainError('seed.successor-unknown', 'malformed', { tier: heirTier, agency: rule.agency });
    }
    return { code: codeOf(heir, province), effectiveOn, decree: rule.decree };
  }

  private provinceOn(seed: TerritorySeed, day: Day): TerritorySeed | undefined {
    if (seed.level === 'province' && validOn(seed, day)) return seed;
    const parent = seed.parentKey === undefined ? undefined : this.byKey.get(seed.parentKey);
    return parent && this.provinceOn(parent, day);
  }

  /** The communes of the office's province at any time since its first day, each from when both stand. */
  private withGround(office: OfficeSeed): OfficeSeed {
    const { territoryKey, validFrom: since } = office;
    const communes = this.territories.filter(
      ({ parentKey, level, validTo }) =>
        parentKey === territoryKey && level === 'commune' && (validTo === undefined || validTo >= since),
    );
    const ground = communes.map(({ key, validFrom, validTo }) => {
      return { territoryKey: key, validFrom: laterOf(validFrom, since), validTo };
    });
    return { ...office, ground };
  }
}

/** @returns the offices that the rules make of the territories. @throws DomainError `seed.*` when they do not fit. */
export function buildOfficeSeeds(
  rules: OfficeRules,
  territories: readonly TerritorySeed[],
  limits: OfficeLimits,
): OfficeSeed[] {
  return new OfficeSeedBuilder(rules, territories, limits).build();
}
