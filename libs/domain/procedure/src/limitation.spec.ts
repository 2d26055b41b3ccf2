import { type FileLimit, isLate, limitsOf } from './index.js';
import { day } from '#libs/domain/kernel';
import { TRAFFICKING, charge } from '../../../../test/support/procedure/lawful-files.js';
import {
  type CaseNarrative,
  type DenunciationNarrative,
  criminalCase,
  deed,
  denunciation,
} from '../../../../test/support/procedure/narrative.js';
import { agencyOf } from '../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const find = (told: CaseNarrative | DenunciationNarrative, id: string): FileLimit[] =>
  limitsOf(told.life.kind, told.log, { agencyOf }).filter((one) => one.id === id);
const spans = (told: CaseNarrative | DenunciationNarrative, id = 'limitation-of-prosecution') =>
  find(told, id).map(({ startedOn, dueOn, stoppedOn, defendantId }) => [startedOn, dueOn, stoppedOn, defendantId]);

const instituted = (payload: object = { committedOn: '2015-02-28' }, offence: object = TRAFFICKING): CaseNarrative =>
  criminalCase(deed('institute', { offence, ...payload }, at('2024-03-01')));
const approval = deed('approve-charge', { defendantIds: ['a'] });
const suspended = (ground: string, on: string) => deed('suspend', { ground }, at(on));

describe('the limitation of prosecution (Điều 27 BLHS)', () => {
  it.each([
    [{ article: 347, clause: 1 }, '2017-02-28'],
    [{ article: 152, clause: 1 }, '2022-02-28'],
    [{ article: 150, clause: 1 }, '2027-02-28'],
    [{ article: 151, clause: 2 }, '2032-02-29'],
  ])('of %j ends after 5, 10, 15 or 20 years from the deed', (offence, end) => {
    const committedOn = end === '2032-02-29' ? '2012-02-29' : '2012-02-28';
    const told = denunciation(deed('receive', { source: 'denunciation', offence, committedOn }, at('2024-03-01')));
    expect(spans(told)).toEqual([[committedOn, end, undefined, undefined]]);
    expect(find(told, 'limitation-of-prosecution')[0]).toMatchObject({
      kind: 'limitation',
      article: 'Đ.27 BLHS',
      reckoning: { counting: 'limitation' },
    });
  });

  it('is not told without the day of the deed, nor its end without the offence; a day off does not move it', () => {
    expect(spans(denunciation(deed('receive', { source: 'report' })))).toEqual([]);
    expect(spans(instituted({}))).toEqual([]);
    const unknown = denunciation(deed('receive', { source: 'report', committedOn: '2020-01-05' }, at('2024-01-02')));
    expect(spans(unknown)).toEqual([['2020-01-05', undefined, undefined, undefined]]);
    const told = instituted();
    const [limit] = limitsOf('case', told.log, { agencyOf, isDayOff: (on) => on === '2030-02-28' }).filter(
      ({ id }) => id === 'limitation-of-prosecution',
    );
    expect(limit?.dueOn).toBe('2030-02-28');
  });

  it('refuses a deed after the receipt or the institution', () => {
    const later = { committedOn: '2024-03-02' };
    criminalCase()
      .when('institute', { offence: TRAFFICKING, ...later }, at('2024-03-01'))
      .thenRefused('committed.later');
    denunciation()
      .when('receive', { source: 'report', ...later }, at('2024-03-01'))
      .thenRefused('committed.later');
  });

  it('of a denunciation ends with its resolution; nobody is late for it', () => {
    const told = denunciation(
      deed('receive', { source: 'report', committedOn: '2008-05-05', offence: TRAFFICKING }, at('2023-04-01')),
      deed('classify', { competence: 'own' }),
      deed('suspend', { ground: 'expertise-pending' }, at('2023-04-21')),
      deed('decline', { ground: 'time-barred' }, at('2023-06-01')),
    );
    expect(spans(told)).toEqual([['2008-05-05', '2023-05-05', '2023-06-01', undefined]]);
    expect(find(told, 'limitation-of-prosecution').some((limit) => isLate(limit, day('2024-01-01')))).toBe(false);
  });

  it('of a case runs until somebody is charged, and again when the charge falls', () => {
    const charged = instituted().given({ ...charge('a'), on: '2024-03-10' });
    expect(spans(charged)).toEqual([['2015-02-28', '2030-02-28', '2024-03-10', undefined]]);
    const fallen = charged.given(deed('cancel-charge', { defendantIds: ['a'] }, at('2024-03-12')));
    expect(spans(fallen)).toEqual([
      ['2015-02-28', '2030-02-28', '2024-03-10', undefined],
      ['2015-02-28', '2030-02-28', undefined, undefined],
    ]);
  });

  it('of a suspended case with nobody charged runs on, whatever its gravity becomes', () => {
    const told = instituted({ committedOn: '2015-02-28' }, { article: 152, clause: 1 }).given(
      suspended('accused-unknown', '2024-06-01'),
    );
    expect(spans(told)).toEqual([['2015-02-28', '2025-02-28', undefined, undefined]]);
  });

  it('of an accused runs on while proceedings are suspended (Điều 235 BLTTHS)', () => {
    const told = instituted().given(charge('a'), approval, suspended('illness', '2024-05-01'));
    expect(spans(told).slice(1)).toEqual([['2015-02-28', '2030-02-28', undefined, 'a']]);
    const resumed = told.given(deed('resume', {}, at('2024-08-01')));
    expect(spans(resumed).slice(1)).toEqual([['2015-02-28', '2030-02-28', '2024-08-01', 'a']]);
  });

  it('does not run while an accused hides and is wanted, and runs anew from the day he is found', () => {
    const hiding = instituted().given(
      charge('a'),
      approval,
      deed('issue-wanted-notice', { defendantIds: ['a'] }, at('2024-04-01')),
      suspended('accused-absconded', '2024-07-01'),
    );
    expect(spans(hiding).slice(1)).toEqual([]);
    const found = hiding.given(deed('withdraw-wanted-notice', { defendantIds: ['a'] }, at('2025-10-10')));
    expect(spans(found).slice(1)).toEqual([['2025-10-10', '2040-10-10', undefined, 'a']]);
    const resumed = found.given(deed('resume', {}, at('2025-10-12')));
    expect(spans(resumed).slice(1)).toEqual([['2025-10-10', '2040-10-10', undefined, 'a']]);
    const tried = resumed.given(deed('conclude'), deed('hand-to-procuracy', { toOfficeId: 41 }), deed('indict'));
    expect(find(tried, 'limitation-of-prosecution').every(({ stoppedOn }) => stoppedOn)).toBe(true);
  });
});

