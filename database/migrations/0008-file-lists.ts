import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of files need: the receiver of an offered file as a column, and the order of the pages as an index. */
export class FileLists1767225600008 implements MigrationInterface {
  readonly name = 'FileLists1767225600008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index file_state_opened;
alter table file_state drop column receiver_office_id`);
  }
}

const UP = `
alter table file_state add column receiver_office_id int
  generated always as ((state->>'receiverOfficeId')::int) stored;
comment on column file_state.receiver_office_id is 'to whom the file is offered';
create index file_state_receiver on file_state (receiver_office_id) where receiver_office_id is not null;
create index file_state_opened on file_state (opened_on desc, subject_id desc);
`;
