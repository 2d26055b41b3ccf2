import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few of many cases are remarked on: the lists of difficulties and of key cases find them without reading the others. */
export class Remarks1767225600013 implements MigrationInterface {
  readonly name = 'Remarks1767225600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index file_state_difficulty on file_state (subject_id) where state ? 'difficulties';
create index file_state_key_case on file_state (subject_id) where state ? 'keyCase'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index file_state_difficulty, file_state_key_case');
  }
}
