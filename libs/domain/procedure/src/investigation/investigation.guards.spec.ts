import { addDays, day } from '#libs/domain/kernel';
import { TODAY, accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import {
  GRAVEST,
  TRAFFICKING,
  atProcuracy,
  charge,
  investigated,
} from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const carryOver = (payload: object, by: number = OFFICE.police) =>
  criminalCase().when('carry-over', payload as Record<string, unknown>, { by, on: '2024-03-01' });
const persons = [{ defendantId: 'a', number: '1' }];

describe('a charge (Điều 179, 180)', () => {
  const told = criminalCase(...investigated('a'));
  const article = 'Đ.179, 180 BLTTHS';

  it('is brought once against a person, under a number of one’s own', () => {
    told.when('charge', charge('a').payload).thenRefused('charge.already-accused', { article, number: 'BC-a' });
    told.when('charge', { ...charge('b').payload, number: 'BC-a' }).thenRefused('charge.already-accused', { article });
    told.when('charge', charge('b').payload).thenStatus('under-investigation');
  });

  it('may be brought again after the procuracy refused it, and stands for one person only', () => {
    const refused = told.given(charge('b'), deed('cancel-charge', { defendantIds: ['b'] }));
    const again = refused.given(charge('b', GRAVEST));
    expect(again.file.defendants.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'approved'],
      ['b', 'charged'],
    ]);
    expect(accused(again, 'b').offence).toEqual(GRAVEST);
    again.when('charge', charge('b').payload).thenRefused('charge.already-accused');
  });

  it('may not be brought again after the proceedings were terminated: they are resumed (Điều 235)', () => {
    const ended = told.given(charge('b'), deed('terminate', { ground: 'under-age', defendantIds: ['b'] }));
    ended.when('charge', charge('b').payload).thenRefused('charge.already-accused');
  });

  it('is approved or cancelled while it waits, and only then', () => {
    for (const name of ['approve-charge', 'cancel-charge']) {
      for (const defendantIds of [['a'], ['nobody'], ['b', 'a']]) {
        told
          .given(charge('b'))
          .when(name, { defendantIds })
          .thenRefused('defendant.not-awaiting-approval', {
            article: 'Đ.179 khoản 3 BLTTHS',
            defendants: defendantIds.filter((id) => id !== 'b'),
          });
      }
      told
        .given(charge('b'))
        .when(name, { defendantIds: ['b', 'b'] })
        .thenRefused('step.malformed', { fields: ['defendantIds'] });
    }
  });

  it('that is cancelled leaves a case without accused under investigation', () => {
    const alone = criminalCase(deed('institute', { offence: TRAFFICKING }), charge('a'));
    const left = alone.when('cancel-charge', { defendantIds: ['a'] }).thenStatus('under-investigation');
    left.when('conclude').thenRefused('conclude.no-accused');
    left.when('suspend', { ground: 'accused-unknown' }, { on: '2024-05-02' }).thenStatus('investigation-suspended');
    left.when('terminate', { ground: 'no-event' }).thenStatus('investigation-terminated');
  });

  it('that is cancelled suspends no case, though only suspended accused are left', () => {
    const told2 = told.given(charge('b'), deed('suspend', { ground: 'illness', defendantIds: ['a'] }));
    const left = told2.when('cancel-charge', { defendantIds: ['b'] }).thenStatus('under-investigation');
    left.when('suspend', { ground: 'illness' }).thenStatus('investigation-suspended');
  });
});

describe('the conclusion (Điều 232, 233)', () => {
  const article = 'Đ.232, 233 BLTTHS';

  it('waits for the approval of every charge', () => {
    criminalCase(...investigated('a'), charge('b'))
      .when('conclude')
      .thenRefused('conclude.approval-pending', { article });
  });

  it('needs an accused against whom proceedings go on', () => {
    criminalCase(...investigated())
      .when('conclude')
      .thenRefused('conclude.no-accused', { article });
    const known = carryOver({ status: 'under-investigation', discovered: true }).then;
    known.when('conclude').thenRefused('conclude.no-accused', { article });
  });

  it('goes to a procuracy', () => {
    const told = criminalCase(...investigated('a'), deed('conclude'));
    for (const toOfficeId of [OFFICE.police, OFFICE.court, 999]) {
      told.when('hand-to-procuracy', { toOfficeId }).thenRefused('office.not-competent');
    }
  });
});

