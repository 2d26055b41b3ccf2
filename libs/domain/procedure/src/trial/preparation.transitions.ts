import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
import {
  COURT_RETURN_GROUNDS,
  HEARING_OBSTACLES,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  codesOf,
} from '../grounds.js';
import type { Transition } from '../transition.js';
import type { TrialPayloads } from './trial.steps.js';

type Row = Transition<CaseStatus, keyof TrialPayloads>;
const someIds = { kind: 'ids', required: false } as const;
const court = { actor: 'holder', by: ['court'] } as const;
const choice = (choices: readonly string[]) => ({ kind: 'choice', required: true, choices }) as const;

/** How the court takes up a case and prepares its trial. Source: Điều 255, 274, 276, 277, 280 BLTTHS. */
export const PREPARATION_TRANSITIONS: readonly Row[] = [
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
    command: 'assign-judge',
    event: 'judge-assigned',
    from: ['accepted'],
    to: ['accepted'],
    ...court,
    article: BLTTHS('Đ.44, 276'),
    fields: { judgeId: { kind: 'id', required: true } },
  },
  {
    command: 'extend-preparation',
    event: 'preparation-extended',
    from: ['accepted'],
    to: ['accepted'],
    ...court,
    article: BLTTHS('Đ.277 khoản 1'),
    fields: { until: { kind: 'day', required: true } },
  },
  {
    // A hearing that is set may be set to another day (Điều 297).
    command: 'schedule',
    event: 'scheduled',
    from: ['accepted', 'scheduled'],
    to: ['scheduled'],
    ...court,
    article: BLTTHS('Đ.255, 277, 297'),
    fields: {
      hearingOn: { kind: 'day', required: true },
      obstacle: { kind: 'choice', required: false, choices: codesOf(HEARING_OBSTACLES) },
    },
  },
  {
    command: 'return-by-court',
    event: 'returned-by-court',
    from: ['accepted', 'scheduled'],
    to: ['at-procuracy'],
    ...court,
    article: BLTTHS('Đ.174 khoản 2, Đ.277, 280, 298 khoản 3, Đ.326'),
    fields: {
      by: choice(['judge', 'panel']),
      ground: choice(codesOf(COURT_RETURN_GROUNDS)),
      toOfficeId: { kind: 'office', required: false },
    },
  },
  {
    command: 'return-for-competence',
    event: 'returned-for-competence',
    from: ['accepted'],
    to: ['at-procuracy'],
    ...court,
    article: BLTTHS('Đ.274'),
    fields: { toOfficeId: { kind: 'office', required: false } },
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

/** How a trial stands still, goes on and ends without a judgment. Source: Điều 281–283 BLTTHS. */
export const HALT_TRANSITIONS: readonly Row[] = [
  { ...suspension, from: ['accepted'], to: ['accepted', 'trial-suspended'] },
  { ...suspension, from: ['scheduled'], to: ['scheduled', 'trial-suspended'] },
  { ...resumption, from: ['accepted', 'trial-suspended', 'trial-terminated'], to: ['accepted'] },
  { ...resumption, from: ['scheduled'], to: ['scheduled'] },
  // Whom the court suspended before it judged the others is tried after them, or not at all.
  { ...resumption, from: ['judged'], to: ['accepted'] },
  { ...termination, from: ['accepted'], to: ['accepted', 'trial-suspended', 'trial-terminated'] },
  { ...termination, from: ['scheduled'], to: ['scheduled', 'trial-suspended', 'trial-terminated'] },
  { ...termination, from: ['trial-suspended'], to: ['trial-suspended', 'trial-terminated'] },
  { ...termination, from: ['judged'], to: ['judged', 'final'] },
];
