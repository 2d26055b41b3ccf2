import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each topic is taken and counted by itself: what waits for another one, millions after a first load, is no hindrance. */
export class OutboxTopics1767225600016 implements MigrationInterface {
  readonly name = 'OutboxTopics1767225600016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index outbox_topic on outbox (topic, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_topic');
  }
}
