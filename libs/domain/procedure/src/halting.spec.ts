import { accused, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import {
  accepted,
  atProcuracy,
  charge,
  investigated,
  scheduled,
} from '../../../../test/support/procedure/lawful-files.js';
import type { CaseNarrative } from '../../../../test/support/procedure/narrative.js';

const suspend = (...defendantIds: readonly string[]) =>
  deed('suspend', { ground: 'illness', ...(defendantIds.length > 0 ? { defendantIds } : {}) });
const terminate = (...defendantIds: readonly string[]) =>
  deed('terminate', { ground: 'deceased', ...(defendantIds.length > 0 ? { defendantIds } : {}) });
const resume = (...defendantIds: readonly string[]) => deed('resume', defendantIds.length > 0 ? { defendantIds } : {});
const statuses = (told: CaseNarrative): string => told.file.defendants.map(({ status }) => status).join(' ');

describe('accused halted one by one (Điều 229 khoản 2, 230 khoản 2)', () => {
  const told = criminalCase(...investigated('a', 'b'));

  it('leave the case alive while one is active', () => {
    expect(told.given(suspend('a')).status).toBe('under-investigation');
    expect(told.given(terminate('a')).status).toBe('under-investigation');
  });

  it('suspend it with the last one, and terminate it when all are terminated', () => {
    expect(told.given(suspend('a'), suspend('b')).status).toBe('investigation-suspended');
    expect(told.given(suspend('a', 'b')).status).toBe('investigation-suspended');
    expect(told.given(suspend('a'), terminate('b')).status).toBe('investigation-suspended');
    expect(told.given(terminate('a'), suspend('b')).status).toBe('investigation-suspended');
    expect(told.given(terminate('a'), terminate('b')).status).toBe('investigation-terminated');
  });

  it('turn a suspended case into a terminated one when the last is terminated', () => {
    const bar = (...defendantIds: readonly string[]) => deed('terminate', { ground: 'time-barred', defendantIds });
    const suspended = told.given(suspend());
    expect(suspended.given(bar('a')).status).toBe('investigation-suspended');
    expect(suspended.given(bar('a'), bar('b')).status).toBe('investigation-terminated');
  });

  it('are not halted when they are already', () => {
    const refusal = { article: 'Đ.229, 230, 235 BLTTHS', defendants: ['a'] };
    told.given(suspend('a')).when('suspend', suspend('a').payload).thenRefused('defendant.not-active', refusal);
    told.given(terminate('a')).when('terminate', terminate('a').payload).thenRefused('defendant.not-active', refusal);
    told.when('suspend', suspend('nobody').payload).thenRefused('defendant.not-active', { defendants: ['nobody'] });
  });

  it('are told by name at least once and at most once', () => {
    for (const defendantIds of [[], ['a', 'a']]) {
      told
        .when('suspend', { ground: 'illness', defendantIds })
        .thenRefused('step.malformed', { fields: ['defendantIds'] });
    }
  });
});

describe('a suspended case', () => {
  const told = criminalCase(...investigated('a', 'b'), suspend());

  it('is terminated only when time-barred, else resumed first (Điều 7 TTLT 01/2020)', () => {
    told.when('terminate', { ground: 'deceased' }).thenRefused('terminate.resume-first', {
      article: 'Đ.7 khoản 2, 4; Đ.9 khoản 2, 3; Đ.11 khoản 2, 3 TTLT 01/2020',
    });
    told.when('terminate', { ground: 'time-barred' }).thenStatus('investigation-terminated');
    told.given(resume()).when('terminate', { ground: 'deceased' }).thenStatus('investigation-terminated');
  });

  it('is terminated for no withdrawn request where no offence wants one (Điều 155 khoản 1)', () => {
    for (const ground of ['request-withdrawn', 'no-victim-request']) {
      told
        .given(resume())
        .when('terminate', { ground })
        .thenRefused('ground.no-request-needed', { article: 'Đ.155 khoản 1 BLTTHS' });
    }
  });

  it('was terminated freely before that circular', () => {
    const day = (on: string) => ({ on });
    const old = criminalCase(
      deed('institute', { offence: { article: 150, clause: 1 } }, day('2020-01-02')),
      deed('suspend', { ground: 'accused-unknown' }, day('2020-06-01')),
    );
    old.when('terminate', { ground: 'no-event' }, day('2020-07-14')).thenStatus('investigation-terminated');
    old.when('terminate', { ground: 'no-event' }, day('2020-07-15')).thenRefused('terminate.resume-first');
  });
});

describe('a resumption', () => {
  const told = criminalCase(...investigated('a', 'b', 'c'));
  const article = 'Đ.229, 230, 235 BLTTHS';

  it('has something to resume', () => {
    told.when('resume').thenRefused('defendant.not-halted', { article });
    told.when('resume', { defendantIds: ['a'] }).thenRefused('defendant.not-halted', { article, defendants: ['a'] });
    told.given(terminate('a')).when('resume').thenRefused('defendant.not-halted', { article });
  });

  it('of the case takes back what the decision on the case did, and no more', () => {
    const deadFirst = told.given(terminate('a'), deed('terminate', { ground: 'no-elements' }));
    expect(statuses(deadFirst.given(resume()))).toBe('terminated approved approved');
    const illFirst = told.given(suspend('a'), deed('suspend', { ground: 'illness' }));
    expect(statuses(illFirst.given(resume()))).toBe('suspended approved approved');
    expect(illFirst.given(resume()).status).toBe('under-investigation');
  });

  it('of a case that was suspended one by one takes back all suspensions', () => {
    const one = told.given(suspend('a'), suspend('b'), terminate('c'));
    expect([statuses(one.given(resume())), one.given(resume()).status]).toEqual([
      'approved approved terminated',
      'under-investigation',
    ]);
  });

  it('of a case that was terminated one by one says of whom', () => {
    const ended = told.given(terminate('a'), terminate('b'), terminate('c'));
    ended.when('resume').thenRefused('resume.name-the-accused', { article });
    expect(statuses(ended.given(resume('b')))).toBe('terminated approved terminated');
    const alone = criminalCase(...investigated('a'), terminate('a'));
    expect(statuses(alone.given(resume()))).toBe('approved');
  });

  it('of named accused wakes the case, and of the case later the others', () => {
    const first = told.given(suspend(), resume('b'));
    expect([first.status, statuses(first)]).toEqual(['under-investigation', 'suspended approved suspended']);
    expect(statuses(first.given(resume()))).toBe('approved approved approved');
  });

  it('gives back the state in which the halt found the accused', () => {
    const waiting = criminalCase(...investigated('a'), charge('b'), suspend());
    expect(statuses(waiting)).toBe('suspended suspended');
    const again = waiting.given(resume());
    expect(statuses(again)).toBe('approved charged');
    expect(
      Object.keys(accused(again, 'a')).filter((name) => name.startsWith('halted') || name.includes('Before')),
    ).toEqual([]);
    expect(statuses(told.given(suspend('a'), terminate('a'), resume('a')))).toBe('approved approved approved');
  });

  it('revives a case without accused', () => {
    const empty = criminalCase(...investigated(), deed('suspend', { ground: 'accused-unknown' }, { on: '2024-05-02' }));
    expect(empty.given(resume()).status).toBe('under-investigation');
    expect(criminalCase(...investigated(), deed('terminate', { ground: 'no-event' }), resume()).status).toBe(
      'under-investigation',
    );
  });

  it('forgets an older halt of the case when a newer one comes', () => {
    const twice = told.given(deed('terminate', { ground: 'no-elements' }), resume('a'), suspend());
    expect(statuses(twice.given(resume()))).toBe('approved terminated terminated');
  });
});

describe('what an earlier stage halted', () => {
  const investigatedWithoutB = [...investigated('a', 'b'), suspend('b'), deed('conclude')];
  const handed = criminalCase(...investigatedWithoutB, deed('hand-to-procuracy', { toOfficeId: 41 }));

  it('is not resumed by a later one', () => {
    expect(statuses(handed)).toBe('approved suspended');
    handed.when('resume', { defendantIds: ['b'] }).thenRefused('resume.other-stage', {
      article: 'Đ.247, 248, 249 BLTTHS',
      defendants: ['b'],
    });
    handed.when('resume').thenRefused('defendant.not-halted');
  });

  it('is resumed when the file comes back', () => {
    const back = handed.given(deed('return-for-supplement', { ground: 'other-accomplice' }));
    expect(statuses(back.given(resume('b')))).toBe('approved approved');
  });

  it('may be terminated by a later one, but not brought back by it', () => {
    const ended = handed.given(terminate('b'));
    expect(statuses(ended)).toBe('approved terminated');
    ended.when('resume', { defendantIds: ['b'] }).thenRefused('resume.other-stage');
  });

  it('does not keep the later stage from ending', () => {
    expect(handed.given(terminate('a')).status).toBe('prosecution-terminated');
    expect(statuses(handed.given(deed('terminate', { ground: 'exemption' })))).toBe('terminated suspended');
    const tried = handed.given(
      deed('indict'),
      deed('hand-to-court', { toOfficeId: 51 }),
      deed('accept'),
      deed('schedule', { hearingOn: '2024-06-03' }),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, { on: '2024-06-03' }),
    );
    expect(tried.given(deed('finalise', { basis: 'no-appeal' }, { on: 31 })).status).toBe('final');
  });
});

