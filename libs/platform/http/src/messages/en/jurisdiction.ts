import { type Sentences } from '../sentences.js';

export const jurisdictionEn: Sentences = {
  'day.invalid': '“{day}” is not an existing day. Write it as YYYY-MM-DD, such as 2026-03-16.',
  'day.in-the-future': '{day} lies after today ({today}). Only what has happened is recorded; correct the day.',
  'day.before-the-law': 'The law knows this step only since {since}; check the day on which it happened.',
  'day.before-the-stage':
    '{day} lies before {since}, when the file came to its present status. Correct the day, or correct the earlier step if that one is wrong.',
  'period.invalid':
    'The period “{period}” cannot be read. Write it as 2026, 2026-Q1, 2026-H1, 2026-03 or 2026-07-01..2026-09-30.',
  'period.reversed': 'The last day {to} lies before the first day {from}. Swap them.',
  'territory.not-found': 'There is no territory “{territory}”[[ on {day}]]. Check the name or the code.',
  'territory.not-in-force':
    '{name} was not in force on {day} (in force from {validFrom}[[ to {validTo}]])[[; its ground belonged to {partOf}]]. Choose a territory of that day.',
  'territory.ambiguous':
    '“{text}” may be {count:number} territories: {candidates}. Add what lies above after a comma, such as “Tân Phú, Đồng Nai”.',
  'territory.parent-unknown':
    'Territory {id} names {parentId} above it, which does not exist. Correct the territories and load them again.',
  'territory.id-doubled': 'Two territories have the same id. Correct the territories and load them again.',
  'territory.cycle': 'The territories hold each other in a circle. Correct the territories and load them again.',
  'office.not-found': 'There is no office “{office}”. Choose one from the list.',
  'office.not-competent': 'The office chosen is not competent for this step. Choose an office of: {agencies:agency}.',
  'office.succession-cycle':
    'The successors of office {office} lead in a circle. Correct the offices and load them again.',
  'jurisdictions.not-loaded': 'Territories and offices are not loaded yet. Run “theoan migrate”, then “theoan seed”.',
  'seed.absent': 'The file {file} is missing. Install the complete release again.',
  'seed.faulty': 'The seeds are wrong at {place}: {expected} is expected. Correct the file and load it again.',
  'seed.reference-unknown': 'The seeds name “{reference}”, which is not there. Correct the file and load it again.',
  'seed.successor-unknown':
    'No office of the {tier:tier} succeeds the {agency:agency}. Add a rule to the offices file and load it again.',
  'seed.territory-doubled': 'The territory “{name}” stands there twice. Remove one and load the seeds again.',
  'seed.unit-type-unknown':
    'The kind of unit in the name “{name}” is not known. Write it out, such as “Xã …”, and load the seeds again.',
  'address-package.unreadable':
    'The address package does not have the known structure at {place}. Install the version that package.json names.',
  'address-package.correction-unused':
    'The correction “{correction}” no longer fits the address package. Look at corrections.yaml again.',
};
