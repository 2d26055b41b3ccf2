import { deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { DENUNCIATION_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const received = (by: number) => denunciation(deed('receive', { source: 'report' }, { by, on: '2024-01-02' }));
const verified = (...more: readonly ReturnType<typeof deed>[]) =>
  denunciation(
    deed('receive', { source: 'report' }, { on: '2024-01-31' }),
    deed('classify', { competence: 'own' }, { on: '2024-02-01' }),
    ...more,
  );
const extend = (grantor: 'head' | 'procuracy', until: string, on = '2024-02-15') =>
  ['extend', { grantor, until }, { on }] as const;

describe('reception', () => {
  it.each([OFFICE.communePolice, OFFICE.court, OFFICE.borderGuard])('of petitions is not for office %i', (by) => {
    denunciation()
      .when('receive', { source: 'petition' }, { by })
      .thenRefused('receive.petition-of-others', { article: 'Đ.145 khoản 2, 3 BLTTHS' });
    denunciation().when('receive', { source: 'report' }, { by }).thenStatus('received');
  });

  it.each([OFFICE.police, OFFICE.procuracy])('of petitions is for office %i', (by) => {
    denunciation().when('receive', { source: 'petition' }, { by }).thenStatus('received');
  });
});

describe('a refusal to institute', () => {
  it('for want of the victim’s request is none for an offence that wants no request (Điều 155 khoản 1)', () => {
    const about = (payload: object) =>
      denunciation(
        deed('receive', { source: 'report', ...payload }, { on: '2024-01-31' }),
        deed('classify', { competence: 'own' }, { on: '2024-02-01' }),
      );
    about({ offence: { article: 150, clause: 1 } })
      .when('decline', { ground: 'no-victim-request' })
      .thenRefused('ground.no-request-needed', { article: 'Đ.155 khoản 1 BLTTHS' });
    about({}).when('decline', { ground: 'no-victim-request' }).thenStatus('declined');
  });

  it('of what is suspended is bound to the limitation only since TTLT 01/2020 is in force', () => {
    const told = denunciation(
      deed('receive', { source: 'report' }, { on: '2020-05-02' }),
      deed('classify', { competence: 'own' }, { on: '2020-05-03' }),
      deed('suspend', { ground: 'expertise-pending' }, { on: '2020-05-22' }),
    );
    told.when('decline', { ground: 'no-event' }, { on: '2020-07-14' }).thenStatus('declined');
    told
      .when('decline', { ground: 'no-event' }, { on: '2020-07-15' })
      .thenRefused('decline.resume-first', { article: 'Đ.5 khoản 5 TTLT 01/2020' });
  });
});

describe('classification', () => {
  it('keeps with the commune police nothing: they hand over (Điều 146 khoản 3)', () => {
    const told = received(OFFICE.communePolice);
    told.when('classify', { competence: 'own' }).thenRefused('classify.commune-police-hands-over', {
      article: 'Đ.146 khoản 3 BLTTHS; Đ.8 khoản 5 TTLT 01/2017',
    });
    told.when('classify', { competence: 'other' }).thenStatus('classified-out');
  });

  it('keeps with a court nothing either (Điều 145 khoản 2, 3)', () => {
    received(OFFICE.court).when('classify', { competence: 'own' }).thenRefused('classify.receiver-hands-over', {
      article: 'Đ.145 khoản 2, 3, Đ.146 khoản 4 BLTTHS',
    });
  });

  it.each([OFFICE.police, OFFICE.borderGuard, OFFICE.procuracy])('lets office %i resolve its own', (by) => {
    received(by).when('classify', { competence: 'own' }).thenStatus('in-verification');
  });

  it('may be taken anew when nobody would have the file (Điều 150)', () => {
    const told = denunciation(...DENUNCIATION_IN['classified-out']).given(
      deed('transfer', { toOfficeId: OFFICE.otherPolice }),
      deed('refuse-transfer', { because: 'the crime happened elsewhere' }),
    );
    const first = told.file.classifiedOn;
    const own = told.when('classify', { competence: 'own' }).thenStatus('in-verification');
    expect(own.file.classifiedOn).toBe(first);
  });
});

describe('a transfer', () => {
  const told = denunciation(...DENUNCIATION_IN['classified-out']);

  it('does not go to the office that holds the file', () => {
    told.when('transfer', { toOfficeId: OFFICE.police }).thenRefused('transfer.to-itself', { article: 'Đ.146 BLTTHS' });
  });

  it.each([OFFICE.communePolice, OFFICE.court, OFFICE.health, OFFICE.committee, 999])(
    'does not go to office %i',
    (id) => {
      told
        .when('transfer', { toOfficeId: id })
        .thenRefused('office.not-competent', { article: 'Đ.145 khoản 3 BLTTHS' });
    },
  );

  it('goes to any body that resolves, which classifies it for itself', () => {
    for (const toOfficeId of [OFFICE.otherPolice, OFFICE.borderGuard, OFFICE.procuracy]) {
      const there = told.given(deed('transfer', { toOfficeId })).when('accept-transfer').thenStatus('received');
      expect([there.file.holderOfficeId, there.file.receiverOfficeId, there.file.receivedByOfficeId]).toEqual([
        toOfficeId,
        undefined,
        OFFICE.police,
      ]);
    }
  });

  it('leaves the file where it is until accepted, and for good when refused', () => {
    const offered = told.given(deed('transfer', { toOfficeId: OFFICE.otherPolice }));
    expect(offered.file.holderOfficeId).toBe(OFFICE.police);
    const back = offered.when('refuse-transfer', { because: 'not ours' }).thenStatus('classified-out');
    expect([back.file.holderOfficeId, 'receiverOfficeId' in back.file]).toEqual([OFFICE.police, false]);
  });
});

describe('an extension (Điều 147 khoản 2)', () => {
  const article = 'Đ.147 khoản 1, 2 BLTTHS; Đ.11 khoản 1, 2 TTLT 01/2017';

  it('by the head reaches 2 months from the receipt and not a day more', () => {
    verified()
      .when(...extend('head', '2024-03-31'))
      .thenStatus('in-verification');
    verified()
      .when(...extend('head', '2024-04-01'))
      .thenRefused('extend.too-long', { longest: '2024-03-31', article });
  });

  it('ends later than the limit that it extends', () => {
    verified()
      .when(...extend('head', '2024-02-20'))
      .thenRefused('extend.not-later', { article });
    verified()
      .when(...extend('head', '2024-02-21'))
      .thenStatus('in-verification');
    verified()
      .when(...extend('head', '2024-03-01', '2024-03-01'))
      .thenRefused('extend.not-later');
  });

  it('is the head’s in one step or several, 2 months from the receipt in all', () => {
    const short = verified(deed(...extend('head', '2024-03-01')));
    short.when(...extend('head', '2024-04-01')).thenRefused('extend.too-long', { longest: '2024-03-31', article });
    short.when(...extend('head', '2024-03-01')).thenRefused('extend.not-later', { article });
    const whole = short.given(deed(...extend('head', '2024-03-31', '2024-02-28')));
    expect(whole.file.extensions).toEqual([{ grantor: 'head', until: '2024-03-31' }]);
    whole.when(...extend('head', '2024-04-01', '2024-03-20')).thenRefused('extend.too-long', { longest: '2024-03-31' });
    whole.when(...extend('procuracy', '2024-05-31', '2024-03-20')).thenStatus('in-verification');
  });

  it('is granted once by the procuracy, after the head', () => {
    const once = verified(deed(...extend('head', '2024-03-31')));
    verified()
      .when(...extend('procuracy', '2024-05-31'))
      .thenRefused('extend.head-first', { article });
    const twice = once.when(...extend('procuracy', '2024-05-31', '2024-03-20')).thenStatus('in-verification');
    twice.when(...extend('procuracy', '2024-06-30', '2024-03-21')).thenRefused('extend.once');
    twice.when(...extend('head', '2024-06-30', '2024-03-21')).thenRefused('extend.head-first');
  });

  it('is recorded by the procuracy that grants it, or by the holder; that of the head by the holder alone', () => {
    const [by, on] = [OFFICE.procuracy, '2024-03-20'];
    verified()
      .when('extend', { grantor: 'head', until: '2024-03-31' }, { by, on: '2024-02-15' })
      .thenRefused('extend.of-the-head', { article: 'Đ.147 khoản 2 BLTTHS' });
    const once = verified(deed(...extend('head', '2024-03-31')));
    const granted = once
      .when('extend', { grantor: 'procuracy', until: '2024-05-31' }, { by, on })
      .thenStatus('in-verification');
    expect(granted.file.extensions.at(-1)).toEqual({ grantor: 'procuracy', until: '2024-05-31' });
    once.when(...extend('procuracy', '2024-05-31', on)).thenStatus('in-verification');
    once
      .when('extend', { grantor: 'procuracy', until: '2024-05-31' }, { by: OFFICE.otherPolice, on })
      .thenRefused('step.not-your-office');
  });

  it('by the procuracy adds 2 months to the end that the head set', () => {
    const short = verified(deed(...extend('head', '2024-03-10')));
    short.when(...extend('procuracy', '2024-05-10', '2024-03-05')).thenStatus('in-verification');
    short
      .when(...extend('procuracy', '2024-05-11', '2024-03-05'))
      .thenRefused('extend.too-long', { longest: '2024-05-10' });
    short.when(...extend('procuracy', '2024-03-10', '2024-03-05')).thenRefused('extend.not-later');
  });

  it('counts anew from the receipt by the body that takes the file over', () => {
    const there = verified(
      deed(...extend('head', '2024-03-31')),
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, { on: '2024-03-20' }),
      deed('accept-transfer', {}, { on: '2024-03-22' }),
    );
    there.when(...extend('head', '2024-05-22', '2024-04-01')).thenStatus('in-verification');
    there.when(...extend('head', '2024-05-23', '2024-04-01')).thenRefused('extend.too-long', { longest: '2024-05-22' });
  });

  it('is not granted after a resumption, which has one month (Điều 149)', () => {
    verified(deed('suspend', { ground: 'force-majeure' }, { on: '2024-02-20' }), deed('resume'))
      .when(...extend('head', '2024-03-31', '2024-02-21'))
      .thenRefused('extend.after-resumption', { article: 'Đ.149 khoản 1 BLTTHS' });
  });

  it('trusts the old register on a file carried over', () => {
    const carried = (payload: object) =>
      denunciation(deed('carry-over', { status: 'in-verification', ...payload }, { on: '2024-03-01' }));
    carried({})
      .when(...extend('procuracy', '2024-07-01', '2024-03-02'))
      .thenStatus('in-verification');
    carried({})
      .when(...extend('head', '2024-03-02', '2024-03-02'))
      .thenRefused('extend.not-later');
    const known = carried({ receivedOn: '2024-01-31' });
    known.when(...extend('procuracy', '2024-05-31', '2024-03-02')).thenStatus('in-verification');
    known
      .when(...extend('procuracy', '2024-06-01', '2024-03-02'))
      .thenRefused('extend.too-long', { longest: '2024-05-31' });
  });
});

describe('the resolution', () => {
  it('founds several cases, each once', () => {
    const told = denunciation(...DENUNCIATION_IN.instituted);
    told.when('institute', { caseId: 'case-1' }).thenRefused('institute.same-case', { article: 'Đ.153, 154 BLTTHS' });
    expect(told.when('institute', { caseId: 'case-2' }).then.file.caseIds).toEqual(['case-1', 'case-2']);
  });

  it('ends a suspended matter without resuming it only when it is time-barred (Điều 5 khoản 5 TTLT 01/2020)', () => {
    const told = denunciation(...DENUNCIATION_IN.suspended);
    told.when('decline', { ground: 'time-barred' }).thenStatus('declined');
    told
      .when('decline', { ground: 'no-event' })
      .thenRefused('decline.resume-first', { article: 'Đ.5 khoản 5 TTLT 01/2020' });
    told.given(deed('resume')).when('decline', { ground: 'no-event' }).thenStatus('declined');
  });
});

describe('a file carried over from paper', () => {
  it.each(['in-verification', 'suspended'])('is held %s only by a body that resolves', (status) => {
    for (const by of [OFFICE.communePolice, OFFICE.court]) {
      denunciation().when('carry-over', { status }, { by }).thenRefused('office.not-competent');
    }
    denunciation()
      .when('carry-over', { status }, { by: OFFICE.borderGuard })
      .thenStatus(status as 'suspended');
  });

  it('may wait for its classification with whoever received it', () => {
    denunciation().when('carry-over', { status: 'received' }, { by: OFFICE.communePolice }).thenStatus('received');
  });

  it('was not received after it was taken over', () => {
    denunciation()
      .when('carry-over', { status: 'received', receivedOn: '2024-03-02' }, { on: '2024-03-01' })
      .thenRefused('carry-over.received-later');
  });

  it('tells no day of receipt that nobody knows', () => {
    expect(denunciation(deed('carry-over', { status: 'received' })).file.receivedOn).toBeUndefined();
    expect(denunciation(deed('carry-over', { status: 'received', receivedOn: '2023-12-01' })).file.receivedOn).toBe(
      '2023-12-01',
    );
  });
});

describe('a succession of offices', () => {
  const offered = denunciation(...DENUNCIATION_IN['in-transfer']);

  it('moves the holder, also while a transfer is offered', () => {
    const told = offered
      .when('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police })
      .thenStatus('in-transfer');
    expect([told.file.holderOfficeId, told.file.receiverOfficeId]).toEqual([OFFICE.newPolice, OFFICE.otherPolice]);
    const back = told.when('refuse-transfer', { because: 'not ours' }).thenStatus('in-verification');
    expect(back.file.holderOfficeId).toBe(OFFICE.newPolice);
  });

  it('moves the office that a transfer is offered to, which then accepts', () => {
    const told = offered.given(deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.otherPolice }));
    expect([told.file.holderOfficeId, told.file.receiverOfficeId]).toEqual([OFFICE.police, OFFICE.newPolice]);
    told.when('accept-transfer', {}, { by: OFFICE.otherPolice }).thenRefused('step.not-your-office');
    expect(told.when('accept-transfer').thenStatus('in-verification').file.holderOfficeId).toBe(OFFICE.newPolice);
  });

  it.each([
    ['succession.not-concerned', OFFICE.borderGuard, OFFICE.otherBorderGuard],
    ['office.not-competent', OFFICE.police, OFFICE.borderGuard],
    ['office.not-competent', OFFICE.police, 999],
    ['transfer.to-itself', OFFICE.police, OFFICE.police],
  ])('is refused as %s', (code, by, toOfficeId) => {
    offered.when('succeed-office', { toOfficeId }, { by }).thenRefused(code, { article: 'NQ 225/2025/QH15' });
  });
});
