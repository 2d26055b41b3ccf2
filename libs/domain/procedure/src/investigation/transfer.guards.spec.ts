import type { OfficeTier } from '#libs/domain/jurisdiction';
import { day } from '#libs/domain/kernel';
import { CASE_LIFECYCLE, CASE_TRANSFER_GROUNDS, codesOf, decide as decideOn, limitsOf } from '../index.js';
import { TRAFFICKING, charge, investigated } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, TODAY, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyAt, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string, by?: number) => ({ on, ...(by ? { by } : {}) });
const decide = (toOfficeId: number) => deed('decide-transfer', { toOfficeId, ground: 'taken-up-above' });

describe('a transfer (Điều 169)', () => {
  const told = criminalCase(...investigated('a'));

  it('does not go to the holder, nor to whom does not investigate', () => {
    told.when('transfer', { toOfficeId: OFFICE.police }).thenRefused('transfer.to-itself', { article: 'Đ.169 BLTTHS' });
    for (const toOfficeId of [OFFICE.communePolice, OFFICE.court, OFFICE.health, 999]) {
      told.when('transfer', { toOfficeId }).thenRefused('office.not-competent', { article: 'Đ.163, 164, 169 BLTTHS' });
    }
  });

  it('makes the receiver the investigating office, and a refusal leaves everything as it was', () => {
    const offered = told.given(deed('transfer', { toOfficeId: OFFICE.borderGuard }));
    const there = offered.given(decide(OFFICE.borderGuard)).when('accept-transfer').thenStatus('under-investigation');
    expect([there.file.holderOfficeId, there.file.investigatingOfficeId]).toEqual([
      OFFICE.borderGuard,
      OFFICE.borderGuard,
    ]);
    const back = offered.when('refuse-transfer', { because: 'not ours' }).thenStatus('under-investigation');
    const rest = { since: undefined, owed: [] };
    expect({ ...back.file, ...rest }).toEqual({ ...told.file, ...rest });
  });

  it('takes a case that a trial panel instituted to the procuracy (Điều 154 khoản 2)', () => {
    const byPanel = criminalCase(deed('institute', { offence: TRAFFICKING }, { by: OFFICE.court }));
    byPanel.when('charge', charge('a').payload).thenRefused('step.not-your-office');
    byPanel.given(deed('transfer', { toOfficeId: OFFICE.procuracy }), deed('accept-transfer'), charge('a'));
  });

  it('survives the end of either office', () => {
    const offered = told.given(deed('transfer', { toOfficeId: OFFICE.otherPolice }));
    const sender = offered.given(deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police }));
    expect([sender.status, sender.file.investigatingOfficeId]).toEqual(['in-transfer', OFFICE.newPolice]);
    const receiver = offered.given(
      deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.otherPolice }),
    );
    expect(receiver.given(decide(OFFICE.newPolice), deed('accept-transfer')).file.holderOfficeId).toBe(
      OFFICE.newPolice,
    );
    offered
      .when('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.borderGuard })
      .thenRefused('succession.not-concerned');
  });
});

