import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of a denunciation, beside what `procedure` says. */
export const denunciationEn: Sentences = {
  'suspend.limit-running':
    'On this ground a matter is suspended only when its time has run out, from {end}. Go on with it, or correct the day.',
  'extend.asked-already':
    'An extension was asked for on {day}; the procuracy has not answered yet. Do not ask once more.',
  'extend.asked-late': 'An extension is asked for by {askBy}. Correct the day, or come to a decision within the limit.',
  'extend.not-asked': 'No request for an extension awaits an answer. Check the file.',
  'remedy.own-file': 'The procuracy resolves this matter itself and demands no remedy of itself.',
  'take-over.no-demand':
    'The procuracy has not demanded a remedy in writing. Record the demand first; it takes over after 15 days without one.',
  'take-over.too-early': 'The office that resolves has until {end} to remedy. Take over on a later day.',
  'split.same-part': 'This part was split off already. Choose another one, or do not record it again.',
  'split-off.received-later': 'The day of reception lies after the day of the split. Correct one of them.',
  'join.into-own-part': 'A matter is not joined into a part that was split off it. Choose another file.',
  'join.into-itself': 'A file is not joined into itself. Choose the other file of the same content.',
  'join.into-joined': 'That file was itself joined into another one. Choose the file that is still resolved.',
  'join.unknown-file': 'There is no such denunciation among those that you may see. Choose it from the list.',
  'transfer.settled':
    'The procuracy has settled whose competence it is; this office must accept. Accept the file and resolve it.',
  'notice.not-owed': 'The office does not owe this notice, or has given it. See in the file which notices are owed.',
};

export const denunciationCommandsEn = {
  'check-preliminarily': 'Check preliminarily',
  split: 'Split a part off',
  'split-off': 'Open the part split off',
  join: 'Join into another file',
  'dispute-competence': 'Dispute the competence',
  'settle-dispute': 'Settle the dispute of competence',
  'request-extension': 'Ask for an extension',
  'refuse-extension': 'Refuse the extension',
  'assign-prosecutor': 'Assign a prosecutor',
  'cancel-suspension': 'Cancel the suspension',
  'review-suspension': 'Review the suspension',
  'overrule-decline': 'Overrule the decline and institute a case',
  'demand-remedy': 'Demand a remedy',
  'take-over': 'Take over by the procuracy',
  notify: 'Give a notice',
} as const;

export const denunciationStatusesEn = {
  'in-dispute': 'competence disputed',
  joined: 'joined into another file',
} as const;

export const denunciationEventsEn = {
  'preliminarily-checked': 'Checked preliminarily',
  split: 'Part split off',
  'split-off': 'Opened as a part of another',
  joined: 'Joined into another denunciation',
  'competence-disputed': 'Competence disputed',
  'competence-settled': 'Dispute of competence settled',
  'extension-requested': 'Extension of the resolution asked for',
  'extension-refused': 'Extension of the resolution refused',
  'prosecutor-assigned': 'Prosecutor assigned',
  'suspension-cancelled': 'Suspension cancelled by the procuracy',
  'suspension-reviewed': 'Suspension reviewed',
  'decline-overruled': 'Decline overruled by the procuracy',
  'remedy-demanded': 'Remedy demanded by the procuracy',
  'taken-over': 'Taken over by the procuracy',
  notified: 'Notice about the denunciation given',
} as const;

export const denunciationNoticesEn = {
  'receipt-to-procuracy': 'receipt, to the procuracy',
  'receipt-to-informant': 'receipt, to the informant',
  'assignment-to-procuracy': 'assignment, to the procuracy',
  'suspension-to-procuracy': 'suspension, to the procuracy',
  'suspension-to-informant': 'suspension, to the informant',
  'cancellation-of-suspension': 'cancellation of the suspension',
  'resumption-to-procuracy': 'resumption, to the procuracy',
  'resumption-to-informant': 'resumption, to the informant',
  'decline-to-procuracy': 'decision not to institute, to the procuracy',
  'result-to-informant': 'result, to the informant',
  'file-to-sanctioning-body': 'file for an administrative sanction',
  'file-to-procuracy': 'file to the procuracy that takes over',
} as const;
