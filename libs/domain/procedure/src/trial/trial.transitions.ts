import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { RETURN_GROUNDS, TRIAL_SUSPENSION_GROUNDS, TRIAL_TERMINATION_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { TrialPayloads } from './trial.steps.js';

type Row = Transition<CaseStatus, keyof TrialPayloads>;
const someIds = { kind: 'ids', required: false } as const;
const court = { actor: 'holder', by: ['court'] } as const;
const choice = (choices: readonly string[]) => ({ kind: 'choice', required: true, choices }) as const;

const preparation: readonly Row[] = [
  {
    command: 'accept',
    event: 'case-accepted',
    from: ['handed-to-court'],
    to: ['accepted'],
    ...court,
    article: BLTTHS('Đ.276'),
    fields: {},
  },
  {
    command: 'schedule',
    event: 'scheduled',
    from: ['accepted'],
    to: ['scheduled'],
    ...court,
    article: BLTTHS('Đ.255, 277'),
    fields: { hearingOn: { kind: 'day', required: true } },
  },
  {
    command: 'return-by-court',
    event: 'returned-by-court',
    from: ['accepted', 'scheduled'],
    to: ['at-procuracy'],
    ...court,
    article: BLTTHS('Đ.174 khoản 2, Đ.277, 280, 326'),
    fields: {
      by: choice(['judge', 'panel']),
      ground: choice(codesOf(RETURN_GROUNDS)),
      toOfficeId: { kind: 'office', required: false },
    },
  },
  {
    command: 'suspend',
    event: 'trial-suspended',
    from: ['accepted', 'scheduled'],
    to: ['accepted', 'scheduled', 'trial-suspended'],
    ...court,
    article: BLTTHS('Đ.277, 281, 290'),
    fields: { ground: choice(codesOf(TRIAL_SUSPENSION_GROUNDS)), defendantIds: someIds },
  },
  {
    command: 'resume',
    event: 'trial-resumed',
    from: ['accepted', 'scheduled', 'trial-suspended', 'trial-terminated'],
    to: ['accepted', 'scheduled'],
    ...court,
    article: BLTTHS('Đ.283'),
    fields: { defendantIds: someIds },
  },
  {
    command: 'terminate',
    event: 'trial-terminated',
    from: ['accepted', 'scheduled', 'trial-suspended'],
    to: ['accepted', 'scheduled', 'trial-suspended', 'trial-terminated'],
    ...court,
    article: BLTTHS('Đ.277, 282, 285'),
    fields: { ground: choice(codesOf(TRIAL_TERMINATION_GROUNDS)), defendantIds: someIds },
  },
];

const judgment: readonly Row[] = [
  {
    command: 'judge',
    event: 'judged',
    from: ['scheduled'],
    to: ['judged'],
    ...court,
    article: BLTTHS('Đ.250, 260, 299, 326'),
    fields: { verdicts: { kind: 'verdicts', required: true } },
  },
  {
    command: 'appeal',
    event: 'appealed',
    from: ['judged', 'appealed'],
    to: ['appealed'],
    ...court,
    article: BLTTHS('Đ.331–337'),
    fields: { kind: choice(['appeal', 'protest']), defendantIds: { kind: 'ids', required: true } },
  },
  {
    command: 'finalise',
    event: 'finalised',
    from: ['judged', 'appealed'],
    to: ['judged', 'appealed', 'final'],
    ...court,
    article: BLTTHS('Đ.343, 355'),
    fields: {
      basis: choice(['no-appeal', 'appellate-judgment']),
      outcome: { kind: 'choice', required: false, choices: ['upheld', 'amended'] },
      defendantIds: someIds,
    },
  },
];

/** Every lawful step of the trial of a case. Source: Điều 255–344 BLTTHS. */
export const TRIAL_TRANSITIONS: readonly Row[] = [...preparation, ...judgment];
