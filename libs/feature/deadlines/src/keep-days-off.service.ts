import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { type Day, DomainError, isDay } from '#libs/domain/kernel';
import { checkDaysOff } from '#libs/domain/procedure';
import { type DecidedYear, WorkingDays } from '#libs/feature/casework';
import { OutboxWakeUp } from '#libs/platform/queue';
import { DEADLINES } from './deadline-scope.js';
import { Database, UnitOfWork } from '#libs/platform/database';
import { DaysOffRepository } from './days-off.repository.js';

/** The topic of files whose limits are to be reckoned anew. */
export const LIMITS_CHANGED = 'limits-changed';

/** Keeps the calendar of days off; a year that changes has every running limit reckoned anew. */
@Injectable()
export class KeepDaysOff {
  constructor(
    private readonly days: DaysOffRepository,
    private readonly workingDays: WorkingDays,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly wakeUp: OutboxWakeUp,
  ) {}

  /** @returns the years that are known, oldest first. */
  async list(): Promise<DecidedYear[]> {
    return this.workingDays.list();
  }

  /**
   * Sets the days of one year and has the running limits reckoned anew.
   * @throws DomainError `days-off.other-year`, `days-off.twice`, `days-off.make-up-on-a-working-day`, `day.invalid`.
   */
  async set(year: DecidedYear, accountId?: string): Promise<void> {
    checkDaysOff(year);
    await this.unitOfWork.run(async (tx) => {
      await this.days.replaceInTx(tx, year, accountId);
      const ask = 'insert into outbox (topic, subject_id) select distinct $1, subject_id from running_limit';
      await tx.inTask(DEADLINES.task, () => tx.query(ask, [LIMITS_CHANGED]));
    });
    await this.workingDays.refresh();
    this.wakeUp.wake(LIMITS_CHANGED);
  }

  /**
   * Loads the years of `database/seeds/days-off` that the database does not know yet; what an administrator set stays.
   * @returns the years loaded. @throws DomainError as `set`, or `days-off.malformed` naming the file.
   */
  async loadSeeds(directory: string): Promise<number[]> {
    const known = new Set((await this.list()).map(({ year }) => year));
    const loaded: number[] = [];
    for (const name of (await readdir(directory)).filter((file) => file.endsWith('.yaml')).sort()) {
      const year = readYear(name, await readFile(path.join(directory, name), 'utf8'));
      if (known.has(year.year)) continue;
      await this.set(year);
      loaded.push(year.year);
    }
    return loaded;
  }

  /** @returns how many running limits are counted without a confirmed calendar of the year they end in. */
  async countUnconfirmed(): Promise<number> {
    const rows = await this.database.query<{ n: number }>(
      `select count(*)::int as n from running_limit r where not exists (
         select from day_off_year y where y.year = extract(year from r.due_on) and y.is_confirmed)`,
      [],
      DEADLINES,
    );
    return rows[0]?.n ?? 0;
  }
}

const isDays = (value: unknown): value is Day[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && isDay(one));

const readYear = (file: string, text: string): DecidedYear => {
  const value: unknown = parse(text, { schema: 'core' });
  const { year, decision, isConfirmed, daysOff, makeUpDays } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isWhole = typeof year === 'number' && typeof decision === 'string' && typeof isConfirmed === 'boolean';
  if (!isWhole || !isDays(daysOff) || !isDays(makeUpDays)) {
    throw new DomainError('days-off.malformed', 'malformed', { file });
  }
  return { year, decision, isConfirmed, daysOff, makeUpDays };
};
