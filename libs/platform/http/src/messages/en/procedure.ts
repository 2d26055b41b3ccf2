import { type Sentences } from '../sentences.js';

/** Why the law, or the state of a file, refuses a step. */
export const procedureEn: Sentences = {
  'step.not-possible':
    '“{command:command}” is not possible while the file is “{status:status}”.[[ Possible now: {possible:command}.]]',
  'step.not-your-office':
    'Your office is not the one that may “{command:command}” here. Leave it to the office that holds the file or that is competent.',
  'step.malformed':
    'The fields {fields} of this step are missing, unexpected or of the wrong kind. Correct them and send it again.',
  'file.not-found': 'There is no such file within your scope. Check its id, or ask the office that holds it.',
  'file.changed-meanwhile':
    'Somebody else has just added to the file; it is now “{status:status}”. Load it again, look at the new step, then decide.',
  'file.number-of-several':
    'The number “{number}” stands in the registers of several offices: {offices}. Say which office.',
  'file.number-taken':
    'The number “{number}” stands in the register of the office already. Look for a duplicate, or take another number.',
  'case.unknown-denunciation': 'One of the denunciations named does not exist. Choose it again from the list.',
  'import.follows-fault':
    'This step follows a refused step of the same file. Correct the refused step and import again.',
  'classify.commune-police-hands-over':
    'Commune police do not resolve denunciations. Classify it as another body’s competence and transfer it to the investigating agency.',
  'transfer.to-itself': 'A file is not transferred to the office that holds it. Choose another receiver.',
  'extend.once':
    'This level has extended once; the law allows no second time. Ask the other competent level, or end the resolution.',
  'extend.of-the-head':
    'The head of the body that holds the file grants this extension. Record the one that the procuracy granted, or leave it to that body.',
  'receive.petition-of-others':
    'Only an investigating agency or a procuracy receives petitions for institution. Refer the sender to one of them, or correct the source.',
  'ground.no-request-needed':
    'None of the offences of this file is prosecuted only on the victim’s request. Choose another ground, or correct the offence.',
  'extend.too-long': 'The limit goes beyond what the law allows. The latest day is {longest}.',
  'extend.not-later': 'The new limit must lie after the day of the extension. Correct the day.',
  'classify.receiver-hands-over':
    'This body receives denunciations and does not resolve them. Classify it as another body’s competence and transfer it.',
  'extend.after-resumption':
    'After a resumption the time is not extended again. End the resolution in the time that is left.',
  'extend.head-first': 'Extensions have an order: first the head, then the procuracy. Give the level of this one.',
  'extend.no-more': 'The law grants no further extension. Decide within the present time limit.',
  'carry-over.received-later': 'The day of reception lies after the day of the carry-over. Correct one of them.',
  'carry-over.instituted-later': 'The day of institution lies after the day of the carry-over. Correct one of them.',
  'carry-over.person-twice': 'An accused stands there twice. Keep one line and one number for each person.',
  'carry-over.no-accused': 'A case beyond the investigation has accused persons. List them.',
  'institute.same-case':
    'That case was instituted on this denunciation already. Choose another case, or do not record it again.',
  'decline.resume-first':
    'The denunciation is suspended; it can be declined only when the limitation period has passed. Resume it first for any other ground.',
  'terminate.resume-first':
    'The case is suspended; it can be terminated only when the limitation period has passed. Resume it first for any other ground.',
  'resume.other-stage':
    'One of the accused was suspended or terminated at another stage. The body of that stage resumes.',
  'resume.name-the-accused': 'The accused were terminated one by one. Name those for whom the case is resumed.',
  'succession.not-concerned':
    'The ending office neither holds this file nor was it offered to it. Check which files pass on.',
  'judge.before-hearing': 'The judgment lies before the hearing ({hearing}). Correct the day of the judgment.',
  'final.outcome-without-appeal':
    'Without an appeal there is no appellate outcome. Leave it out, or give the appellate judgment as basis.',
  'correction.opening-withdrawn':
    'The step that opened the file cannot be withdrawn when no other is left. Correct its content.',
  'correction.already-withdrawn': 'Step number {sequence} was withdrawn already. There is nothing to do.',
  'correction.two-cases':
    'The step changed two cases: only its day and its decision can be corrected. Join or sever them anew.',
  'correction.split-stands':
    'The part that was split off has a file of its own: of the split only day and decision can be corrected. Join that file to this one.',
  'assign.of-another-office': 'Whoever is named has no account at {office}. Choose one of the people of this office.',
  'correction.case-stands':
    'Case {number} was instituted on this denunciation and still stands. Cancel the institution of case {number} first, or correct only day and decision.',
  'correction.breaks-other':
    'The correction would make file {number} unlawful, which was split off or joined from this one. Correct step {sequence} of file {number} first.',
  'correction.other-file': 'A correction cannot bring in another file. Withdraw this step, then record the right one.',
  'correction.not-a-step': '“{event:event}” cannot stand in its place. Choose a kind of step of this file.',
  'charge.already-accused':
    'This person, or this number, stands in the case already. Use that accused, or give another person another number.',
  'defendant.not-awaiting-approval':
    'One of the accused is not awaiting approval. Choose only accused who were charged and not yet approved.',
  'defendant.of-another-case':
    'This id belongs to an accused of another case. Use one of this case, or leave it out for a new person.',
  'defendant.not-active':
    'Proceedings against one of the accused are ended or suspended. Take that person off the list.',
  'defendant.not-halted': 'Nothing is suspended or terminated that could be resumed. Check the list of accused.',
  'conclude.approval-pending':
    'An accused still awaits the procuracy’s approval. Wait for its decision before concluding the investigation.',
  'conclude.no-accused':
    'No accused is left to be proposed for prosecution. Suspend or terminate the investigation, or charge somebody first.',
  'indict.no-accused':
    'There is no accused to indict. Terminate or suspend the case, or return it for supplementary investigation.',
  'indict.not-approved': 'One of the accused is not approved or not of this case. Indict approved accused only.',
  'indict.undecided-accused': 'Some accused are left undecided. Indict, suspend or terminate each of them.',
  'return.cap': 'The file was returned {most:number} times, as often as the law allows. Decide on the file as it is.',
  'return.no-panel-yet':
    'A trial panel returns files at the hearing only. While the trial is prepared, give the judge as the one who returns.',
  'schedule.hearing-in-the-past':
    'The hearing lies before the decision that schedules it. Correct one of the two days.',
  'judge.not-indicted': 'Somebody in the judgment is not indicted in this case. Check the list of defendants.',
  'judge.twice': 'A defendant is judged twice in one judgment. Keep one line for each defendant.',
  'judge.verdict-missing': 'The judgment does not decide on every defendant. Add the missing ones.',
  'appeal.not-judged':
    'One of the defendants is not judged, or appealed already. Choose defendants who were just judged.',
  'final.no-such-judgment':
    'There is no such judgment that could become final. Check the basis and the list of defendants.',
  'final.appeal-period-running':
    'The time for an appeal or protest ({days:number} days from the judgment) has not passed. Record it as final afterwards.',
  'correction.reason-missing': 'A correction must say why. Give the reason and send it again.',
  'correction.unknown-event': 'The file has no step number {sequence}. Choose the step to correct from the timeline.',
  'correction.breaks-history':
    'After the correction the step “{event:event}” would fall on a file that is “{status:status}”. Correct or withdraw that step first.',
  'indicator.not-found': 'There is no indicator “{indicator}”. Choose from K1 to K5.',
};