describe('the decision of the procuracy on a transfer (Điều 169)', () => {
  const told = criminalCase(...investigated('a'));
  const toOther = { toOfficeId: OFFICE.otherPolice };
  const offered = told.given(deed('transfer', toOther));
  const proposed = { ...toOther, ground: 'not-competent' };

  it('is what lets a case of the police pass to others; an acceptance may name it as its paper', () => {
    offered.when('accept-transfer').thenRefused('transfer.undecided', { article: 'Đ.169 khoản 1, 4 BLTTHS' });
    offered.given(deed('request-transfer')).when('accept-transfer').thenRefused('transfer.undecided');
    offered.given(deed('request-transfer'), deed('decide-transfer', proposed), deed('accept-transfer'));
    const named = { name: 'accept-transfer', occurredOn: day('2024-03-01'), officeId: OFFICE.otherPolice, payload: {} };
    const acting = { officeId: OFFICE.otherPolice, agency: agencyAt(OFFICE.otherPolice), supervises: false };
    const decision = { number: '9/QĐ-VKS' };
    const step = decideOn(CASE_LIFECYCLE, offered.file, { ...named, decision }, { today: TODAY, agencyOf, acting });
    expect(offered.after(step).file.holderOfficeId).toBe(OFFICE.otherPolice);
  });

  it('answers a proposal, or is the procuracy’s own on the other grounds alone', () => {
    for (const file of [told, offered]) {
      file.when('decide-transfer', proposed).thenRefused('transfer.not-requested', {
        article: 'Đ.169 khoản 1 điểm a, khoản 3 BLTTHS',
      });
      for (const ground of codesOf(CASE_TRANSFER_GROUNDS).filter((one) => one !== 'not-competent')) {
        file.when('decide-transfer', { ...toOther, ground }).thenStatus('in-transfer');
      }
    }
  });

  it('is asked for once, after the letter or without one, and taken once', () => {
    told.when('request-transfer').thenRefused('office.not-competent');
    told.when('request-transfer', { toOfficeId: OFFICE.police }).thenRefused('transfer.to-itself');
    const asked = told.given(deed('request-transfer', toOther));
    asked.when('request-transfer').thenRefused('transfer.requested', { requested: asked.lastDay });
    asked.when('decide-transfer', { ...proposed, toOfficeId: OFFICE.court }).thenRefused('office.not-competent');
    const decided = asked.given(deed('decide-transfer', proposed));
    const facts = { decided: decided.lastDay, article: 'Đ.29 khoản 1 điểm b TTLT 04/2018' };
    decided.when('decide-transfer', proposed).thenRefused('transfer.decided', facts);
    decided.when('request-transfer').thenRefused('transfer.decided');
    decided.when('agree-to-transfer').thenRefused('transfer.decided');
  });

  it('binds the receiver, who could refuse before and be asked over its head', () => {
    const refused = offered.given(deed('refuse-transfer', { because: 'not ours' }));
    const decided = refused.given(deed('request-transfer', toOther), deed('decide-transfer', proposed));
    decided.when('refuse-transfer', { because: 'not ours' }).thenRefused('transfer.decided');
    expect(decided.given(deed('accept-transfer')).file).toMatchObject({ holderOfficeId: OFFICE.otherPolice });
    expect(decided.given(deed('accept-transfer')).file).not.toHaveProperty('transfer');
    const agreed = offered.given(deed('agree-to-transfer'));
    agreed.when('agree-to-transfer').thenRefused('transfer.agreed');
    expect(agreed.given(deed('request-transfer')).file.receiverOfficeId).toBe(OFFICE.otherPolice);
  });

  it('may name another receiver than the investigators did', () => {
    const elsewhere = { ...proposed, toOfficeId: OFFICE.newPolice };
    const decided = offered.given(
      deed('request-transfer'),
      deed('decide-transfer', elsewhere),
      deed('accept-transfer'),
    );
    expect(decided.file.holderOfficeId).toBe(OFFICE.newPolice);
  });

  it('is not wanted where the border guard hands over by law (Điều 164)', () => {
    const begun = deed('institute', { offence: TRAFFICKING }, { by: OFFICE.borderGuard });
    criminalCase(begun, deed('transfer', { toOfficeId: OFFICE.police }), deed('accept-transfer'));
  });

  it('belongs to a procuracy of the province where the case leaves the province (Điều 169 khoản 2)', () => {
    const asked = offered.given(deed('request-transfer'));
    const command = {
      name: 'decide-transfer',
      occurredOn: asked.lastDay,
      officeId: OFFICE.procuracy,
      payload: proposed,
    };
    const acting = { officeId: OFFICE.procuracy, agency: agencyAt(OFFICE.procuracy), supervises: true };
    const attempt = (tier: OfficeTier, provinceOfReceiver: number | undefined) => () =>
      decideOn(CASE_LIFECYCLE, asked.file, command, {
        today: TODAY,
        agencyOf,
        acting,
        seatOf: (id) => ({ tier, provinceId: id === OFFICE.otherPolice ? provinceOfReceiver : 1 }),
      });
    for (const lower of ['region', 'district'] as const) {
      expect(attempt(lower, 2)).toThrow(
        expect.objectContaining({
          code: 'transfer.province-decides',
          facts: expect.objectContaining({ article: 'Đ.169 khoản 2 BLTTHS' }),
        }),
      );
      expect(attempt(lower, 1)).not.toThrow();
      expect(attempt(lower, undefined)).not.toThrow();
    }
    for (const upper of ['province', 'centre'] as const) expect(attempt(upper, 2)).not.toThrow();
  });
});

