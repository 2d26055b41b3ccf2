import type { Day } from '#libs/domain/kernel';
import {
  Gazetteer,
  type Office,
  type OfficeCoverage,
  OfficeRegister,
  type OfficeTier,
  type Territory,
  type TerritoryName,
  type TerritorySuccession,
  TerritoryTree,
} from '#libs/domain/jurisdiction';

export interface JurisdictionRows {
  readonly territories: readonly Territory[];
  readonly names: readonly TerritoryName[];
  readonly successions: readonly TerritorySuccession[];
  readonly offices: readonly Office[];
  readonly coverage: readonly OfficeCoverage[];
}

/** All territories and offices of all times as they stood at one reading; it never changes. */
export class JurisdictionMap {
  readonly tree: TerritoryTree;
  readonly gazetteer: Gazetteer;
  readonly offices: OfficeRegister;
  readonly successions: readonly TerritorySuccession[];
  private readonly officeIdsByTerritory = new Map<number, ReadonlySet<number>>();

  /** @throws DomainError `territory.*` when the rows are no tree. */
  constructor(rows: JurisdictionRows) {
    this.tree = new TerritoryTree(rows.territories);
    this.gazetteer = new Gazetteer(this.tree, rows.names);
    this.offices = new OfficeRegister(rows.offices, rows.coverage, this.tree);
    this.successions = rows.successions;
  }

  /** @returns the tier of whoever does an office's work on that day, and the province in whose borders of the day it stands. */
  seatOf(officeId: number, day: Day): { readonly tier: OfficeTier; readonly provinceId?: number } | undefined {
    const office = this.offices.find(officeId);
    if (!office) return undefined;
    const { territoryId, tier } = this.offices.successorOf(office, day) ?? office;
    const path = [this.tree.get(territoryId), ...this.tree.ancestorsOf(territoryId)];
    const province = path.find(({ level }) => level === 'province');
    return { tier, ...(province ? { provinceId: province.id } : {}) };
  }

  /** @returns the ids of the offices seated in the territory or below it, of all times. */
  officeIdsIn(territoryId: number): ReadonlySet<number> {
    const known = this.officeIdsByTerritory.get(territoryId);
    if (known) return known;
    const ids = new Set(this.offices.inSubtreeOf(territoryId).map(({ id }) => id));
    this.officeIdsByTerritory.set(territoryId, ids);
    return ids;
  }
}
