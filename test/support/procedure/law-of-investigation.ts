import type { CaseStatus } from '#libs/domain/procedure';
import type { Cell, Who } from './every-step.js';
import { moves } from './lawful-files.js';
import { type Deed, deed } from './narrative.js';
import { OFFICE } from './offices.js';

type CaseCell = Cell<CaseStatus>;
type Row = Readonly<Record<string, CaseCell>>;

const INVESTIGATORS = ['police-investigation', 'border-guard', 'procuracy'] as const;
const INSTITUTORS = [...INVESTIGATORS, 'court'] as const;
const cell = (event: string, to: CaseStatus, payload: CaseCell['payload'] = {}): CaseCell => ({ event, to, payload });

/** Whoever took a step that somebody must be told of tells them, in whatever status. */
export const notice = (to: CaseStatus): Row => ({
  notify: cell('case-notified', to, { notice: 'institution-to-procuracy' }),
});
const wanted = deed('issue-wanted-notice', { defendantIds: ['a'] });
/** What anybody who holds the case may do about an absent accused. */
export const search = (to: CaseStatus): Row => ({
  'issue-wanted-notice': cell('wanted-issued', to, { defendantIds: ['a'] }),
  'withdraw-wanted-notice': { ...cell('wanted-withdrawn', to, { defendantIds: ['a'] }), first: [wanted] },
});
/** Proceedings without an accused; who works on the case. */
export const absence = (to: CaseStatus): Row => ({
  'proceed-in-absentia': { ...cell('absentia-decided', to, { defendantIds: ['a'] }), on: '2025-07-01' },
  'assign-officer': cell('case-assigned', to, { officerId: 'officer-1' }),
});
export const LIGHT = { article: 347, clause: 1 };
/** A case of a less serious offence, and one whose accused is under 18, at each of the three bodies. */
const special = (to: CaseStatus, lightly: readonly Deed[], young: readonly Deed[]): Row => ({
  'apply-summary-procedure': { ...cell('summary-procedure-applied', to), instead: lightly },
  'revoke-summary-procedure': {
    ...cell('summary-procedure-revoked', to),
    instead: [...lightly, deed('apply-summary-procedure')],
  },
  'lift-minor-limits': { ...cell('minor-limits-lifted', to, { ground: 'especially-complex' }), instead: young },
});
const opened = (offence: object, minor: boolean, on: string): Deed[] => [
  deed('institute', { offence }, { on }),
  deed('charge', { defendantId: 'a', number: '1', offence, minor }),
  deed('approve-charge', { defendantIds: ['a'] }),
];
/** From the investigators to the procuracy. */
export const handed = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];
/** From the investigators to the court. */
export const tried = [...handed, deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept')];
/** The same after these deeds. */
export const specialAfter = (to: CaseStatus, ...then: readonly Deed[]): Row =>
  special(to, [...opened(LIGHT, false, '2024-01-02'), ...then], [...opened(LIGHT, true, '2026-01-02'), ...then]);
/** An accused who comes from another case. */
export const stranger = { defendantId: 'x', number: 'x', status: 'approved', minor: false, chargedOn: '2024-01-05' };
/** Joining cases, in both directions. */
export const joinder = (to: CaseStatus): Row => ({
  join: cell('case-joined', 'joined', { intoCaseId: 'case-2', movedTo: moves('a', 'b', 'c') }),
  absorb: cell('case-absorbed', to, { fromCaseId: 'case-2', persons: [stranger] }),
});

const elsewhere = { toOfficeId: OFFICE.otherPolice };
const decided = { ...elsewhere, ground: 'taken-up-above' };
/** The investigators propose a transfer, the procuracy decides on it (Điều 169). */
export const decision: Row = {
  'request-transfer': cell('case-transfer-requested', 'in-transfer', elsewhere),
  'decide-transfer': cell('case-transfer-decided', 'in-transfer', decided),
};
/** What the receiver says to a case that is offered (Điều 29 TTLT 04/2018), and that it has it. */
export const answer: Row = {
  'agree-to-transfer': cell('case-transfer-agreed', 'in-transfer'),
  'refuse-transfer': cell('case-transfer-refused', 'under-investigation', { because: 'not ours' }),
  'accept-transfer': {
    ...cell('case-transfer-accepted', 'under-investigation'),
    first: [deed('decide-transfer', decided)],
  },
};

/** Who takes the steps beside the main line of investigation and prosecution. */
export const WHO_INVESTIGATES: Readonly<Record<string, Who>> = {
  'institution-changed': { actor: 'holder', by: INVESTIGATORS },
  'institution-cancelled': { actor: 'holder', by: INVESTIGATORS },
  'case-transfer-agreed': { actor: 'receiver', by: INVESTIGATORS },
  'case-transfer-requested': { actor: 'holder', by: ['police-investigation'] },
  'case-transfer-decided': { actor: 'supervisor', by: ['procuracy'] },
  'case-transfer-accepted': { actor: 'receiver', by: INVESTIGATORS },
  'case-transfer-refused': { actor: 'receiver', by: INVESTIGATORS },
  'institution-overruled': { actor: 'supervisor', by: ['procuracy'] },
  'case-joined': { actor: 'holder', by: INVESTIGATORS },
  'case-absorbed': { actor: 'system', by: INVESTIGATORS },
  'case-severed': { actor: 'holder', by: INVESTIGATORS },
  'case-severed-off': { actor: 'system', by: INVESTIGATORS },
  'wanted-issued': { actor: 'holder', by: INSTITUTORS },
  'wanted-withdrawn': { actor: 'holder', by: INSTITUTORS },
  'absentia-decided': { actor: 'holder', by: INVESTIGATORS },
  'case-assigned': { actor: 'holder', by: INVESTIGATORS },
  'summary-procedure-applied': { actor: 'holder', by: INSTITUTORS },
  'summary-procedure-revoked': { actor: 'holder', by: INSTITUTORS },
  'minor-limits-lifted': { actor: 'holder', by: INSTITUTORS },
  'case-notified': { actor: 'notifier', by: INSTITUTORS },
  'case-suspension-reviewed': { actor: 'holder', by: INSTITUTORS },
  'charge-changed': { actor: 'holder', by: INVESTIGATORS },
  'charge-evidence-requested': { actor: 'supervisor', by: ['procuracy'] },
  'charge-evidence-supplied': { actor: 'holder', by: INVESTIGATORS },
  'investigation-extension-requested': { actor: 'holder', by: INVESTIGATORS },
  'termination-confirmed': { actor: 'supervisor', by: ['procuracy'] },
  'termination-overruled': { actor: 'supervisor', by: ['procuracy'] },
  'file-refused': { actor: 'holder', by: ['procuracy'] },
  'prosecution-extended': { actor: 'holder', by: ['procuracy'] },
  'prosecution-transferred': { actor: 'holder', by: ['procuracy'] },
  'return-declined': { actor: 'holder', by: ['procuracy'] },
  'prosecution-withdrawn': { actor: 'prosecutor', by: ['procuracy'] },
};
