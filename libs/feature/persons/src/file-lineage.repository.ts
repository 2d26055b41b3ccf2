import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#libs/domain/procedure';
import type { Tx } from '#libs/platform/database';

/** A file out of which another one came. */
export interface Ancestor {
  readonly id: string;
  readonly kind: SubjectKind;
}

const UP = `
with recursive up(id) as (
  select $1::uuid
  union
  select n.id from up u cross join lateral (
    select o.denunciation_id as id from case_origin o where o.case_id = u.id
    union all
    select (s.state ->> 'parentCaseId')::uuid from file_state s where s.subject_id = u.id
    union all
    select (s.state ->> 'parentId')::uuid from file_state s where s.subject_id = u.id
    union all
    select jsonb_array_elements_text(s.state -> 'absorbedCaseIds')::uuid from file_state s
      where s.subject_id = u.id and jsonb_typeof(s.state -> 'absorbedCaseIds') = 'array'
    union all
    select s.subject_id from file_state s where s.state ? 'joinedIntoId' and s.state ->> 'joinedIntoId' = u.id::text
  ) n where n.id is not null)
select s.id, s.kind from up join subject s using (id)`;

const ORIGINS = `
with recursive moves as (
  select (m ->> 'defendantId')::uuid as was, (m ->> 'newId')::uuid as became
  from event e cross join lateral jsonb_array_elements(coalesce(e.payload -> 'persons', e.payload -> 'movedTo', '[]')) m
  where e.subject_id = any($2::uuid[]) and e.type in ('case-severed', 'case-joined')),
back(defendant, person) as (
  select d.defendant_id, d.defendant_id from defendant_state d where d.case_id = $1
  union
  select b.defendant, m.was from back b join moves m on m.became = b.person)
select defendant, person from back`;

/**
 * Where a file came from. Its readers need not see those files: who is in the case that a court tries was recorded in the
 * denunciation that a commune's police received. So this reads as the record does, and tells ids only.
 */
@Injectable()
export class FileLineage {
  /** @returns the file itself and every file out of which it came. */
  async ancestorsInTx(tx: Tx, fileId: string): Promise<Ancestor[]> {
    return tx.inTask('record', () => tx.query<Ancestor>(UP, [fileId]));
  }

  /** @returns by the id under which a defendant was first recorded, the id that he or she has in this case. */
  async defendantsInTx(tx: Tx, caseId: string, ancestorIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.inTask('record', () =>
      tx.query<{ defendant: string; person: string }>(ORIGINS, [caseId, ancestorIds]),
    );
    return new Map(rows.map(({ defendant, person }) => [person, defendant]));
  }
}
