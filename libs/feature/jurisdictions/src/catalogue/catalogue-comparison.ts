import { type Day } from '#libs/domain/kernel';
import { type Territory, type TerritoryName, spellingKey } from '#libs/domain/jurisdiction';
import { type CatalogueFault } from './catalogue-fault.js';
import { type CatalogueUnit } from './official-catalogue.js';

/** A province or commune as it is known on the catalogue's day. */
export interface KnownUnit {
  readonly territory: Territory;
  /** Its code, name and type on that day. */
  readonly name: TerritoryName;
  /** Of a commune: the code of its province on that day. */
  readonly provinceCode?: string;
}

export interface AlteredUnit {
  readonly kind: 'renamed' | 'retyped' | 'recoded';
  readonly known: KnownUnit;
  readonly unit: CatalogueUnit;
}

export type CatalogueChange =
  | AlteredUnit
  | { readonly kind: 'added'; readonly unit: CatalogueUnit }
  | { readonly kind: 'vanished'; readonly known: KnownUnit };

export interface CatalogueComparison {
  readonly changes: readonly CatalogueChange[];
  readonly faults: readonly CatalogueFault[];
  /** Names that differ only in where the tone is written (hoà, hòa) or in the apostrophe: left as they are. */
  readonly respelled: number;
}

const keyOf = (level: string, code: string): string => `${level} ${code}`;

const fault = (unit: CatalogueUnit, code: CatalogueFault['code'], facts: CatalogueFault['facts']): CatalogueFault => ({
  file: unit.file,
  line: unit.line,
  code,
  facts,
});

class Comparison {
  readonly changes: CatalogueChange[] = [];
  readonly faults: CatalogueFault[] = [];
  respelled = 0;
  private readonly added: CatalogueUnit[] = [];
  private readonly unseen: Map<string, KnownUnit>;

  constructor(
    known: readonly KnownUnit[],
    private readonly units: readonly CatalogueUnit[],
    private readonly day: Day,
  ) {
    this.unseen = new Map(known.map((one) => [keyOf(one.territory.level, one.name.code), one]));
  }

  run(): CatalogueComparison {
    for (const unit of this.units) this.compare(unit);
    this.pairRecoded();
    this.changes.push(...this.added.map((unit) => ({ kind: 'added' as const, unit })));
    this.changes.push(...[...this.unseen.values()].map((known) => ({ kind: 'vanished' as const, known })));
    this.refuseProvinces();
    this.refuseEmptyProvinces();
    this.refuseFirstDays();
    return { changes: this.changes, faults: this.faults, respelled: this.respelled };
  }

  private compare(unit: CatalogueUnit): void {
    const key = keyOf(unit.level, unit.code);
    const known = this.unseen.get(key);
    if (!known) {
      this.added.push(unit);
      return;
    }
    this.unseen.delete(key);
    if (known.provinceCode !== unit.provinceCode) {
      const facts = { name: unit.name, from: known.provinceCode ?? '', to: unit.provinceCode ?? '' };
      this.faults.push(fault(unit, 'province-changed', facts));
      return;
    }
    const { name, unitType } = known.name;
    if (spellingKey(name) === spellingKey(unit.name)) this.respelled += name === unit.name ? 0 : 1;
    else this.changes.push({ kind: unitType === unit.unitType ? 'renamed' : 'retyped', known, unit });
  }

  /** A code that went and a code that came, with the same name in the same province, are one unit. */
  private pairRecoded(): void {
    const placeOf = (level: string, provinceCode: string | undefined, name: string): string =>
      `${level} ${provinceCode ?? ''} ${spellingKey(name)}`;
    const byPlace = new Map(
      [...this.unseen].map(([key, known]) => [
        placeOf(known.territory.level, known.provinceCode, known.name.name),
        { key, known },
      ]),
    );
    for (const unit of this.added.splice(0)) {
      const place = placeOf(unit.level, unit.provinceCode, unit.name);
      const gone = byPlace.get(place);
      if (gone) {
        byPlace.delete(place);
        this.unseen.delete(gone.key);
        this.changes.push({ kind: 'recoded', known: gone.known, unit });
      } else this.added.push(unit);
    }
  }

  /** A catalogue does not say what merged into what. */
  private refuseProvinces(): void {
    for (const change of this.changes) {
      if (change.kind === 'added' && change.unit.level === 'province') {
        this.faults.push(fault(change.unit, 'province-added', { code: change.unit.code, name: change.unit.name }));
      }
      if (change.kind === 'vanished' && change.known.territory.level === 'province') {
        this.faults.push(this.faultOfFile('province', 'province-vanished', change.known));
      }
    }
  }

  /** A catalogue is whole: a province without a commune means that half a file was given. */
  private refuseEmptyProvinces(): void {
    const filled = new Set(this.units.map(({ provinceCode }) => provinceCode));
    for (const unit of this.units) {
      if (unit.level !== 'province' || filled.has(unit.code)) continue;
      this.faults.push(fault(unit, 'province-empty', { code: unit.code, name: unit.name }));
    }
  }

  /** A territory is recognised by its first code and day, and cannot end before it began. */
  private refuseFirstDays(): void {
    for (const change of this.changes) {
      if (change.kind !== 'recoded' && change.kind !== 'vanished') continue;
      if (change.known.territory.validFrom < this.day) continue;
      this.faults.push(this.faultOfFile(change.known.territory.level, 'changed-on-first-day', change.known));
    }
  }

  private faultOfFile(level: string, code: CatalogueFault['code'], known: KnownUnit): CatalogueFault {
    const file = this.units.find((unit) => unit.level === level)?.file ?? '';
    return { file, line: 1, code, facts: { code: known.name.code, name: known.name.name } };
  }
}

/**
 * Compares the catalogue of a day with the provinces and communes known on that day.
 * @returns what would change, and what forbids changing anything.
 */
export function compareCatalogue(
  known: readonly KnownUnit[],
  units: readonly CatalogueUnit[],
  day: Day,
): CatalogueComparison {
  return new Comparison(known, units, day).run();
}
