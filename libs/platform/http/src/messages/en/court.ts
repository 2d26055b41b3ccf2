import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of the courts, beside what `procedure` says. */
export const courtEn: Sentences = {
  'return.graver-offence-once':
    'The procuracy was asked once already to indict for a graver offence. Judge on the file as it is.',
  'adjourn.not-later': 'The hearing must move to a later day. Correct the day.',
  'adjourn.too-long': 'A hearing is put off by 30 days at most. The latest day is {latest}.',
  'adjourn.before-hearing':
    'The hearing is set for {hearing}, and the panel adjourns it in the hearing. Adjourn it from that day on, or set another day.',
  'open-hearing.before-its-day':
    'The hearing is set for {hearing}. Record the opening on that day, or set another day first.',
  'open-hearing.twice': 'The hearing was opened on {opened} already. Adjourn it, or go on.',
  'deliberate.not-later': 'The deliberation must end on a later day. Correct the day.',
  'deliberate.too-long': 'A deliberation takes 7 days at most. The latest day is {latest}.',
  'deliberate.before-hearing': 'The deliberation lies before the hearing ({hearing}). Correct the day.',
  'judge.charges-disagree':
    'The outcome for a defendant does not follow from the outcomes of the charges, or a charge stands there twice. Correct the verdict.',
  'judge.graver-offence':
    'The offence found is graver than what was indicted. Return the file to the procuracy first, so that it may indict for it.',
  'resume.judgment-pending':
    'The judgment on the others is not final yet. Resume against the suspended defendant once it is.',
  'terminate.name-the-suspended':
    'The judgment reached the others. Name only suspended defendants whose proceedings end.',
  'terminate.not-withdrawn':
    'The procuracy has not withdrawn the prosecution of everybody concerned. Let it record the withdrawal first, or name another ground.',
  'receipt.not-awaited':
    'A receipt is recorded only for defendants who were absent from the judgment and have not received it. Check the list.',
  'appeal.period-over':
    'The time to appeal or protest has run out for one of the defendants. Record it as a late appeal, or take that person off the list.',
  'appeal.kind-and-appellant': 'Procuracies protest, everybody else appeals. Correct the kind or the appellant.',
  'appeal.to-itself': 'The appeal goes to the court above, not to the court that judged. Choose another court.',
  'send-appeal.period-running':
    'The time to appeal or protest ends on {end}. Send the file to the court above after that day.',
  'late-appeal.no-protest': 'A protest that comes too late is not accepted. Only an appeal can be.',
  'late-appeal.none': 'No late appeal waits for one of the defendants. Check the list.',
  'withdraw-appeal.not-made': 'There is no such appeal for one of the defendants. Check the appellant and the list.',
  'final.court-above-decides':
    'The appeal is before the court above, which decides on it. Record its decision instead.',
  'lend-file.lent-already': 'The file is with a procuracy already. Take it back first.',
  'extend-file-study.not-so-grave':
    'The offence of this case is not especially serious. State that the case is complex, or take the file back in time.',
  'take-file-back.not-lent': 'The procuracy does not have the file. Lend it first.',
  'decide-appeal.no-hearing':
    'Before a hearing is set an appeal can only be discontinued. Set the hearing, or discontinue for everybody.',
  'decide-appeal.before-hearing': 'The decision lies before the hearing ({hearing}). Correct the day.',
  'results.not-before-the-court':
    'The court does not decide on one of the persons, or not in that way. Check the list and the outcomes.',
  'results.twice': 'Somebody is decided on twice. Keep one line for each person.',
  'results.missing': 'The decision leaves somebody out. Add everybody who is before the court.',
  'results.one-way':
    'One decision sends the case one way: to the investigators, the trial court or the appellate court. Make the outcomes that annul the same.',
  'results.part-not-final':
    'The judgment on some defendants is neither attacked nor recorded as final. Record that it is final first.',
  'review.not-final': 'The judgment on one of the persons is not final. Check the list.',
  'cassation.year-over':
    'To the detriment of the convicted a cassation is asked for within one year of the final judgment. That year is over.',
  'reopening.report-missing':
    'To the detriment of the convicted the day counts on which the procuracy learned of the new facts. Add it.',
  'reopening.reported-later': 'The new facts were reported after the protest. Correct one of the two days.',
  'reopening.year-over':
    'To the detriment of the convicted a reopening is asked for within one year of the report of new facts. That year is over.',
};