describe('what the court suspended', () => {
  it('is prepared anew after the resumption: the hearing is set again (Điều 277 khoản 2)', () => {
    const told = criminalCase(...scheduled('a'), suspend(), resume());
    expect([told.status, told.file.hearingOn]).toEqual(['accepted', undefined]);
    const one = criminalCase(...scheduled('a', 'b'), suspend('b'), resume('b'));
    expect([one.status, one.file.hearingOn]).toEqual(['scheduled', '2024-06-03']);
  });

  it('is indicted anew when the file has meanwhile gone back', () => {
    const back = criminalCase(
      ...accepted('a', 'b'),
      suspend('b'),
      deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }),
      resume('b'),
    );
    expect(statuses(back)).toBe('approved approved');
    expect(statuses(back.given(deed('indict')))).toBe('indicted indicted');
  });

  it('is out of the court’s reach when the file comes again without it', () => {
    const again = criminalCase(
      ...accepted('a', 'b'),
      suspend('b'),
      deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }),
      deed('indict'),
      deed('hand-to-court', { toOfficeId: 51 }),
      deed('accept'),
    );
    expect(statuses(again)).toBe('indicted suspended');
    again.when('resume', { defendantIds: ['b'] }).thenRefused('resume.other-stage', { defendants: ['b'] });
  });

  it('keeps the judgment of the others from being the end of the case', () => {
    const told = criminalCase(...scheduled('a', 'b'), suspend('b')).given(
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, { on: '2024-06-03' }),
      deed('finalise', { basis: 'no-appeal' }, { on: 31 }),
    );
    expect([told.status, statuses(told)]).toEqual(['judged', 'final suspended']);
  });
});

describe('what the procuracy halted', () => {
  it('is its own to resume (Điều 249)', () => {
    const told = criminalCase(
      ...atProcuracy('a', 'b'),
      deed('terminate', { ground: 'exemption', defendantIds: ['a'] }),
    );
    expect(statuses(told.given(resume('a')))).toBe('approved approved');
    expect(told.given(suspend('b')).status).toBe('prosecution-suspended');
  });
});