describe('the review of what is suspended (TTLT 01/2020)', () => {
  it('of a denunciation falls due a month after the suspension, until it goes on or is declined', () => {
    const told = denunciation(
      deed('receive', { source: 'report' }, at('2024-01-02')),
      deed('classify', { competence: 'own' }),
      deed('suspend', { ground: 'expertise-pending' }, at('2024-01-31')),
    );
    expect(spans(told, 'suspension-review')).toEqual([['2024-01-31', '2024-02-29', undefined, undefined]]);
    expect(spans(told.given(deed('resume', {}, at('2024-02-10'))), 'suspension-review')).toEqual([
      ['2024-01-31', '2024-02-29', '2024-02-10', undefined],
    ]);
  });

  it('falls due again a month after each review, until the matter goes on', () => {
    const told = denunciation(
      deed('receive', { source: 'report' }, at('2024-01-02')),
      deed('classify', { competence: 'own' }),
      deed('suspend', { ground: 'expertise-pending' }, at('2024-01-31')),
      deed('review-suspension', {}, at('2024-02-26')),
      deed('review-suspension', {}, at('2024-04-01')),
    );
    expect(spans(told, 'suspension-review')).toEqual([
      ['2024-01-31', '2024-02-29', '2024-02-26', undefined],
      ['2024-02-26', '2024-03-26', '2024-04-01', undefined],
      ['2024-04-01', '2024-05-01', undefined, undefined],
    ]);
    expect(find(told, 'suspension-review').map((one) => isLate(one, day('2024-04-02')))).toEqual([false, true, false]);
    const resumed = told.given(deed('resume', {}, at('2024-04-20')));
    expect(spans(resumed, 'suspension-review')[2]?.[2]).toBe('2024-04-20');
    resumed
      .when('review-suspension')
      .thenRefused('step.not-possible', { article: 'Đ.5 khoản 4, Đ.14 khoản 2 TTLT 01/2020' });
  });

  it('of a case is held by whoever has it, since the circular', () => {
    const held = (on: string) =>
      instituted({}).given(suspended('accused-unknown', '2024-07-01')).when('review-suspension', {}, at(on));
    const told = held('2024-07-28').thenStatus('investigation-suspended');
    expect(spans(told, 'suspension-review')).toEqual([
      ['2024-07-01', '2024-08-01', '2024-07-28', undefined],
      ['2024-07-28', '2024-08-28', undefined, undefined],
    ]);
    const ended = told.given(deed('terminate', { ground: 'time-barred' }, at('2024-08-10')));
    expect(spans(ended, 'suspension-review')[1]?.[2]).toBe('2024-08-10');
    held('2024-06-30').thenRefused('day.before-the-stage');
    criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2019-01-02')),
      suspended('accused-unknown', '2019-06-01'),
    )
      .when('review-suspension', {}, at('2020-07-14'))
      .thenRefused('day.before-the-law', { since: '2020-07-15' });
  });

  it('of a case likewise, not of one accused; and not before the circular', () => {
    const two = instituted().given(charge('a'), charge('b'), deed('approve-charge', { defendantIds: ['a', 'b'] }));
    const one = two.given(deed('suspend', { ground: 'illness', defendantIds: ['a'] }, at('2024-05-01')));
    expect(spans(one, 'suspension-review')).toEqual([]);
    const all = one.given(suspended('illness', '2024-05-15'));
    expect(spans(all, 'suspension-review')).toEqual([['2024-05-15', '2024-06-15', undefined, undefined]]);
    const ended = all.given(deed('terminate', { ground: 'time-barred' }, at('2024-06-01')));
    expect(spans(ended, 'suspension-review')).toEqual([['2024-05-15', '2024-06-15', '2024-06-01', undefined]]);
    const old = criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2019-01-02')),
      suspended('accused-unknown', '2019-06-01'),
    );
    expect(spans(old, 'suspension-review')).toEqual([]);
  });
});
