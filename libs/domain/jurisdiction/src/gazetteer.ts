import { type Day, DomainError } from '#libs/domain/kernel';
import { bareName, foldName, spellingKey, writeOutUnitWord } from './place-name.js';
import { type Territory, type TerritoryLevel, type TerritoryName, nameOn } from './territory.js';
import { type TerritoryTree } from './territory-tree.js';
import { validOn } from './validity.js';

const DOWNWARD: readonly TerritoryLevel[] = ['nation', 'province', 'district', 'commune'];
const ALL_DIGITS = /^\s*\d+\s*$/;
const WHOLE_COUNTRY = ['cả nước', 'toàn quốc'];
const MOST_SHOWN = 12;

type MatchKind = 'code' | 'spelling' | 'folded';
const KEY_OF: Record<MatchKind, (text: string) => string> = {
  code: (text) => text.trim().toLowerCase(),
  spelling: spellingKey,
  folded: foldName,
};
/** The name itself, then what lies above it. */
const partsOf = (text: string): [string, ...string[]] => {
  const [head = '', ...above] = text.split(/[,()]/).map((part) => part.trim());
  return [head, ...above.filter((part) => part !== '')];
};

const KINDS: readonly MatchKind[] = ['code', 'spelling', 'folded'];

/** Finds territories by what people call them: code, full name, bare name, with or without diacritics. */
export class Gazetteer {
  private readonly namesById = new Map<number, TerritoryName[]>();
  private readonly idsByKey = new Map<string, Set<number>>();

  constructor(
    private readonly tree: TerritoryTree,
    names: readonly TerritoryName[],
  ) {
    for (const row of names) {
      const rows = this.namesById.get(row.territoryId);
      if (rows) rows.push(row);
      else this.namesById.set(row.territoryId, [row]);
      this.file('code', row.code, row.territoryId);
      for (const text of [row.name, bareName(row.name)]) this.fileName(text, row.territoryId);
    }
    for (const root of tree.roots()) for (const text of WHOLE_COUNTRY) this.fileName(text, root.id);
  }

  private fileName(text: string, id: number): void {
    this.file('spelling', text, id);
    this.file('folded', text, id);
  }

  private file(kind: MatchKind, text: string, id: number): void {
    const key = `${kind}:${KEY_OF[kind](text)}`;
    const ids = this.idsByKey.get(key);
    if (ids) ids.add(id);
    else this.idsByKey.set(key, new Set([id]));
  }

  /** @returns the code, name and type that the territory had on that day (its first ones before its first day). */
  nameOn(territory: Territory, day: Day): TerritoryName {
    const rows = this.namesById.get(territory.id) ?? [];
    const { id: territoryId, validFrom, code, name, unitType } = territory;
    return nameOn(rows, day) ?? nameOn(rows, validFrom) ?? { territoryId, validFrom, code, name, unitType };
  }

  /** @returns the name and those above it on that day, such as `Xã Tân Phú (Tỉnh Đồng Nai)`; without the nation. */
  labelOf(territory: Territory, day: Day): string {
    const above = this.tree.ancestorsOf(territory.id).filter((unit) => unit.level !== 'nation' && validOn(unit, day));
    const places = above.map((unit) => this.nameOn(unit, day).name).join(', ');
    const { name } = this.nameOn(territory, day);
    return places === '' ? name : `${name} (${places})`;
  }

  /**
   * Finds one territory in force on that day. What lies above narrows, after a comma or in brackets as in a label
   * (`Bắc Quang, Hà Giang`); of equal names the higher level is meant (Đồng Tháp the province, not the commune).
   * @param text code, or full or bare name, with or without diacritics, or a name it bore at another time.
   * @throws DomainError `territory.ambiguous` (facts.candidates: labels that are not), `territory.not-in-force`
   * (facts.partOf: what holds its ground on that day), `territory.not-found`.
   */
  get(text: string, day: Day): Territory {
    const matches = this.matching(text);
    const inForce = matches.filter((territory) => validOn(territory, day));
    const [found, ...others] = this.meant(text, inForce, day);
    if (!found) throw this.notFound(text, matches[0], day);
    if (others.length === 0) return found;
    const candidates = [found, ...others].slice(0, MOST_SHOWN).map((territory) => this.labelOf(territory, day));
    throw new DomainError('territory.ambiguous', 'malformed', { text, day, count: others.length + 1, candidates });
  }

  /**
   * @param level as codes of another level may look alike. @throws DomainError `territory.not-found`,
   * `territory.not-in-force` when the code was borne on another day only.
   */
  getByCode(code: string, level: TerritoryLevel, day: Day): Territory {
    const bearers = this.narrowed(this.idsOf('code', code), []).filter((territory) => territory.level === level);
    const inForce = bearers.filter((territory) => validOn(territory, day));
    const [found] = this.meant(code, inForce, day);
    if (!found) throw this.notFound(code, bearers[0], day);
    return found;
  }

  /** @returns every territory of any time that the text may mean: the closest kind of match only, higher levels first. */
  matching(text: string): Territory[] {
    const [head, ...above] = partsOf(text);
    const kinds = ALL_DIGITS.test(head) ? KINDS.slice(0, 1) : KINDS;
    const found = kinds.map((kind) => this.narrowed(this.idsOf(kind, head), above)).find((some) => some.length > 0);
    const rank = ({ level }: Territory): number => DOWNWARD.indexOf(level);
    return (found ?? []).sort((a, b) => rank(a) - rank(b) || (a.validFrom > b.validFrom ? -1 : 1));
  }

  private narrowed(ids: Iterable<number>, above: readonly string[]): Territory[] {
    const territories = [...ids].map((id) => this.tree.get(id));
    return territories.filter((territory) => above.every((part) => this.liesIn(territory, part)));
  }

  private idsOf(kind: MatchKind, text: string): ReadonlySet<number> {
    const keys = [text, writeOutUnitWord(text)].map((written) => `${kind}:${KEY_OF[kind](written)}`);
    return keys.map((key) => this.idsByKey.get(key)).find((ids) => ids !== undefined) ?? new Set();
  }

  private liesIn(territory: Territory, part: string): boolean {
    const ids = new Set([...this.idsOf('code', part), ...this.idsOf('folded', part)]);
    return this.tree.ancestorsOf(territory.id).some((above) => ids.has(above.id));
  }

  /** Of the highest level, those that bear the name or code on that very day; else all of that level. */
  private meant(text: string, inForce: readonly Territory[], day: Day): readonly Territory[] {
    const highest = inForce.filter((territory) => territory.level === inForce[0]?.level);
    const [head] = partsOf(text);
    const wanted = [head.trim().toLowerCase(), foldName(head), foldName(writeOutUnitWord(head))];
    const bearing = highest.filter((territory) => {
      const { code, name } = this.nameOn(territory, day);
      return [code.toLowerCase(), foldName(name), foldName(bareName(name))].some((key) => wanted.includes(key));
    });
    return bearing.length > 0 ? bearing : highest;
  }

  private notFound(text: string, other: Territory | undefined, day: Day): DomainError {
    if (!other) return new DomainError('territory.not-found', 'not-found', { territory: text, day });
    const { validFrom, validTo } = other;
    const holder = this.tree.ancestorsOf(other.id).find((above) => validOn(above, day) && above.level !== 'nation');
    return new DomainError('territory.not-in-force', 'not-found', {
      territory: text,
      day,
      name: this.labelOf(other, validFrom),
      validFrom,
      validTo,
      partOf: holder && this.nameOn(holder, day).name,
    });
  }
}
