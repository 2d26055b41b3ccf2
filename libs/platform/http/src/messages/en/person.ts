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
};
