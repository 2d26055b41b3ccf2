import { CASE_LIFECYCLE, type CaseStatus } from './index.js';
import { type Cell, type Law, describeEveryStep } from '../../../../test/support/procedure/every-step.js';
import {
  CASE_IN,
  GRAVEST,
  HEARING,
  TRAFFICKING,
  charge,
  moves,
} from '../../../../test/support/procedure/lawful-files.js';
import { CELLS_OF_COURTS, WHO_OF_COURTS } from '../../../../test/support/procedure/law-of-courts.js';
import {
  WHO_INVESTIGATES,
  notice,
  search,
  absence,
  handed,
  tried,
  specialAfter,
  answer,
  decision,
  stranger,
  joinder,
} from '../../../../test/support/procedure/law-of-investigation.js';
import { criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../test/support/procedure/offices.js';
import { withMeasures } from '../../../../test/support/procedure/law-of-measures.js';
import { withRemarks } from '../../../../test/support/procedure/law-of-remarks.js';

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
  'review-suspension': cell('case-suspension-reviewed', `${stage}-suspended`),
});
const verdicts = ['a', 'b', 'c'].map((defendantId) => ({ defendantId, outcome: 'acquitted' }));
const trial: Row = {
  schedule: cell('scheduled', 'scheduled', { hearingOn: HEARING }),
  'return-by-court': cell('returned-by-court', 'at-procuracy', { by: 'judge', ground: 'evidence-lacking' }),
};
const prosecutor = (to: CaseStatus): Row => ({ 'withdraw-prosecution': cell('prosecution-withdrawn', to) });
const attack: Row = {
  appeal: cell('appealed', 'appealed', { kind: 'protest', defendantIds: ['c'] }),
};

