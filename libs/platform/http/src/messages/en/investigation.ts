import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of the investigation or the prosecution, beside what `procedure` says. */
export const investigationEn: Sentences = {
  'institute.offence-of-others':
    'The border guard does not institute or charge this offence. Transfer it to the competent investigating agency.',
  'transfer.undecided':
    'The procuracy has not decided on this transfer. Wait for its decision, or state its number and day with the acceptance.',
  'transfer.decided': 'The procuracy decided on {decided} that the case is transferred: the receiver must take it.',
  'transfer.requested': 'The transfer was proposed to the procuracy on {requested}. Wait for its decision.',
  'transfer.not-requested':
    'The investigators have not proposed to transfer this case. Have the proposal recorded first, or choose another ground.',
  'transfer.agreed': 'The receiver has agreed to take the case already.',
  'transfer.province-decides': 'A transfer out of the province is decided by the procuracy of the province.',
  'court.province-tries':
    'The bracket of Article {penal} clause {clause} of the Penal Code goes beyond 20 years: the court of the province tries it. Hand the file to that court.',
  'court.ground-of-province':
    'This ground is for a case that the court of the province tries. Leave it out, or choose that court.',
  'border-guard.begins-only':
    'The border guard investigates less serious crimes alone to their end. Transfer the file to the investigators.',
  'institute.too-grave-for-commune':
    'An investigator posted to a commune investigates less serious and serious offences only. Leave the institution to the provincial agency.',
  'institution.unchanged': 'The case was instituted for this offence already. Choose another offence.',
  'cancel-institution.accused':
    'Somebody is charged, so the institution is not cancelled. Terminate the investigation.',
  'charge.unchanged': 'The accused is charged with this offence already. Choose another offence.',
  'charge.evidence-asked':
    'The procuracy has asked for evidence about this accused. Wait for the investigators to supply it.',
  'charge.no-evidence-asked': 'The procuracy waits for no such evidence. Check the list of accused.',
  'suspend.wanted-first': 'The accused must be wanted before the suspension. Record the wanted notice first.',
  'suspend.accused-known':
    'The accused of this case are known, so it is not suspended because they are not. Choose another ground, or conclude against those who are known.',
  'terminate.limit-running':
    'For want of proof an investigation ends only when its limit has run out, from {end}. Go on investigating, or choose another ground.',
  'wanted.already': 'One of the accused is wanted already. Take that person off the list.',
  'wanted.not-wanted': 'One of the accused is not wanted. Take that person off the list.',
  'absentia.already': 'It was decided already to go on without this accused. Do not record it again.',
  'summary.too-grave': 'The summary procedure is for less serious offences only. Go on by the ordinary procedure.',
  'summary.not-simple':
    'The summary procedure is for simple facts and clear evidence only. Go on by the ordinary procedure.',
  'summary.identity-unclear':
    'The summary procedure wants the residence and past of the offender to be known. Go on by the ordinary procedure.',
  'charge.too-young': 'Nobody under 16 is liable for Article {penal} of the Penal Code. Check the article and the age.',
  'summary.already': 'The case follows the summary procedure already. Do not record it again.',
  'summary.not-applied': 'The case does not follow the summary procedure. There is nothing to revoke.',
  'minor-limits.diversion-later':
    'An announcement of diversion makes the limits whole only at the procuracy and at first instance. Record it there.',
  'minor-limits.not-halved':
    'The limits of this case are not halved: no accused is under 18, it was instituted (on appeal: docketed by the court above) before 1 January 2026, or it was recorded already.',
  'join.accused-missing': 'A case is joined with all its open accused. Add those who are missing.',
  'join.accused-twice': 'An accused or a number stands there twice. Give each person a number of their own.',
  'join.other-office': 'Another office holds that case. Have it transferred to yours first.',
  'join.other-stage': 'One of the accused stands at another stage than this case. Join and sever within one stage.',
  'join.same-case': 'That case was joined here already. Do not record it again.',
  'sever.nobody-left': 'Nobody would be left in the case to proceed against. Keep at least one accused.',
  'sever.not-suspended': 'The procuracy severs only accused whom it suspended. Suspend that person first.',
  'refuse-file.from-court':
    'A court returned this file; the investigators did not hand it in. Return it for supplementary investigation, or keep the indictment.',
  'decline-return.not-returned': 'No court returned this file. Indict, or return it for supplementary investigation.',
  'withdraw.not-indicted':
    'Somebody is not indicted in this case, or the prosecution was withdrawn already. Check the list.',
  'withdraw.hearing-opened': 'The prosecution is withdrawn before the hearing is opened; it was opened on {opened}.',
  'sever.other-ground':
    'The procuracy severs the accused who absconded, are gravely ill or under compulsory treatment; these were suspended on another ground.',
};

