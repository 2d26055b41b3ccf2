import type { CaseStatus } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { APPEAL_LEVELS } from '../court-course.js';
import { codesOf } from '../grounds.js';
import type { Transition } from '../transition.js';
import { APPEAL_OUTCOMES, type AppealPayloads, FILE_STUDY_GROUNDS } from './appeal.steps.js';
import { ATTACK_TRANSITIONS } from './attack.transitions.js';

type Row = Transition<CaseStatus, keyof AppealPayloads>;
const office = { kind: 'office', required: true } as const;
const court = { actor: 'holder', by: ['court'] } as const;

const decision: Pick<Row, 'command' | 'event' | 'article' | 'fields'> = {
  command: 'decide-appeal',
  event: 'appeal-decided',
  article: BLTTHS('Đ.348, 355–360'),
  fields: {
    results: { kind: 'results', required: true, choices: APPEAL_OUTCOMES },
    toOfficeId: { kind: 'office', required: false },
  },
};

const hearing: readonly Row[] = [
  {
    command: 'send-to-appellate-court',
    event: 'sent-to-appellate-court',
    from: ['appealed'],
    to: ['sent-to-appeal'],
    ...court,
    article: BLTTHS('Đ.339, 344'),
    fields: { toOfficeId: office },
  },
  {
    command: 'accept-appeal',
    event: 'appeal-accepted',
    from: ['sent-to-appeal'],
    to: ['appeal-accepted'],
    ...court,
    article: BLTTHS('Đ.340, 344'),
    fields: { level: { kind: 'choice', required: true, choices: APPEAL_LEVELS } },
  },
  {
    command: 'lend-file',
    event: 'appeal-file-lent',
    from: ['appeal-accepted'],
    to: ['appeal-accepted'],
    ...court,
    article: BLTTHS('Đ.340, 341'),
    fields: { toOfficeId: office },
  },
  {
    command: 'extend-file-study',
    event: 'appeal-file-study-extended',
    from: ['appeal-accepted'],
    to: ['appeal-accepted'],
    ...court,
    article: BLTTHS('Đ.341 khoản 1'),
    fields: {
      until: { kind: 'day', required: true },
      ground: { kind: 'choice', required: true, choices: codesOf(FILE_STUDY_GROUNDS) },
    },
  },
  {
    command: 'take-file-back',
    event: 'appeal-file-given-back',
    from: ['appeal-accepted'],
    to: ['appeal-accepted'],
    ...court,
    article: BLTTHS('Đ.341'),
    fields: {},
  },
  {
    command: 'schedule-appeal',
    event: 'appeal-scheduled',
    from: ['appeal-accepted'],
    to: ['appeal-scheduled'],
    ...court,
    article: BLTTHS('Đ.346 khoản 2'),
    fields: { hearingOn: { kind: 'day', required: true } },
  },
  // Before a hearing is set an appeal can only be discontinued (Điều 348).
  { ...decision, ...court, from: ['appeal-accepted'], to: ['judged', 'final'] },
  { ...decision, ...court, from: ['appeal-scheduled'], to: ['judged', 'final', 'remanded'] },
];

/** Every lawful step from the judgment at first instance to the end of the appeal. Source: Điều 330–363 BLTTHS. */
export const APPEAL_TRANSITIONS: readonly Row[] = [...ATTACK_TRANSITIONS, ...hearing];
