import { type Sentences } from '../sentences.js';

/** Why a remark on a case is refused. */
export const remarksEn: Sentences = {
  'key-case.already-marked': 'The case is a key case already. Nothing to record.',
  'campaign.unknown': 'There is no campaign {campaign}. Choose one of those that the plans in force list.',
  'campaign.not-running':
    'The campaign {campaign} ran from {from} to {to}, not on that day. Check the day or choose another campaign.',
  'campaign.elsewhere':
    'The campaign {campaign} is that of {territory}; the case neither happened nor is handled there. Choose another campaign, or none.',
  'key-case.not-marked': 'The case is no key case. Nothing to undo.',
  'difficulty.noted-already': 'This difficulty has been noted. Nothing to record.',
  'difficulty.not-open': 'There is no such difficulty, or it has been settled. Check again.',
};

export const remarkCommandsEn = {
  'mark-key-case': 'Mark as key case',
  'unmark-key-case': 'No longer a key case',
  'note-difficulty': 'Note a difficulty',
  'settle-difficulty': 'Record that a difficulty is settled',
} as const;

export const remarkEventsEn = {
  'key-case-marked': 'Marked as key case',
  'key-case-unmarked': 'Ceased to be a key case',
  'difficulty-noted': 'Difficulty noted',
  'difficulty-settled': 'Difficulty settled',
} as const;

export const difficultyCategoriesEn = {
  law: 'the law and its guidance',
  evidence: 'gathering evidence',
  'expert-examination': 'expert examination, valuation',
  'co-operation': 'co-operation between agencies',
  'mutual-legal-assistance': 'mutual legal assistance',
  victim: 'identifying, protecting and supporting victims',
  resources: 'people, money, equipment',
} as const;
