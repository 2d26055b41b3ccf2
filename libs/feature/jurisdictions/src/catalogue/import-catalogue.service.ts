import { Injectable } from '@nestjs/common';
import { type Day, DomainError, addDays } from '#libs/domain/kernel';
import { type Territory, type TerritoryName, TerritoryTree, nameOn, validOn } from '#libs/domain/jurisdiction';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { JurisdictionDirectory } from '../jurisdiction-directory.js';
import { type OfficeChanges, OfficeKeeper } from '../office-keeper.js';
import { storedSeeds } from '../stored-seeds.js';
import { TerritoryRepository } from '../territory.repository.js';
import {
  type AlteredUnit,
  type CatalogueChange,
  type CatalogueComparison,
  type KnownUnit,
  compareCatalogue,
} from './catalogue-comparison.js';
import { type CatalogueFiles, type CatalogueUnit, readOfficialCatalogue } from './official-catalogue.js';

export interface CatalogueImport extends CatalogueFiles {
  /** The first day on which the catalogue holds. */
  readonly effectiveOn: Day;
  /** The act behind the changes; kept with every row of history that the import writes. */
  readonly decree?: string;
  /** Compare only. */
  readonly dryRun: boolean;
}

/** What the catalogue says and what was done about it. With a fault nothing is done. */
export interface CatalogueReport extends CatalogueComparison {
  readonly applied: boolean;
  /** Offices that came and went with their communes; absent when nothing was applied. */
  readonly offices?: OfficeChanges;
}

/** Brings the official catalogue of a day into the history of the territories. */
@Injectable()
export class ImportCatalogue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly territories: TerritoryRepository,
    private readonly keeper: OfficeKeeper,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /** All or nothing; the same catalogue again changes nothing. */
  async run(request: CatalogueImport): Promise<CatalogueReport> {
    const { units, faults } = await readOfficialCatalogue(request);
    if (faults.length > 0) return { changes: [], faults, respelled: 0, applied: false };
    const report = await this.unitOfWork.run(async (tx) => {
      await this.territories.lock(tx);
      const known = await this.knownOn(tx, request.effectiveOn);
      const comparison = compareCatalogue(known, units, request.effectiveOn);
      const isToApply = !request.dryRun && comparison.faults.length === 0 && comparison.changes.length > 0;
      if (!isToApply) return { ...comparison, applied: false };
      return { ...comparison, applied: true, offices: await this.apply(tx, comparison.changes, request) };
    });
    if (report.applied) await this.directory.refresh();
    return report;
  }

  private async knownOn(tx: Tx, day: Day): Promise<KnownUnit[]> {
    const territories = await this.territories.listTerritories(tx);
    const names = new Map<number, TerritoryName[]>();
    for (const name of await this.territories.listNames(tx)) {
      names.set(name.territoryId, [...(names.get(name.territoryId) ?? []), name]);
    }
    const tree = new TerritoryTree(territories);
    const provinceCode = ({ id }: Territory): string | undefined => {
      const province = tree.ancestorsOf(id).find((above) => above.level === 'province' && validOn(above, day));
      return province && nameOn(names.get(province.id) ?? [], day)?.code;
    };
    return territories
      .filter((territory) => ['province', 'commune'].includes(territory.level) && validOn(territory, day))
      .flatMap((territory) => {
        const name = nameOn(names.get(territory.id) ?? [], day);
        return name ? [{ territory, name, provinceCode: provinceCode(territory) }] : [];
      });
  }

  private async apply(tx: Tx, changes: readonly CatalogueChange[], request: CatalogueImport): Promise<OfficeChanges> {
    const isAltered = (change: CatalogueChange): change is AlteredUnit => 'known' in change && 'unit' in change;
    for (const { known, unit } of changes.filter(isAltered)) {
      await this.territories.setName(tx, nameRow(unit, known.territory.id, request));
    }
    const added = changes.flatMap((change) => (change.kind === 'added' ? [change.unit] : []));
    await this.add(tx, added, request);
    const gone = changes.flatMap((change) => (change.kind === 'vanished' ? [change.known.territory.id] : []));
    await this.territories.end(tx, gone, addDays(request.effectiveOn, -1));
    await this.territories.raiseRevision(tx);
    const [territories, names] = [await this.territories.listTerritories(tx), await this.territories.listNames(tx)];
    return this.keeper.keep(tx, storedSeeds(territories, names));
  }

  private async add(tx: Tx, units: readonly CatalogueUnit[], request: CatalogueImport): Promise<void> {
    if (units.length === 0) return;
    const provinces = (await this.knownOn(tx, request.effectiveOn)).filter(
      ({ territory }) => territory.level === 'province',
    );
    const idByCode = new Map(provinces.map(({ territory, name }) => [name.code, territory.id]));
    const ids = await this.territories.allotIds(tx, units.length);
    const territories = units.map(({ code, level, name, unitType, provinceCode }, index): Territory => {
      const parentId = idByCode.get(provinceCode ?? '');
      if (parentId === undefined) throw new DomainError('territory.parent-unknown', 'malformed', { code });
      return { id: ids[index] ?? 0, code, level, name, unitType, validFrom: request.effectiveOn, parentId };
    });
    await this.territories.add(tx, territories);
    const names = units.map((unit, index) => nameRow(unit, ids[index] ?? 0, request));
    await this.territories.addNames(tx, names);
  }
}

function nameRow(unit: CatalogueUnit, territoryId: number, { effectiveOn, decree }: CatalogueImport): TerritoryName {
  const { code, name, unitType } = unit;
  return { territoryId, validFrom: effectiveOn, code, name, unitType, decree };
}
