/** What must not be found in the tables, whatever was killed when: a statement that lists the offenders. */
export interface StoredFault {
  readonly invariant: 'I2' | 'I3';
  readonly what: string;
  readonly sql: string;
}

const LAST = `(select subject_id, max(sequence) as last, min(sequence) as first, count(*) as n, max(position) as position
  from event group by subject_id)`;

/** Every statement returns the column `offender`; `$1` is absent. Together they say that a step is stored whole or not at all. */
export const STORED_FAULTS: readonly StoredFault[] = [
  {
    invariant: 'I2',
    what: 'event without the receipt of its command',
    sql: `select position::text as offender from event e
      where not exists (select from command_receipt r where r.command_id = e.command_id)`,
  },
  {
    invariant: 'I2',
    what: 'receipt without an event',
    sql: `select command_id::text as offender from command_receipt r
      where not exists (select from event e where e.command_id = r.command_id and e.subject_id = r.subject_id)`,
  },
  {
    invariant: 'I3',
    what: 'sequence with a gap, or a version that is not the last sequence',
    sql: `select s.id::text as offender from subject s left join ${LAST} e on e.subject_id = s.id
      where e.first is distinct from 1 or e.n is distinct from e.last or e.last is distinct from s.version`,
  },
  {
    invariant: 'I2',
    what: 'state that is not of the last event',
    sql: `select s.id::text as offender from subject s left join file_state f on f.subject_id = s.id
      left join ${LAST} e on e.subject_id = s.id where f.last_position is distinct from e.position`,
  },
  {
    invariant: 'I2',
    what: 'booking of no event',
    sql: `select l.id::text as offender from ledger l
      where not exists (select from event e where e.position = l.position and e.subject_id = l.subject_id)`,
  },
  {
    invariant: 'I2',
    what: 'case without the link to its denunciation',
    sql: `select f.subject_id::text as offender from file_state f
      cross join lateral jsonb_array_elements_text(f.state->'denunciationIds') as d(id)
      where f.state->>'life' = 'case'
        and not exists (select from case_origin o where o.case_id = f.subject_id and o.denunciation_id = d.id::uuid)`,
  },
  {
    invariant: 'I2',
    what: 'instituted denunciation whose case does not exist',
    sql: `select f.subject_id::text as offender from file_state f
      cross join lateral jsonb_array_elements_text(f.state->'caseIds') as c(id)
      where f.state->>'life' = 'denunciation'
        and not exists (select from subject s where s.id = c.id::uuid and s.kind = 'case')`,
  },
  {
    invariant: 'I2',
    what: 'case with more or fewer defendants beside it than in it',
    sql: `select f.subject_id::text as offender from file_state f where f.state->>'life' = 'case'
      and jsonb_array_length(f.state->'defendants') <>
        (select count(*) from defendant_state d where d.case_id = f.subject_id)`,
  },
];
