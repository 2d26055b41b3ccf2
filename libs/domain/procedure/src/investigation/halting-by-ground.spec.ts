import { accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { atProcuracy, charge, investigated } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const wanted = (...defendantIds: string[]) => deed('issue-wanted-notice', { defendantIds });

/** Instituted on 2 January 2024 for a very serious offence: 4 months end on 2 May. */
const told = criminalCase(...investigated('a', 'b'));

describe('a suspension of the investigation by its ground (Điều 229 khoản 1)', () => {
  const article = 'Đ.229 khoản 1 BLTTHS';

  it('comes for illness at any time', () => {
    told.when('suspend', { ground: 'illness' }).thenStatus('investigation-suspended');
  });

  it.each(['expertise-pending', 'force-majeure'])('comes for %s when the limit ends', (ground) => {
    told.when('suspend', { ground }, at('2024-05-01')).thenRefused('suspend.limit-running', {
      article,
      end: '2024-05-02',
    });
    told
      .when('suspend', { ground, defendantIds: ['a'] }, at('2024-05-01'))
      .thenRefused('suspend.limit-running', { end: '2024-05-02' });
    told.when('suspend', { ground }, at('2024-05-02')).thenStatus('investigation-suspended');
    const extended = told.given(deed('extend', { until: '2024-09-02' }));
    extended.when('suspend', { ground }, at('2024-05-02')).thenRefused('suspend.limit-running', { end: '2024-09-02' });
    extended.when('suspend', { ground }, at('2024-09-02')).thenStatus('investigation-suspended');
  });

  it('for an unknown accused comes while nobody is accused, when the limit ends', () => {
    const unknown = { ground: 'accused-unknown' };
    const empty = criminalCase(...investigated());
    empty.when('suspend', unknown, at('2024-05-01')).thenRefused('suspend.limit-running', { end: '2024-05-02' });
    empty.when('suspend', unknown, at('2024-05-02')).thenStatus('investigation-suspended');
    told.when('suspend', unknown, at('2024-05-02')).thenRefused('suspend.accused-known', {
      article,
      defendants: ['a', 'b'],
    });
    told.given(wanted('a', 'b')).when('suspend', unknown, at('2024-05-02')).thenRefused('suspend.accused-known');
    const refused = criminalCase(...investigated(), charge('a'), deed('cancel-charge', { defendantIds: ['a'] }));
    refused.when('suspend', unknown, at('2024-05-02')).thenStatus('investigation-suspended');
  });

  it('for an absconded accused comes after the search (Điều 231)', () => {
    const absconded = (payload: object = {}) => ({ ground: 'accused-absconded', ...payload });
    told.given(wanted('a')).when('suspend', absconded(), at('2024-05-01')).thenRefused('suspend.limit-running');
    told.when('suspend', absconded(), at('2024-05-02')).thenRefused('suspend.wanted-first', {
      article,
      defendants: ['a', 'b'],
    });
    const searched = told.given(wanted('a'));
    searched
      .when('suspend', absconded({ defendantIds: ['a', 'b'] }), at('2024-05-02'))
      .thenRefused('suspend.wanted-first', { defendants: ['b'] });
    searched.when('suspend', absconded({ defendantIds: ['a'] }), at('2024-05-02')).thenStatus('under-investigation');
    searched.when('suspend', absconded(), at('2024-05-02')).thenStatus('investigation-suspended');
  });

  it('for disaster or epidemic comes since 1/12/2021 only', () => {
    const old = criminalCase(deed('institute', { offence: { article: 150, clause: 1 } }, at('2021-03-01')));
    old
      .when('suspend', { ground: 'force-majeure' }, at('2021-11-30'))
      .thenRefused('day.before-the-law', { article, since: '2021-12-01' });
    old.when('suspend', { ground: 'force-majeure' }, at('2021-12-01')).thenStatus('investigation-suspended');
  });

  it('is not held against an old register that does not tell the day or the search', () => {
    const person = { defendantId: 'a', number: '1' };
    const carried = criminalCase(deed('carry-over', { status: 'under-investigation', persons: [person] }));
    carried.when('suspend', { ground: 'accused-absconded' }).thenStatus('investigation-suspended');
  });
});

describe('a suspension by the procuracy by its ground (Điều 247 khoản 1)', () => {
  // Handed over on 7 January 2024: 30 days end on 6 February.
  const there = criminalCase(...atProcuracy('a', 'b'));
  const article = 'Đ.247 khoản 1 BLTTHS';

  it('comes for illness at any time, else when the limit ends', () => {
    there.when('suspend', { ground: 'illness' }).thenStatus('prosecution-suspended');
    there
      .when('suspend', { ground: 'expertise-pending' }, at('2024-02-05'))
      .thenRefused('suspend.limit-running', { article, end: '2024-02-06' });
    there.when('suspend', { ground: 'expertise-pending' }, at('2024-02-06')).thenStatus('prosecution-suspended');
    there.when('suspend', { ground: 'absconded' }, at('2024-02-06')).thenRefused('suspend.wanted-first', { article });
    there
      .given(wanted('a', 'b'))
      .when('suspend', { ground: 'absconded' }, at('2024-02-06'))
      .thenStatus('prosecution-suspended');
  });
});

describe('an investigation that proves nothing (Điều 230)', () => {
  it('ends when its limit has run out', () => {
    told.when('terminate', { ground: 'not-proven' }, at('2024-05-01')).thenRefused('terminate.limit-running', {
      article: 'Đ.230 khoản 1 điểm b BLTTHS',
      end: '2024-05-02',
    });
    told.when('terminate', { ground: 'not-proven' }, at('2024-05-02')).thenStatus('investigation-terminated');
    told.when('terminate', { ground: 'no-event' }).thenStatus('investigation-terminated');
  });

  it('and its end are reviewed by the procuracy, which may have it resumed or prosecute', () => {
    const ended = told.given(deed('terminate', { ground: 'no-elements' }));
    ended.when('confirm-termination').thenStatus('investigation-terminated');
    const resumed = ended.when('overrule-termination').thenStatus('under-investigation');
    expect([accused(resumed, 'a').status, resumed.file.investigationClock?.limit]).toEqual([
      'approved',
      'investigation-resumed',
    ]);
    const there = ended.when('overrule-termination', { prosecute: true }).thenStatus('at-procuracy');
    expect([there.file.holderOfficeId, there.file.procuracyOfficeId]).toEqual([OFFICE.procuracy, OFFICE.procuracy]);
    there.when('indict').thenStatus('indicted');
    const empty = criminalCase(...investigated(), deed('terminate', { ground: 'no-event' }));
    const article = 'Đ.230 khoản 3 BLTTHS';
    empty.when('overrule-termination', { prosecute: true }).thenRefused('conclude.no-accused', { article });
    const pending = told.given(charge('c'), deed('terminate', { ground: 'no-elements' }));
    pending.when('overrule-termination', { prosecute: true }).thenRefused('conclude.approval-pending', { article });
    ended
      .when('overrule-termination', { defendantIds: ['nobody'] })
      .thenRefused('defendant.not-halted', { article: 'Đ.229, 230, 235 BLTTHS' });
  });
});

describe('a search (Điều 231) and proceedings without the accused (Luật 99/2025)', () => {
  it('is for an open accused, once, and ends once', () => {
    told.when('issue-wanted-notice', { defendantIds: ['z'] }).thenRefused('defendant.not-active', {
      article: 'Đ.231 BLTTHS',
      defendants: ['z'],
    });
    const searched = told.given(wanted('a'));
    searched
      .when('issue-wanted-notice', { defendantIds: ['a', 'b'] })
      .thenRefused('wanted.already', { article: 'Đ.231 BLTTHS', defendants: ['a'] });
    searched
      .when('withdraw-wanted-notice', { defendantIds: ['b'] })
      .thenRefused('wanted.not-wanted', { article: 'Đ.231 BLTTHS', defendants: ['b'] });
    const found = searched.given(deed('withdraw-wanted-notice', { defendantIds: ['a'] }));
    expect(accused(found, 'a').wantedOn).toBeUndefined();
  });

  it('goes on without an accused since 1/7/2025', () => {
    const without = (on: string, defendantIds = ['a']) => told.when('proceed-in-absentia', { defendantIds }, at(on));
    without('2025-06-30').thenRefused('day.before-the-law', { since: '2025-07-01', article: 'Luật 99/2025/QH15' });
    without('2025-07-01', ['z']).thenRefused('defendant.not-active');
    const decided = without('2025-07-01').thenStatus('under-investigation');
    expect(accused(decided, 'a').inAbsentia).toBe(true);
    decided
      .when('proceed-in-absentia', { defendantIds: ['a'] })
      .thenRefused('absentia.already', { article: 'Luật 99/2025/QH15', defendants: ['a'] });
  });
});

describe('a request for an extension (Điều 172 khoản 2)', () => {
  const ask = (until: string, on: string) => told.when('request-extension', { until }, at(on));
  const article = 'Đ.172 khoản 1, 2, 3 BLTTHS';

  it('comes 10 days before the end, and asks for what the law grants', () => {
    ask('2024-09-02', '2024-04-23').thenRefused('extend.asked-late', { article, askBy: '2024-04-22' });
    const asked = ask('2024-09-02', '2024-04-22').thenStatus('under-investigation');
    expect(asked.file.extensionAskedOn).toBe('2024-04-22');
    expect(asked.given(deed('extend', { until: '2024-09-02' })).file.extensionAskedOn).toBeUndefined();
    ask('2024-09-03', '2024-04-22').thenRefused('extend.too-long', { longest: '2024-09-02' });
    ask('2024-05-02', '2024-04-22').thenRefused('extend.not-later');
  });
});
