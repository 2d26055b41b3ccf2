import { deed } from '../../support/procedure/narrative.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });

describe('26. a serious offence found very serious, and serious again', () => {
  const serious = { article: 152, clause: 1 };
  const very = { article: 150, clause: 1 };
  const found = (offence: object, on: string) => [
    deed('change-institution', { offence, kind: 'changed' }, at(on)),
    deed('change-charge', { defendantId: 'a', offence, kind: 'changed' }, at(on)),
    deed('approve-charge', { defendantIds: ['a'] }, at(on)),
  ];
  const told = caseTold(
    deed('institute', { offence: serious }, at('2025-02-03')),
    deed('charge', { defendantId: 'a', number: '1', offence: serious }, at('2025-02-05')),
    deed('approve-charge', { defendantIds: ['a'] }, at('2025-02-07')),
    deed('extend', { until: '2025-08-03' }, at('2025-04-10')),
    ...found(very, '2025-07-01'),
    deed('extend', { until: '2025-12-03' }, at('2025-07-21')),
    ...found(serious, '2025-09-15'),
  );

  it('was extended twice, as often as a serious one may be: the second time by no more than 2 months', () => {
    const approval = ['3 days', '179'] as const;
    expectLimits(told, [
      due(
        'investigation',
        ['2025-02-03', '2025-10-03'],
        ['3 months, extended by 3 and by 2 of the 4 months = 2025-10-03', '172'],
      ),
      due('approval-of-charge', ['2025-02-05', '2025-02-10', '2025-02-07'], ['3 days = Saturday 2025-02-08', '179'], {
        who: 'a',
      }),
      due('approval-of-charge', ['2025-07-01', '2025-07-04', '2025-07-01'], [...approval], { who: 'a' }),
      due('approval-of-charge', ['2025-09-15', '2025-09-18', '2025-09-15'], [...approval], { who: 'a' }),
      due('institution-to-procuracy', ['2025-02-03', '2025-02-04'], ['24 hours', '154']),
      due('institution-to-procuracy', ['2025-07-01', '2025-07-02'], ['24 hours', '156']),
      due('institution-to-procuracy', ['2025-09-15', '2025-09-16'], ['24 hours', '156']),
      due('charge-to-procuracy', ['2025-02-05', '2025-02-06'], ['24 hours', '179']),
      due('charge-to-procuracy', ['2025-07-01', '2025-07-02'], ['24 hours', '180']),
      due('charge-to-procuracy', ['2025-09-15', '2025-09-16'], ['24 hours', '180']),
    ]);
  });
});
