import { Injectable } from '@nestjs/common';
import { DOCKETS, FLOWS, movementsOfLog } from '#libs/domain/performance';
import { effectiveHistory, ruleSetOn } from '#libs/domain/procedure';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type CopyRow as Row, type Tx, copyInto } from '#libs/platform/database';
import { type FileProjection, projectionOf } from './file-projection.js';
import { FILE_TOPICS } from './file-topics.js';
import type { PreparedHistory } from './prepare-history.js';

interface Placed extends Pick<PreparedHistory, 'subject' | 'events'> {
  readonly positions: readonly number[];
  readonly projection: FileProjection;
}

/** Appends many prepared histories at once by COPY: imports, seeds, benchmarks. The same rows as step by step. */
@Injectable()
export class AppendHistories {
  constructor(private readonly directory: JurisdictionDirectory) {}

  /**
   * Appends everything or nothing, in the caller's transaction.
   * @param histories without faults; every file at most once.
   * @returns the number of events appended.
   */
  async appendInTx(tx: Tx, histories: readonly PreparedHistory[]): Promise<number> {
    const grown = histories.filter((history) => history.events.length > 0);
    const count = grown.reduce((sum, history) => sum + history.events.length, 0);
    const placed = this.place(grown, await this.positions(tx, count));
    await this.writeSubjects(tx, placed);
    await this.writeEvents(tx, placed);
    await this.writeProjections(tx, placed);
    await this.writeLedger(tx, placed);
    return count;
  }

  /** Positions taken by others meanwhile leave gaps: the numbers come back as the stretches between those. */
  private async positions(tx: Tx, count: number): Promise<number[]> {
    const stretches = await tx.query<{ first: number; last: number }>(
      `with taken as materialized (select nextval('event_position_seq') as position from generate_series(1, $1))
       select min(position) as first, max(position) as last
       from (select position, position - row_number() over (order by position) as stretch from taken) t
       group by stretch order by 1`,
      [count],
    );
    return stretches.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
  }

  private place(histories: readonly PreparedHistory[], positions: readonly number[]): Placed[] {
    let next = 0;
    return histories.map((history) => {
      const taken = positions.slice(next, next + history.events.length);
      next += history.events.length;
      return { subject: history.subject, events: history.events, positions: taken, projection: projected(history) };
    });
  }

  private async writeSubjects(tx: Tx, placed: readonly Placed[]): Promise<void> {
    const version = (one: Placed): number => one.subject.version + one.events.length;
    const known = placed.filter((one) => one.subject.version > 0);
    if (known.length > 0) {
      await tx.query(
        `update subject s set version = v.version from unnest($1::uuid[], $2::int[]) as v(id, version) where s.id = v.id`,
        [known.map((one) => one.subject.id), known.map(version)],
      );
    }
    const rows = placed
      .filter((one) => one.subject.version === 0)
      .map((one): Row => {
        const { id, kind, number, officeId, placeId } = one.subject;
        return [id, kind, number, officeId, placeId ?? null, one.projection.openedOn, version(one)];
      });
    await copyInto(tx, 'subject', ['id', 'kind', 'number', 'office_id', 'place_id', 'opened_on', 'version'], rows);
  }

  private async writeEvents(tx: Tx, placed: readonly Placed[]): Promise<void> {
    const columns = [
      'position',
      'subject_id',
      'sequence',
      'type',
      'occurred_on',
      'recorded_at',
      'recorded_on',
      'recorded_by',
      'office_id',
      'decision_number',
      'decision_on',
      'rule_set',
      'payload',
      'command_id',
    ];
    await copyInto(tx, 'event', columns, eventRows(placed));
  }

  private async writeProjections(tx: Tx, placed: readonly Placed[]): Promise<void> {
    const ids = placed.filter((one) => one.subject.version > 0).map((one) => one.subject.id);
    if (ids.length > 0) {
      await tx.query('delete from file_state where subject_id = any($1::uuid[])', [ids]);
      await tx.query('delete from defendant_state where case_id = any($1::uuid[])', [ids]);
      await tx.query('delete from docket_entry where subject_id = any($1::uuid[])', [ids]);
    }
    const state = ['subject_id', 'status', 'holder_office_id', 'last_position', 'state', 'opened_on', 'last_on'];
    await copyInto(tx, 'file_state', state, stateRows(placed));
    const person = ['defendant_id', 'case_id', 'number', 'status', 'state'];
    await copyInto(tx, 'defendant_state', person, defendantRows(placed));
    const entry = ['subject_id', 'ordinal', 'unit_id', 'docket', 'office_id', 'opened_on', 'opened_how'];
    await copyInto(tx, 'docket_entry', [...entry, 'closed_on', 'closed_how'], entryRows(placed));
    await this.writeOrigins(tx, placed);
  }

