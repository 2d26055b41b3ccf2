import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';

/** What waits in the outbox for one topic. */
export interface WaitingTopic {
  readonly topic: string;
  readonly rows: number;
  /** Seconds since the oldest row was written. */
  readonly oldestSeconds: number;
}

/** What was recorded and has not been worked off yet. The jobs of the topics take the rows out. */
@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  /** @returns the topics with rows that have waited for that many seconds at least. */
  async listWaiting(seconds = 0): Promise<WaitingTopic[]> {
    return this.database.query<WaitingTopic>(
      `select topic, count(*) as rows, extract(epoch from clock_timestamp() - min(created_at))::float as "oldestSeconds"
       from outbox where created_at <= clock_timestamp() - make_interval(secs => $1) group by topic order by topic`,
      [seconds],
    );
  }
}
