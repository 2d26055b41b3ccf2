import { type Sentences } from '../sentences.js';

/** Why figures do not leave the circle, or not in this way. */
export const releaseEn: Sentences = {
  'disclosure.k-too-small': '{k} is no usable threshold. Enter a whole number from 3 to 1000.',
  'disclosure.no-count': 'The cell “{cell}” is no count from 0, so the table is not released. Tell the administrator.',
  'disclosure.does-not-add-up':
    'The parts do not add up to the cell “{cell}”: a step was just recorded. Prepare the table again; if it stays so, tell the administrator.',
  'disclosure.dimensions': 'A released table has {most} dimensions at most. Take one away and prepare it again.',
  'release.reveals-by-difference':
    'Compared with the tables released before, this one would tell what they withhold. Choose a period, a day or a territory that was released, or wait for the next period.',
  'release.other-borders':
    'The period overlaps that of the released table {code}, which has other borders; comparing the two would tell withheld figures. Choose a period that does not overlap.',
  'release.too-many-before':
    '{count:number} tables about the same figures are released, too many to audit together ({most:number} at most). Use a table that is released.',
  'release.day-not-over': '{day} is not over and its figures still change. Choose a day before today.',
  'release.steps-pending': 'Steps that were just recorded are not yet in the figures. Try again in a few seconds.',
  'release.k-below-house': 'The threshold {k} is below the least one, {least}. Enter {least} or more.',
  'release.not-found': 'There is no such release.',
  'release.same-person': 'Whoever prepared a table cannot approve it. Another leader has to.',
  'release.already-approved': 'The table {code} is approved already.',
  'release.not-approved': 'The table {code} is not approved and does not go out yet. Ask a leader to approve it.',
  'release.prepared-before-another':
    'After the table {code} was prepared, another one about the same figures was approved. Prepare it again, so that both are audited together.',
};
