import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';

/** An office that takes over those of a province's districts still sees fewer offices than this. */
const WIDE = 100;

/**
 * Which files an actor may see: those that one of the offices in the actor's scope holds, held, or is offered, unless they
 * are marked above the actor's clearance and not assigned to the actor (`withheld_files` asks the transaction's context).
 * What may not be seen does not exist for the actor.
 */
@Injectable()
export class FileVisibility {
  /**
   * SQL that is true for the visible files; `file` is the column with the subject's id, `scope` the parameter. The tables
   * have names of their own here: one that the query around it uses too would stand for this one's, and let everybody see.
   */
  condition(file: string, scope: string): string {
    return `(${file} not in (select withheld_files()) and (exists (select 1 from docket_entry seen_entry where seen_entry.subject_id = ${file}
        and seen_entry.office_id = any(${scope}::int[]))
      or exists (select 1 from file_state seen_state where seen_state.subject_id = ${file}
        and (seen_state.holder_office_id = any(${scope}::int[])
          or seen_state.receiver_office_id = any(${scope}::int[])))))`;
  }

  /**
   * The same for a list in order: an office with few files among many is asked for its files, a committee that sees most
   * of the country walks along the order of the list until the page is full.
   */
  listCondition(actor: Actor, file: string, scope: string): string {
    if (actor.visibleOfficeIds.size > WIDE) return this.condition(file, scope);
    return `${file} not in (select withheld_files()) and ${file} in (select d.subject_id from docket_entry d where d.office_id = any(${scope}::int[])
      union all select h.subject_id from file_state h where h.holder_office_id = any(${scope}::int[])
      union all select r.subject_id from file_state r where r.receiver_office_id = any(${scope}::int[]))`;
  }

  /** @returns the parameter that goes with `condition`. */
  scopeOf(actor: Actor): number[] {
    return [...actor.visibleOfficeIds];
  }

  /** @returns whether the actor may see the file. */
  async seesInTx(tx: Tx, actor: Actor, subjectId: string): Promise<boolean> {
    const rows = await tx.queryOften<{ sees: boolean }>(`select ${this.condition('$1::uuid', '$2')} as sees`, [
      subjectId,
      this.scopeOf(actor),
    ]);
    return rows[0]?.sees === true;
  }
}