/** Điều 153–355 BLTTHS as read by the writer of this test. */
const LAW: Law<CaseStatus> = {
  cells: {
    none: {
      institute: cell('case-instituted', 'under-investigation', { offence: TRAFFICKING }),
      'carry-over': cell('case-carried-over', 'investigation-suspended', { status: 'investigation-suspended' }),
      'sever-off': cell('case-severed-off', 'under-investigation', {
        parentCaseId: 'case-1',
        stage: 'under-investigation',
        persons: [stranger],
      }),
    },
    'under-investigation': {
      charge: cell('charged', 'under-investigation', { defendantId: 'd', number: '4', offence: TRAFFICKING }),
      'approve-charge': pending(cell('charge-approved', 'under-investigation', { defendantIds: ['d'] })),
      'cancel-charge': pending(cell('charge-cancelled', 'under-investigation', { defendantIds: ['d'] })),
      'request-charge-evidence': pending(
        cell('charge-evidence-requested', 'under-investigation', { defendantIds: ['d'] }),
      ),
      'supply-charge-evidence': {
        ...cell('charge-evidence-supplied', 'under-investigation'),
        first: [charge('d'), deed('request-charge-evidence', { defendantIds: ['d'] })],
      },
      'change-charge': cell('charge-changed', 'under-investigation', {
        defendantId: 'a',
        offence: GRAVEST,
        kind: 'changed',
      }),
      'change-institution': cell('institution-changed', 'under-investigation', { offence: GRAVEST, kind: 'changed' }),
      'cancel-institution': {
        ...cell('institution-cancelled', 'institution-cancelled', { ground: 'no-event' }),
        instead: [deed('institute', { offence: TRAFFICKING })],
      },
      'overrule-institution': cell('institution-overruled', 'institution-cancelled'),
      'request-extension': cell('investigation-extension-requested', 'under-investigation', { until: '2024-09-02' }),
      ...joinder('under-investigation'),
      sever: cell('case-severed', 'under-investigation', { toCaseId: 'case-2', persons: moves('b') }),
      ...search('under-investigation'),
      ...absence('under-investigation'),
      ...specialAfter('under-investigation'),
      ...notice('under-investigation'),
      ...supervision('under-investigation'),
      ...halts('investigation', 'under-investigation'),
      resume: afterSuspension(cell('investigation-resumed', 'under-investigation')),
      conclude: cell('investigation-concluded', 'concluded'),
      transfer: cell('case-transfer-offered', 'in-transfer', { toOfficeId: OFFICE.borderGuard }),
      ...decision,
      ...atPolice('under-investigation'),
    },
    'investigation-suspended': {
      ...suspended('investigation', 'under-investigation'),
      ...search('investigation-suspended'),
      ...notice('investigation-suspended'),
      ...atPolice('investigation-suspended'),
    },
    'investigation-terminated': {
      resume: cell('investigation-resumed', 'under-investigation'),
      'confirm-termination': cell('termination-confirmed', 'investigation-terminated'),
      'overrule-termination': cell('termination-overruled', 'under-investigation'),
      ...notice('investigation-terminated'),
      ...atPolice('investigation-terminated'),
    },
    'institution-cancelled': notice('institution-cancelled'),
    joined: notice('joined'),
    'in-transfer': {
      'request-charge-evidence': cell('charge-evidence-requested', 'in-transfer', { defendantIds: ['d'] }),
      ...notice('in-transfer'),
      ...decision,
      ...answer,
      'approve-charge': cell('charge-approved', 'in-transfer', { defendantIds: ['d'] }),
      'cancel-charge': cell('charge-cancelled', 'in-transfer', { defendantIds: ['d'] }),
      ...supervision('in-transfer'),
      ...atPolice('in-transfer'),
    },
    concluded: {
      ...notice('concluded'),
      'hand-to-procuracy': cell('handed-to-procuracy', 'at-procuracy', { toOfficeId: OFFICE.procuracy }),
      ...atPolice('concluded'),
    },
    'at-procuracy': {
      'refuse-file': cell('file-refused', 'concluded', { because: 'incomplete' }),
      'extend-prosecution': cell('prosecution-extended', 'at-procuracy', { until: '2024-02-20' }),
      'transfer-for-prosecution': cell('prosecution-transferred', 'at-procuracy', {
        toOfficeId: OFFICE.otherProcuracy,
      }),
      'decline-return': {
        ...cell('return-declined', 'handed-to-court', { because: 'enough evidence' }),
        instead: [...CASE_IN.accepted, deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' })],
      },
      ...joinder('at-procuracy'),
      sever: {
        ...cell('case-severed', 'at-procuracy', { toCaseId: 'case-2', persons: moves('b') }),
        first: [deed('suspend', { ground: 'illness', defendantIds: ['b'] })],
      },
      ...search('at-procuracy'),
      ...absence('at-procuracy'),
      ...specialAfter('at-procuracy', ...handed),
      ...notice('at-procuracy'),
      indict: cell('indicted', 'indicted'),
      'return-for-supplement': cell('returned-for-supplement', 'under-investigation', { ground: 'other-accomplice' }),
      ...halts('prosecution', 'at-procuracy'),
      resume: afterSuspension(cell('prosecution-resumed', 'at-procuracy')),
      ...atProcuracy('at-procuracy'),
    },
    'prosecution-suspended': {
      ...suspended('prosecution', 'at-procuracy'),
      ...search('prosecution-suspended'),
      ...notice('prosecution-suspended'),
      ...atProcuracy('prosecution-suspended'),
    },
    'prosecution-terminated': {
      resume: cell('prosecution-resumed', 'at-procuracy'),
      ...notice('prosecution-terminated'),
      ...atProcuracy('prosecution-terminated'),
    },
    indicted: {
      ...notice('indicted'),
      'extend-prosecution': cell('prosecution-extended', 'indicted', { until: '2024-01-18' }),
      'hand-to-court': cell('handed-to-court', 'handed-to-court', { toOfficeId: OFFICE.court }),
      ...atProcuracy('indicted'),
    },
    'handed-to-court': {
      ...notice('handed-to-court'),
      accept: cell('case-accepted', 'accepted'),
      ...atCourt('handed-to-court'),
    },
    accepted: {
      ...prosecutor('accepted'),
      ...search('accepted'),
      ...specialAfter('accepted', ...tried),
      ...notice('accepted'),
      ...CELLS_OF_COURTS.accepted,
      ...trial,
      ...halts('trial', 'accepted'),
      resume: afterSuspension(cell('trial-resumed', 'accepted')),
      ...atCourt('accepted'),
    },
    scheduled: {
      ...prosecutor('scheduled'),
      ...search('scheduled'),
      ...notice('scheduled'),
      ...CELLS_OF_COURTS.scheduled,
      ...trial,
      ...halts('trial', 'scheduled'),
      resume: afterSuspension(cell('trial-resumed', 'scheduled')),
      judge: { event: 'judged', to: 'judged', payload: { verdicts }, on: HEARING },
      ...atCourt('scheduled'),
    },
    'trial-suspended': {
      ...search('trial-suspended'),
      ...notice('trial-suspended'),
      ...suspended('trial', 'accepted'),
      ...atCourt('trial-suspended'),
    },
    'trial-terminated': {
      ...notice('trial-terminated'),
      resume: cell('trial-resumed', 'accepted'),
      ...atCourt('trial-terminated'),
    },
    judged: {
      ...notice('judged'),
      ...CELLS_OF_COURTS.judged,
      ...attack,
      finalise: { event: 'finalised', to: 'final', payload: { basis: 'no-appeal' }, on: 31 },
      ...atCourt('judged'),
    },
    appealed: {
      ...notice('appealed'),
      ...CELLS_OF_COURTS.appealed,
      ...attack,
      finalise: cell('finalised', 'judged', { basis: 'appellate-judgment', outcome: 'amended' }),
      ...atCourt('appealed'),
    },
    'sent-to-appeal': { ...notice('sent-to-appeal'), ...CELLS_OF_COURTS['sent-to-appeal'] },
    'appeal-accepted': { ...notice('appeal-accepted'), ...CELLS_OF_COURTS['appeal-accepted'] },
    'appeal-scheduled': { ...notice('appeal-scheduled'), ...CELLS_OF_COURTS['appeal-scheduled'] },
    remanded: { ...notice('remanded'), ...CELLS_OF_COURTS.remanded },
    final: { ...notice('final'), ...CELLS_OF_COURTS.final },
    'in-cassation': { ...notice('in-cassation'), ...CELLS_OF_COURTS['in-cassation'] },
    'in-reopening': { ...notice('in-reopening'), ...CELLS_OF_COURTS['in-reopening'] },
  },
  who: {
    'case-instituted': { actor: 'opener', by: INSTITUTORS },
    'case-carried-over': { actor: 'opener', by: INSTITUTORS },
    ...WHO_INVESTIGATES,
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
    'case-office-succeeded': { actor: 'system', by: INSTITUTORS },
    indicted: { actor: 'holder', by: ['procuracy'] },
    'returned-for-supplement': { actor: 'holder', by: ['procuracy'] },
    'prosecution-suspended': { actor: 'holder', by: ['procuracy'] },
    'prosecution-resumed': { actor: 'holder', by: ['procuracy'] },
    'prosecution-terminated': { actor: 'holder', by: ['procuracy'] },
    'handed-to-court': { actor: 'holder', by: ['procuracy'] },
    ...WHO_OF_COURTS,
  },
};

describe('every step of a case', () => {
  describeEveryStep(CASE_LIFECYCLE, withRemarks(withMeasures(LAW)), (status) => criminalCase(...CASE_IN[status]));
});
