import type { CaseStatus } from '#libs/domain/procedure';
import type { Cell, Who } from './every-step.js';
import { LIGHT, tried } from './law-of-investigation.js';
import { HEARING, HEARING_ABOVE, SENT, scheduled } from './lawful-files.js';
import { type Deed, deed } from './narrative.js';
import { OFFICE } from './offices.js';

type CaseCell = Cell<CaseStatus>;
type Row = Readonly<Record<string, CaseCell>>;

const cell = (event: string, to: CaseStatus, payload: CaseCell['payload'] = {}): CaseCell => ({ event, to, payload });
const conviction = (defendantId: string, absent = false): object => ({
  defendantId,
  outcome: 'convicted',
  ...(absent ? { absent } : {}),
});
const results = (outcome: string, ...ids: readonly string[]): Record<string, unknown> => ({
  results: ids.map((defendantId) => ({ defendantId, outcome })),
});

/** Convicted `a`, absent, and `b` and `c`, who heard it. */
const inAbsence: readonly Deed[] = [
  ...scheduled('a', 'b', 'c'),
  deed('judge', { verdicts: [conviction('a', true), conviction('b'), conviction('c')] }, { on: HEARING }),
];
/** `b` was suspended before the others were judged; their judgment is final. */
const oneLeft: readonly Deed[] = [
  ...scheduled('a', 'b', 'c'),
  deed('suspend', { ground: 'illness', defendantIds: ['b'] }),
  deed('judge', { verdicts: [conviction('a'), conviction('c')] }, { on: HEARING }),
  deed('finalise', { basis: 'no-appeal' }, { on: 31 }),
];
const late = deed('appeal', { kind: 'appeal', by: 'defendant', late: true, defendantIds: ['c'] });
const attacked = deed('appeal', { kind: 'appeal', defendantIds: ['b'] });
const taken = deed('accept-appeal', { level: 'province' });
const set = deed('schedule-appeal', { hearingOn: HEARING_ABOVE });

const lateOne = (event: string, to: CaseStatus): CaseCell => ({
  ...cell(event, to, { defendantIds: ['c'] }),
  first: [late],
});

/** What may still befall the judgment on those who are not before the court above: in a status reached by `then`. */
const attack = (to: CaseStatus, accepted: CaseStatus, ...then: readonly Deed[]): Row => ({
  'record-receipt': { ...cell('judgment-received', to, { defendantIds: ['a'] }), instead: [...inAbsence, ...then] },
  'send-late-appeal': lateOne('late-appeal-sent', to),
  'accept-late-appeal': lateOne('late-appeal-accepted', accepted),
  'refuse-late-appeal': lateOne('late-appeal-refused', to),
});
const successionAbove = (to: CaseStatus): Row => ({
  'succeed-office': { ...cell('case-office-succeeded', to, { toOfficeId: OFFICE.court }), by: OFFICE.otherCourt },
});
const above = (to: CaseStatus, ...then: readonly Deed[]): Row => ({
  ...attack(to, to, attacked, ...then),
  appeal: cell('appealed', to, { kind: 'appeal', by: 'victim', defendantIds: ['c'] }),
  'withdraw-appeal': cell('appeal-withdrawn', to, { defendantIds: ['a'] }),
  finalise: { ...cell('finalised', to, { basis: 'no-appeal', defendantIds: ['c'] }), on: '2024-08-01' },
  ...successionAbove(to),
});
/** A case of a young accused of 2026 at the court above. */
const youngAbove: readonly Deed[] = [
  deed('institute', { offence: LIGHT }, { on: '2026-01-02' }),
  deed('charge', { defendantId: 'a', number: '1', offence: LIGHT, minor: true }),
  deed('approve-charge', { defendantIds: ['a'] }),
  ...tried,
  deed('schedule', { hearingOn: '2026-02-02' }),
  deed('judge', { verdicts: [conviction('a')] }, { on: '2026-02-02' }),
  deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }),
  SENT,
  taken,
];
const hearing = (to: CaseStatus, on: string, adjournedTo: string): Row => ({
  'open-hearing': { ...cell('hearing-opened', to), on },
  adjourn: { ...cell('adjourned', to, { hearingOn: adjournedTo, ground: 'counsel-absent' }), on },
  'prolong-deliberation': { ...cell('deliberation-prolonged', to, { until: adjournedTo }), on },
});
const protest = (event: string, to: CaseStatus): CaseCell => ({
  ...cell(event, to, { defendantIds: ['a'], direction: 'in-favour', toOfficeId: OFFICE.otherCourt }),
  by: OFFICE.otherProcuracy,
});

/** Lent for 15 days, lengthened to 25. */
const [LENT, STUDIED_UNTIL] = ['2024-07-08', '2024-08-02'];

