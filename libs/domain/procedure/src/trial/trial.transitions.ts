import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
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
    // An adjourned hearing is set again (Điều 297).
    command: 'schedule',
    event: 'scheduled',
    from: ['accepted', 'scheduled'],
    to: ['scheduled'],
    ...court,
    article: BLTTHS('Đ.255, 277, 297'),
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
];

const suspension = {
  command: 'suspend',
  event: 'trial-suspended',
  ...court,
  article: BLTTHS('Đ.277, 281, 290'),
  fields: { ground: choice(codesOf(TRIAL_SUSPENSION_GROUNDS)), defendantIds: someIds },
} as const;
const resumption = {
  command: 'resume',
  event: 'trial-resumed',
  ...court,
  article: BLTTHS('Đ.283'),
  fields: { defendantIds: someIds },
} as const;
const termination = {
  command: 'terminate',
  event: 'trial-terminated',
  ...court,
  article: `${BLTTHS('Đ.277, 282, 285')}; ${TTLT0120('Đ.11')}`,
  fields: { ground: choice(codesOf(TRIAL_TERMINATION_GROUNDS)), defendantIds: someIds },
} as const;

const halts: readonly Row[] = [
  { ...suspension, from: ['accepted'], to: ['accepted', 'trial-suspended'] },
  { ...suspension, from: ['scheduled'], to: ['scheduled', 'trial-suspended'] },
  { ...resumption, from: ['accepted', 'trial-suspended', 'trial-terminated'], to: ['accepted'] },
  { ...resumption, from: ['scheduled'], to: ['scheduled'] },
  { ...termination, from: ['accepted'], to: ['accepted', 'trial-suspended', 'trial-terminated'] },
  { ...termination, from: ['scheduled'], to: ['scheduled', 'trial-suspended', 'trial-terminated'] },
  { ...termination, from: ['trial-suspended'], to: ['trial-suspended', 'trial-terminated'] },
];

const finality = {
  command: 'finalise',
  event: 'finalised',
  ...court,
  article: BLTTHS('Đ.337, 343, 355'),
  fields: {
    basis: choice(['no-appeal', 'appellate-judgment']),
    outcome: { kind: 'choice', required: false, choices: ['upheld', 'amended'] },
    defendantIds: someIds,
  },
} as const;

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
  { ...finality, from: ['judged'], to: ['judged', 'final'] },
  { ...finality, from: ['appealed'], to: ['judged', 'appealed', 'final'] },
];

/** Every lawful step of the trial of a case. Source: Điều 255–344 BLTTHS. */
export const TRIAL_TRANSITIONS: readonly Row[] = [...preparation, ...halts, ...judgment];
