import { Injectable } from '@nestjs/common';
import type { DecidedYear } from '#libs/feature/casework';
import type { Tx } from '#libs/platform/database';

/** Writes the tables of days off; `WorkingDays` reads them. */
@Injectable()
export class DaysOffRepository {
  /** Puts a year's days in the place of those that were there. */
  async replaceInTx(tx: Tx, year: DecidedYear, setBy?: string): Promise<void> {
    await tx.query(
      `insert into day_off_year (year, is_confirmed) values ($1, $2)
       on conflict (year) do update set is_confirmed = excluded.is_confirmed, revised_at = clock_timestamp()`,
      [year.year, year.isConfirmed],
    );
    await tx.query('delete from day_off where extract(year from day) = $1', [year.year]);
    await tx.query(
      `insert into day_off (day, kind, decision, set_by)
       select day, kind, $3, $4 from (select unnest($1::date[]) as day, 'off' as kind
         union all select unnest($2::date[]), 'make-up') days`,
      [year.daysOff, year.makeUpDays, year.decision, setBy ?? null],
    );
  }
}
