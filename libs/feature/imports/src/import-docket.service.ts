import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { WorkingCalendar } from '#libs/domain/procedure';
import { AppendHistories, FileLogRepository, type PreparedHistory, WorkingDays } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import type { TableSource } from '#libs/platform/spreadsheet';
import { readDocket } from './docket/docket-reading.js';
import { type DocketCounts, DocketTally } from './docket/docket-tally.js';
import type { FileOnRecord } from './docket/earlier-import.js';
import { LiveFile } from './docket/live-file.js';
import type { DocketMatter } from './docket/matter-collection.js';
import { MatterWalker, type OfficeFinder } from './docket/matter-walker.js';
import { type DocketProfile, type DocketRole, ROLES_OF_DOCKET } from './docket/profile.js';
import { SettingOfOffices } from './setting-of-offices.js';

/** Another log, how to understand it, and under whose account it is recorded. */
export interface DocketImport {
  readonly source: TableSource;
  readonly profile: DocketProfile;
  readonly dryRun: boolean;
  readonly recordedBy: string;
}

/** What an import of a docket came to: rows = imported + informational + alreadyThere + refused. */
export interface DocketResult extends DocketCounts {
  readonly headers: readonly string[];
  readonly applied: boolean;
  readonly files: number;
  readonly events: number;
}

const MATTERS_PER_BATCH = 1_000;

class GivenUp extends Error {
  constructor(readonly result: DocketResult) {
    super('nothing is to be stored');
  }
}

/** Imports the event log of another system by a mapping profile: every row is taken over or refused with a reason. */
@Injectable()
export class ImportDocket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly append: AppendHistories,
    private readonly logs: FileLogRepository,
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /**
   * Sound rows are recorded, in one transaction; the others are counted and named. The same log again changes nothing.
   * @throws DomainError `file.*`, `import.profile-columns`, `import.profile-offices`.
   */
  async run(request: DocketImport): Promise<DocketResult> {
    this.requireOffices(request.profile);
    try {
      return await this.unitOfWork.run((tx) => this.runInTx(tx, request), { task: 'record' });
    } catch (error) {
      if (error instanceof GivenUp) return error.result;
      throw error;
    }
  }

  private async runInTx(tx: Tx, request: DocketImport): Promise<DocketResult> {
    await tx.query(`set local statement_timeout = '60min'`);
    const reading = await readDocket(request.source, request.profile);
    const tally = new DocketTally(reading.rows, reading.refused);
    const walker = this.walkerFor(request, await this.workingDays.calendarInTx(tx));
    let [files, events] = [0, 0];
    for (let from = 0; from < reading.matters.length; from += MATTERS_PER_BATCH) {
      const batch = reading.matters.slice(from, from + MATTERS_PER_BATCH);
      const prepared = await this.prepare(tx, batch, walker, tally);
      const grown = prepared.filter((history) => history.events.length > 0);
      files += grown.length;
      events += request.dryRun ? 0 : await this.append.appendInTx(tx, grown);
    }
    const { headers } = reading;
    const result = { ...tally.counts(), headers, files, events, applied: !request.dryRun };
    if (request.dryRun) throw new GivenUp(result);
    return result;
  }

  private walkerFor({ profile, recordedBy }: DocketImport, { isDayOff }: WorkingCalendar): MatterWalker {
    const offices = new SettingOfOffices(this.directory, this.clock.today(), isDayOff);
    return new MatterWalker({
      profile,
      officeIds: officeFinder(profile, this.directory),
      settingFor: (officeId, holder) => offices.settingFor(officeId, holder),
      stamp: { recordedBy, recordedOn: this.clock.today(), recordedAt: this.clock.now() },
    });
  }

  private async prepare(
    tx: Tx,
    batch: readonly DocketMatter[],
    walker: MatterWalker,
    tally: DocketTally,
  ): Promise<PreparedHistory[]> {
    const onRecord = await this.onRecord(tx, walker.idsOf(batch));
    const prepared: PreparedHistory[] = [];
    for (const matter of batch) {
      const known = walker.idsOf([matter]).flatMap((id) => onRecord.get(id) ?? []);
      const events = walker.openEvents(matter, known, tally);
      if (events.length === 0) continue;
      const files = await Promise.all(known.map((file) => this.liveFile(tx, file)));
      prepared.push(...walker.walk({ ...matter, events }, files, tally));
    }
    return prepared;
  }

  /** Files of an earlier import of the same log, locked. */
  private async onRecord(tx: Tx, ids: readonly string[]): Promise<Map<string, FileOnRecord>> {
    const rows = await tx.query<FileOnRecord>(
      `select s.id, s.kind, s.version, f.last_on::text as "lastOn",
         array(select e.command_id::text from event e where e.subject_id = s.id) as "commandIds"
       from subject s join file_state f on f.subject_id = s.id where s.id = any($1::uuid[]) for update of s`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async liveFile(tx: Tx, { id, kind, version }: FileOnRecord): Promise<LiveFile> {
    return new LiveFile(id, kind, version, await this.logs.readInTx(tx, id));
  }

  private requireOffices({ offices, officesByAgency }: DocketProfile): void {
    const codes = [offices, ...Object.values(officesByAgency)].flatMap((roles) => Object.values(roles));
    const unknown = [...new Set(codes)].filter((code) => !this.directory.findOfficeByCode(code));
    if (unknown.length > 0) throw new DomainError('import.profile-offices', 'malformed', { offices: unknown });
  }
}

const officeFinder = (profile: DocketProfile, directory: JurisdictionDirectory): OfficeFinder => {
  const idsOf = (agency: string): Record<DocketRole, number> => {
    const codes = { ...profile.offices, ...profile.officesByAgency[agency] };
    const entries = ROLES_OF_DOCKET.map((role) => [role, directory.officeByCode(codes[role]).id]);
    return Object.fromEntries(entries) as Record<DocketRole, number>;
  };
  const known = new Map<string, Record<DocketRole, number>>();
  return (agency) => {
    const ids = known.get(agency) ?? idsOf(agency);
    known.set(agency, ids);
    return ids;
  };
};