describe('the limits of a transfer', () => {
  const told = criminalCase(
    deed('institute', { offence: TRAFFICKING }, at('2024-03-01')),
    deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-11')),
  );
  const find = (file: CaseNarrative, id: string) =>
    limitsOf(
      'case',
      file.log.map((step) => ({ ...step, recordedOn: step.occurredOn })),
      { agencyOf },
    ).filter((one) => one.id === id);
  const spans = (file: CaseNarrative, id: string) =>
    find(file, id).map(({ startedOn, dueOn, stoppedOn }) => [startedOn, dueOn, stoppedOn]);
  const requested = told.given(
    deed('agree-to-transfer', {}, at('2024-03-15')),
    deed('request-transfer', {}, at('2024-03-18')),
  );
  const proposed = { toOfficeId: OFFICE.otherPolice, ground: 'not-competent' };
  const decided = requested.given(deed('decide-transfer', proposed, at('2024-03-20')));

  it('give the receiver 5 days to answer (Điều 29 khoản 1 TTLT 04/2018)', () => {
    expect(find(requested, 'answer-to-case-transfer')[0]).toMatchObject({ actorOfficeId: OFFICE.otherPolice });
    expect(spans(requested, 'answer-to-case-transfer')).toEqual([['2024-03-11', '2024-03-16', '2024-03-15']]);
  });

  it('give the procuracy 3 days from the proposal, and 24 hours to tell (Điều 169 khoản 3)', () => {
    expect(spans(told, 'decision-on-transfer')).toEqual([]);
    expect(find(requested, 'decision-on-transfer')[0]?.whose).toBe('supervisor');
    expect(find(decided, 'transfer-of-case')[0]).toMatchObject({ whose: 'actor', actorOfficeId: OFFICE.procuracy });
    expect(spans(requested, 'decision-on-transfer')).toEqual([['2024-03-18', '2024-03-21', undefined]]);
    expect(spans(decided, 'decision-on-transfer')).toEqual([['2024-03-18', '2024-03-21', '2024-03-20']]);
    expect(spans(decided, 'transfer-of-case')).toEqual([['2024-03-20', '2024-03-21', undefined]]);
    const informed = decided.given(deed('notify', { notice: 'transfer-of-case' }, at('2024-03-21', OFFICE.procuracy)));
    expect(spans(informed, 'transfer-of-case')).toEqual([['2024-03-20', '2024-03-21', '2024-03-21']]);
    expect(informed.file.owed.filter(({ officeId }) => officeId === OFFICE.procuracy)).toEqual([]);
  });

  it('give the investigators 3 days from the receipt of the decision to hand the file over (Điều 169 khoản 4)', () => {
    expect(spans(decided, 'file-after-transfer-decision')).toEqual([['2024-03-20', '2024-03-23', undefined]]);
    const informed = decided.given(deed('notify', { notice: 'transfer-of-case' }, at('2024-03-21', OFFICE.procuracy)));
    expect(spans(informed, 'file-after-transfer-decision')).toEqual([
      ['2024-03-20', '2024-03-23', '2024-03-21'],
      ['2024-03-21', '2024-03-24', undefined],
    ]);
    const there = informed.given(deed('accept-transfer', {}, at('2024-03-22')));
    expect(spans(there, 'file-after-transfer-decision')[1]).toEqual(['2024-03-21', '2024-03-24', '2024-03-22']);
    expect(spans(there, 'transfer-of-case-file')).toEqual([]);
  });

  it('let the investigation go on by its own time', () => {
    const there = decided.given(deed('accept-transfer', {}, at('2024-03-22')));
    expect(spans(there, 'investigation')).toEqual([['2024-03-01', '2024-07-01', undefined]]);
  });
});
