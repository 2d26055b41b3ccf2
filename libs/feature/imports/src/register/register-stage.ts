import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import { type CopyRow, type Tx, copyInto } from '#libs/platform/database';
import type { BrokenRow, RegisterRow, RowContent } from './register-row.js';

/** A row as it comes back, in the order of its file. Without `content` it was not understood. */
export interface StagedRow {
  readonly line: number;
  readonly number: string;
  readonly officeId: number;
  readonly registerOfficeId: number | null;
  readonly occurredOn: Day | null;
  /** The case side of a decision to institute, with the number of the denunciation that it comes from. */
  readonly linkFrom: string | null;
  /** Its JSON as staged: what makes the row the same row when it comes again. */
  readonly body: string | null;
}

/** All rows of one kind under some numbers; every row of a number is in the same batch. */
export interface StagedBatch {
  readonly kind: SubjectKind;
  readonly rows: readonly StagedRow[];
}

/** A file that a number may mean: opened by rows of this import, or standing in the record already. */
export interface Candidate {
  readonly number: string;
  readonly officeId: number;
  readonly inFile: boolean;
  readonly id: string | null;
  readonly version: number;
  readonly placeId: number | null;
}

const ROWS_PER_FETCH = 5_000;
const OPENING = new Set(['receive', 'institute', 'carry-over']);

/** @returns whether a step opens a file of that kind. */
export const opensFile = (kind: SubjectKind, step: string): boolean =>
  OPENING.has(step) && !(kind === 'denunciation' && step === 'institute');

const TABLES = `
create temp table import_staged (
  line int not null, kind text not null, number text not null, office_id int, register_office_id int,
  opens boolean not null, occurred_on date, link_from text, body text
) on commit drop`;
const COLUMNS = [
  'line',
  'kind',
  'number',
  'office_id',
  'register_office_id',
  'opens',
  'occurred_on',
  'link_from',
  'body',
];
const OPENED = `
create temp table import_opened on commit drop as
select distinct kind, number, coalesce(register_office_id, office_id) as office_id from import_staged where opens`;

/**
 * Rows of one import, laid down in a temporary table of its transaction and taken up again file by file: the server sorts
 * them on its disk, so that the memory of this process does not grow with the file.
 */
export class RegisterStage {
  constructor(private readonly tx: Tx) {}

  /** @returns how many rows were laid down, the case sides included. */
  async lay(rows: AsyncIterable<RegisterRow | BrokenRow>): Promise<number> {
    await this.tx.query(TABLES);
    const laid = await copyInto(this.tx, 'import_staged', COLUMNS, copyRows(rows));
    await this.tx.query(OPENED);
    await this.tx.query('create index on import_opened (kind, number)');
    await this.tx.query('analyze import_opened');
    return laid;
  }

  /** Takes the rows up in batches of whole numbers: by kind, number, day and line; the undated first. */
  async *batches(): AsyncGenerator<StagedBatch> {
    for (const kind of ['denunciation', 'case'] as const) yield* this.batchesOf(kind);
  }

  /** @returns the files that the numbers may mean, of this import and of the record. */
  async candidates(kind: SubjectKind, numbers: readonly string[]): Promise<Candidate[]> {
    return this.tx.query<Candidate>(
      `select number, office_id as "officeId", coalesce(f.in_file, false) as "inFile", s.id, coalesce(s.version, 0) as version,
         s.place_id as "placeId"
       from (select number, office_id, true as in_file from import_opened where kind = $1 and number = any($2)) f
       full join (select number, office_id, id, version, place_id from subject where kind = $1 and number = any($2)) s
         using (number, office_id)`,
      [kind, numbers],
    );
  }

  private async *batchesOf(kind: SubjectKind): AsyncGenerator<StagedBatch> {
    const cursor = `import_rows_${kind}`;
    await this.tx.query(
      `declare ${cursor} no scroll cursor for
       select line, number, office_id as "officeId", register_office_id as "registerOfficeId",
         occurred_on::text as "occurredOn", link_from as "linkFrom", body
       from import_staged where kind = '${kind}' order by number, occurred_on nulls first, opens desc, line`,
    );
    let kept: StagedRow[] = [];
    for (;;) {
      const fetched = await this.tx.query<StagedRow>(`fetch ${ROWS_PER_FETCH} from ${cursor}`);
      const rows = [...kept, ...fetched];
      const isLast = fetched.length < ROWS_PER_FETCH;
      const whole = isLast ? rows.length : startOfLastNumber(rows);
      if (whole > 0) yield { kind, rows: rows.slice(0, whole) };
      kept = rows.slice(whole);
      if (isLast) break;
    }
    await this.tx.query(`close ${cursor}`);
  }
}

const startOfLastNumber = (rows: readonly StagedRow[]): number => {
  const last = rows.at(-1)?.number;
  let start = rows.length;
  while (start > 0 && rows[start - 1]?.number === last) start -= 1;
  return start;
};

async function* copyRows(rows: AsyncIterable<RegisterRow | BrokenRow>): AsyncGenerator<CopyRow> {
  for await (const row of rows) {
    if (!('stated' in row)) {
      const { line, kind, number, officeId, registerOfficeId, occurredOn } = row;
      if (kind && number) yield [line, kind, number, officeId, registerOfficeId, false, occurredOn, null, null];
      continue;
    }
    yield copyRow(row);
    const { caseNumber, article, clause, point, place } = row.stated;
    const decidesOnCase = row.kind === 'denunciation' && row.step === 'institute' && caseNumber !== undefined;
    if (!decidesOnCase) continue;
    const { decision } = row;
    const stated = { article, clause, point, place };
    const content: RowContent = { step: 'institute', stated, ...(decision ? { decision } : {}) };
    const side = [row.line, 'case', caseNumber, row.officeId, null, true, row.occurredOn];
    yield [...side, row.number, JSON.stringify(content)];
  }
}

const copyRow = (row: RegisterRow): CopyRow => {
  const { line, kind, number, officeId, registerOfficeId, occurredOn, step, decision, stated } = row;
  const content: RowContent = { step, stated, ...(decision ? { decision } : {}) };
  const where = [line, kind, number, officeId, registerOfficeId ?? null, opensFile(kind, step), occurredOn];
  return [...where, null, JSON.stringify(content)];
};
