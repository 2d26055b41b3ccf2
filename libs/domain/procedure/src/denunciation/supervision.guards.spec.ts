import { deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { DENUNCIATION_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

/** Received on 31 January 2024: 20 days end on 20 February, 2 months on 31 March. */
const verified = denunciation(
  deed('receive', { source: 'report' }, { on: '2024-01-31' }),
  deed('classify', { competence: 'own' }, { on: '2024-02-01' }),
);
const on = (day: string) => ({ on: day });
const lengthened = verified.given(deed('extend', { grantor: 'head', until: '2024-03-31' }, on('2024-02-15')));
const REQUEST = 'Đ.11 khoản 2 TTLT 01/2017';

describe('a suspension (Điều 148 khoản 1)', () => {
  const article = 'Đ.148 khoản 1 BLTTHS';
  const suspend = (day: string, ground = 'expertise-pending') => ['suspend', { ground }, on(day)] as const;

  it('comes when the limit of Điều 147 has run out, not a day earlier', () => {
    verified.when(...suspend('2024-02-19')).thenRefused('suspend.limit-running', { end: '2024-02-20', article });
    verified.when(...suspend('2024-02-20')).thenStatus('suspended');
  });

  it('waits for the end of an extension', () => {
    lengthened.when(...suspend('2024-03-30')).thenRefused('suspend.limit-running', { end: '2024-03-31', article });
    lengthened.when(...suspend('2024-03-31')).thenStatus('suspended');
    const twice = lengthened.given(deed('extend', { grantor: 'procuracy', until: '2024-05-31' }, on('2024-03-20')));
    twice.when(...suspend('2024-05-30')).thenRefused('suspend.limit-running', { end: '2024-05-31' });
    twice.when(...suspend('2024-05-31')).thenStatus('suspended');
  });

  it('waits anew with the body that accepted the file', () => {
    const there = lengthened.given(
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, on('2024-03-20')),
      deed('accept-transfer', {}, on('2024-03-22')),
    );
    there.when(...suspend('2024-04-10')).thenRefused('suspend.limit-running', { end: '2024-04-11' });
    there.when(...suspend('2024-04-11')).thenStatus('suspended');
  });

  it('needs not wait once the limit had run out, nor where nobody knows since when it runs', () => {
    const again = verified.given(deed(...suspend('2024-02-20')), deed('resume', {}, on('2024-03-01')));
    again.when(...suspend('2024-03-02')).thenStatus('suspended');
    denunciation(deed('carry-over', { status: 'in-verification' }, on('2024-03-01')))
      .when(...suspend('2024-03-01'))
      .thenStatus('suspended');
    denunciation(deed('carry-over', { status: 'in-verification', receivedOn: '2024-02-20' }, on('2024-03-01')))
      .when(...suspend('2024-03-10'))
      .thenRefused('suspend.limit-running', { end: '2024-03-11' });
  });

  it('for disaster or epidemic exists since 1 December 2021', () => {
    const told = denunciation(
      deed('receive', { source: 'report' }, on('2021-11-01')),
      deed('classify', { competence: 'own' }, on('2021-11-02')),
    );
    told.when(...suspend('2021-11-30', 'force-majeure')).thenRefused('day.before-the-law', {
      since: '2021-12-01',
      article: 'Đ.148 khoản 1 điểm c BLTTHS; Luật 02/2021/QH15',
    });
    told.when(...suspend('2021-11-30', 'documents-pending')).thenStatus('suspended');
    told.when(...suspend('2021-12-01', 'force-majeure')).thenStatus('suspended');
  });

  it('cancelled by the procuracy leaves one month and no extension', () => {
    const back = verified
      .given(deed(...suspend('2024-02-20')))
      .when('cancel-suspension', {}, on('2024-02-23'))
      .thenStatus('in-verification');
    expect(back.file.resumedOn).toBe('2024-02-23');
    back
      .when('extend', { grantor: 'head', until: '2024-03-31' })
      .thenRefused('extend.after-resumption', { article: 'Đ.149 khoản 1 BLTTHS' });
  });
});

describe('a request for an extension (Điều 11 khoản 2 TTLT 01/2017)', () => {
  const request = (day: string, until = '2024-05-31') => ['request-extension', { until }, on(day)] as const;

  it('is made 5 days before the end at the latest', () => {
    lengthened.when(...request('2024-03-26')).thenStatus('in-verification');
    lengthened
      .when(...request('2024-03-27'))
      .thenRefused('extend.asked-late', { askBy: '2024-03-26', article: REQUEST });
  });

  it('asks for what the procuracy may grant', () => {
    const article = 'Đ.147 khoản 1, 2 BLTTHS; Đ.11 khoản 1, 2 TTLT 01/2017';
    lengthened
      .when(...request('2024-03-20', '2024-06-01'))
      .thenRefused('extend.too-long', { longest: '2024-05-31', article });
    lengthened.when(...request('2024-03-20', '2024-03-31')).thenRefused('extend.not-later', { article });
    verified.when(...request('2024-02-10', '2024-04-20')).thenRefused('extend.head-first', { article });
    const granted = lengthened.given(deed('extend', { grantor: 'procuracy', until: '2024-05-31' }, on('2024-03-20')));
    granted.when(...request('2024-03-21', '2024-07-31')).thenRefused('extend.once', { article });
    verified
      .given(deed('suspend', { ground: 'expertise-pending' }, on('2024-02-20')), deed('resume', {}, on('2024-03-01')))
      .when(...request('2024-03-02'))
      .thenRefused('extend.after-resumption', { article: 'Đ.149 khoản 1 BLTTHS' });
  });

  it('is made once, until it is answered', () => {
    const asked = lengthened.given(deed(...request('2024-03-20')));
    asked.when(...request('2024-03-21')).thenRefused('extend.asked-already', { day: '2024-03-20', article: REQUEST });
    const refused = asked.given(deed('refuse-extension', {}, on('2024-03-22')));
    refused.when(...request('2024-03-25')).thenStatus('in-verification');
    refused.when('refuse-extension').thenRefused('extend.not-asked', { article: REQUEST });
    const granted = asked.given(deed('extend', { grantor: 'procuracy', until: '2024-05-31' }, on('2024-03-22')));
    granted.when('refuse-extension').thenRefused('extend.not-asked');
    expect(granted.file.extensionAskedOn).toBeUndefined();
  });

  it('trusts the old register of a file carried over with the head’s extension', () => {
    const carried = (payload: object) =>
      denunciation(deed('carry-over', { status: 'in-verification', ...payload }, on('2024-03-01')));
    carried({})
      .when(...request('2024-03-02', '2024-07-01'))
      .thenStatus('in-verification');
    carried({ receivedOn: '2024-01-31' })
      .when(...request('2024-03-27'))
      .thenRefused('extend.asked-late', { askBy: '2024-03-26' });
  });
});

describe('the procuracy’s own resolution (Điều 145 khoản 3 điểm c)', () => {
  const article = 'Đ.145 khoản 3 điểm c BLTTHS; Đ.5 khoản 2 TTLT 01/2017';
  const demanded = verified.given(deed('demand-remedy', {}, on('2024-02-05')));

  it('wants a written demand, and 15 days after it', () => {
    verified.when('take-over', {}, on('2024-02-25')).thenRefused('take-over.no-demand', { article });
    demanded.when('take-over', {}, on('2024-02-20')).thenRefused('take-over.too-early', { end: '2024-02-20', article });
    const over = demanded.when('take-over', {}, on('2024-02-21')).thenStatus('in-verification');
    expect(over.file).toMatchObject({ holderOfficeId: OFFICE.procuracy, limitFrom: '2024-01-31' });
  });

  it('counts from the last demand', () => {
    const again = demanded.given(deed('demand-remedy', {}, on('2024-02-10')));
    again.when('take-over', {}, on('2024-02-25')).thenRefused('take-over.too-early', { end: '2024-02-25' });
    again.when('take-over', {}, on('2024-02-26')).thenStatus('in-verification');
  });

  it('is over a file of another, which keeps neither its people nor the demand', () => {
    const over = verified.given(
      deed('assign', { assigneeId: 'account-1' }, on('2024-02-02')),
      deed('assign-prosecutor', { prosecutorId: 'account-6' }, on('2024-02-05')),
      deed('demand-remedy', {}, on('2024-02-05')),
      deed('take-over', {}, on('2024-02-21')),
    );
    for (const name of ['assigneeId', 'prosecutorId', 'remedyDemandedOn']) expect(over.file).not.toHaveProperty(name);
    over.when('demand-remedy').thenRefused('remedy.own-file', { article: 'Đ.145 khoản 3 điểm c BLTTHS' });
    over.when('take-over').thenRefused('transfer.to-itself', { article });
    over.when('institute', { caseId: 'case-1' }, { by: OFFICE.police }).thenRefused('step.not-your-office');
    over.when('institute', { caseId: 'case-1' }).thenStatus('instituted');
  });
});

describe('the procuracy against a decision not to institute (Điều 161 khoản 1 điểm b)', () => {
  it('institutes itself, after which further cases may follow', () => {
    const told = denunciation(...DENUNCIATION_IN.declined)
      .when('overrule-decline', { caseId: 'case-1' })
      .thenStatus('instituted');
    expect(told.file.caseIds).toEqual(['case-1']);
    told.when('institute', { caseId: 'case-1' }).thenRefused('institute.same-case');
    told.when('overrule-decline', { caseId: 'case-2' }).thenRefused('step.not-possible');
  });

  it('has nothing to overrule in what is not declined', () => {
    denunciation(...DENUNCIATION_IN.suspended)
      .when('overrule-decline', { caseId: 'case-1' })
      .thenRefused('step.not-possible', { article: 'Đ.153 khoản 3 điểm a, Đ.161 khoản 1 điểm b BLTTHS' });
  });
});
