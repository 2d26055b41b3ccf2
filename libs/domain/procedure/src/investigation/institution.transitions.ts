import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS, TTLT04 } from '../citations.js';
import { NON_INSTITUTION_GROUNDS, codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import type { InvestigationPayloads } from './investigation.steps.js';

type Row = Transition<CaseStatus, keyof InvestigationPayloads>;

/** How the decision to institute is changed, cancelled or overruled. Source: Điều 156, 158, 161 BLTTHS. */
export const INSTITUTION_TRANSITIONS: readonly Row[] = [
  {
    command: 'change-institution',
    event: 'institution-changed',
    from: ['under-investigation'],
    to: ['under-investigation'],
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: `${BLTTHS('Đ.156')}; ${TTLT04('Đ.8')}`,
    fields: {
      offence: { kind: 'offence', required: true },
      kind: { kind: 'choice', required: true, choices: ['changed', 'supplemented'] },
    },
  },
  {
    command: 'cancel-institution',
    event: 'institution-cancelled',
    from: ['under-investigation'],
    to: ['institution-cancelled'],
    actor: 'holder',
    by: CASE_INVESTIGATORS,
    article: BLTTHS('Đ.158 khoản 1'),
    fields: { ground: { kind: 'choice', required: true, choices: codesOf(NON_INSTITUTION_GROUNDS) } },
  },
  {
    command: 'overrule-institution',
    event: 'institution-overruled',
    from: ['under-investigation'],
    to: ['institution-cancelled'],
    actor: 'supervisor',
    by: ['procuracy'],
    article: BLTTHS('Đ.161 khoản 1 điểm b'),
    fields: {},
  },
];
