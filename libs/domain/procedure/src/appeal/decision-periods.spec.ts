import { day } from '#libs/domain/kernel';
import { limitsOf } from '../index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';
import { isLate } from '../index.js';

const at = (on: string) => ({ on });
const offence = { article: 150, clause: 1 };
const ATTACKS = ['appeal-of-decision', 'protest-of-decision', 'protest-of-decision-above'];
const attacks = (told: CaseNarrative) =>
  limitsOf('case', told.log, { agencyOf }).filter(({ id }) => ATTACKS.includes(id));
const lines = (told: CaseNarrative) =>
  attacks(told).map(({ id, defendantId, startedOn, dueOn, stoppedOn }) => [
    defendantId ? `${id} of ${defendantId}` : id,
    startedOn,
    dueOn,
    stoppedOn,
  ]);

const accepted = criminalCase(
  deed('institute', { offence }, at('2024-01-02')),
  ...['a', 'b'].map((defendantId, index) => deed('charge', { defendantId, number: `${index + 1}`, offence })),
  deed('approve-charge', { defendantIds: ['a', 'b'] }),
  deed('conclude'),
  deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
  deed('indict'),
  deed('hand-to-court', { toOfficeId: OFFICE.court }),
  deed('accept', {}, at('2024-03-01')),
);
const suspended = accepted.given(deed('suspend', { ground: 'illness' }, at('2024-03-11')));

describe('the time to attack a decision of the court (Điều 333 khoản 2, 337 khoản 2)', () => {
  it('is 7 and 15 days for the procuracies since the decision, 7 for the parties since they received it', () => {
    expect(lines(suspended)).toEqual([
      ['protest-of-decision', '2024-03-11', '2024-03-18', undefined],
      ['protest-of-decision-above', '2024-03-11', '2024-03-26', undefined],
    ]);
    const told = suspended.given(deed('notify', { notice: 'decision-of-court-to-parties' }, at('2024-03-13')));
    expect(lines(told)[2]).toEqual(['appeal-of-decision', '2024-03-13', '2024-03-20', undefined]);
    expect(attacks(told).map(({ kind }) => kind)).toEqual(['period', 'period', 'period']);
    expect(attacks(told).some((one) => isLate(one, day('2024-06-01')))).toBe(false);
  });

  it('is over when the case goes on, and runs against the termination that follows', () => {
    const resumed = suspended.given(deed('resume', {}, at('2024-03-15')));
    expect(lines(resumed).map(([, , , stopped]) => stopped)).toEqual(['2024-03-15', '2024-03-15']);
    const heard = resumed.given(deed('notify', { notice: 'decision-of-court-to-parties' }, at('2024-03-18')));
    expect(lines(heard)).toHaveLength(2);
    const ended = suspended.given(deed('terminate', { ground: 'time-barred' }, at('2024-03-14')));
    expect(lines(ended).slice(2)).toEqual([
      ['protest-of-decision', '2024-03-14', '2024-03-21', undefined],
      ['protest-of-decision-above', '2024-03-14', '2024-03-29', undefined],
    ]);
  });

  it('runs by each of the accused whom the decision names', () => {
    const one = accepted.given(deed('suspend', { ground: 'illness', defendantIds: ['a'] }, at('2024-03-11')));
    const two = one.given(deed('terminate', { ground: 'deceased', defendantIds: ['b'] }, at('2024-03-12')));
    expect(lines(two)).toEqual([
      ['protest-of-decision of a', '2024-03-11', '2024-03-18', undefined],
      ['protest-of-decision-above of a', '2024-03-11', '2024-03-26', undefined],
      ['protest-of-decision of b', '2024-03-12', '2024-03-19', undefined],
      ['protest-of-decision-above of b', '2024-03-12', '2024-03-27', undefined],
    ]);
  });
});
