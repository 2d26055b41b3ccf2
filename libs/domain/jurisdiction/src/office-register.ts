import { type Day, DomainError } from '#libs/domain/kernel';
import { type Office, type OfficeCoverage } from './office.js';
import { type TerritoryTree } from './territory-tree.js';
import { validOn } from './validity.js';

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** All offices of all times, over the tree of their territories. */
export class OfficeRegister {
  private readonly byId: ReadonlyMap<number, Office>;
  private readonly byCode: ReadonlyMap<string, Office>;
  private readonly byTerritory: ReadonlyMap<number, readonly Office[]>;
  private readonly coverageByOffice: ReadonlyMap<number, readonly OfficeCoverage[]>;
  private readonly coverageByTerritory: ReadonlyMap<number, readonly OfficeCoverage[]>;

  constructor(
    readonly offices: readonly Office[],
    coverage: readonly OfficeCoverage[],
    private readonly tree: TerritoryTree,
  ) {
    this.byId = new Map(offices.map((office) => [office.id, office]));
    this.byCode = new Map(offices.map((office) => [office.code, office]));
    this.byTerritory = groupBy(offices, (office) => office.territoryId);
    this.coverageByOffice = groupBy(coverage, (row) => row.officeId);
    this.coverageByTerritory = groupBy(coverage, (row) => row.territoryId);
  }

  find(id: number): Office | undefined {
    return this.byId.get(id);
  }

  findByCode(code: string): Office | undefined {
    return this.byCode.get(code);
  }

  /** @throws DomainError `office.not-found`. */
  get(id: number): Office {
    const office = this.byId.get(id);
    if (!office) throw new DomainError('office.not-found', 'not-found', { office: id });
    return office;
  }

  /** @throws DomainError `office.not-found`. */
  getByCode(code: string): Office {
    const office = this.byCode.get(code);
    if (!office) throw new DomainError('office.not-found', 'not-found', { office: code });
    return office;
  }

  /**
   * @returns the office that does this office's work on that day: itself while it stands, then its successor, the
   * successor's successor …; `undefined` before its first day or when nobody took over.
   * @throws DomainError `office.succession-cycle`.
   */
  successorOf(office: Office, day: Day): Office | undefined {
    if (day < office.validFrom) return undefined;
    const passed = new Set<number>();
    for (let holder: Office | undefined = office; holder; ) {
      if (validOn(holder, day)) return holder;
      if (passed.has(holder.id)) throw new DomainError('office.succession-cycle', 'malformed', { office: holder.code });
      passed.add(holder.id);
      holder = holder.successorId === undefined ? undefined : this.get(holder.successorId);
    }
    return undefined;
  }

  /** @returns the offices seated in the territory or below it, of all times: who a roll-up adds together. */
  inSubtreeOf(territoryId: number): readonly Office[] {
    return this.tree.subtreeOf(territoryId).flatMap(({ id }) => this.byTerritory.get(id) ?? []);
  }

  /** @returns the offices in force on that day whose ground holds the whole territory, nearest seat first. */
  covering(territoryId: number, day: Day): readonly Office[] {
    const path = [this.tree.get(territoryId), ...this.tree.ancestorsOf(territoryId)];
    const named = path.flatMap(({ id }) => this.coverageByTerritory.get(id) ?? []).filter((row) => validOn(row, day));
    const byCoverage = new Set(named.map((row) => row.officeId));
    const seated = path.flatMap(({ id }) => this.byTerritory.get(id) ?? []);
    const covers = ({ id }: Office): boolean => !this.coverageByOffice.has(id) || byCoverage.has(id);
    const elsewhere = [...byCoverage].filter((id) => !seated.some((office) => office.id === id));
    return [...seated.filter(covers), ...elsewhere.map((id) => this.get(id))].filter((office) => validOn(office, day));
  }

  /** @returns the ids of the territories that are the office's ground on that day: its seat, or its named communes. */
  groundOf(office: Office, day: Day): readonly number[] {
    const named = this.coverageByOffice.get(office.id);
    return named ? named.filter((row) => validOn(row, day)).map((row) => row.territoryId) : [office.territoryId];
  }
}
