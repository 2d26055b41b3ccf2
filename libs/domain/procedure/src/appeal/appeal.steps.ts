import type { Day } from '#libs/domain/kernel';
import type { AppealLevel, Appellant } from '../court-course.js';
import type { Result } from '../outcomes.js';
import type { StepOf } from '../step.js';

/** Who may appeal or protest. Source: Điều 331, 336 BLTTHS. */
export const APPELLANTS = [
  'defendant',
  'victim',
  'civil-party',
  'procuracy',
  'procuracy-above',
] as const satisfies readonly Appellant[];

/** What an appellate court decides for one person. Source: Điều 348, 355–359 BLTTHS. */
export const APPEAL_OUTCOMES = [
  'upheld',
  'amended',
  'annulled-reinvestigate',
  'annulled-retry',
  'annulled-terminated',
  'discontinued',
] as const;

/** Why the procuracy studies the file of an appeal longer. Source: Điều 341 khoản 1 BLTTHS. */
export const FILE_STUDY_GROUNDS = {
  'study-especially-serious': 'Đ.341 khoản 1 BLTTHS',
  'study-complex': 'Đ.341 khoản 1 BLTTHS',
} as const;

type Persons = { readonly defendantIds: readonly string[] };

/** What each step from the judgment to the end of an appeal states. */
export interface AppealPayloads {
  'judgment-received': Persons;
  appealed: Persons & {
    readonly kind: 'appeal' | 'protest';
    readonly by?: (typeof APPELLANTS)[number];
    /** The period has run out; a court decides whether the appeal counts (Điều 335). */
    readonly late?: boolean;
  };
  'late-appeal-sent': Persons;
  'late-appeal-accepted': Persons;
  'late-appeal-refused': Persons;
  'appeal-withdrawn': Persons & { readonly by?: (typeof APPELLANTS)[number] };
  finalised: {
    readonly basis: 'no-appeal' | 'appellate-judgment';
    readonly outcome?: 'upheld' | 'amended';
    readonly defendantIds?: readonly string[];
  };
  'sent-to-appellate-court': { readonly toOfficeId: number };
  'appeal-accepted': { readonly level: AppealLevel };
  'appeal-file-lent': { readonly toOfficeId: number };
  'appeal-file-study-extended': { readonly until: Day; readonly ground: keyof typeof FILE_STUDY_GROUNDS };
  'appeal-file-given-back': Record<string, never>;
  'appeal-scheduled': { readonly hearingOn: Day };
  'appeal-decided': {
    readonly results: readonly Result<(typeof APPEAL_OUTCOMES)[number]>[];
    readonly toOfficeId?: number;
  };
}

export type AppealStep = StepOf<AppealPayloads>;
