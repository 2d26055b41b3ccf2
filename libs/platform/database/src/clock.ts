import { Injectable } from '@nestjs/common';
import { type Day, day } from '#libs/domain/kernel';

/** Việt Nam has kept UTC+7 without summer time since 1975. */
const OFFSET_IN_MILLISECONDS = 7 * 3_600_000;

/** @returns the calendar day in Việt Nam (Asia/Ho_Chi_Minh) at an instant. */
export function localDay(instant: Date): Day {
  return day(new Date(instant.getTime() + OFFSET_IN_MILLISECONDS).toISOString().slice(0, 10));
}

/** The only source of the current time; inject it, so that a test can set it. */
export abstract class Clock {
  abstract now(): Date;

  /** The current day in Việt Nam. */
  today(): Day {
    return localDay(this.now());
  }
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is set: for tests and simulations. */
export class FixedClock extends Clock {
  private instant: Date;

  /** @param instant an instant, or a day (then 9 o'clock in Việt Nam). */
  constructor(instant: Date | Day) {
    super();
    this.instant = toInstant(instant);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Sets the clock to an instant, or to 9 o'clock of a day. */
  set(instant: Date | Day): void {
    this.instant = toInstant(instant);
  }
}

const toInstant = (value: Date | Day): Date => (value instanceof Date ? value : new Date(`${value}T09:00:00+07:00`));