/** What the courts may do in each status, beside what a case had in its first issue: Điều 250–403 BLTTHS as read by the test. */
export const CELLS_OF_COURTS = {
  accepted: {
    'assign-judge': cell('judge-assigned', 'accepted', { judgeId: 'judge-1' }),
    'extend-preparation': cell('preparation-extended', 'accepted', { until: '2024-04-05' }),
    'return-for-competence': cell('returned-for-competence', 'at-procuracy'),
  },
  scheduled: hearing('scheduled', HEARING, '2024-06-10'),
  judged: {
    ...attack('judged', 'appealed'),
    resume: { ...cell('trial-resumed', 'accepted'), instead: oneLeft },
    terminate: {
      ...cell('trial-terminated', 'final', { ground: 'deceased', defendantIds: ['b'] }),
      instead: oneLeft,
    },
  },
  appealed: {
    ...attack('appealed', 'appealed', attacked),
    'withdraw-appeal': cell('appeal-withdrawn', 'judged', { defendantIds: ['a', 'b'] }),
    'send-to-appellate-court': { ...cell('sent-to-appellate-court', 'sent-to-appeal', SENT.payload), on: '2024-07-04' },
  },
  'sent-to-appeal': {
    ...above('sent-to-appeal', SENT),
    'accept-appeal': cell('appeal-accepted', 'appeal-accepted', { level: 'centre' }),
  },
  'appeal-accepted': {
    ...above('appeal-accepted', SENT, taken),
    'lift-minor-limits': {
      ...cell('minor-limits-lifted', 'appeal-accepted', { ground: 'especially-complex' }),
      instead: youngAbove,
    },
    'lend-file': cell('appeal-file-lent', 'appeal-accepted', { toOfficeId: OFFICE.procuracy }),
    'extend-file-study': {
      ...cell('appeal-file-study-extended', 'appeal-accepted', { until: STUDIED_UNTIL, ground: 'study-complex' }),
      first: [deed('lend-file', { toOfficeId: OFFICE.procuracy }, { on: LENT })],
      on: LENT,
    },
    'take-file-back': {
      ...cell('appeal-file-given-back', 'appeal-accepted'),
      first: [deed('lend-file', { toOfficeId: OFFICE.procuracy })],
    },
    'schedule-appeal': cell('appeal-scheduled', 'appeal-scheduled', { hearingOn: HEARING_ABOVE }),
    'decide-appeal': cell('appeal-decided', 'judged', results('discontinued', 'a', 'b')),
  },
  'appeal-scheduled': {
    ...above('appeal-scheduled', SENT, taken, set),
    ...hearing('appeal-scheduled', HEARING_ABOVE, '2024-09-09'),
    'decide-appeal': {
      ...cell('appeal-decided', 'final', results('upheld', 'a', 'b')),
      first: [deed('finalise', { basis: 'no-appeal', defendantIds: ['c'] }, { on: '2024-08-01' })],
      on: HEARING_ABOVE,
    },
  },
  remanded: {
    'accept-remand': cell('remand-accepted', 'under-investigation'),
    ...successionAbove('remanded'),
  },
  final: {
    'send-late-appeal': lateOne('late-appeal-sent', 'final'),
    'accept-late-appeal': lateOne('late-appeal-accepted', 'appealed'),
    'refuse-late-appeal': lateOne('late-appeal-refused', 'final'),
    appeal: cell('appealed', 'final', late.payload),
    'protest-cassation': protest('cassation-protested', 'in-cassation'),
    'protest-reopening': protest('reopening-protested', 'in-reopening'),
  },
  'in-cassation': {
    'decide-cassation': cell('cassation-decided', 'remanded', results('annulled-retry', 'a')),
    ...successionAbove('in-cassation'),
  },
  'in-reopening': {
    'decide-reopening': cell('reopening-decided', 'final', results('rejected', 'a')),
    ...successionAbove('in-reopening'),
  },
} as const satisfies Partial<Record<CaseStatus, Readonly<Record<string, CaseCell>>>>;

const HOLDER: Who = { actor: 'holder', by: ['court'] };
const TRIAL_COURT: Who = { actor: 'trial-court', by: ['court'] };

/** Who may take the steps of the courts. */
export const WHO_OF_COURTS: Readonly<Record<string, Who>> = {
  'case-accepted': HOLDER,
  'judge-assigned': HOLDER,
  'preparation-extended': HOLDER,
  scheduled: HOLDER,
  'hearing-opened': HOLDER,
  adjourned: HOLDER,
  'deliberation-prolonged': HOLDER,
  'returned-by-court': HOLDER,
  'returned-for-competence': HOLDER,
  'trial-suspended': HOLDER,
  'trial-resumed': HOLDER,
  'trial-terminated': HOLDER,
  judged: HOLDER,
  'judgment-received': TRIAL_COURT,
  appealed: TRIAL_COURT,
  'late-appeal-sent': TRIAL_COURT,
  'late-appeal-accepted': TRIAL_COURT,
  'late-appeal-refused': TRIAL_COURT,
  'appeal-withdrawn': HOLDER,
  finalised: TRIAL_COURT,
  'sent-to-appellate-court': HOLDER,
  'appeal-accepted': HOLDER,
  'appeal-file-lent': HOLDER,
  'appeal-file-study-extended': HOLDER,
  'appeal-file-given-back': HOLDER,
  'appeal-scheduled': HOLDER,
  'appeal-decided': HOLDER,
  'remand-accepted': { actor: 'receiver', by: ['police-investigation', 'border-guard', 'procuracy', 'court'] },
  'cassation-protested': { actor: 'opener', by: ['procuracy', 'court'] },
  'cassation-decided': HOLDER,
  'reopening-protested': { actor: 'opener', by: ['procuracy'] },
  'reopening-decided': HOLDER,
};
