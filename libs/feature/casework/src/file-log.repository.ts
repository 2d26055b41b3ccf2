import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { Database, type RowScope, type Tx } from '#libs/platform/database';
import type { LoggedEvent, Subject } from './logged-event.js';

interface SubjectRow {
  id: string;
  kind: Subject['kind'];
  number: string;
  office_id: number;
  place_id: number | null;
  version: number;
}

interface EventRow {
  position: number;
  sequence: number;
  type: string;
  occurred_on: string;
  recorded_at: Date;
  recorded_on: string;
  recorded_by: string;
  office_id: number;
  decision_number: string | null;
  decision_on: string | null;
  rule_set: string;
  payload: Record<string, unknown>;
  replaces: number | null;
  reason: string | null;
}

const EVENT_COLUMNS = `position, sequence, type, occurred_on::text, recorded_at, recorded_on::text, recorded_by, office_id,
  decision_number, decision_on::text, rule_set, payload, replaces, reason`;

const subjectOf = (row: SubjectRow): Subject => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  officeId: row.office_id,
  ...(row.place_id === null ? {} : { placeId: row.place_id }),
  version: row.version,
});

const decisionOf = (row: EventRow): LoggedEvent['decision'] => {
  if (row.decision_number === null && row.decision_on === null) return undefined;
  return { number: row.decision_number ?? undefined, on: (row.decision_on as Day | null) ?? undefined };
};

const eventOf = (row: EventRow): LoggedEvent => {
  const decision = decisionOf(row);
  return {
    position: row.position,
    sequence: row.sequence,
    type: row.type,
    occurredOn: row.occurred_on as Day,
    recordedAt: row.recorded_at,
    recordedOn: row.recorded_on as Day,
    recordedBy: row.recorded_by,
    officeId: row.office_id,
    ruleSet: row.rule_set,
    payload: row.payload,
    ...(decision ? { decision } : {}),
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
};

/** The event log of files, read whole. */
@Injectable()
export class FileLogRepository {
  constructor(private readonly database: Database) {}

  /** Locks the file for the transaction. @returns the subject, or `undefined` when there is none of that kind. */
  async lockInTx(tx: Tx, kind: Subject['kind'], subjectId: string): Promise<Subject | undefined> {
    const rows = await tx.queryOften<SubjectRow>(
      'select id, kind, number, office_id, place_id, version from subject where id = $1 and kind = $2 for update',
      [subjectId, kind],
    );
    return rows[0] && subjectOf(rows[0]);
  }

  /** Locks the next files in the order of their ids. @returns at most `most` of them, those after `after`. */
  async lockBatchInTx(tx: Tx, after: string, most: number): Promise<Subject[]> {
    const rows = await tx.query<SubjectRow>(
      `select id, kind, number, office_id, place_id, version from subject where id > $1 order by id limit $2 for update`,
      [after, most],
    );
    return rows.map(subjectOf);
  }

  /** @returns the events of several files, each in the order of its sequence. */
  async readManyInTx(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, LoggedEvent[]>> {
    const rows = await tx.query<EventRow & { subject_id: string }>(
      `select subject_id, ${EVENT_COLUMNS} from event where subject_id = any($1::uuid[]) order by subject_id, sequence`,
      [subjectIds],
    );
    const logs = new Map<string, LoggedEvent[]>();
    for (const row of rows) {
      const log = logs.get(row.subject_id);
      if (log) log.push(eventOf(row));
      else logs.set(row.subject_id, [eventOf(row)]);
    }
    return logs;
  }

  /** @returns every event of the file in the order of its sequence. */
  async readInTx(tx: Tx, subjectId: string): Promise<LoggedEvent[]> {
    const rows = await tx.queryOften<EventRow>(
      `select ${EVENT_COLUMNS} from event where subject_id = $1 order by sequence`,
      [subjectId],
    );
    return rows.map(eventOf);
  }

  /** As `readInTx`, outside a transaction. */
  async read(subjectId: string, scope: RowScope): Promise<LoggedEvent[]> {
    const sql = `select ${EVENT_COLUMNS} from event where subject_id = $1 order by sequence`;
    return (await this.database.query<EventRow>(sql, [subjectId], scope)).map(eventOf);
  }

  /** @returns the subject, or `undefined`. */
  async find(kind: Subject['kind'], subjectId: string, scope: RowScope): Promise<Subject | undefined> {
    const rows = await this.database.query<SubjectRow>(
      'select id, kind, number, office_id, place_id, version from subject where id = $1 and kind = $2',
      [subjectId, kind],
      scope,
    );
    return rows[0] && subjectOf(rows[0]);
  }
}
