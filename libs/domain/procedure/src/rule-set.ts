import { type Day, day } from '#libs/domain/kernel';

/** A version of the rules: the day since when it judges, and the text that made it. */
export interface RuleSet {
  readonly id: string;
  readonly validFrom: Day;
  readonly text: string;
}

/**
 * The versions of the rules, oldest first. A law that changes is a new row here and new rows with validity in the tables;
 * no row is ever edited.
 */
export const RULE_SETS: readonly RuleSet[] = [
  { id: 'BLTTHS-2018-01-01', validFrom: day('2018-01-01'), text: 'BLTTHS 101/2015/QH13; TTLT 01/2017; TTLT 04/2018' },
  { id: 'BLTTHS-2021-12-01', validFrom: day('2021-12-01'), text: 'Luật 02/2021/QH15; TTLT 01/2021' },
  { id: 'BLTTHS-2025-07-01', validFrom: day('2025-07-01'), text: 'Luật 99/2025/QH15; NQ 225/2025/QH15' },
  { id: 'BLTTHS-2026-01-01', validFrom: day('2026-01-01'), text: 'Luật 59/2024/QH15' },
];

/** @returns the version that judges a step of that day; the oldest for what happened before it. */
export const ruleSetOn = (on: Day): string =>
  (RULE_SETS.findLast(({ validFrom }) => validFrom <= on) ?? RULE_SETS[0])?.id ?? '';
