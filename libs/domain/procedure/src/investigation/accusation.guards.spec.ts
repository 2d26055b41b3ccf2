import { accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { GRAVEST, TRAFFICKING, charge, investigated } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const light = { article: 347, clause: 1 };
const change = (payload: object) => deed('change-charge', { defendantId: 'a', kind: 'changed', ...payload });

describe('a change of the charge (Điều 180)', () => {
  const told = criminalCase(...investigated('a', 'b'));
  const article = 'Đ.180 BLTTHS';

  it('awaits the approval again, and is approved like a charge', () => {
    const changed = told.given(change({ offence: GRAVEST }));
    expect([accused(changed, 'a').status, accused(changed, 'a').charges]).toEqual(['charged', [GRAVEST]]);
    changed.when('conclude').thenRefused('conclude.approval-pending');
    const approved = changed.given(deed('approve-charge', { defendantIds: ['a'] }));
    expect(accused(approved, 'a')).toMatchObject({ status: 'approved', offence: GRAVEST });
    expect(accused(approved, 'a').chargeBefore).toBeUndefined();
  });

  it('that is refused leaves the charge that stood before', () => {
    for (const kind of ['changed', 'added']) {
      const refused = told.given(change({ offence: GRAVEST, kind }), deed('cancel-charge', { defendantIds: ['a'] }));
      expect(accused(refused, 'a')).toMatchObject({ status: 'approved', offence: TRAFFICKING, charges: [TRAFFICKING] });
    }
  });

  it('of a charge that is not yet approved falls with it', () => {
    const pending = told.given(charge('c'), change({ defendantId: 'c', offence: light }));
    expect(accused(pending.given(deed('cancel-charge', { defendantIds: ['c'] })), 'c').status).toBe('cancelled');
  });

  it('adds to the charges; the gravest leads (Điều 14 TTLT 04/2018)', () => {
    const added = told.given(change({ offence: light, kind: 'added' }));
    expect(accused(added, 'a')).toMatchObject({ offence: TRAFFICKING, charges: [TRAFFICKING, light] });
    const graver = added.given(change({ offence: GRAVEST, kind: 'added' }));
    expect(accused(graver, 'a')).toMatchObject({ offence: GRAVEST, charges: [TRAFFICKING, light, GRAVEST] });
  });

  it('changes something, of an accused against whom proceedings go on', () => {
    for (const kind of ['changed', 'added']) {
      told.when('change-charge', change({ offence: TRAFFICKING, kind }).payload).thenRefused('charge.unchanged', {
        article,
      });
    }
    const gone = told.given(deed('suspend', { ground: 'illness', defendantIds: ['a'] }));
    for (const [file, defendantId] of [
      [told, 'nobody'],
      [gone, 'a'],
    ] as const) {
      file
        .when('change-charge', change({ offence: light, defendantId }).payload)
        .thenRefused('defendant.not-active', { article, defendants: [defendantId] });
    }
  });
});

describe('evidence that the procuracy asks for before it approves (Điều 179 khoản 3)', () => {
  const told = criminalCase(...investigated('a'), charge('b'), charge('c'));
  const article = 'Đ.179 khoản 3 BLTTHS';
  const ask = (...defendantIds: string[]) => deed('request-charge-evidence', { defendantIds });

  it('is asked for once while a charge awaits approval', () => {
    told.when('request-charge-evidence', { defendantIds: ['a'] }).thenRefused('defendant.not-awaiting-approval', {
      article,
      defendants: ['a'],
    });
    const asked = told.given(ask('b'));
    asked.when('request-charge-evidence', { defendantIds: ['b', 'c'] }).thenRefused('charge.evidence-asked', {
      article,
      defendants: ['b'],
    });
    asked.when('approve-charge', { defendantIds: ['b'] }).thenStatus('under-investigation');
  });

  it('is supplied where it was asked for', () => {
    told.when('supply-charge-evidence').thenRefused('charge.no-evidence-asked', { article });
    const asked = told.given(ask('b', 'c'));
    asked.when('supply-charge-evidence', { defendantIds: ['a'] }).thenRefused('charge.no-evidence-asked', {
      defendants: ['a'],
    });
    const one = asked.given(deed('supply-charge-evidence', { defendantIds: ['b'] }));
    expect([accused(one, 'b').evidenceAskedOn, accused(one, 'c').evidenceAskedOn]).toEqual([
      undefined,
      expect.any(String),
    ]);
    one.given(deed('supply-charge-evidence'), ask('b', 'c'));
  });
});

describe('somebody of 14 or 15 (Điều 12 khoản 2 BLHS)', () => {
  const told = criminalCase(deed('institute', { offence: TRAFFICKING }));
  const young = (offence: object, stated: object = { underSixteen: true }) => ({
    ...charge('a', offence).payload,
    ...stated,
  });

  it('answers for trafficking in persons alone, and is under 18 by it', () => {
    for (const article of [150, 151]) {
      for (const clause of [1, 2, 3]) {
        const accused = told.when('charge', young({ article, clause })).thenStatus('under-investigation');
        expect(accused.file.defendants[0]).toMatchObject({ minor: true, underSixteen: true });
      }
    }
    for (const offence of [{ article: 154, clause: 3 }, { article: 152, clause: 1 }, light]) {
      const facts = { article: 'Đ.12 khoản 2 BLHS', penal: offence.article };
      told.when('charge', young(offence)).thenRefused('charge.too-young', facts);
      for (const stated of [{}, { underSixteen: false }, { minor: true }]) {
        told.when('charge', young(offence, stated)).thenStatus('under-investigation');
      }
    }
  });

  it('is not charged with others later', () => {
    const charged = told.given(deed('charge', young(TRAFFICKING)));
    const change = { defendantId: 'a', kind: 'changed' };
    charged.when('change-charge', { ...change, offence: light }).thenRefused('charge.too-young', { penal: 347 });
    charged.when('change-charge', { ...change, offence: GRAVEST }).thenStatus('under-investigation');
  });
});

describe('the institution (Điều 153, 156, 158, 161, 164)', () => {
  const told = criminalCase(...investigated('a'));

  it('is the border guard’s for the offences of Điều 32 only', () => {
    const institute = (article: number) =>
      criminalCase().when('institute', { offence: { article, clause: 1 } }, { by: OFFICE.borderGuard });
    for (const article of [150, 151, 152, 153, 347, 348, 349, 350])
      institute(article).thenStatus('under-investigation');
    for (const article of [154, 187, 297, 328]) {
      institute(article).thenRefused('institute.offence-of-others', { article: 'Đ.32 Luật Tổ chức CQĐT hình sự' });
    }
  });

  it('keeps to them when it changes the institution, charges, or changes a charge', () => {
    const offence = { article: 154, clause: 1 };
    const told = criminalCase(
      deed('institute', { offence: light }, { by: OFFICE.borderGuard }),
      deed('charge', { defendantId: 'a', number: '1', offence: light }),
    );
    const refusal = { article: 'Đ.32 Luật Tổ chức CQĐT hình sự' };
    const code = 'institute.offence-of-others';
    told.when('change-institution', { offence, kind: 'supplemented' }).thenRefused(code, refusal);
    told.when('charge', { defendantId: 'b', number: '2', offence }).thenRefused(code, refusal);
    told.when('change-charge', { defendantId: 'a', offence, kind: 'added' }).thenRefused(code, refusal);
  });

  it('goes whole with less serious offences alone where the border guard has the case (Điều 164 khoản 1)', () => {
    const refusal = { article: 'Đ.164 khoản 1 điểm b BLTTHS; Đ.32 khoản 1 điểm b Luật Tổ chức CQĐT hình sự' };
    const code = 'border-guard.begins-only';
    const lightly = criminalCase(deed('institute', { offence: light }, { by: OFFICE.borderGuard }), charge('a', light));
    lightly.when('charge', charge('b').payload).thenRefused(code, refusal);
    lightly.when('change-charge', { defendantId: 'a', offence: TRAFFICKING, kind: 'added' }).thenRefused(code, refusal);
    const whole = lightly.given(deed('approve-charge', { defendantIds: ['a'] }));
    whole.when('conclude').thenStatus('concluded');
    const graver = deed('change-institution', { offence: TRAFFICKING, kind: 'supplemented' });
    whole.given(graver).when('conclude').thenRefused(code, refusal);
    const begun = criminalCase(deed('institute', { offence: TRAFFICKING }, { by: OFFICE.borderGuard }));
    begun.when('charge', charge('a').payload).thenRefused(code, refusal);
    const handedOver = begun.given(deed('transfer', { toOfficeId: OFFICE.police }), deed('accept-transfer'));
    handedOver.when('charge', charge('a').payload).thenStatus('under-investigation');
  });

  it('is an investigator’s in a commune up to serious offences, since 1/7/2025', () => {
    const institute = (clause: number, on: string, by: number = OFFICE.police) =>
      criminalCase().when('institute', { offence: { article: 152, clause }, communeInvestigator: true }, { on, by });
    institute(2, '2025-07-01').thenStatus('under-investigation');
    institute(3, '2025-07-01').thenRefused('institute.too-grave-for-commune', { article: 'Luật 99/2025/QH15' });
    institute(2, '2025-06-30').thenRefused('day.before-the-law', { since: '2025-07-01' });
    institute(2, '2025-07-01', OFFICE.procuracy).thenRefused('office.not-competent');
  });

  it('is changed to another offence, or supplemented with one; the gravest decides', () => {
    const article = 'Đ.156 BLTTHS';
    told
      .when('change-institution', { offence: TRAFFICKING, kind: 'changed' })
      .thenRefused('institution.unchanged', { article });
    const changed = told.given(deed('change-institution', { offence: light, kind: 'changed' }));
    expect([changed.file.offence, changed.file.otherOffences]).toEqual([light, undefined]);
    const more = told.given(deed('change-institution', { offence: GRAVEST, kind: 'supplemented' }));
    expect([more.file.offence, more.file.otherOffences]).toEqual([GRAVEST, [TRAFFICKING]]);
    more
      .when('change-institution', { offence: TRAFFICKING, kind: 'supplemented' })
      .thenRefused('institution.unchanged', { article });
  });

  it('is cancelled while nobody is charged; the procuracy overrules it with its charges', () => {
    told.when('cancel-institution', { ground: 'no-event' }).thenRefused('cancel-institution.accused', {
      article: 'Đ.158 khoản 1, Đ.230 BLTTHS',
    });
    const overruled = told.when('overrule-institution').thenStatus('institution-cancelled');
    expect(accused(overruled, 'a').status).toBe('cancelled');
    const empty = criminalCase(...investigated(), charge('a'), deed('cancel-charge', { defendantIds: ['a'] }));
    empty.when('cancel-institution', { ground: 'no-victim-request' }).thenRefused('ground.no-request-needed');
    empty.when('cancel-institution', { ground: 'no-elements' }).thenStatus('institution-cancelled');
  });
});
