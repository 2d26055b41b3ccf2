import type { Day } from '#libs/domain/kernel';
import type { DifficultyCategory } from './remark.steps.js';

/** A difficulty noted on a case; settled on a day, or open. */
export interface Difficulty {
  readonly id: string;
  readonly category: DifficultyCategory;
  readonly provision?: string;
  readonly summary: string;
  readonly notedOn: Day;
  readonly officeId: number;
  readonly settledOn?: Day;
}

/** A key case (án điểm): since when, and within which campaign. */
export interface KeyCase {
  readonly since: Day;
  readonly campaign?: string;
}

/** What is remarked on a case beside its course. */
export interface Remarks {
  readonly keyCase?: KeyCase;
  readonly difficulties?: readonly Difficulty[];
}
