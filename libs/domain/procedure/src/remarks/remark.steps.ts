import type { StepOf } from '../step.js';

/**
 * What stands in the way of resolving a case, for the report to those who can remove it.
 * Source: mục "khó khăn, vướng mắc" of the plans' periodic reports (KH 28/KH-BCĐ 2023).
 */
export const DIFFICULTY_CATEGORIES = [
  'law',
  'evidence',
  'expert-examination',
  'co-operation',
  'mutual-legal-assistance',
  'victim',
  'resources',
] as const;
export type DifficultyCategory = (typeof DIFFICULTY_CATEGORIES)[number];

/** What each remark on a case states. No remark moves the case. */
export interface RemarkPayloads {
  /** `campaign`: the campaign of the plan within which the case is a key one. */
  'key-case-marked': { readonly campaign?: string };
  'key-case-unmarked': { readonly because: string };
  'difficulty-noted': {
    readonly difficultyId: string;
    readonly category: DifficultyCategory;
    /** The article concerned, as it is cited: “Đ.150 BLHS”. */
    readonly provision?: string;
    /** What is asked of whom; never a name. */
    readonly summary: string;
  };
  'difficulty-settled': { readonly difficultyId: string };
}

export type RemarkStep = StepOf<RemarkPayloads>;
