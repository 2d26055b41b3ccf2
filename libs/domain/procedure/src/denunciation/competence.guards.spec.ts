import { DENUNCIATION_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const verified = denunciation(...DENUNCIATION_IN['in-verification']);
const disputed = denunciation(...DENUNCIATION_IN['in-dispute']);
const SPLIT = 'Đ.12 khoản 1 TTLT 01/2017';

describe('a preliminary check by commune police', () => {
  const there = denunciation(deed('receive', { source: 'report' }, { by: OFFICE.communePolice }));

  it('finds facts that hold once they are known', () => {
    const told = there
      .given(
        deed('check-preliminarily', { urgent: true, remote: false }),
        deed('check-preliminarily', { remote: true }),
      )
      .given(deed('check-preliminarily', { urgent: false }));
    expect([told.file.urgent, told.file.remote, told.status]).toEqual([true, true, 'received']);
  });

  it('states nothing else', () => {
    there.when('check-preliminarily', { urgent: 'yes' }).thenRefused('step.malformed', { fields: ['urgent'] });
    there.when('check-preliminarily', { source: 'report' }).thenRefused('step.malformed', { fields: ['source'] });
  });
});

describe('a split (Điều 12 khoản 1, 2 TTLT 01/2017)', () => {
  it('names each part once and leaves the rest where it is', () => {
    const once = verified.given(deed('split', { childId: 'part-1' }));
    once.when('split', { childId: 'part-1' }).thenRefused('split.same-part', { article: SPLIT });
    const twice = once
      .when('split', { childId: 'part-2', toOfficeId: OFFICE.otherPolice })
      .thenStatus('in-verification');
    expect([twice.file.childIds, twice.file.holderOfficeId]).toEqual([['part-1', 'part-2'], OFFICE.police]);
  });

  it.each([OFFICE.borderGuard, OFFICE.procuracy, OFFICE.communePolice, OFFICE.court, 999])(
    'gives no part to office %i',
    (toOfficeId) => {
      verified.when('split', { childId: 'part-1', toOfficeId }).thenRefused('office.not-competent', { article: SPLIT });
    },
  );

  it('is the police’s alone: whoever else holds a part that is not its own hands over the whole', () => {
    const there = denunciation(
      deed('receive', { source: 'report' }, { by: OFFICE.borderGuard }),
      deed('classify', { competence: 'own' }),
    );
    there.when('split', { childId: 'part-1' }).thenRefused('step.not-your-office');
  });

  it('opens a part that knows its whole and was received with it', () => {
    const part = { parentId: 'd-1', status: 'received', source: 'report', receivedOn: '2023-12-20', placeId: 4 };
    const { file } = denunciation(deed('split-off', part, { by: OFFICE.otherPolice }));
    expect(file).toMatchObject({
      status: 'received',
      parentId: 'd-1',
      holderOfficeId: OFFICE.otherPolice,
      receivedOn: '2023-12-20',
      limitFrom: '2023-12-20',
      placeId: 4,
    });
    expect([file.receivedByOfficeId, file.classifiedOn]).toEqual([undefined, undefined]);
    const unknown = denunciation(deed('split-off', { parentId: 'd-1', status: 'in-verification' }));
    expect([unknown.file.receivedOn, unknown.file.classifiedOn]).toEqual([undefined, '2024-01-02']);
  });

  it('opens no part elsewhere, nor one received after the split', () => {
    const part = { parentId: 'd-1', status: 'received' };
    for (const by of [OFFICE.borderGuard, OFFICE.communePolice, OFFICE.procuracy, 999]) {
      denunciation().when('split-off', part, { by }).thenRefused('office.not-competent', { article: SPLIT });
    }
    denunciation()
      .when('split-off', { ...part, receivedOn: '2024-01-03' }, { on: '2024-01-02' })
      .thenRefused('split-off.received-later', { article: SPLIT });
  });
});

describe('a joinder (Điều 12 khoản 3 TTLT 01/2017)', () => {
  it('ends the file and tells where it went on', () => {
    for (const status of ['received', 'classified-out', 'in-verification', 'suspended'] as const) {
      const told = denunciation(...DENUNCIATION_IN[status])
        .when('join', { intoId: 'd-2' })
        .thenStatus('joined');
      expect(told.file.joinedIntoId).toBe('d-2');
    }
  });

  it('leads into no part of the file itself', () => {
    verified
      .given(deed('split', { childId: 'part-1' }))
      .when('join', { intoId: 'part-1' })
      .thenRefused('join.into-own-part', { article: 'Đ.12 khoản 3 TTLT 01/2017' });
  });

  it('is for bodies that resolve', () => {
    const there = denunciation(deed('receive', { source: 'report' }, { by: OFFICE.communePolice }));
    there.when('join', { intoId: 'd-2' }).thenRefused('step.not-your-office');
  });
});

describe('a dispute of competence (Điều 150)', () => {
  it('is with another body that resolves', () => {
    verified
      .when('dispute-competence', { withOfficeId: OFFICE.police })
      .thenRefused('transfer.to-itself', { article: 'Đ.150 BLTTHS' });
    for (const withOfficeId of [OFFICE.communePolice, OFFICE.court, OFFICE.committee, 999]) {
      verified
        .when('dispute-competence', { withOfficeId })
        .thenRefused('office.not-competent', { article: 'Đ.145 khoản 3 BLTTHS' });
    }
    expect(disputed.file).toMatchObject({ disputedWithOfficeId: OFFICE.otherPolice, holderOfficeId: OFFICE.police });
  });

  it.each(['received', 'classified-out', 'in-verification'] as const)(
    'settled for the holder leaves a file %s as it was',
    (status) => {
      const back = denunciation(...DENUNCIATION_IN[status])
        .given(deed('dispute-competence', { withOfficeId: OFFICE.borderGuard }))
        .when('settle-dispute', { toOfficeId: OFFICE.police })
        .thenStatus(status);
      expect(Object.keys(back.file)).not.toEqual(expect.arrayContaining(['disputedWithOfficeId']));
      expect(back.file.receiverOfficeId).toBeUndefined();
    },
  );

  it('settled for another binds the other to accept', () => {
    const told = disputed.when('settle-dispute', { toOfficeId: OFFICE.borderGuard }).thenStatus('in-transfer');
    told.when('refuse-transfer', { because: 'not ours' }).thenRefused('transfer.settled', { article: 'Đ.150 BLTTHS' });
    const there = told.when('accept-transfer').thenStatus('in-verification');
    expect(there.file.holderOfficeId).toBe(OFFICE.borderGuard);
    there
      .given(deed('transfer', { toOfficeId: OFFICE.police }))
      .when('refuse-transfer', { because: 'the crime happened elsewhere' })
      .thenStatus('in-verification');
  });

  it('is settled in favour of a body that resolves', () => {
    for (const toOfficeId of [OFFICE.communePolice, OFFICE.court, OFFICE.health, 999]) {
      disputed
        .when('settle-dispute', { toOfficeId })
        .thenRefused('office.not-competent', { article: 'Đ.145 khoản 3 BLTTHS' });
    }
  });

  it('goes on with the successor of the office that holds the file', () => {
    const told = disputed.given(deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police }));
    const back = told.when('settle-dispute', { toOfficeId: OFFICE.newPolice }).thenStatus('in-verification');
    expect(back.file.holderOfficeId).toBe(OFFICE.newPolice);
  });
});
