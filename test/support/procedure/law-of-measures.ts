import { CASE_STATUSES, type CaseStatus } from '#libs/domain/procedure';
import type { Cell, Law } from './every-step.js';
import { CASE_IN } from './lawful-files.js';
import { type Deed, deed } from './narrative.js';

type CaseCell = Cell<CaseStatus>;
type Row = Law<CaseStatus>['cells'][CaseStatus];

const INVESTIGATORS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const INSTITUTORS = [...INVESTIGATORS, 'court'] as const;

const DETENTION = deed('order-detention', { defendantId: 'a', from: '2024-01-08', until: '2024-03-01' });
const CUSTODY = deed('hold-person', { personId: 'h', number: 'TG-1', until: '2024-01-09' });

/** The usual history of a status, with a measure taken once the accused are approved. */
const having = (status: CaseStatus, measure: Deed): readonly Deed[] => {
  const deeds = CASE_IN[status];
  const at = deeds.findIndex(({ name }) => name === 'approve-charge') + 1;
  return [...deeds.slice(0, at), measure, ...deeds.slice(at)];
};

const cell = (event: string, to: CaseStatus, payload: CaseCell['payload']): CaseCell => ({ event, to, payload });

const custody = (status: CaseStatus): Row => ({
  'hold-person': {
    ...cell('person-held', status, { personId: 'h', number: 'TG-1', until: '2024-05-03' }),
    on: '2024-05-02',
  },
  release: { ...cell('released', status, { personId: 'h' }), instead: having(status, CUSTODY) },
});
const custodyExtended = (status: CaseStatus): Row => ({
  'extend-custody': {
    ...cell('custody-extended', status, { personId: 'h', until: '2024-01-12' }),
    instead: having(status, CUSTODY),
  },
});
const extended = (status: CaseStatus): Row => ({
  'extend-detention': {
    ...cell('detention-extended', status, { defendantIds: ['a'], until: '2024-04-01' }),
    instead: having(status, DETENTION),
  },
});
const ended = (status: CaseStatus): Row => ({
  'end-detention': {
    ...cell('detention-ended', status, { defendantIds: ['a'] }),
    instead: having(status, DETENTION),
  },
});
const ordered = (status: CaseStatus, on: string): Row => ({
  'order-detention': { ...cell('detention-ordered', status, { defendantId: 'a', from: on, until: on }), on },
  ...ended(status),
});

/** Điều 117–119, 173, 241, 278, 329, 347 BLTTHS as read by the writer of this test. */
const CELLS: Readonly<Partial<Record<CaseStatus, Row>>> = {
  'under-investigation': {
    ...custody('under-investigation'),
    ...custodyExtended('under-investigation'),
    ...ordered('under-investigation', '2024-01-20'),
    ...extended('under-investigation'),
  },
  'investigation-suspended': {
    ...custody('investigation-suspended'),
    ...custodyExtended('investigation-suspended'),
    ...ended('investigation-suspended'),
  },
  'in-transfer': { ...custodyExtended('in-transfer'), ...extended('in-transfer') },
  concluded: ended('concluded'),
  'at-procuracy': ordered('at-procuracy', '2024-01-20'),
  'prosecution-suspended': ended('prosecution-suspended'),
  indicted: ended('indicted'),
  'handed-to-court': ended('handed-to-court'),
  accepted: ordered('accepted', '2024-01-20'),
  scheduled: ordered('scheduled', '2024-01-20'),
  'trial-suspended': ended('trial-suspended'),
  judged: ordered('judged', '2024-06-10'),
  appealed: ordered('appealed', '2024-06-10'),
  'sent-to-appeal': ended('sent-to-appeal'),
  'appeal-accepted': ordered('appeal-accepted', '2024-07-10'),
  'appeal-scheduled': ordered('appeal-scheduled', '2024-07-10'),
};

const WHO: Law<CaseStatus>['who'] = {
  'person-held': { actor: 'holder', by: INVESTIGATORS },
  'custody-extended': { actor: 'supervisor', by: ['procuracy'] },
  released: { actor: 'holder', by: INVESTIGATORS },
  'detention-ordered': { actor: 'holder', by: INSTITUTORS },
  'detention-extended': { actor: 'supervisor', by: ['procuracy'] },
  'detention-ended': { actor: 'holder', by: INSTITUTORS },
};

/** @returns the law with the steps by which persons are held and detained. */
export function withMeasures(law: Law<CaseStatus>): Law<CaseStatus> {
  const cells = CASE_STATUSES.map((status) => [status, { ...law.cells[status], ...CELLS[status] }]);
  return { cells: Object.fromEntries(cells) as Law<CaseStatus>['cells'], who: { ...law.who, ...WHO } };
}
