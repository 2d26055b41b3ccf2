import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import type { Transition } from '../transition.js';
import { APPELLANTS, type AppealPayloads } from './appeal.steps.js';

type Row = Transition<CaseStatus, keyof AppealPayloads>;
type Deed = Pick<Row, 'command' | 'event' | 'article' | 'fields'>;
const persons = { kind: 'ids', required: true } as const;
const court = { actor: 'trial-court', by: ['court'] } as const;
const appellant = { kind: 'choice', required: false, choices: APPELLANTS } as const;

/** While some defendants are before the court above, the judgment on others may still be received, attacked or final. */
const ABOVE: readonly CaseStatus[] = ['sent-to-appeal', 'appeal-accepted', 'appeal-scheduled'];
const staying = (statuses: readonly CaseStatus[], deed: Deed): readonly Row[] =>
  statuses.map((status) => ({ ...deed, ...court, from: [status], to: [status] }));

const appeal: Deed = {
  command: 'appeal',
  event: 'appealed',
  article: BLTTHS('Đ.331–337'),
  fields: {
    kind: { kind: 'choice', required: true, choices: ['appeal', 'protest'] },
    by: appellant,
    late: { kind: 'flag', required: false },
    defendantIds: persons,
  },
};
const acceptance: Deed = {
  command: 'accept-late-appeal',
  event: 'late-appeal-accepted',
  article: BLTTHS('Đ.335'),
  fields: { defendantIds: persons },
};
const withdrawal: Deed = {
  command: 'withdraw-appeal',
  event: 'appeal-withdrawn',
  article: BLTTHS('Đ.342'),
  fields: { by: appellant, defendantIds: persons },
};
const finality: Deed = {
  command: 'finalise',
  event: 'finalised',
  article: BLTTHS('Đ.337, 343, 355'),
  fields: {
    basis: { kind: 'choice', required: true, choices: ['no-appeal', 'appellate-judgment'] },
    outcome: { kind: 'choice', required: false, choices: ['upheld', 'amended'] },
    defendantIds: { kind: 'ids', required: false },
  },
};

/** How a judgment is received, attacked, and becomes final where nobody attacks it. Source: Điều 331–337, 342, 343 BLTTHS. */
export const ATTACK_TRANSITIONS: readonly Row[] = [
  ...staying(['judged', 'appealed', ...ABOVE], {
    command: 'record-receipt',
    event: 'judgment-received',
    article: BLTTHS('Đ.262, 333 khoản 1'),
    fields: { defendantIds: persons },
  }),
  // A late appeal changes nothing until it is accepted.
  { ...appeal, ...court, from: ['judged'], to: ['judged', 'appealed'] },
  ...staying(['appealed', 'final', ...ABOVE], appeal),
  ...staying(['judged', 'appealed', 'final', ...ABOVE], {
    command: 'send-late-appeal',
    event: 'late-appeal-sent',
    article: BLTTHS('Đ.335 khoản 2'),
    fields: { defendantIds: persons },
  }),
  { ...acceptance, ...court, from: ['judged', 'appealed', 'final'], to: ['appealed'] },
  ...staying(ABOVE, acceptance),
  ...staying(['judged', 'appealed', 'final', ...ABOVE], {
    command: 'refuse-late-appeal',
    event: 'late-appeal-refused',
    article: BLTTHS('Đ.335 khoản 3'),
    fields: { defendantIds: persons },
  }),
  { ...withdrawal, actor: 'holder', by: ['court'], from: ['appealed'], to: ['judged', 'appealed'] },
  ...ABOVE.map((status): Row => ({ ...withdrawal, actor: 'holder', by: ['court'], from: [status], to: [status] })),
  { ...finality, ...court, from: ['judged'], to: ['judged', 'final'] },
  { ...finality, ...court, from: ['appealed'], to: ['judged', 'appealed', 'final'] },
  ...staying(ABOVE, finality),
];
