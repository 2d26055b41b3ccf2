import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was recorded long after its day, and what before: figures as of a day are the openings less what was recorded
 * later. Most bookings are in neither index; the five days are those of libs/feature/compliance late-bookings.
 */
export class LateBookings1767225600015 implements MigrationInterface {
  readonly name = 'LateBookings1767225600015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index ledger_late on ledger (recorded_on) include (day, territory_id, docket, flow, n) where recorded_on - day >= 5;
create index ledger_early on ledger (recorded_on) where recorded_on < day`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_late, ledger_early');
  }
}
