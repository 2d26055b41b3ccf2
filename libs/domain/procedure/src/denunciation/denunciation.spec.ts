import { DENUNCIATION_LIFECYCLE, type DenunciationNotice, type DenunciationStatus } from '../index.js';
import { type Cell, type Law, describeEveryStep } from '../../../../../test/support/procedure/every-step.js';
import { DENUNCIATION_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
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
const dispute: DenunciationCell = {
  event: 'competence-disputed',
  payload: { withOfficeId: OFFICE.borderGuard },
  to: 'in-dispute',
};
const join: DenunciationCell = { event: 'joined', payload: { intoId: 'denunciation-9' }, to: 'joined' };
const split = (to: DenunciationStatus): DenunciationCell => ({
  event: 'split',
  payload: { childId: 'part-1', toOfficeId: OFFICE.otherPolice },
  to,
});
const tell = (to: DenunciationStatus, notice: DenunciationNotice = 'receipt-to-procuracy'): DenunciationCell => ({
  event: 'notified',
  payload: { notice },
  to,
});
const succession = (to: DenunciationStatus): DenunciationCell => ({
  event: 'office-succeeded',
  payload: { toOfficeId: OFFICE.newPolice },
  by: OFFICE.police,
  to,
});
const headExtended = deed('extend', { grantor: 'head', until: '2024-03-02' });
const asked = [headExtended, deed('request-extension', { until: '2024-05-02' }, { on: '2024-02-26' })];

/** Điều 143–153 BLTTHS, Điều 5–16 TTLT 01/2017, Điều 5 TTLT 01/2020, as read by the writer of this test. */
const LAW: Law<DenunciationStatus> = {
  cells: {
    none: {
      receive: { event: 'received', payload: { source: 'petition', placeId: 7, urgent: true }, to: 'received' },
      'carry-over': { event: 'carried-over', payload: { status: 'suspended' }, to: 'suspended' },
      'split-off': {
        event: 'split-off',
        payload: { parentId: 'denunciation-1', status: 'in-verification', receivedOn: '2024-01-01' },
        to: 'in-verification',
      },
    },
    received: {
      'check-preliminarily': {
        instead: [deed('receive', { source: 'report' }, { by: OFFICE.communePolice })],
        event: 'preliminarily-checked',
        payload: { urgent: true },
        to: 'received',
      },
      classify,
      transfer,
      split: split('received'),
      join,
      'dispute-competence': dispute,
      notify: tell('received', 'receipt-to-informant'),
      'succeed-office': succession('received'),
    },
    'classified-out': {
      classify,
      transfer,
      join,
      'dispute-competence': dispute,
      notify: tell('classified-out'),
      'succeed-office': succession('classified-out'),
    },
    'in-verification': {
      transfer,
      split: split('in-verification'),
      join,
      'dispute-competence': dispute,
      assign: { event: 'assigned', payload: { assigneeId: 'account-1' }, to: 'in-verification' },
      'assign-prosecutor': {
        event: 'prosecutor-assigned',
        payload: { prosecutorId: 'account-6' },
        to: 'in-verification',
      },
      'demand-remedy': { event: 'remedy-demanded', to: 'in-verification' },
      'take-over': { first: [deed('demand-remedy')], event: 'taken-over', on: 16, to: 'in-verification' },
      'request-extension': {
        first: [headExtended],
        event: 'extension-requested',
        payload: { until: '2024-05-02' },
        on: '2024-02-26',
        to: 'in-verification',
      },
      'refuse-extension': { first: asked, event: 'extension-refused', to: 'in-verification' },
      extend: { event: 'extended', payload: { grantor: 'head', until: '2024-03-02' }, to: 'in-verification' },
      institute: { event: 'instituted', payload: { caseId: 'case-1' }, to: 'instituted' },
      decline: { event: 'declined', payload: { ground: 'no-event', administrative: true }, to: 'declined' },
      suspend: {
        event: 'suspended',
        payload: { ground: 'documents-pending' },
        on: '2024-01-22',
        to: 'suspended',
      },
      notify: tell('in-verification'),
      'succeed-office': succession('in-verification'),
    },
    'in-transfer': {
      'accept-transfer': { event: 'transfer-accepted', to: 'in-verification' },
      'refuse-transfer': { event: 'transfer-refused', payload: { because: 'not ours' }, to: 'in-verification' },
      notify: tell('in-transfer'),
      'succeed-office': succession('in-transfer'),
    },
    'in-dispute': {
      'settle-dispute': {
        event: 'competence-settled',
        payload: { toOfficeId: OFFICE.otherPolice },
        to: 'in-transfer',
      },
      notify: tell('in-dispute'),
      'succeed-office': succession('in-dispute'),
    },
    suspended: {
      resume: { event: 'resumed', to: 'in-verification' },
      'cancel-suspension': { event: 'suspension-cancelled', to: 'in-verification' },
      'review-suspension': { event: 'suspension-reviewed', to: 'suspended' },
      decline: { event: 'declined', payload: { ground: 'time-barred' }, to: 'declined' },
      join,
      notify: tell('suspended', 'suspension-to-procuracy'),
      'succeed-office': succession('suspended'),
    },
    instituted: {
      institute: { event: 'instituted', payload: { caseId: 'case-2' }, to: 'instituted' },
      notify: tell('instituted', 'result-to-informant'),
      'succeed-office': succession('instituted'),
    },
    declined: {
      'overrule-decline': { event: 'decline-overruled', payload: { caseId: 'case-1' }, to: 'instituted' },
      notify: tell('declined', 'result-to-informant'),
    },
    joined: { notify: tell('joined') },
  },
  who: {
    received: { actor: 'opener', by: RECEIVERS },
    'carried-over': { actor: 'opener', by: RECEIVERS },
    'split-off': { actor: 'system', by: ['police-investigation'] },
    'preliminarily-checked': { actor: 'holder', by: ['commune-police'] },
    classified: { actor: 'holder', by: RECEIVERS },
    split: { actor: 'holder', by: ['police-investigation'] },
    joined: { actor: 'holder', by: RESOLVERS },
    'transfer-offered': { actor: 'holder', by: RECEIVERS },
    'transfer-accepted': { actor: 'receiver', by: RESOLVERS },
    'transfer-refused': { actor: 'receiver', by: RESOLVERS },
    'competence-disputed': { actor: 'holder', by: ['police-investigation', 'border-guard'] },
    'competence-settled': { actor: 'supervisor', by: ['procuracy'] },
    assigned: { actor: 'holder', by: RESOLVERS },
    'prosecutor-assigned': { actor: 'supervisor', by: ['procuracy'] },
    'remedy-demanded': { actor: 'supervisor', by: ['procuracy'] },
    'taken-over': { actor: 'supervisor', by: ['procuracy'] },
    'extension-requested': { actor: 'holder', by: RESOLVERS },
    'extension-refused': { actor: 'supervisor', by: ['procuracy'] },
    extended: { actor: 'holder-or-supervisor', by: RESOLVERS },
    instituted: { actor: 'holder', by: RESOLVERS },
    declined: { actor: 'holder', by: RESOLVERS },
    'decline-overruled': { actor: 'supervisor', by: ['procuracy'] },
    suspended: { actor: 'holder', by: RESOLVERS },
    'suspension-cancelled': { actor: 'supervisor', by: ['procuracy'] },
    'suspension-reviewed': { actor: 'holder', by: RESOLVERS },
    resumed: { actor: 'holder', by: RESOLVERS },
    notified: { actor: 'notifier', by: RESOLVERS },
    'office-succeeded': { actor: 'system', by: RECEIVERS },
  },
};

describe('every step of a denunciation', () => {
  describeEveryStep(DENUNCIATION_LIFECYCLE, LAW, (status) => denunciation(...DENUNCIATION_IN[status]));
});
