import { type Sentences } from '../sentences.js';

/** Sentences about limits and days off. */
export const deadlinesEn: Sentences = {
  'days-off.other-year': '{day} does not lie in {year}. Days off are set one year at a time; correct the day.',
  'days-off.twice': '{day} is written twice. Write each day once, either off or worked instead.',
  'days-off.make-up-on-a-working-day':
    '{day}, said to be worked instead, is neither a Saturday nor a Sunday. Write only weekend days that are worked.',
  'days-off.malformed':
    'The file of days off {file} lacks an entry or has a wrong one: year, decision, isConfirmed, daysOff, makeUpDays.',
  'limit-notice.not-found': 'There is no such notice, or it has been read.',
};

/** The lists of what is due. */
export const urgencyEn = {
  overdue: 'overdue',
  'within-3': 'due within 3 days',
  'within-7': 'due within 7 days',
  'within-30': 'due within 30 days',
  'ask-by': 'extension to ask for within 7 days',
  'to-review': 'suspended matters to review',
  limitation: 'limitation within 12 months',
  'limitation-6': 'limitation within 6 months',
  'limitation-3': 'limitation within 3 months',
} as const;
