import { type Day, day } from '#libs/domain/kernel';
import { TT28_IN_FORCE, TTLT0120_IN_FORCE, TTLT0121_IN_FORCE, TTLT01_IN_FORCE, TTLT04_IN_FORCE } from './in-force.js';
import { CODE_IN_FORCE } from './time-limit.js';

/** A version of the rules: the day since when it judges, and the text that made it. */
export interface RuleSet {
  readonly id: string;
  readonly validFrom: Day;
  readonly text: string;
}

/**
 * The versions of the rules, oldest first. A law that changes is a new row here and new rows with validity in the tables;
 * the id of a row is never edited, because the events that it judged carry it.
 */
export const RULE_SETS: readonly RuleSet[] = [
  { id: 'BLTTHS-2018-01-01', validFrom: CODE_IN_FORCE, text: 'BLTTHS 101/2015/QH13' },
  { id: 'BLTTHS-2018-03-01', validFrom: TTLT01_IN_FORCE, text: 'TTLT 01/2017' },
  { id: 'BLTTHS-2018-12-10', validFrom: TTLT04_IN_FORCE, text: 'TTLT 04/2018' },
  { id: 'BLTTHS-2020-05-15', validFrom: TT28_IN_FORCE, text: 'TT 28/2020/TT-BCA' },
  { id: 'BLTTHS-2020-07-15', validFrom: TTLT0120_IN_FORCE, text: 'TTLT 01/2020' },
  {
    id: 'BLTTHS-2021-12-01',
    validFrom: day('2021-12-01'),
    text: 'Luật 02/2021/QH15; TTLT 01/2021/TTLT-VKSNDTC-BCA-BQP-BNN&PTNT-BTC',
  },
  {
    id: 'BLTTHS-2022-01-14',
    validFrom: TTLT0121_IN_FORCE,
    text: 'TTLT 01/2021/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC',
  },
  { id: 'BLTTHS-2025-07-01', validFrom: day('2025-07-01'), text: 'Luật 99/2025/QH15; NQ 225/2025/QH15' },
  { id: 'BLTTHS-2026-01-01', validFrom: day('2026-01-01'), text: 'Luật 59/2024/QH15' },
];

/** @returns the version that judges a step of that day; the oldest for what happened before it. */
export const ruleSetOn = (on: Day): string =>
  (RULE_SETS.findLast(({ validFrom }) => validFrom <= on) ?? RULE_SETS[0])?.id ?? '';
