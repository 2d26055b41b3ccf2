import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type TimeLimit, months } from '../time-limit.js';

export type ReviewLimit = TimeLimit<CaseFile, 'cassation-hearing' | 'reopening-hearing'>;

/**
 * The limits of the review of a final judgment; no step tells when the court has the file, so they run from the protest.
 * Source: Điều 385, 403 BLTTHS.
 */
export const REVIEW_LIMITS: readonly ReviewLimit[] = [
  {
    id: 'cassation-hearing',
    starts: ['cassation-protested'],
    stops: ['cassation-decided'],
    length: months(4),
    extensions: [],
    article: BLTTHS('Đ.385'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'reopening-hearing',
    starts: ['reopening-protested'],
    stops: ['reopening-decided'],
    length: months(4),
    extensions: [],
    article: BLTTHS('Đ.385, 403'),
    validFrom: CODE_IN_FORCE,
  },
];