export const investigationCommandsEn = {
  'change-institution': 'Change or supplement the institution',
  'cancel-institution': 'Cancel the institution',
  'overrule-institution': 'Overrule the institution',
  'change-charge': 'Change or add to the charge',
  'request-charge-evidence': 'Ask for evidence before approving',
  'supply-charge-evidence': 'Supply evidence for the approval',
  'assign-officer': 'Assign an investigator or a prosecutor',
  'issue-wanted-notice': 'Issue a wanted notice',
  'withdraw-wanted-notice': 'Withdraw the wanted notice',
  'proceed-in-absentia': 'Proceed in absentia',
  'confirm-termination': 'Agree with the termination',
  'overrule-termination': 'Overrule the termination',
  'apply-summary-procedure': 'Apply the summary procedure',
  'revoke-summary-procedure': 'Revoke the summary procedure',
  'lift-minor-limits': 'Apply the whole limits despite an accused under 18',
  absorb: 'Take in a joined case',
  sever: 'Sever the case',
  'sever-off': 'Open the case severed off',
  'refuse-file': 'Refuse an incomplete file',
  'extend-prosecution': 'Extend the time to prosecute or to hand over to the court',
  'transfer-for-prosecution': 'Transfer for prosecution',
  'decline-return': 'Decline the court’s return',
  'withdraw-prosecution': 'Withdraw the prosecution',
} as const;

export const investigationEventsEn = {
  'institution-changed': 'Institution changed or supplemented',
  'institution-cancelled': 'Institution cancelled',
  'institution-overruled': 'Institution overruled by the procuracy',
  'charge-changed': 'Charge changed or added to',
  'charge-evidence-requested': 'Evidence asked for before the approval',
  'charge-evidence-supplied': 'Evidence supplied for the approval',
  'investigation-extension-requested': 'Extension of the investigation asked for',
  'case-assigned': 'Case assigned to an officer',
  'wanted-issued': 'Wanted notice issued',
  'wanted-withdrawn': 'Wanted notice withdrawn',
  'absentia-decided': 'Proceedings in absentia',
  'termination-confirmed': 'Termination agreed with by the procuracy',
  'termination-overruled': 'Termination overruled by the procuracy',
  'summary-procedure-applied': 'Summary procedure applied',
  'summary-procedure-revoked': 'Summary procedure revoked',
  'minor-limits-lifted': 'Whole limits despite an accused under 18',
  'case-joined': 'Joined into another case',
  'case-absorbed': 'Another case taken in',
  'case-severed': 'Case severed',
  'case-severed-off': 'Severed off from another case',
  'case-notified': 'Notice of the case given',
  'case-suspension-reviewed': 'Suspension of the case reviewed',
  'file-refused': 'Incomplete file refused by the procuracy',
  'prosecution-extended': 'Time to prosecute or to hand over to the court extended',
  'prosecution-transferred': 'Transferred for prosecution',
  'return-declined': 'Court’s return declined by the procuracy',
  'prosecution-withdrawn': 'Prosecution withdrawn',
} as const;

export const caseNoticesEn = {
  'institution-to-procuracy': 'decision on the institution to be sent',
  'custody-to-procuracy': 'decision on custody to be sent to the procuracy',
  'charge-to-procuracy': 'charge to be sent for approval',
  'transfer-of-case': 'decision to transfer the case',
  'joinder-to-procuracy': 'decision to join or sever',
  'suspension-of-investigation': 'suspension of the investigation to be told',
  'resumption-of-investigation': 'resumption of the investigation to be told',
  'end-of-investigation': 'conclusion or termination of the investigation to be told',
  'transfer-for-prosecution': 'transfer for prosecution to be told',
  'decision-of-prosecution': 'decision of the procuracy to be told',
  'summary-procedure': 'decision on the summary procedure to be delivered',
  'resumption-of-prosecution': 'resumption of the case to be told',
  'decision-of-court-to-parties': 'decision of the court for the parties',
  'decision-of-court-to-procuracy': 'decision of the court for the procuracy',
  'decision-to-try': 'decision to try to be served 10 days before the hearing',
  'decision-to-try-summary': 'decision to try by the summary procedure to be served',
  'measure-of-court': 'decision of the court on detention to be served',
  judgment: 'judgment to be served',
} as const;
