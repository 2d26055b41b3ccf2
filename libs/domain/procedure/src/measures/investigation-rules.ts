import { type Day, day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS, LAW59 } from '../citations.js';
import type { Defendant } from '../defendant.js';
import { type Measured, byGravity, days, further, months } from '../time-limit.js';

/**
 * Adults: at most 3, 5, 7, 12 months, 16 by the supreme procuracy. **[M]** that Luật 99/2025 left it as it was: where its text
 * says otherwise a row valid since 01/07/2025 follows in `INVESTIGATION_RULES`. Source: Điều 173 BLTTHS.
 */
const ADULTS: Measured = {
  counting: 'detention',
  askBefore: 10,
  length: byGravity(months(2), months(3), months(4), months(4)),
  extensions: byGravity(
    further('procuracy', months(1)),
    further('procuracy', months(2)),
    further('procuracy', months(3)),
    [...further('procuracy', months(4), months(4)), ...further('supreme-procuracy', months(4))],
  ),
};

/** Of accused under 18 two thirds of it. Source: Điều 419 khoản 1 BLTTHS. */
const UNDER_18: Measured = {
  counting: 'detention',
  askBefore: 10,
  length: byGravity(days(40), days(60), days(80), days(80)),
  extensions: byGravity(
    further('procuracy', days(20)),
    further('procuracy', days(40)),
    further('procuracy', days(60)),
    [...further('procuracy', days(80), days(80)), ...further('supreme-procuracy', days(80))],
  ),
};

/**
 * **[M]** Luật 59/2024/QH15 took the place of Điều 419, and its own figures were not readable: until they are, the maximum of
 * an adult, which no figure of it can exceed.
 */
const UNDER_18_SINCE_2026: Measured = ADULTS;

/** How long somebody is detained for the investigation: of whom, in cases instituted when, by which article. */
export interface InvestigationRule {
  readonly id: 'detention-for-investigation' | 'detention-of-minor';
  readonly minor: boolean;
  readonly institutedFrom?: Day;
  readonly institutedTo?: Day;
  readonly measured: Measured;
  readonly article: string;
}

const ADULT_RULE: InvestigationRule = {
  id: 'detention-for-investigation',
  minor: false,
  measured: ADULTS,
  article: BLTTHS('Đ.173'),
};

/** The rules as replaceable rows. A minor in a case of an unknown day of institution has those of adults. */
export const INVESTIGATION_RULES: readonly InvestigationRule[] = [
  ADULT_RULE,
  {
    id: 'detention-of-minor',
    minor: true,
    institutedTo: day('2025-12-31'),
    measured: UNDER_18,
    article: BLTTHS('Đ.173, Đ.419 khoản 1'),
  },
  {
    id: 'detention-of-minor',
    minor: true,
    institutedFrom: day('2026-01-01'),
    measured: UNDER_18_SINCE_2026,
    article: `${BLTTHS('Đ.173')}; ${LAW59} [M]`,
  },
];

/** @returns the rule of detention for the investigation that an accused of the case has. */
export const investigationRuleOf = ({ institutedOn }: CaseFile, { minor }: Defendant): InvestigationRule =>
  INVESTIGATION_RULES.find(
    ({ minor: young, institutedFrom, institutedTo }) =>
      young === minor &&
      (!minor || institutedOn !== undefined) &&
      (institutedOn ?? '') >= (institutedFrom ?? '') &&
      (institutedTo === undefined || (institutedOn ?? '') <= institutedTo),
  ) ?? ADULT_RULE;
