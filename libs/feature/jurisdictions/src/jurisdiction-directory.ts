import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Office, type Territory, type TerritoryLevel } from '#libs/domain/jurisdiction';
import { Database } from '#libs/platform/database';
import { JurisdictionMap, type JurisdictionRows } from './jurisdiction-map.js';
import { OfficeRepository } from './office.repository.js';
import { TerritoryRepository } from './territory.repository.js';

/** Another process may have changed the tables; so often is asked whether one did. */
const CHECK_EVERY_MILLISECONDS = 5_000;

/**
 * The territories and offices in memory, for answers without a query. It is read when the application starts and again
 * after every change made by this process; a change by another process is seen within seconds of the next question.
 */
@Injectable()
export class JurisdictionDirectory implements OnModuleInit {
  private readonly log = new Logger(JurisdictionDirectory.name);
  private map?: JurisdictionMap;
  private revision = -1;
  private checkedAt = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly territories: TerritoryRepository,
    private readonly offices: OfficeRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /**
   * Reads the tables again if they changed; what was committed before the call is in memory after it.
   * @throws DatabaseUnavailable, StatementFailed.
   */
  async refresh(): Promise<void> {
    const read = (): Promise<void> => this.read();
    this.reading = this.reading.then(read, read);
    await this.reading;
  }

  /**
   * @returns everything, for questions that the methods below do not answer; keep it no longer than one piece of work.
   * @throws DomainError `jurisdictions.not-loaded` before the application has started.
   */
  get current(): JurisdictionMap {
    if (!this.map) throw new DomainError('jurisdictions.not-loaded', 'conflict');
    if (performance.now() - this.checkedAt > CHECK_EVERY_MILLISECONDS) this.checkBehind();
    return this.map;
  }

  findOffice(id: number): Office | undefined {
    return this.current.offices.find(id);
  }

  /** @throws DomainError `office.not-found`. */
  office(id: number): Office {
    return this.current.offices.get(id);
  }

  findOfficeByCode(code: string): Office | undefined {
    return this.current.offices.findByCode(code);
  }

  /** @throws DomainError `office.not-found`. */
  officeByCode(code: string): Office {
    return this.current.offices.getByCode(code);
  }

  /** @returns who does the office's work on that day: itself, its successor …, or nobody. */
  successorOf(office: Office, day: Day): Office | undefined {
    return this.current.offices.successorOf(office, day);
  }

  findTerritory(id: number): Territory | undefined {
    return this.current.tree.find(id);
  }

  /** @throws DomainError `territory.not-found`. */
  territory(id: number): Territory {
    return this.current.tree.get(id);
  }

  /** @throws DomainError `territory.not-found`, `territory.not-in-force`. */
  territoryByCode(code: string, level: TerritoryLevel, day: Day): Territory {
    return this.current.gazetteer.getByCode(code, level, day);
  }

  /**
   * Finds a territory in force on that day by code or name, with or without diacritics; `Bắc Quang, Hà Giang` narrows.
   * @throws DomainError `territory.ambiguous` (facts.candidates), `territory.not-in-force`, `territory.not-found`.
   */
  territoryNamed(text: string, day: Day): Territory {
    return this.current.gazetteer.get(text, day);
  }

  /** @returns the ids of the offices seated in the territory or below it, of all times: who a roll-up adds together. */
  officeIdsIn(territoryId: number): ReadonlySet<number> {
    return this.current.officeIdsIn(territoryId);
  }

  /** @returns the offices in force on that day whose ground holds the whole territory, nearest seat first. */
  officesCovering(territoryId: number, day: Day): readonly Office[] {
    return this.current.offices.covering(territoryId, day);
  }

  private checkBehind(): void {
    this.checkedAt = performance.now();
    this.refresh().catch((error: unknown) => {
      this.log.warn(
        `territories and offices were not read again: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    });
  }

  private async read(): Promise<void> {
    for (;;) {
      const revision = await this.territories.revision(this.database);
      this.checkedAt = performance.now();
      if (revision === this.revision) return;
      const rows = await this.rows();
      // Five statements see five moments: only when nothing changed between the first and the last they fit together.
      if ((await this.territories.revision(this.database)) !== revision) continue;
      this.map = new JurisdictionMap(rows);
      this.revision = revision;
      return;
    }
  }

  private async rows(): Promise<JurisdictionRows> {
    const [territories, names, successions, offices, coverage] = await Promise.all([
      this.territories.listTerritories(this.database),
      this.territories.listNames(this.database),
      this.territories.listSuccessions(this.database),
      this.offices.listOffices(this.database),
      this.offices.listCoverage(this.database),
    ]);
    return { territories, names, successions, offices, coverage };
  }
}