  private async writeOrigins(tx: Tx, placed: readonly Placed[]): Promise<void> {
    const links = placed.flatMap(({ subject, projection: { file } }) =>
      file.life === 'case' ? file.denunciationIds.map((id) => [subject.id, id] as const) : [],
    );
    if (links.length === 0) return;
    await tx.query(
      `insert into case_origin (case_id, denunciation_id) select * from unnest($1::uuid[], $2::uuid[])
       on conflict do nothing`,
      [links.map(([caseId]) => caseId), links.map(([, denunciationId]) => denunciationId)],
    );
  }

  private async writeLedger(tx: Tx, placed: readonly Placed[]): Promise<void> {
    const columns = ['position', 'subject_id', 'unit_id', 'docket', 'flow', 'n', 'office_id', 'territory_id'];
    await copyInto(tx, 'ledger', [...columns, 'place_id', 'day', 'recorded_on'], this.ledgerRows(placed));
    const outbox = placed.flatMap((one): Row[] =>
      FILE_TOPICS.map((topic) => [topic, one.subject.id, one.positions[0], one.positions.at(-1)]),
    );
    await copyInto(tx, 'outbox', ['topic', 'subject_id', 'from_position', 'to_position'], outbox);
  }

  private *ledgerRows(placed: readonly Placed[]): Generator<Row> {
    for (const { subject, events, positions } of placed) {
      for (const [index, { event, movements }] of events.entries()) {
        for (const { unitId, docket, flow, officeId, day } of movements) {
          yield [
            positions[index],
            subject.id,
            unitId,
            DOCKETS[docket].id,
            FLOWS[flow].id,
            1,
            officeId,
            this.directory.office(officeId).territoryId,
            subject.placeId,
            day,
            event.recordedOn,
          ];
        }
      }
    }
  }
}

/** The file was folded when its steps were judged: only what is older is folded again. Steps in bulk correct nothing. */
const projected = ({ subject, log, file, events }: PreparedHistory): FileProjection => {
  const moved = events.flatMap((one) => one.movements);
  const last = events.at(-1)?.event.occurredOn;
  if (log.length === 0)
    return projectionOf({ file, movements: moved, openedOn: events[0]?.event.occurredOn, lastOn: last });
  const movements = [...movementsOfLog(subject.kind, log), ...moved];
  return projectionOf({ file, movements, openedOn: effectiveHistory(log)[0]?.occurredOn, lastOn: last });
};

function* eventRows(placed: readonly Placed[]): Generator<Row> {
  for (const { subject, events, positions } of placed) {
    for (const [index, { event }] of events.entries()) {
      yield [
        positions[index],
        subject.id,
        event.sequence,
        event.type,
        event.occurredOn,
        event.recordedAt,
        event.recordedOn,
        event.recordedBy,
        event.officeId,
        event.decision?.number,
        event.decision?.on,
        ruleSetOn(event.occurredOn),
        JSON.stringify(event.payload),
        event.commandId,
      ];
    }
  }
}

function* stateRows(placed: readonly Placed[]): Generator<Row> {
  for (const { subject, positions, projection } of placed) {
    const { status, holderOfficeId, file, openedOn, lastOn } = projection;
    yield [subject.id, status, holderOfficeId, positions.at(-1), JSON.stringify(file), openedOn, lastOn];
  }
}

function* defendantRows(placed: readonly Placed[]): Generator<Row> {
  for (const { subject, projection } of placed) {
    for (const one of projection.defendants) yield [one.id, subject.id, one.number, one.status, JSON.stringify(one)];
  }
}

function* entryRows(placed: readonly Placed[]): Generator<Row> {
  for (const { subject, projection } of placed) {
    for (const [index, entry] of projection.entries.entries()) {
      const where = [subject.id, index + 1, entry.unitId, DOCKETS[entry.docket].id, entry.officeId];
      const closed = entry.closedHow ? FLOWS[entry.closedHow].id : null;
      yield [...where, entry.openedOn, FLOWS[entry.openedHow].id, entry.closedOn ?? null, closed];
    }
  }
}