describe('an extension of the investigation (Điều 172, 174)', () => {
  const instituted = (offence: object) => criminalCase(deed('institute', { offence }, { on: '2024-01-31' }));
  const extend = (until: string, on = '2024-02-20') => ['extend', { until }, { on }] as const;

  it.each([
    ['less-serious', { article: 347, clause: 1 }, ['2024-03-31', '2024-05-31']],
    ['serious', { article: 152, clause: 1 }, ['2024-04-30', '2024-07-30', '2024-09-30']],
    ['very-serious', TRAFFICKING, ['2024-05-31', '2024-09-30', '2025-01-30']],
    ['especially-serious', GRAVEST, ['2024-05-31', '2024-09-30', '2025-01-30', '2025-05-30', '2025-09-30']],
  ])('of a %s offence goes so far, step by step, and no further', (_gravity, offence, [base = '', ...ends]) => {
    instituted(offence)
      .when(...extend(base))
      .thenRefused('extend.not-later', { article: 'Đ.172 khoản 1, 2, 3 BLTTHS' });
    const last = ends.reduce((told, end) => {
      const after = addDays(day(end), 1);
      told.when(...extend(after)).thenRefused('extend.too-long', { longest: end });
      return told.when(...extend(end)).thenStatus('under-investigation');
    }, instituted(offence));
    last.when(...extend('2026-01-01')).thenRefused('extend.no-more', { article: 'Đ.172 khoản 1, 2, 3 BLTTHS' });
  });

  it('follows the gravest accused', () => {
    const told = instituted({ article: 347, clause: 1 });
    told.when(...extend('2024-06-30')).thenRefused('extend.too-long');
    const graver = told.given(
      deed('charge', { defendantId: 'a', number: '1', offence: GRAVEST }, { on: '2024-02-01' }),
    );
    graver.when(...extend('2024-06-30')).thenStatus('under-investigation');
  });

  it('of a resumed or supplementary investigation follows its own limit', () => {
    const resumed = instituted(TRAFFICKING).given(
      deed('suspend', { ground: 'accused-unknown' }, { on: '2024-06-01' }),
      deed('resume', {}, { on: '2024-10-01' }),
    );
    resumed.when(...extend('2025-03-01', '2024-12-20')).thenStatus('under-investigation');
    resumed.when(...extend('2025-03-02', '2024-12-20')).thenRefused('extend.too-long', { longest: '2025-03-01' });
    const returned = criminalCase(...atProcuracy('a'), deed('return-for-supplement', { ground: 'evidence-lacking' }));
    returned.when('extend', { until: TODAY }).thenRefused('extend.no-more', { article: 'Đ.174 khoản 2 BLTTHS' });
  });

  it('is not judged where the old register tells neither day nor offence', () => {
    const told = carryOver({ status: 'under-investigation' }).then;
    told.when('extend', { until: '2026-01-01' }).thenStatus('under-investigation');
    told.when('extend', { until: '2024-03-01' }, { on: '2024-03-01' }).thenRefused('extend.not-later');
  });
});

describe('a case carried over from paper', () => {
  it.each([
    ['concluded', OFFICE.police],
    ['at-procuracy', OFFICE.procuracy],
    ['prosecution-suspended', OFFICE.procuracy],
    ['indicted', OFFICE.procuracy],
    ['handed-to-court', OFFICE.court],
    ['accepted', OFFICE.court],
    ['scheduled', OFFICE.court],
    ['trial-suspended', OFFICE.court],
  ] as const)('%s is held by the body of that stage and names its accused', (status, holder) => {
    carryOver({ status, persons }, holder).thenStatus(status);
    const other = holder === OFFICE.court ? OFFICE.procuracy : OFFICE.court;
    carryOver({ status, persons }, other).thenRefused('office.not-competent');
    carryOver({ status }, holder).thenRefused('carry-over.no-accused');
  });

  it('under investigation may have no known accused', () => {
    carryOver({ status: 'under-investigation' }).thenStatus('under-investigation');
    carryOver({ status: 'investigation-suspended' }).thenStatus('investigation-suspended');
    carryOver({ status: 'under-investigation' }, OFFICE.court).thenRefused('office.not-competent');
  });

  it('names nobody twice', () => {
    for (const twice of [
      { defendantId: 'a', number: '2' },
      { defendantId: 'b', number: '1' },
    ]) {
      carryOver({ status: 'under-investigation', persons: [...persons, twice] }).thenRefused('carry-over.person-twice');
    }
  });

  it('was not instituted after it was taken over', () => {
    carryOver({ status: 'under-investigation', institutedOn: '2024-03-02' }).thenRefused('carry-over.instituted-later');
  });

  it('goes on to its end', () => {
    const told = carryOver({ status: 'trial-suspended', persons }, OFFICE.court).then;
    told
      .given(deed('resume'), deed('schedule', { hearingOn: '2024-04-01' }))
      .when('judge', { verdicts: [{ defendantId: 'a', outcome: 'exempted' }] }, { on: '2024-04-01' })
      .thenStatus('judged');
  });
});
