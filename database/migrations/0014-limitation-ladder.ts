import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of a limitation of prosecution is told 12, 6 and 3 months before. */
export class LimitationLadder1767225600014 implements MigrationInterface {
  readonly name = 'LimitationLadder1767225600014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table limit_notice drop constraint limit_notice_rung_check;
alter table limit_notice add constraint limit_notice_rung_check check (rung in (360, 180, 90, 7, 3, 1, 0));
comment on table limit_notice is 'told once for each rung of each limit: 7, 3 and 1 days before its end and when it is over; 360, 180 and 90 are 12, 6 and 3 months before the end of a limitation';
create index running_limit_limitation on running_limit (due_on, id) where kind = 'limitation'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index running_limit_limitation;
delete from limit_notice where rung > 7;
alter table limit_notice drop constraint limit_notice_rung_check;
alter table limit_notice add constraint limit_notice_rung_check check (rung in (7, 3, 1, 0))`);
  }
}
