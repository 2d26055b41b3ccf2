import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const LIGHT = { article: 347, clause: 1 };
const SUMMARY = 'Đ.459 khoản 2, 3 BLTTHS';
const at = (on: string) => ({ on });
const told = criminalCase(deed('institute', { offence: LIGHT }, at('2024-03-01'))).given(
  deed('apply-summary-procedure', {}, at('2024-03-01')),
  deed('hold-person', { personId: 'a', number: 'TG-1', from: '2024-03-01', until: '2024-03-04' }, at('2024-03-01')),
  deed('charge', { defendantId: 'a', number: '1', offence: LIGHT }, at('2024-03-03')),
  deed('approve-charge', { defendantIds: ['a'] }, at('2024-03-04')),
);
const order = (from: string, until: string) => ({ defendantId: 'a', from, until });

describe('custody and detention in the summary procedure (Điều 459)', () => {
  it('knows no extension of custody', () => {
    told
      .when('extend-custody', { personId: 'a', until: '2024-03-07' }, at('2024-03-04'))
      .thenRefused('extend.no-more', { article: SUMMARY });
  });

  it('detains for 20 days at the investigation, custody deducted and its first day counted', () => {
    // 3 days of custody leave 17: 4/3 to 20/3; the investigation itself ends on 21/3.
    told
      .when('order-detention', order('2024-03-04', '2024-03-21'), at('2024-03-04'))
      .thenRefused('detention.too-long', { longest: '2024-03-20', article: SUMMARY });
    told.when('order-detention', order('2024-03-04', '2024-03-20'), at('2024-03-04')).thenStatus('under-investigation');
    const late = told.given(deed('release', { personId: 'a' }, at('2024-03-04')));
    late
      .when('order-detention', order('2024-03-10', '2024-03-22'), at('2024-03-10'))
      .thenRefused('detention.too-long', { longest: '2024-03-21' });
  });

  it('for 5 days at the procuracy, 17 at the trial, 22 on appeal', () => {
    const there = told.given(
      deed('conclude', {}, at('2024-03-08')),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2024-03-08')),
    );
    there
      .when('order-detention', order('2024-03-08', '2024-03-13'), at('2024-03-08'))
      .thenRefused('detention.too-long', { longest: '2024-03-12' });
    const tried = there.given(
      deed('indict', {}, at('2024-03-11')),
      deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2024-03-11')),
      deed('accept', {}, at('2024-03-12')),
    );
    tried
      .when('order-detention', order('2024-03-12', '2024-03-29'), at('2024-03-12'))
      .thenRefused('detention.too-long', { longest: '2024-03-28' });
    const appealed = tried.given(
      deed('schedule', { hearingOn: '2024-03-20' }, at('2024-03-14')),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at('2024-03-20')),
      deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }, at('2024-03-22')),
      deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2024-04-20')),
      deed('accept-appeal', { level: 'province' }, at('2024-04-22')),
    );
    appealed
      .when('order-detention', order('2024-04-22', '2024-05-14'), at('2024-04-22'))
      .thenRefused('detention.too-long', { longest: '2024-05-13' });
  });

  it('is as long as ever once the summary procedure is revoked', () => {
    told
      .given(deed('revoke-summary-procedure', {}, at('2024-03-04')))
      .when('order-detention', order('2024-03-04', '2024-04-01'), at('2024-03-04'))
      .thenStatus('under-investigation');
  });
});
