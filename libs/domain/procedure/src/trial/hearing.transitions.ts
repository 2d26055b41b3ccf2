import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { ADJOURNMENT_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { TrialPayloads } from './trial.steps.js';

type Row = Transition<CaseStatus, keyof TrialPayloads>;
const court = { actor: 'holder', by: ['court'] } as const;
const day = { kind: 'day', required: true } as const;

/** A hearing goes the same way at first instance and on appeal (Điều 354 khoản 1). */
const HEARD: readonly CaseStatus[] = ['scheduled', 'appeal-scheduled'];

const ofEveryHearing = (row: Omit<Row, 'from' | 'to' | 'actor' | 'by'>): readonly Row[] =>
  HEARD.map((status) => ({ ...row, ...court, from: [status], to: [status] }));

/** What happens in a hearing, until the judgment. Source: Điều 250, 260, 277, 297, 299, 326, 352, 354 BLTTHS. */
export const HEARING_TRANSITIONS: readonly Row[] = [
  ...ofEveryHearing({
    command: 'open-hearing',
    event: 'hearing-opened',
    article: BLTTHS('Đ.277 khoản 3, Đ.300, 346 khoản 3'),
    fields: {},
  }),
  ...ofEveryHearing({
    command: 'adjourn',
    event: 'adjourned',
    article: BLTTHS('Đ.297, 352'),
    fields: { hearingOn: day, ground: { kind: 'choice', required: true, choices: codesOf(ADJOURNMENT_GROUNDS) } },
  }),
  ...ofEveryHearing({
    command: 'prolong-deliberation',
    event: 'deliberation-prolonged',
    article: BLTTHS('Đ.326'),
    fields: { until: day },
  }),
  {
    command: 'judge',
    event: 'judged',
    from: ['scheduled'],
    to: ['judged'],
    ...court,
    article: BLTTHS('Đ.250, 260, 290, 298, 299, 326'),
    fields: { verdicts: { kind: 'verdicts', required: true } },
  },
];
