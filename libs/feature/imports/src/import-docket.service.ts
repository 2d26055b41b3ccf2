import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import {
  AppendHistories,
  FileLogRepository,
  type PreparedHistory,
  derivedId,
  prepareHistory,
} from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import type { TableSource } from '#libs/platform/spreadsheet';
import { type DocketEvent, byDay } from './docket/docket-event.js';
import { type DocketMatter, readDocket } from './docket/docket-reading.js';
import { type DocketCounts, DocketTally } from './docket/docket-tally.js';
import { DocketWalk, type MatterFiles } from './docket/docket-walk.js';
import { LiveFile } from './docket/live-file.js';
import { type DocketProfile, type DocketRole, ROLES_OF_DOCKET } from './docket/profile.js';
import type { Matter } from './docket/step-payload.js';
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
  ) {}

  /**
   * Sound rows are recorded, in one transaction; the others are counted and named. The same log again changes nothing.
   * @throws DomainError `file.*`, `import.profile-columns`, `import.profile-offices`.
   */
  async run(request: DocketImport): Promise<DocketResult> {
    this.requireOffices(request.profile);
    try {
      return await this.unitOfWork.run((tx) => this.runInTx(tx, request));
    } catch (error) {
      if (error instanceof GivenUp) return error.result;
      throw error;
    }
  }

  private async runInTx(tx: Tx, request: DocketImport): Promise<DocketResult> {
    await tx.query(`set local statement_timeout = '60min'`);
    const reading = await readDocket(request.source, request.profile);
    const tally = new DocketTally(reading.rows, reading.refused);
    const walker = new MatterWalker(request, new SettingOfOffices(this.directory, this.clock.today()), {
      officeIds: officeFinder(request.profile, this.directory),
      recordedOn: this.clock.today(),
      recordedAt: this.clock.now(),
    });
    let [files, events] = [0, 0];
    for (let from = 0; from < reading.matters.length; from += MATTERS_PER_BATCH) {
      const batch = reading.matters.slice(from, from + MATTERS_PER_BATCH);
      const onRecord = await this.onRecord(tx, walker.idsOf(batch));
      const prepared: PreparedHistory[] = [];
      for (const matter of batch) {
        const known = walker.idsOf([matter]).flatMap((id) => onRecord.get(id) ?? []);
        const fresh = freshEvents(matter, known, tally);
        if (fresh.length === 0) continue;
        const files = await Promise.all(known.map((file) => this.liveFile(tx, file)));
        prepared.push(...walker.walk({ ...matter, events: fresh }, files, tally));
      }
      const grown = prepared.filter((history) => history.events.length > 0);
      files += grown.length;
      events += request.dryRun ? 0 : await this.append.appendInTx(tx, grown);
    }
    const { headers } = reading;
    const result = { ...tally.counts(), headers, files, events, applied: !request.dryRun };
    if (request.dryRun) throw new GivenUp(result);
    return result;
  }

  /** Files of an earlier import of the same log, locked. */
  private async onRecord(tx: Tx, ids: readonly string[]): Promise<Map<string, FileOnRecord>> {
    const rows = await tx.query<FileOnRecord>(
      `select s.id, s.kind, s.version, f.last_on::text as "lastOn"
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

type OfficeFinder = (agency: string) => Readonly<Record<DocketRole, number>>;

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

interface Walking {
  readonly officeIds: OfficeFinder;
  readonly recordedOn: ReturnType<Clock['today']>;
  readonly recordedAt: Date;
}

/** Walks matter by matter and prepares what is to be appended. */
class MatterWalker {
  constructor(
    private readonly request: DocketImport,
    private readonly offices: SettingOfOffices,
    private readonly walking: Walking,
  ) {}

  idsOf(matters: readonly DocketMatter[]): string[] {
    return matters.flatMap(({ number }) => [this.idOf('denunciation', number), this.idOf('case', number)]);
  }

  /** @param known the files of the matter that are on record. */
  walk(matter: DocketMatter, known: readonly LiveFile[], tally: DocketTally): PreparedHistory[] {
    const files: MatterFiles = {
      denunciation: this.fileOf('denunciation', matter.number, known),
      case: this.fileOf('case', matter.number, known),
    };
    const { profile, recordedBy } = this.request;
    const { recordedOn, recordedAt } = this.walking;
    const settingFor = this.settingFor;
    const terms = { profile, settingFor, stamp: { recordedBy, recordedOn, recordedAt } };
    const walk = new DocketWalk(terms, files, (event) => this.matterOf(matter, event, files));
    for (const outcome of walk.walk([...matter.events].sort(byDay))) tally.note(outcome);
    return [files.denunciation, files.case].map((file) => this.prepare(file, matter));
  }

  private readonly settingFor = (officeId: number, holder: number | undefined) =>
    this.offices.settingFor(officeId, holder);

  private prepare({ id, kind, version, log, steps }: LiveFile, matter: DocketMatter): PreparedHistory {
    const officeId = log[0]?.officeId ?? steps[0]?.command.officeId ?? 0;
    const subject = { id, kind, number: matter.number, officeId, version };
    const prepared = prepareHistory({ subject, log, steps }, (step, file) =>
      this.settingFor(step.command.officeId, file.holderOfficeId),
    );
    const fault = prepared.faults[0];
    if (fault) throw fault.error;
    return prepared;
  }

  private fileOf(kind: SubjectKind, number: string, known: readonly LiveFile[]): LiveFile {
    const id = this.idOf(kind, number);
    return known.find((file) => file.id === id) ?? new LiveFile(id, kind, 0, []);
  }

  private idOf(kind: SubjectKind, number: string): string {
    return derivedId('docket', this.request.profile.name, kind, number);
  }

  private matterOf(matter: DocketMatter, event: DocketEvent, files: MatterFiles): Matter {
    const { profile } = this.request;
    const rule = profile.offences.find(({ match }) => !match || match.test(matter.offence));
    const ids = this.walking.officeIds(matter.agency);
    const hasDenunciation = files.denunciation.file.holderOfficeId !== undefined;
    return {
      caseId: files.case.id,
      ...(hasDenunciation ? { denunciationId: files.denunciation.id } : {}),
      defendant: { id: derivedId(files.case.id, 'defendant', event.defendant), number: event.defendant },
      offence: { article: rule?.article ?? 0, clause: rule?.clause ?? 0 },
      officeOf: (role) => ids[role],
      isShared: profile.filePer === 'case',
    };
  }
}

interface FileOnRecord {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly version: number;
  readonly lastOn: string;
}

/** Events up to the last day on record were judged when they came for the first time. @returns those after it. */
const freshEvents = (matter: DocketMatter, known: readonly FileOnRecord[], tally: DocketTally): DocketEvent[] => {
  if (known.length === 0) return matter.events;
  const last = known.reduce((day, { lastOn }) => (lastOn > day ? lastOn : day), '');
  for (const { line } of matter.events.filter(({ on }) => on <= last)) tally.note({ line, kind: 'already-there' });
  return matter.events.filter(({ on }) => on > last);
};
