import { DOCKETS, FLOWS, type LedgerRow } from '#libs/domain/performance';
import { ruleSetOn } from '#libs/domain/procedure';
import type { FileProjection } from './file-projection.js';
import type { NewEvent, Subject } from './logged-event.js';
import { FILE_TOPICS } from './file-topics.js';

/** Takes a value into the statement. @returns what stands for it in the text. */
type Put = (value: unknown) => string;

/** A statement with its values. The text is the same for all files of a kind, so that the server plans it once. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What to book for a file: the rows, each with the territory of its office, and when we learned of them. */
export interface FileBooking {
  readonly recordedOn: string;
  readonly rows: readonly (LedgerRow & { readonly territoryId: number })[];
}

const statementOf = (write: (put: Put) => string): Statement => {
  const values: unknown[] = [];
  const text = write((value) => `$${values.push(value)}`);
  return { text, values };
};

/**
 * The statement that appends an event with everything that follows from it: the event, the state, the docket entries, the
 * bookings and the word to the background.
 * @param projection the file after the event.
 * @returns one row `position`, `persons` (how many accused were written); none when the number of a new file is taken.
 */
export function appending(
  { subject, event, projection }: { subject: Subject; event: NewEvent; projection: FileProjection },
  booking: FileBooking,
): Statement {
  return statementOf(
    (put) => `with
${subject.version === 0 ? opened(subject, projection, put) : grown(subject, event, put)},
${appended(event, put)},
${stateOf(subject, projection, put)},
${bookingOf(subject, booking, put)}
select position, ${personsWritten(projection)} as persons from appended`,
  );
}

/** The statement that writes the state of a file anew. @returns as `appending`. */
export function rewriting(subject: Subject, projection: FileProjection, position: number): Statement {
  return statementOf(
    (put) => `with ${placedAt(position, put)}, ${stateOf(subject, projection, put)}
select position, ${personsWritten(projection)} as persons from appended`,
  );
}

/** The statement that books what a file lacks, under a position of its own. */
export function bookingAt(subject: Subject, booking: FileBooking, position: number): Statement {
  return statementOf(
    (put) => `with ${placedAt(position, put)}, ${bookingOf(subject, booking, put)} select position from appended`,
  );
}

const placedAt = (position: number, put: Put): string => `appended as (select ${put(position)}::bigint as position)`;

const opened = (subject: Subject, { openedOn }: FileProjection, put: Put): string => `file as (
  insert into subject (id, kind, number, office_id, place_id, opened_on, version)
  values (${put(subject.id)}, ${put(subject.kind)}, ${put(subject.number)}, ${put(subject.officeId)},
    ${put(subject.placeId ?? null)}, ${put(openedOn)}, 1)
  on conflict (kind, number, office_id) do nothing returning id)`;

const grown = ({ id }: Subject, { sequence }: NewEvent, put: Put): string => `file as (
  update subject set version = ${put(sequence)} where id = ${put(id)} returning id)`;

const appended = (event: NewEvent, put: Put): string => `appended as (
  insert into event (subject_id, sequence, type, occurred_on, recorded_on, recorded_by, office_id, decision_number,
    decision_on, rule_set, payload, replaces, reason, command_id)
  select id, ${put(event.sequence)}::int, ${put(event.type)}::text, ${put(event.occurredOn)}::date,
    ${put(event.recordedOn)}::date, ${put(event.recordedBy)}::uuid, ${put(event.officeId)}::int,
    ${put(event.decision?.number ?? null)}::text, ${put(event.decision?.on ?? null)}::date, ${put(ruleSetOn(event.occurredOn))}::text,
    ${put(JSON.stringify(event.payload))}::jsonb, ${put(event.replaces ?? null)}::int, ${put(event.reason ?? null)}::text,
    ${put(event.commandId)}::uuid
  from file returning position)`;

const stateOf = (subject: Subject, projection: FileProjection, put: Put): string => {
  const { status, holderOfficeId, file, openedOn, lastOn } = projection;
  const parts = [
    `state as (
  insert into file_state (subject_id, status, holder_office_id, last_position, state, opened_on, last_on)
  select ${put(subject.id)}::uuid, ${put(status)}::text, ${put(holderOfficeId)}::int, position,
    ${put(JSON.stringify(file))}::jsonb, ${put(openedOn)}::date, ${put(lastOn)}::date from appended
  on conflict (subject_id) do update set status = excluded.status, holder_office_id = excluded.holder_office_id,
    last_position = excluded.last_position, state = excluded.state, opened_on = excluded.opened_on,
    last_on = excluded.last_on)`,
    entriesOf(subject, projection, put),
  ];
  return (file.life === 'case' ? [...parts, personsOf(subject, projection, put)] : parts).join(',\n');
};

