import { type Sentences } from '../sentences.js';

/** The title of a problem, by HTTP status. */
export const titlesEn: Sentences = {
  '400': 'Not valid',
  '401': 'Sign in first',
  '403': 'Not allowed',
  '404': 'Not found',
  '405': 'Method not taken',
  '406': 'No such representation',
  '409': 'Not possible now',
  '413': 'Too large',
  '414': 'Address too long',
  '415': 'Content type not taken',
  '429': 'Too many attempts',
  '500': 'Internal failure',
  '503': 'Not available at the moment',
};
