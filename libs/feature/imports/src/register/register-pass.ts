import type { SubjectKind } from '#libs/domain/procedure';
import type { AppendHistories, FileLogRepository, LoggedEvent, PreparedHistory } from '#libs/feature/casework';
import type { Tx } from '#libs/platform/database';
import type { ImportFault } from '../import-fault.js';
import type { SettingOfOffices } from '../setting-of-offices.js';
import { COLUMNS, type Column } from './columns.js';
import type { FaultList } from './fault-list.js';
import { type FileDraft, draftFile, fileId } from './file-draft.js';
import { findFile, isFault } from './find-file.js';
import { judgeFile } from './judge-files.js';
import type { ImportCounts } from './register-import.js';
import type { Candidate, RegisterStage, StagedBatch, StagedRow } from './register-stage.js';
import type { RowContent } from './register-row.js';

interface Tools {
  readonly stage: RegisterStage;
  readonly append: AppendHistories;
  readonly logs: FileLogRepository;
  readonly tx: Tx;
}

interface Terms {
  readonly columns: ReadonlyMap<Column, string>;
  readonly offices: SettingOfOffices;
  readonly faults: FaultList;
  readonly dryRun: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

interface Group {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly file: Candidate;
  readonly rows: StagedRow[];
}

type Candidates = ReadonlyMap<string, readonly Candidate[]>;
type Known = Readonly<Record<SubjectKind, Candidates>>;

/** One pass over the staged rows: files are put together, judged and, as long as nothing is faulty, appended. */
export class RegisterPass {
  files = 0;
  events = 0;
  /** Lines that are new. */
  fresh = 0;
  alreadyThere = 0;

  constructor(
    private readonly tools: Tools,
    private readonly terms: Terms,
  ) {}

  async run(progress: (counts: Omit<ImportCounts, 'rows'>) => Promise<void>): Promise<void> {
    for await (const batch of this.tools.stage.batches()) {
      await this.work(batch);
      const { fresh, alreadyThere } = this;
      await progress({ recorded: 0, waiting: fresh, alreadyThere, refused: this.terms.faults.lines });
    }
  }

  private async work(batch: StagedBatch): Promise<void> {
    const known = await this.candidatesOf(batch);
    const groups = this.group(batch, known);
    const commandIds = await this.commandIds(groups);
    const prepared: PreparedHistory[] = [];
    for (const { id, kind, file, rows } of groups) {
      const onRecord = { commandIds: commandIds.get(id) ?? new Set<string>() };
      const draft = draftFile({ id, kind, file }, rows, onRecord);
      this.alreadyThere += draft.alreadyThere;
      for (const line of draft.unjudged) this.terms.faults.add(line, { code: 'import.follows-fault', facts: {} });
      if (draft.rows.length > 0) prepared.push(await this.judge(draft, known));
    }
    if (this.terms.dryRun || this.terms.faults.lines > 0 || prepared.length === 0) return;
    this.files += prepared.length;
    this.events += await this.tools.append.appendInTx(this.tools.tx, prepared);
  }

  private async judge(draft: FileDraft, known: Known): Promise<PreparedHistory> {
    const { columns, offices, faults, recordedBy, recordedAt } = this.terms;
    const log = draft.version > 0 ? await this.readLog(draft) : [];
    const judged = judgeFile(draft, {
      ...{ log, recordedBy, recordedAt },
      setting: (officeId, holder) => offices.settingFor(officeId, holder),
      refer: (kind, number, officeId) => this.refer(known[kind], { kind, number, officeId }),
      headerOf: (column) => columns.get(column) ?? COLUMNS[column].vi,
    });
    for (const { line, fault } of judged.faults) faults.add(line, fault);
    this.fresh += draft.rows.filter(({ isSide }) => !isSide).length;
    return judged.prepared;
  }

  /** The file is locked first: what is read is what the new steps follow. */
  private async readLog({ id, kind }: FileDraft): Promise<LoggedEvent[]> {
    await this.tools.logs.lockInTx(this.tools.tx, kind, id);
    return this.tools.logs.readInTx(this.tools.tx, id);
  }

  private refer(
    candidates: Candidates,
    { kind, number, officeId }: { kind: SubjectKind; number: string; officeId: number },
  ): string | ImportFault {
    const found = findFile({ number, officeId }, candidates.get(number) ?? []);
    return isFault(found) ? found : this.idOf(kind, found);
  }

  private idOf(kind: SubjectKind, file: Candidate): string {
    return fileId(kind, file, (officeId) => this.terms.offices.codeOf(officeId));
  }

  /** Rows of one number belong to as many files as offices count by it. */
  private group({ kind, rows }: StagedBatch, known: Known): Group[] {
    const groups = new Map<string, Group>();
    for (const row of rows) {
      const found = findFile(row, known[kind].get(row.number) ?? []);
      if (isFault(found)) {
        if (row.body !== null && row.linkFrom === null) this.terms.faults.add(row.line, found);
        continue;
      }
      const key = `${found.number}\u0000${found.officeId}`;
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { id: this.idOf(kind, found), kind, file: found, rows: [row] });
    }
    return [...groups.values()];
  }

  private async candidatesOf({ kind, rows }: StagedBatch): Promise<Known> {
    const other = kind === 'case' ? 'denunciation' : 'case';
    const own = new Set(rows.map(({ number }) => number));
    const named = new Set(rows.flatMap((row) => namedIn(kind, row)));
    const [mine, others] = [await this.lookUp(kind, own), await this.lookUp(other, named)];
    return kind === 'case' ? { case: mine, denunciation: others } : { denunciation: mine, case: others };
  }

  private async lookUp(kind: SubjectKind, numbers: ReadonlySet<string>): Promise<Candidates> {
    const byNumber = new Map<string, Candidate[]>();
    if (numbers.size === 0) return byNumber;
    for (const candidate of await this.tools.stage.candidates(kind, [...numbers])) {
      const list = byNumber.get(candidate.number);
      if (list) list.push(candidate);
      else byNumber.set(candidate.number, [candidate]);
    }
    return byNumber;
  }

  private async commandIds(groups: readonly Group[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const byFile = new Map<string, Set<string>>();
    const ids = groups.filter(({ file }) => file.version > 0).map(({ id }) => id);
    if (ids.length === 0) return byFile;
    const rows = await this.tools.tx.query<{ id: string; command: string }>(
      'select subject_id as id, command_id as command from event where subject_id = any($1::uuid[])',
      [ids],
    );
    for (const { id, command } of rows) {
      const set = byFile.get(id);
      if (set) set.add(command);
      else byFile.set(id, new Set([command]));
    }
    return byFile;
  }
}

/** @returns the numbers of files of the other kind that a row names. */
const namedIn = (kind: SubjectKind, { body, linkFrom }: StagedRow): string[] => {
  if (linkFrom !== null) return [linkFrom];
  const field = kind === 'case' ? '"denunciations"' : '"caseNumber"';
  if (!body?.includes(field)) return [];
  const { stated } = JSON.parse(body) as RowContent;
  return kind === 'case' ? [...(stated.denunciations ?? [])] : stated.caseNumber ? [stated.caseNumber] : [];
};
