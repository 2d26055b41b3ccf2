import type { Day } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';

/** The offices through which the matters of one place go, as they were when the matter began. */
export interface OfficeChain {
  readonly placeId: number;
  readonly police: Office;
  readonly procuracy: Office;
  readonly court: Office;
  /** What the local court may not try goes to that of the province. */
  readonly courtOfProvince: Office;
}

/** What a story asks about offices as time passes. */
export interface OfficesInTime {
  /** @returns who does an office's work on that day: itself or its successor. */
  successorOf(office: Office, day: Day): Office;
  /** @returns another investigating office of the same province on that day, for transfers. */
  neighbourOf(office: Office, day: Day): Office | undefined;
}
