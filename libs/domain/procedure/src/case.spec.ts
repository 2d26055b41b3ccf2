import { CASE_LIFECYCLE, type CaseStatus } from './index.js';
import { type Cell, type Law, describeEveryStep } from '../../../../test/support/procedure/every-step.js';
import { CASE_IN, HEARING, TRAFFICKING, charge } from '../../../../test/support/procedure/lawful-files.js';
import { criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../test/support/procedure/offices.js';

type CaseCell = Cell<CaseStatus>;
type Row = Law<CaseStatus>['cells'][CaseStatus];

const INVESTIGATORS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const INSTITUTORS = [...INVESTIGATORS, 'court'] as const;

const cell = (event: string, to: CaseStatus, payload: CaseCell['payload'] = {}): CaseCell => ({ event, to, payload });
const pending = (told: CaseCell): CaseCell => ({ ...told, first: [charge('d')] });
const afterSuspension = (told: CaseCell): CaseCell => ({
  ...told,
  first: [deed('suspend', { ground: 'illness', defendantIds: ['b'] })],
});
const succession = (to: CaseStatus, by: number, toOfficeId: number): Row => ({
  'succeed-office': { event: 'case-office-succeeded', payload: { toOfficeId }, by, to },
});
const atPolice = (to: CaseStatus): Row => succession(to, OFFICE.police, OFFICE.newPolice);
const atProcuracy = (to: CaseStatus): Row => succession(to, OFFICE.procuracy, OFFICE.otherProcuracy);
const atCourt = (to: CaseStatus): Row => succession(to, OFFICE.court, OFFICE.otherCourt);

const supervision = (status: CaseStatus): Row => ({
  extend: cell('investigation-extended', status, { until: '2024-09-02' }),
});
const halts = (stage: 'investigation' | 'prosecution' | 'trial', live: CaseStatus): Row => ({
  suspend: cell(`${stage}-suspended`, live, { ground: 'illness', defendantIds: ['a'] }),
  terminate: cell(`${stage}-terminated`, live, { ground: 'deceased', defendantIds: ['a', 'b'] }),
});
/** Điều 7, 9, 11 TTLT 01/2020: while suspended, only because the limitation period is over. */
const suspended = (stage: 'investigation' | 'prosecution' | 'trial', live: CaseStatus): Row => ({
  resume: cell(`${stage}-resumed`, live),
  terminate: cell(`${stage}-terminated`, `${stage}-terminated`, { ground: 'time-barred' }),
});
const verdicts = ['a', 'b', 'c'].map((defendantId) => ({ defendantId, outcome: 'acquitted' }));
const trial: Row = {
  schedule: cell('scheduled', 'scheduled', { hearingOn: HEARING }),
  'return-by-court': cell('returned-by-court', 'at-procuracy', { by: 'judge', ground: 'evidence-lacking' }),
};
const attack: Row = {
  appeal: cell('appealed', 'appealed', { kind: 'protest', defendantIds: ['c'] }),
};

/** Điều 153–355 BLTTHS as read by the writer of this test. */
const LAW: Law<CaseStatus> = {
  cells: {
    none: {
      institute: cell('case-instituted', 'under-investigation', { offence: TRAFFICKING }),
      'carry-over': cell('case-carried-over', 'investigation-suspended', { status: 'investigation-suspended' }),
    },
    'under-investigation': {
      charge: cell('charged', 'under-investigation', { defendantId: 'd', number: '4', offence: TRAFFICKING }),
      'approve-charge': pending(cell('charge-approved', 'under-investigation', { defendantIds: ['d'] })),
      'cancel-charge': pending(cell('charge-cancelled', 'under-investigation', { defendantIds: ['d'] })),
      ...supervision('under-investigation'),
      ...halts('investigation', 'under-investigation'),
      resume: afterSuspension(cell('investigation-resumed', 'under-investigation')),
      conclude: cell('investigation-concluded', 'concluded'),
      transfer: cell('case-transfer-offered', 'in-transfer', { toOfficeId: OFFICE.borderGuard }),
      ...atPolice('under-investigation'),
    },
    'investigation-suspended': {
      ...suspended('investigation', 'under-investigation'),
      ...atPolice('investigation-suspended'),
    },
    'investigation-terminated': {
      resume: cell('investigation-resumed', 'under-investigation'),
      ...atPolice('investigation-terminated'),
    },
    'in-transfer': {
      'accept-transfer': cell('case-transfer-accepted', 'under-investigation'),
      'refuse-transfer': cell('case-transfer-refused', 'under-investigation', { because: 'not ours' }),
      'approve-charge': cell('charge-approved', 'in-transfer', { defendantIds: ['d'] }),
      'cancel-charge': cell('charge-cancelled', 'in-transfer', { defendantIds: ['d'] }),
      ...supervision('in-transfer'),
      ...atPolice('in-transfer'),
    },
    concluded: {
      'hand-to-procuracy': cell('handed-to-procuracy', 'at-procuracy', { toOfficeId: OFFICE.procuracy }),
      ...atPolice('concluded'),
    },
    'at-procuracy': {
      indict: cell('indicted', 'indicted'),
      'return-for-supplement': cell('returned-for-supplement', 'under-investigation', { ground: 'other-accomplice' }),
      ...halts('prosecution', 'at-procuracy'),
      resume: afterSuspension(cell('prosecution-resumed', 'at-procuracy')),
      ...atProcuracy('at-procuracy'),
    },
    'prosecution-suspended': {
      ...suspended('prosecution', 'at-procuracy'),
      ...atProcuracy('prosecution-suspended'),
    },
    'prosecution-terminated': {
      resume: cell('prosecution-resumed', 'at-procuracy'),
      ...atProcuracy('prosecution-terminated'),
    },
    indicted: {
      'hand-to-court': cell('handed-to-court', 'handed-to-court', { toOfficeId: OFFICE.court }),
      ...atProcuracy('indicted'),
    },
    'handed-to-court': { accept: cell('case-accepted', 'accepted'), ...atCourt('handed-to-court') },
    accepted: {
      ...trial,
      ...halts('trial', 'accepted'),
      resume: afterSuspension(cell('trial-resumed', 'accepted')),
      ...atCourt('accepted'),
    },
    scheduled: {
      ...trial,
      ...halts('trial', 'scheduled'),
      resume: afterSuspension(cell('trial-resumed', 'scheduled')),
      judge: { event: 'judged', to: 'judged', payload: { verdicts }, on: HEARING },
      ...atCourt('scheduled'),
    },
    'trial-suspended': { ...suspended('trial', 'accepted'), ...atCourt('trial-suspended') },
    'trial-terminated': { resume: cell('trial-resumed', 'accepted'), ...atCourt('trial-terminated') },
    judged: {
      ...attack,
      finalise: { event: 'finalised', to: 'final', payload: { basis: 'no-appeal' }, on: 31 },
      ...atCourt('judged'),
    },
    appealed: {
      ...attack,
      finalise: cell('finalised', 'judged', { basis: 'appellate-judgment', outcome: 'amended' }),
      ...atCourt('appealed'),
    },
    final: {},
  },
  who: {
    'case-instituted': { actor: 'opener', by: INSTITUTORS },
    'case-carried-over': { actor: 'opener', by: INSTITUTORS },
    charged: { actor: 'holder', by: INVESTIGATORS },
    'charge-approved': { actor: 'supervisor', by: ['procuracy'] },
    'charge-cancelled': { actor: 'supervisor', by: ['procuracy'] },
    'investigation-extended': { actor: 'supervisor', by: ['procuracy'] },
    'investigation-suspended': { actor: 'holder', by: INVESTIGATORS },
    'investigation-resumed': { actor: 'holder', by: INVESTIGATORS },
    'investigation-terminated': { actor: 'holder', by: INVESTIGATORS },
    'investigation-concluded': { actor: 'holder', by: INVESTIGATORS },
    'handed-to-procuracy': { actor: 'holder', by: INVESTIGATORS },
    'case-transfer-offered': { actor: 'holder', by: INSTITUTORS },
    'case-transfer-accepted': { actor: 'receiver', by: INVESTIGATORS },
    'case-transfer-refused': { actor: 'receiver', by: INVESTIGATORS },
    'case-office-succeeded': { actor: 'system', by: INSTITUTORS },
    indicted: { actor: 'holder', by: ['procuracy'] },
    'returned-for-supplement': { actor: 'holder', by: ['procuracy'] },
    'prosecution-suspended': { actor: 'holder', by: ['procuracy'] },
    'prosecution-resumed': { actor: 'holder', by: ['procuracy'] },
    'prosecution-terminated': { actor: 'holder', by: ['procuracy'] },
    'handed-to-court': { actor: 'holder', by: ['procuracy'] },
    'case-accepted': { actor: 'holder', by: ['court'] },
    scheduled: { actor: 'holder', by: ['court'] },
    'returned-by-court': { actor: 'holder', by: ['court'] },
    'trial-suspended': { actor: 'holder', by: ['court'] },
    'trial-resumed': { actor: 'holder', by: ['court'] },
    'trial-terminated': { actor: 'holder', by: ['court'] },
    judged: { actor: 'holder', by: ['court'] },
    appealed: { actor: 'holder', by: ['court'] },
    finalised: { actor: 'holder', by: ['court'] },
  },
};

describe('every step of a case', () => {
  describeEveryStep(CASE_LIFECYCLE, LAW, (status) => criminalCase(...CASE_IN[status]));
});
