import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { RULE_SET } from '#libs/domain/procedure';
import { Database, type Tx } from '#libs/platform/database';
import type { LoggedEvent, NewEvent, Subject } from './logged-event.js';

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

/** The event log of files: read whole, appended at the expected sequence, never changed. */
@Injectable()
export class FileLogRepository {
  constructor(private readonly database: Database) {}

  /** Locks the file for the transaction. @returns the subject, or `undefined` when there is none of that kind. */
  async lockInTx(tx: Tx, kind: Subject['kind'], subjectId: string): Promise<Subject | undefined> {
    const rows = await tx.query<SubjectRow>(
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
    const rows = await tx.query<EventRow>(
      `select ${EVENT_COLUMNS} from event where subject_id = $1 order by sequence`,
      [subjectId],
    );
    return rows.map(eventOf);
  }

  /** As `readInTx`, outside a transaction. */
  async read(subjectId: string): Promise<LoggedEvent[]> {
    const sql = `select ${EVENT_COLUMNS} from event where subject_id = $1 order by sequence`;
    return (await this.database.query<EventRow>(sql, [subjectId])).map(eventOf);
  }

  /** @returns the subject, or `undefined`. */
  async find(kind: Subject['kind'], subjectId: string): Promise<Subject | undefined> {
    const rows = await this.database.query<SubjectRow>(
      'select id, kind, number, office_id, place_id, version from subject where id = $1 and kind = $2',
      [subjectId, kind],
    );
    return rows[0] && subjectOf(rows[0]);
  }

  /**
   * Registers a file.
   * @throws DomainError `file.number-taken` (conflict): the number is unique in the office's register.
   */
  async openInTx(tx: Tx, subject: Subject, openedOn: Day): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `insert into subject (id, kind, number, office_id, place_id, opened_on, version) values ($1, $2, $3, $4, $5, $6, 0)
       on conflict (kind, number, office_id) do nothing returning id`,
      [subject.id, subject.kind, subject.number, subject.officeId, subject.placeId ?? null, openedOn],
    );
    if (rows.length === 0) throw new DomainError('file.number-taken', 'conflict', { number: subject.number });
  }

  /** Appends one event. @returns its global position. */
  async appendInTx(tx: Tx, subjectId: string, event: NewEvent): Promise<number> {
    const rows = await tx.query<{ position: number }>(
      `insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, decision_number,
         decision_on, rule_set, payload, replaces, reason, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning position`,
      [
        subjectId,
        event.sequence,
        event.type,
        event.occurredOn,
        event.recordedOn,
        event.recordedBy,
        event.officeId,
        event.decision?.number ?? null,
        event.decision?.on ?? null,
        RULE_SET,
        JSON.stringify(event.payload),
        event.replaces ?? null,
        event.reason ?? null,
        event.commandId,
      ],
    );
    await tx.query('update subject set version = $2 where id = $1', [subjectId, event.sequence]);
    const position = rows[0]?.position;
    if (position === undefined) throw new Error('the event was not appended');
    return position;
  }
}
