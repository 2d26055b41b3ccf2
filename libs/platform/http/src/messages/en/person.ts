import { type Sentences } from '../sentences.js';

/** Why a paper or a date of birth is not taken, and where it disagrees. */
export const personEn: Sentences = {
  'paper.shape':
    'The number has not the shape of its paper: citizen card 12 digits, identity card 9 digits, passport one letter and 7 or 8 digits; without a paper leave it empty.',
  'paper.province-unknown':
    'The first three digits of the citizen number are the code of no province. Look at the card again.',
  'paper.country-absent': 'Give the two-letter code of the country that issued the paper, such as LA, KH, CN.',
  'paper.reason-absent': 'Choose why there is no paper.',
  'paper.sex-differs': 'The fourth digit of the citizen number stands for the other sex. Check it; it can be saved.',
  'paper.birth-year-differs': 'The citizen number stands for another year of birth. Check it; it can be saved.',
  'birth.malformed':
    'Write the date of birth as YYYY-MM-DD, YYYY-MM, YYYY, or estimated as YYYY~YYYY (at most 30 years apart).',
  'person.not-found': 'There is no such person, or not in any file that your office sees.',
  'person.name-or-unknown': 'Give the full name, or say that it is unknown (nameUnknown); not both.',
  'person.name-or-number': 'Search by name or by the number of a paper or telephone: give exactly one of the two.',
  'person.family-not-recorded-here':
    'Your office neither records nor corrects such persons in this file. The office that holds it does.',
  'person.no-such-defendant': 'The case has no accused with this id. Look at its list of accused.',
  'person.already-recorded': 'This accused is recorded already. Correct what is wrong.',
  'person.nothing-to-correct': 'No field is named. Give the right value, or the field to be withdrawn.',
  'person.field-not-revealed':
    'Some of these fields are not told to your role and office at this stage. Ask only for fields marked “revealable”.',
  'person.purpose-in-words': 'The purpose “other” must be told in words, at least 10 characters.',
  'person.search-too-short': 'Enter at least {least:number} letters of the name.',
  'person.budget-spent':
    'You have used all {limit:number} requests of the hour. Try again in {minutes:number} minutes; if the work needs more, tell your head.',
};
