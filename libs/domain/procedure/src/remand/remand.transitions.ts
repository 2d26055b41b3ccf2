import { CASE_INSTITUTORS } from '../agencies.js';
import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import type { RemandPayloads } from './remand.steps.js';

/** How an annulled case begins again. Source: Điều 174 khoản 3, 4, Điều 360, 394, 396, 403 BLTTHS. */
export const REMAND_TRANSITIONS: readonly Transition<CaseStatus, keyof RemandPayloads>[] = [
  {
    command: 'accept-remand',
    event: 'remand-accepted',
    from: ['remanded'],
    to: ['under-investigation', 'accepted', 'appeal-accepted'],
    actor: 'receiver',
    by: CASE_INSTITUTORS,
    article: BLTTHS('Đ.174 khoản 3, Đ.360, 394, 396'),
    fields: {},
  },
];
