import { DENUNCIATION_LIFECYCLE, type DenunciationStatus } from '../index.js';
import { type Cell, type Law, describeEveryStep } from '../../../../../test/support/procedure/every-step.js';
import { DENUNCIATION_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

type DenunciationCell = Cell<DenunciationStatus>;

const RESOLVERS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const RECEIVERS = [...RESOLVERS, 'commune-police', 'court'] as const;

const classify: DenunciationCell = { event: 'classified', payload: { competence: 'own' }, to: 'in-verification' };
const transfer: DenunciationCell = {
  event: 'transfer-offered',
  payload: { toOfficeId: OFFICE.otherPolice },
  to: 'in-transfer',
};
const succession = (to: DenunciationStatus): DenunciationCell => ({
  event: 'office-succeeded',
  payload: { toOfficeId: OFFICE.newPolice },
  by: OFFICE.police,
  to,
});

/** Điều 143–152 BLTTHS, Điều 5–12 TTLT 01/2017, Điều 5 TTLT 01/2020, as read by the writer of this test. */
const LAW: Law<DenunciationStatus> = {
  cells: {
    none: {
      receive: { event: 'received', payload: { source: 'petition', placeId: 7 }, to: 'received' },
      'carry-over': { event: 'carried-over', payload: { status: 'suspended' }, to: 'suspended' },
    },
    received: { classify, transfer, 'succeed-office': succession('received') },
    'classified-out': { classify, transfer, 'succeed-office': succession('classified-out') },
    'in-verification': {
      transfer,
      assign: { event: 'assigned', payload: { assigneeId: 'account-1' }, to: 'in-verification' },
      extend: { event: 'extended', payload: { grantor: 'head', until: '2024-03-02' }, to: 'in-verification' },
      institute: { event: 'instituted', payload: { caseId: 'case-1' }, to: 'instituted' },
      decline: { event: 'declined', payload: { ground: 'no-event' }, to: 'declined' },
      suspend: { event: 'suspended', payload: { ground: 'documents-pending' }, to: 'suspended' },
      'succeed-office': succession('in-verification'),
    },
    'in-transfer': {
      'accept-transfer': { event: 'transfer-accepted', to: 'in-verification' },
      'refuse-transfer': { event: 'transfer-refused', payload: { because: 'not ours' }, to: 'in-verification' },
      'succeed-office': succession('in-transfer'),
    },
    suspended: {
      resume: { event: 'resumed', to: 'in-verification' },
      decline: { event: 'declined', payload: { ground: 'time-barred' }, to: 'declined' },
      'succeed-office': succession('suspended'),
    },
    instituted: {
      institute: { event: 'instituted', payload: { caseId: 'case-2' }, to: 'instituted' },
      'succeed-office': succession('instituted'),
    },
    declined: {},
  },
  who: {
    received: { actor: 'opener', by: RECEIVERS },
    'carried-over': { actor: 'opener', by: RECEIVERS },
    classified: { actor: 'holder', by: RECEIVERS },
    'transfer-offered': { actor: 'holder', by: RECEIVERS },
    'transfer-accepted': { actor: 'receiver', by: RESOLVERS },
    'transfer-refused': { actor: 'receiver', by: RESOLVERS },
    assigned: { actor: 'holder', by: RESOLVERS },
    extended: { actor: 'holder', by: RESOLVERS },
    instituted: { actor: 'holder', by: RESOLVERS },
    declined: { actor: 'holder', by: RESOLVERS },
    suspended: { actor: 'holder', by: RESOLVERS },
    resumed: { actor: 'holder', by: RESOLVERS },
    'office-succeeded': { actor: 'system', by: RECEIVERS },
  },
};

describe('every step of a denunciation', () => {
  describeEveryStep(DENUNCIATION_LIFECYCLE, LAW, (status) => denunciation(...DENUNCIATION_IN[status]));
});
