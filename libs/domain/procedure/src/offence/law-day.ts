import type { Day } from '#libs/domain/kernel';

interface Dated {
  readonly committedOn?: Day;
  readonly institutedOn?: Day;
}

/**
 * @returns the day whose law applies to an offence: that of the deed, else of the institution, as far as they are known.
 * A milder law made since is for people to apply. Source: Điều 7 khoản 1 BLHS.
 */
export const lawDayOf = ({ committedOn, institutedOn }: Dated): Day | undefined => committedOn ?? institutedOn;
