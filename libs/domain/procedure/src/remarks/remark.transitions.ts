import { CASE_INSTITUTORS } from '../agencies.js';
import { CASE_STATUSES, type CaseStatus } from '../case-file.js';
import { PLAN_2023 } from '../citations.js';
import type { Transition } from '../transition.js';
import { DIFFICULTY_CATEGORIES, type RemarkPayloads } from './remark.steps.js';

type Row = Transition<CaseStatus, keyof RemarkPayloads>;
const text = (required: boolean) => ({ kind: 'text', required }) as const;

const COMMANDS: readonly Pick<Row, 'command' | 'event' | 'article' | 'fields'>[] = [
  {
    command: 'mark-key-case',
    event: 'key-case-marked',
    article: PLAN_2023('vụ án điểm'),
    fields: { campaign: text(false) },
  },
  {
    command: 'unmark-key-case',
    event: 'key-case-unmarked',
    article: PLAN_2023('vụ án điểm'),
    fields: { because: text(true) },
  },
  {
    command: 'note-difficulty',
    event: 'difficulty-noted',
    article: PLAN_2023('khó khăn, vướng mắc'),
    fields: {
      difficultyId: { kind: 'id', required: true },
      category: { kind: 'choice', required: true, choices: DIFFICULTY_CATEGORIES },
      provision: text(false),
      summary: text(true),
    },
  },
  {
    command: 'settle-difficulty',
    event: 'difficulty-settled',
    article: PLAN_2023('khó khăn, vướng mắc'),
    fields: { difficultyId: { kind: 'id', required: true } },
  },
];

/** Remarks of whoever holds the case, in every status: they move nothing. Source: KH 28/KH-BCĐ 2023. */
export const REMARK_TRANSITIONS: readonly Row[] = CASE_STATUSES.filter((status) => status !== 'none').flatMap(
  (status) =>
    COMMANDS.map((row): Row => ({ ...row, from: [status], to: [status], actor: 'holder', by: CASE_INSTITUTORS })),
);