/** An entry that says what it said stays untouched: most steps close one and open one, or none. */
const entriesOf = ({ id }: Subject, { entries }: FileProjection, put: Put): string => `entries as (
  insert into docket_entry (subject_id, ordinal, unit_id, docket, office_id, opened_on, opened_how, closed_on, closed_how)
  select ${put(id)}::uuid, d.ordinal, d.unit_id, d.docket, d.office_id, d.opened_on, d.opened_how, d.closed_on, d.closed_how
  from appended, unnest(${put(entries.map((one) => one.unitId))}::text[],
    ${put(entries.map((one) => DOCKETS[one.docket].id))}::smallint[], ${put(entries.map((one) => one.officeId))}::int[],
    ${put(entries.map((one) => one.openedOn))}::date[], ${put(entries.map((one) => FLOWS[one.openedHow].id))}::smallint[],
    ${put(entries.map((one) => one.closedOn ?? null))}::date[],
    ${put(entries.map((one) => (one.closedHow ? FLOWS[one.closedHow].id : null)))}::smallint[])
    with ordinality as d(unit_id, docket, office_id, opened_on, opened_how, closed_on, closed_how, ordinal)
  on conflict (subject_id, ordinal) do update set unit_id = excluded.unit_id, docket = excluded.docket,
    office_id = excluded.office_id, opened_on = excluded.opened_on, opened_how = excluded.opened_how,
    closed_on = excluded.closed_on, closed_how = excluded.closed_how
  where (docket_entry.unit_id, docket_entry.docket, docket_entry.office_id, docket_entry.opened_on,
      docket_entry.opened_how, docket_entry.closed_on, docket_entry.closed_how)
    is distinct from (excluded.unit_id, excluded.docket, excluded.office_id, excluded.opened_on, excluded.opened_how,
      excluded.closed_on, excluded.closed_how)),
entries_gone as (
  delete from docket_entry where subject_id = ${put(id)} and ordinal not between 1 and ${put(entries.length)}::int)`;

const personsOf = ({ id }: Subject, { defendants }: FileProjection, put: Put): string => `persons as (
  insert into defendant_state (defendant_id, case_id, number, status, state)
  select d.id, ${put(id)}::uuid, d.number, d.status, d.state
  from appended, json_to_recordset(${put(JSON.stringify(defendants.map((one) => ({ ...one, state: one }))))}::json)
    as d(id uuid, number text, status text, state jsonb)
  on conflict (defendant_id) do update set number = excluded.number, status = excluded.status, state = excluded.state
  where defendant_state.case_id = excluded.case_id returning 1),
persons_gone as (
  delete from defendant_state
  where case_id = ${put(id)} and not defendant_id = any(${put(defendants.map((one) => one.id))}::uuid[]))`;

const personsWritten = ({ file }: FileProjection): string =>
  file.life === 'case' ? '(select count(*)::int from persons)' : '0';

const bookingOf = ({ id, placeId }: Subject, { recordedOn, rows }: FileBooking, put: Put): string => `booked as (
  insert into ledger (position, subject_id, place_id, recorded_on, unit_id, docket, flow, n, office_id, territory_id, day)
  select position, ${put(id)}::uuid, ${put(placeId ?? null)}::int, ${put(recordedOn)}::date, b.*
  from appended, unnest(${put(rows.map((row) => row.unitId))}::text[],
    ${put(rows.map((row) => DOCKETS[row.docket].id))}::smallint[],
    ${put(rows.map((row) => FLOWS[row.flow].id))}::smallint[], ${put(rows.map((row) => row.n))}::smallint[],
    ${put(rows.map((row) => row.officeId))}::int[], ${put(rows.map((row) => row.territoryId))}::int[],
    ${put(rows.map((row) => row.day))}::date[]) as b),
told as (
  insert into outbox (topic, subject_id, from_position, to_position)
  select unnest(${put(FILE_TOPICS)}::text[]), ${put(id)}::uuid, position, position from appended)`;
