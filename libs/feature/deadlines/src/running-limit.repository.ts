import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import type { FileLimit, SubjectKind } from '#libs/domain/procedure';
import { type CopyRow, type Tx, copyInto } from '#libs/platform/database';
import { LIMITS_CHANGED } from './keep-days-off.service.js';

/** A limit that runs, and the office whose limit it is. */
export interface RunningLimit {
  readonly subjectId: string;
  readonly officeId: number;
  readonly assigneeId?: string;
  readonly limit: FileLimit;
}

/** A file whose limits are to be reckoned. */
export interface WaitingFile {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly holderOfficeId: number;
  readonly placeId: number | null;
  readonly assigneeId: string | null;
}

const COLUMNS = [
  'subject_id',
  'defendant_id',
  'limit_id',
  'kind',
  'office_id',
  'assignee_id',
  'started_on',
  'due_on',
  'furthest_on',
  'ask_by',
  'reckoning',
  'article',
] as const;

/** The table of the limits that run. */
@Injectable()
export class RunningLimitRepository {
  /** Takes files out of the outbox, at most `batch` rows, one taker at a time. @returns the files, each once. */
  async takeInTx(tx: Tx, batch: number): Promise<WaitingFile[]> {
    await tx.query('select pg_advisory_xact_lock(73812)');
    return tx.query<WaitingFile>(
      `with taken as (delete from outbox where id in (
         select id from outbox where topic = $1 order by id limit $2) returning subject_id)
       select s.id, s.kind, f.holder_office_id as "holderOfficeId", s.place_id as "placeId",
         f.state ->> 'assigneeId' as "assigneeId"
       from (select distinct subject_id from taken) t join subject s on s.id = t.subject_id
       join file_state f on f.subject_id = s.id order by s.id`,
      [LIMITS_CHANGED, batch],
    );
  }

  /** Puts the running limits of these files in the place of those that were there. */
  async replaceInTx(tx: Tx, subjectIds: readonly string[], limits: readonly RunningLimit[]): Promise<void> {
    await tx.query('delete from running_limit where subject_id = any($1::uuid[])', [subjectIds]);
    await copyInto(tx, 'running_limit', COLUMNS, limits.map(rowOf));
  }
}

const rowOf = ({ subjectId, officeId, assigneeId, limit }: RunningLimit): CopyRow => [
  subjectId,
  limit.defendantId ?? '',
  limit.id,
  limit.kind,
  officeId,
  assigneeId,
  limit.startedOn,
  limit.dueOn satisfies Day | undefined,
  limit.furthestOn,
  limit.askBy,
  limit.reckoning,
  limit.article,
];
