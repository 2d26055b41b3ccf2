import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const LIGHT = { article: 347, clause: 1 };
const opened = (offence: object, on: string, minor = false) =>
  criminalCase(
    deed('institute', { offence }, { on }),
    deed('charge', { defendantId: 'a', number: '1', offence, minor }),
    deed('approve-charge', { defendantIds: ['a'] }),
  );

describe('the summary procedure (Điều 456–458)', () => {
  const told = opened(LIGHT, '2024-03-01');
  const article = 'Đ.456, 457 BLTTHS';
  const applied = told.given(deed('apply-summary-procedure'));

  it('is for less serious offences, once', () => {
    opened({ article: 152, clause: 1 }, '2024-03-01')
      .when('apply-summary-procedure')
      .thenRefused('summary.too-grave', { article });
    applied.when('apply-summary-procedure').thenRefused('summary.already', { article });
    told.when('revoke-summary-procedure').thenRefused('summary.not-applied', { article: 'Đ.458 BLTTHS' });
  });

  it('wants every condition that the deciding officer states', () => {
    const given = { ground: 'surrendered', simple: true, identityClear: true };
    for (const stated of [given, { ground: 'caught-in-the-act' }, {}]) {
      told.when('apply-summary-procedure', stated).thenStatus('under-investigation');
    }
    told
      .when('apply-summary-procedure', { ...given, simple: false })
      .thenRefused('summary.not-simple', { article: 'Đ.456 khoản 1 điểm b BLTTHS' });
    told
      .when('apply-summary-procedure', { ...given, identityClear: false })
      .thenRefused('summary.identity-unclear', { article: 'Đ.456 khoản 1 điểm d BLTTHS' });
    told.when('apply-summary-procedure', { ...given, ground: 'reported' }).thenRefused('step.malformed');
  });

  it('ends with its revocation, a suspension of the case, or a return', () => {
    const handed = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];
    for (const ended of [
      applied.given(deed('revoke-summary-procedure')),
      applied.given(deed('suspend', { ground: 'illness' })),
      applied.given(...handed, deed('suspend', { ground: 'illness' })),
      applied.given(...handed, deed('return-for-supplement', { ground: 'evidence-lacking' })),
    ]) {
      expect(ended.file.procedure).toBeUndefined();
    }
    expect(applied.given(...handed, deed('indict')).file.procedure).toBe('summary');
  });

  it('is not extended', () => {
    applied.when('extend', { until: '2024-04-30' }).thenRefused('extend.no-more', { article: 'Đ.460 BLTTHS' });
  });
});

describe('the halved limits of accused under 18 (Luật 59/2024)', () => {
  const lift = { ground: 'especially-complex' };

  it('are lifted where they hold', () => {
    const article = 'Luật 59/2024/QH15 Chương VII Mục 1';
    const young = opened(LIGHT, '2026-01-01', true);
    young.when('lift-minor-limits', lift).thenStatus('under-investigation');
    young
      .given(deed('lift-minor-limits', lift))
      .when('lift-minor-limits', lift)
      .thenRefused('minor-limits.not-halved', { article });
    opened(LIGHT, '2026-01-01').when('lift-minor-limits', lift).thenRefused('minor-limits.not-halved', { article });
    const pending = opened(LIGHT, '2025-12-30', true);
    pending.when('lift-minor-limits', lift, { on: '2026-01-05' }).thenRefused('minor-limits.not-halved', { article });
    pending.when('lift-minor-limits', lift, { on: '2025-12-31' }).thenRefused('day.before-the-law');
  });

  it('are lifted by an announcement of diversion at the procuracy, not before', () => {
    const diversion = { ground: 'diversion-announced' };
    const young = opened(LIGHT, '2026-01-05', true);
    young.when('lift-minor-limits', diversion).thenRefused('minor-limits.diversion-later');
    young
      .given(deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }))
      .when('lift-minor-limits', diversion)
      .thenStatus('at-procuracy');
  });

  it('halve the extensions too', () => {
    // Less serious: 1 month from 5 January 2026, and 1 month more.
    const young = opened(LIGHT, '2026-01-05', true);
    young.when('extend', { until: '2026-03-06' }).thenRefused('extend.too-long', { longest: '2026-03-05' });
    young.when('extend', { until: '2026-03-05' }).thenStatus('under-investigation');
  });
});

describe('a notice (Điều 154, 179, 229, 286)', () => {
  const told = opened(LIGHT, '2024-03-01');

  it('is given by who owes it, once', () => {
    const notice = { notice: 'institution-to-procuracy' };
    const given = told.when('notify', notice).thenStatus('under-investigation');
    expect(given.file.owed.map((one) => one.notice)).toEqual(['charge-to-procuracy']);
    given.when('notify', notice).thenRefused('notice.not-owed', {
      article: 'Đ.154 khoản 2, Đ.156 khoản 2, Đ.158 khoản 1 BLTTHS',
    });
    told.when('notify', notice, { by: OFFICE.otherPolice }).thenRefused('step.not-your-office');
    told.when('notify', notice, { on: '2024-03-01' }).thenStatus('under-investigation');
  });

  it('is not given before the step that owes it', () => {
    told
      .when('notify', { notice: 'charge-to-procuracy' }, { on: '2024-03-01' })
      .thenRefused('day.before-the-stage', { since: '2024-03-02' });
    told.when('notify', { notice: 'charge-to-procuracy' }, { on: '2024-03-02' }).thenStatus('under-investigation');
  });

  it('passes to the successor of an office', () => {
    const moved = told.given(deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police }));
    expect(new Set(moved.file.owed.map(({ officeId }) => officeId))).toEqual(new Set([OFFICE.newPolice]));
    moved.when('notify', { notice: 'charge-to-procuracy' }).thenStatus('under-investigation');
  });
});