export const courtCommandsEn = {
  'assign-judge': 'Assign the judge',
  'extend-preparation': 'Extend the preparation of the trial',
  'open-hearing': 'Open the hearing',
  adjourn: 'Adjourn the hearing',
  'prolong-deliberation': 'Prolong the deliberation',
  'return-for-competence': 'Return the file for want of competence',
  'record-receipt': 'Record the receipt of the judgment',
  'send-late-appeal': 'Send a late appeal to the court above',
  'accept-late-appeal': 'Accept a late appeal',
  'refuse-late-appeal': 'Refuse a late appeal',
  'withdraw-appeal': 'Record a withdrawn appeal or protest',
  'send-to-appellate-court': 'Send the file to the appellate court',
  'accept-appeal': 'Accept the appeal at the appellate court',
  'lend-file': 'Lend the file to the procuracy',
  'extend-file-study': 'Lengthen the study of the file',
  'take-file-back': 'Take the file back from the procuracy',
  'schedule-appeal': 'Schedule the hearing of the appeal',
  'decide-appeal': 'Record the appellate decision',
  'accept-remand': 'Take over the annulled case',
  'protest-cassation': 'Protest for cassation',
  'decide-cassation': 'Record the cassation decision',
  'protest-reopening': 'Protest for reopening',
  'decide-reopening': 'Record the reopening decision',
};

export const courtEventsEn = {
  'judge-assigned': 'Judge assigned',
  'preparation-extended': 'Preparation of the trial extended',
  'hearing-opened': 'Hearing opened',
  adjourned: 'Hearing adjourned',
  'deliberation-prolonged': 'Deliberation prolonged',
  'returned-for-competence': 'Returned by the court for want of competence',
  'judgment-received': 'Judgment received by an absent defendant',
  'late-appeal-sent': 'Late appeal sent to the court above',
  'late-appeal-accepted': 'Late appeal accepted',
  'late-appeal-refused': 'Late appeal refused',
  'appeal-withdrawn': 'Appeal or protest withdrawn',
  'sent-to-appellate-court': 'Sent to the appellate court',
  'appeal-accepted': 'Appeal accepted by the appellate court',
  'appeal-file-lent': 'File lent to the procuracy',
  'appeal-file-study-extended': 'Study of the file lengthened',
  'appeal-file-given-back': 'File given back by the procuracy',
  'appeal-scheduled': 'Hearing of the appeal scheduled',
  'appeal-decided': 'Appellate decision',
  'remand-accepted': 'Annulled case taken over',
  'cassation-protested': 'Protest for cassation',
  'cassation-decided': 'Cassation decision',
  'reopening-protested': 'Protest for reopening',
  'reopening-decided': 'Reopening decision',
};

export const courtStatusesEn = {
  'sent-to-appeal': 'sent to the appellate court',
  'appeal-accepted': 'accepted by the appellate court',
  'appeal-scheduled': 'scheduled for the appellate hearing',
  remanded: 'annulled, on its way back',
  'in-cassation': 'under cassation',
  'in-reopening': 'under reopening',
};

export const courtDefendantStatusesEn = {
  remanded: 'judgment annulled',
  'in-cassation': 'under cassation',
  'in-reopening': 'under reopening',
};

export const courtGroundsEn = {
  'graver-offence': 'a graver offence is to be indicted',
  'official-replaced': 'a judge, assessor, procurator or clerk is replaced',
  'official-absent': 'a member of the panel or the procurator is absent',
  'defendant-absent': 'the defendant is absent',
  'counsel-absent': 'the defence counsel is absent',
  'party-absent': 'the aggrieved party or another party is absent',
  'witness-absent': 'a witness is absent',
  'expert-absent': 'an expert, valuer, interpreter or investigator is absent',
  'evidence-to-collect': 'evidence has to be collected outside the hearing',
  'expertise-to-repeat': 'expertise has to be supplemented or repeated',
  'valuation-to-make': 'property has to be valued or valued again',
  'hearing-force-majeure': 'force majeure: the hearing is opened within 30 days',
  'hearing-obstacle': 'an objective obstacle: the hearing is opened within 30 days',
  'study-especially-serious': 'an especially serious offence: the file is studied longer',
  'study-complex': 'a complex case: the file is studied longer',
  'wanted-in-vain': 'absconded and wanted in vain',
  abroad: 'abroad and cannot be summoned',
  'own-request': 'asks to be tried in absence',
  'not-obstructing': 'absent without good reason, and the absence does not obstruct the trial',
};
