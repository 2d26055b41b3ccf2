import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { type WorkingCalendar, type YearOfDaysOff, workingCalendar } from '#libs/domain/procedure';
import { Database, type Tx } from '#libs/platform/database';

/** The decision on the days off of one year: its days, its document, and whether somebody has confirmed it. */
export interface DecidedYear extends YearOfDaysOff {
  readonly decision: string;
  readonly isConfirmed: boolean;
}

interface Row {
  year: number;
  is_confirmed: boolean;
  day: Day | null;
  kind: 'off' | 'make-up' | null;
  decision: string | null;
}

const SELECT = `
select y.year, y.is_confirmed, d.day::text as day, d.kind, d.decision
from day_off_year y left join day_off d on extract(year from d.day) = y.year
order by y.year, d.day`;

/** Another process may have set a year; so often is the calendar read again. */
const READ_EVERY_MILLISECONDS = 5_000;

/**
 * The calendar of working days, for whoever judges a step or reckons a limit. A limit that ends on a day off ends on the
 * next working day, so a step of that day is in time. A year that another process sets is seen within seconds.
 */
@Injectable()
export class WorkingDays implements OnModuleInit {
  private readonly log = new Logger(WorkingDays.name);
  private known: WorkingCalendar = workingCalendar([]);
  private readAt = 0;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** @returns the calendar in memory. */
  get calendar(): WorkingCalendar {
    if (performance.now() - this.readAt > READ_EVERY_MILLISECONDS) this.refreshBehind();
    return this.known;
  }

  /** Reads the calendar again; what was committed before the call is in memory after it. */
  async refresh(): Promise<void> {
    this.readAt = performance.now();
    this.known = workingCalendar(await this.list());
  }

  /** @returns every year that is known, oldest first. */
  async list(): Promise<DecidedYear[]> {
    return yearsOf(await this.database.query<Row>(SELECT));
  }

  /** @returns the calendar as the transaction sees it. */
  async calendarInTx(tx: Tx): Promise<WorkingCalendar> {
    return workingCalendar(yearsOf(await tx.query<Row>(SELECT)));
  }

  private refreshBehind(): void {
    this.readAt = performance.now();
    this.refresh().catch((error: unknown) => {
      this.log.warn(`the days off were not read again: ${error instanceof Error ? error.message : 'unknown'}`);
    });
  }
}

const yearsOf = (rows: readonly Row[]): DecidedYear[] => {
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.map((year) => {
    const days = rows.filter((row) => row.year === year);
    const of = (kind: Row['kind']): Day[] => days.flatMap((row) => (row.kind === kind && row.day ? [row.day] : []));
    return {
      year,
      daysOff: of('off'),
      makeUpDays: of('make-up'),
      decision: days.find((row) => row.decision !== null)?.decision ?? '',
      isConfirmed: days[0]?.is_confirmed ?? false,
    };
  });
};
