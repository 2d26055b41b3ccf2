import { CASE_STATUSES, type CaseStatus } from '#libs/domain/procedure';
import type { Cell, Law } from './every-step.js';
import { deed } from './narrative.js';

const NOTED = { difficultyId: 'difficulty-1', category: 'law', summary: 'chưa có hướng dẫn' };
const holder = { actor: 'holder', by: ['police-investigation', 'border-guard', 'procuracy', 'court'] } as const;

const remarksIn = (to: CaseStatus): Readonly<Record<string, Cell<CaseStatus>>> => ({
  'mark-key-case': { event: 'key-case-marked', to },
  'unmark-key-case': {
    event: 'key-case-unmarked',
    to,
    payload: { because: 'đã xong' },
    first: [deed('mark-key-case')],
  },
  'note-difficulty': { event: 'difficulty-noted', to, payload: NOTED },
  'settle-difficulty': {
    event: 'difficulty-settled',
    to,
    payload: { difficultyId: 'difficulty-1' },
    first: [deed('note-difficulty', NOTED)],
  },
});

/** @returns the law with the remarks that whoever holds a case may make in every status. */
export function withRemarks(law: Law<CaseStatus>): Law<CaseStatus> {
  const cells = CASE_STATUSES.map((status) => [
    status,
    status === 'none' ? law.cells[status] : { ...law.cells[status], ...remarksIn(status) },
  ]);
  const events = ['key-case-marked', 'key-case-unmarked', 'difficulty-noted', 'difficulty-settled'];
  return {
    cells: Object.fromEntries(cells) as Law<CaseStatus>['cells'],
    who: { ...law.who, ...Object.fromEntries(events.map((event) => [event, holder])) },
  };
}
