import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of custody or detention, or the day of an offence. */
export const measuresEn: Sentences = {
  'committed.later': 'The day of the offence is after the receipt or the institution. Correct one of the two days.',
  'custody.already-held':
    'This person is in custody or detained in this case. Extend that, or record the release first.',
  'custody.not-held': 'This person is not in custody in this case. Check the list of persons in custody.',
  'custody.days-out-of-order': 'Custody begins after its decision, or ends before it begins. Correct the days.',
  'custody.too-long': 'Custody lasts 3 days at a time at most. The latest end is {longest}.',
  'detention.already': 'The accused is detained by an order in force. Extend that order, or correct the day.',
  'detention.not-detained': 'Some accused are not detained on that day. Take them off the list.',
  'detention.days-out-of-order': 'The detention ends before it begins. Correct the days of the order.',
  'detention.too-long':
    'The detention is longer than the law allows, earlier custody and detention counted. The latest day is {longest}.',
};

export const measureCommandsEn = {
  'hold-person': 'Take into custody',
  'extend-custody': 'Approve the extension of custody',
  release: 'Release from custody',
  'order-detention': 'Order detention',
  'extend-detention': 'Extend detention',
  'end-detention': 'End detention',
} as const;

export const measureEventsEn = {
  'person-held': 'Decision on custody',
  'custody-extended': 'Extension of custody approved',
  released: 'Person released from custody',
  'detention-ordered': 'Order of detention',
  'detention-extended': 'Decision to extend detention',
  'detention-ended': 'Detention ended',
} as const;
