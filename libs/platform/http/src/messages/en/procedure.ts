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
  'extend.too-long': 'The limit goes beyond what the law allows. The latest day is {longest}.',
  'extend.not-later': 'The new limit must lie after the day of the extension. Correct the day.',
  'charge.already-accused':
    'The case has an accused with the number {number} already. Use that one, or give another person another number.',
  'defendant.not-awaiting-approval':
    'One of the accused is not awaiting approval. Choose only accused who were charged and not yet approved.',
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
  'final.appeal-period-running': 'The {days:number} days for an appeal have not passed. Record it as final afterwards.',
  'correction.reason-missing': 'A correction must say why. Give the reason and send it again.',
  'correction.unknown-event': 'The file has no step number {sequence}. Choose the step to correct from the timeline.',
  'correction.breaks-history':
    'After the correction the step “{event:event}” would fall on a file that is “{status:status}”. Correct or withdraw that step first.',
  'indicator.not-found': 'There is no indicator “{indicator}”. Choose from K1 to K5.',
};
