import { type FileLimit, limitsOf } from '../index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { agencyOf } from '../../../../../test/support/procedure/offices.js';

const VERY = { article: 150, clause: 1 };

const at = (on: string) => ({ on });
const limit = (told: CaseNarrative, id: string): FileLimit[] =>
  limitsOf('case', told.log, { agencyOf }).filter((one) => one.id === id);
const charged = (on: string) => [
  deed('charge', { defendantId: 'a', number: '1', offence: VERY }, at(on)),
  deed('approve-charge', { defendantIds: ['a'] }, { on: 0 }),
];
const order = (from: string, until: string) => deed('order-detention', { defendantId: 'a', from, until }, at(from));
const hold = (from: string, until: string) => deed('hold-person', { personId: 'a', number: 'TG-1', until }, at(from));

/** @returns a deed as the parts of a question. */
function asked({ name, payload, on }: ReturnType<typeof deed>) {
  return [name, payload, on === undefined ? {} : { on }] as const;
}

describe('custody (Điều 117, 118)', () => {
  const instituted = criminalCase(deed('institute', { offence: VERY }, at('2018-03-01')));

  it('lasts 3 days from hour to hour, and twice 3 days more, days off counted', () => {
    instituted.when(...asked(hold('2018-03-02', '2018-03-06'))).thenRefused('custody.too-long', {
      longest: '2018-03-05',
      article: 'Đ.117, 118 BLTTHS',
    });
    const held = instituted.given(hold('2018-03-02', '2018-03-05'));
    expect(limit(held, 'custody')).toMatchObject([
      { defendantId: 'a', startedOn: '2018-03-02', dueOn: '2018-03-05', furthestOn: '2018-03-08' },
    ]);
    held.when('extend-custody', { personId: 'a', until: '2018-03-09' }).thenRefused('extend.too-long');
    const twice = held.given(
      deed('extend-custody', { personId: 'a', until: '2018-03-08' }),
      deed('extend-custody', { personId: 'a', until: '2018-03-11' }),
    );
    expect(limit(twice, 'custody')).toMatchObject([
      { dueOn: '2018-03-11', reckoning: { extendedTo: ['2018-03-08', '2018-03-11'] } },
    ]);
    expect(limit(twice, 'custody')[0]).not.toHaveProperty('furthestOn');
    twice.when('extend-custody', { personId: 'a', until: '2018-03-12' }).thenRefused('extend.no-more');
  });

  it('may have begun with the receipt of the person, before the decision, not after it', () => {
    const told = instituted.given(
      deed('hold-person', { personId: 'a', number: 'TG-1', from: '2018-02-28', until: '2018-03-03' }, at('2018-03-01')),
    );
    expect(limit(told, 'custody')).toMatchObject([{ startedOn: '2018-02-28', dueOn: '2018-03-03' }]);
    const wrong = { personId: 'b', number: 'TG-2', from: '2018-03-05', until: '2018-03-06' };
    told.when('hold-person', wrong, at('2018-03-02')).thenRefused('custody.days-out-of-order');
  });

  it('ends with the release or with detention, and is not ordered twice', () => {
    const held = instituted.given(hold('2018-03-02', '2018-03-05'));
    held.when(...asked(hold('2018-03-03', '2018-03-05'))).thenRefused('custody.already-held');
    const free = held.given(deed('release', { personId: 'a' }));
    expect(limit(free, 'custody')).toMatchObject([{ stoppedOn: '2018-03-03' }]);
    free.when('release', { personId: 'a' }).thenRefused('custody.not-held');
    free.when('extend-custody', { personId: 'a', until: '2018-03-06' }).thenRefused('custody.not-held');
    const detained = held.given(...charged('2018-03-04'), order('2018-03-05', '2018-06-01'));
    expect(limit(detained, 'custody')).toMatchObject([{ stoppedOn: '2018-03-05' }]);
    detained.when(...asked(hold('2018-03-06', '2018-03-07'))).thenRefused('custody.already-held');
  });

  it('one person is set free without the other', () => {
    const two = instituted.given(
      hold('2018-03-02', '2018-03-05'),
      deed('hold-person', { personId: 'b', number: 'TG-2', until: '2018-03-05' }, { on: 0 }),
      deed('extend-custody', { personId: 'b', until: '2018-03-08' }),
      deed('release', { personId: 'a' }),
    );
    expect(limit(two, 'custody').map(({ defendantId, dueOn, stoppedOn }) => [defendantId, dueOn, stoppedOn])).toEqual([
      ['a', '2018-03-05', '2018-03-04'],
      ['b', '2018-03-08', undefined],
    ]);
  });
});
