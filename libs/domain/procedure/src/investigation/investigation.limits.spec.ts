import fc from 'fast-check';
import { addDays, day } from '#libs/domain/kernel';
import { type FileLimit, halfOf, limitsOf } from '../index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { GRAVEST, TRAFFICKING, moves } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
/** The law of those days: a history recorded as it happened, so that its notices count. */
const limits = (told: CaseNarrative): FileLimit[] =>
  limitsOf(
    'case',
    told.log.map((step) => ({ ...step, recordedOn: step.occurredOn })),
    { agencyOf },
  );
const find = (told: CaseNarrative, id: string): FileLimit[] => limits(told).filter((one) => one.id === id);
const spans = (told: CaseNarrative, id: string) =>
  find(told, id).map(({ startedOn, dueOn, stoppedOn, defendantId }) => [startedOn, dueOn, stoppedOn, defendantId]);

const LIGHT = { article: 347, clause: 1 };
const opened = (offence: object, on: string, minor = false) =>
  criminalCase(
    deed('institute', { offence }, at(on)),
    deed('charge', { defendantId: 'a', number: '1', offence, minor }),
    deed('approve-charge', { defendantIds: ['a'] }),
  );
const handed = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];

describe('the approval of a charge (Điều 179 khoản 3)', () => {
  const charge = (id: string, on: string) =>
    deed('charge', { defendantId: id, number: id, offence: TRAFFICKING }, at(on));
  const told = criminalCase(deed('institute', { offence: TRAFFICKING }, at('2024-03-01')), charge('a', '2024-03-04'));

  it('comes within 3 days for each accused', () => {
    const two = told.given(
      charge('b', '2024-03-05'),
      deed('approve-charge', { defendantIds: ['a'] }, at('2024-03-06')),
    );
    expect(spans(two, 'approval-of-charge')).toEqual([
      ['2024-03-04', '2024-03-07', '2024-03-06', 'a'],
      ['2024-03-05', '2024-03-08', undefined, 'b'],
    ]);
    expect(find(two, 'approval-of-charge')[0]?.whose).toBe('supervisor');
  });

  it('counts from the day on which the papers came, where that is recorded', () => {
    const sent = told.given(deed('notify', { notice: 'charge-to-procuracy' }, at('2024-03-05')));
    expect(spans(sent, 'approval-of-charge')).toEqual([
      ['2024-03-04', '2024-03-07', '2024-03-05', 'a'],
      ['2024-03-05', '2024-03-08', undefined, 'a'],
    ]);
  });

  it('comes 3 days after the evidence that the procuracy asked for', () => {
    const supplied = told.given(
      deed('request-charge-evidence', { defendantIds: ['a'] }, at('2024-03-06')),
      deed('supply-charge-evidence', {}, at('2024-03-15')),
      deed('cancel-charge', { defendantIds: ['a'] }, at('2024-03-18')),
    );
    expect(spans(supplied, 'approval-of-charge')).toEqual([
      ['2024-03-04', '2024-03-07', '2024-03-06', 'a'],
      ['2024-03-15', '2024-03-18', '2024-03-18', 'a'],
    ]);
  });

  it('comes again after a change of the charge (Điều 180)', () => {
    const changed = told.given(
      deed('approve-charge', { defendantIds: ['a'] }, at('2024-03-06')),
      deed('change-charge', { defendantId: 'a', offence: GRAVEST, kind: 'changed' }, at('2024-04-01')),
    );
    expect(spans(changed, 'approval-of-charge')[1]).toEqual(['2024-04-01', '2024-04-04', undefined, 'a']);
    // Heavier: the heavier limit, counted since the institution.
    expect(find(changed, 'investigation')).toMatchObject([{ startedOn: '2024-03-01', dueOn: '2024-07-01' }]);
  });
});

describe('the limits of the investigation', () => {
  it.each([
    ['less-serious', LIGHT, '2024-03-31', '2024-05-31'],
    ['serious', { article: 152, clause: 1 }, '2024-04-30', '2024-07-30'],
    ['very serious', TRAFFICKING, '2024-05-31', '2024-09-30'],
    ['especially serious', GRAVEST, '2024-05-31', '2024-09-30'],
  ])('of a %s offence follow Điều 172; an extension is asked for 10 days before', (_gravity, offence, due, longest) => {
    const told = criminalCase(deed('institute', { offence }, at('2024-01-31')));
    const askBy = addDays(day(due), -10);
    expect(find(told, 'investigation')).toMatchObject([{ dueOn: due, furthestOn: longest, askBy }]);
  });

  it('are shorter at once where the institution is changed to a lighter offence', () => {
    const told = criminalCase(deed('institute', { offence: TRAFFICKING }, at('2024-01-31')));
    const lighter = told.given(deed('change-institution', { offence: LIGHT, kind: 'changed' }, at('2024-02-05')));
    expect(find(lighter, 'investigation')).toMatchObject([{ dueOn: '2024-03-31' }]);
    const more = lighter.given(deed('change-institution', { offence: GRAVEST, kind: 'supplemented' }));
    expect(find(more, 'investigation')).toMatchObject([{ dueOn: '2024-05-31' }]);
  });

  it('stop where the institution is cancelled', () => {
    const told = criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2024-01-31')),
      deed('cancel-institution', { ground: 'no-event' }, at('2024-02-10')),
    );
    expect(find(told, 'investigation')).toMatchObject([{ stoppedOn: '2024-02-10' }]);
  });

  it('of joined cases count from the first institution (Điều 14 TTLT 04/2018)', () => {
    const told = opened(LIGHT, '2024-03-10');
    const one = told.given(
      deed('extend', { until: '2024-06-10' }, at('2024-04-20')),
      deed('absorb', { fromCaseId: 'case-2', institutedOn: '2024-02-15', offence: TRAFFICKING }, at('2024-05-02')),
    );
    // The 4 months of the graver offence reach further than what the lighter one was lengthened to (khoản 2).
    expect(spans(one, 'investigation')).toEqual([
      ['2024-03-10', '2024-06-10', '2024-05-02', undefined],
      ['2024-02-15', '2024-06-15', undefined, undefined],
    ]);
    expect(find(one, 'investigation')[1]).toMatchObject({
      furthestOn: '2024-10-15',
      reckoning: { gravity: 'very-serious' },
    });
    const fresh = told.given(deed('absorb', { fromCaseId: 'case-2', institutedOn: '2024-02-15' }, at('2024-03-20')));
    expect(find(fresh, 'investigation')[1]).toMatchObject({ startedOn: '2024-02-15', dueOn: '2024-04-15' });
    const joined = told.given(deed('join', { intoCaseId: 'case-2', movedTo: moves('a') }, at('2024-03-20')));
    expect(find(joined, 'investigation')).toMatchObject([{ stoppedOn: '2024-03-20' }]);
  });

  it('of a case severed off go on from the first', () => {
    const clock = { limit: 'investigation', from: '2024-01-31', extensions: 1, until: '2024-09-30' };
    const person = { defendantId: 'x', number: '1', status: 'approved', minor: false, chargedOn: '2024-02-01' };
    const payload = { parentCaseId: 'p', stage: 'under-investigation', offence: TRAFFICKING, clock, persons: [person] };
    const child = criminalCase(deed('sever-off', payload, at('2024-06-03')));
    expect(find(child, 'investigation')).toMatchObject([
      { startedOn: '2024-01-31', dueOn: '2024-09-30', furthestOn: '2025-01-30' },
    ]);
  });

  it('after an overruled termination are those of a resumed one (Điều 174 khoản 1)', () => {
    const ended = opened(TRAFFICKING, '2024-03-01').given(
      deed('terminate', { ground: 'no-elements' }, at('2024-05-06')),
    );
    expect(spans(ended, 'review-of-termination')).toEqual([['2024-05-06', '2024-05-21', undefined, undefined]]);
    // From the receipt, where the notice of it is recorded; another notice, or one after the review, starts nothing.
    const told = ended.given(deed('notify', { notice: 'institution-to-procuracy' }, at('2024-05-07')));
    const received = told.given(deed('notify', { notice: 'end-of-investigation' }, at('2024-05-08')));
    expect(spans(received, 'review-of-termination')).toEqual([
      ['2024-05-06', '2024-05-21', '2024-05-08', undefined],
      ['2024-05-08', '2024-05-23', undefined, undefined],
    ]);
    const late = told
      .given(deed('confirm-termination', {}, at('2024-05-10')))
      .given(deed('notify', { notice: 'end-of-investigation' }, at('2024-05-12')));
    expect(spans(late, 'review-of-termination')).toEqual([['2024-05-06', '2024-05-21', '2024-05-10', undefined]]);
    const resumed = ended.given(deed('overrule-termination', {}, at('2024-05-20')));
    expect(spans(resumed, 'review-of-termination')).toEqual([['2024-05-06', '2024-05-21', '2024-05-20', undefined]]);
    expect(find(resumed, 'investigation-resumed')).toMatchObject([{ startedOn: '2024-05-20', dueOn: '2024-08-20' }]);
    const there = ended.given(deed('overrule-termination', { prosecute: true }, at('2024-05-20')));
    expect(find(there, 'decision-to-prosecute')).toMatchObject([{ startedOn: '2024-05-20', dueOn: '2024-06-19' }]);
  });
});

describe('the limits of the border guard (Điều 164)', () => {
  const told = (offence: object, inFlagrante: boolean) =>
    criminalCase(deed('institute', { offence, inFlagrante }, { ...at('2024-03-01'), by: OFFICE.borderGuard }));

  it('are one month for a less serious offence found in the act, else 7 days', () => {
    expect(spans(told(LIGHT, true), 'border-guard-full-file')).toEqual([
      ['2024-03-01', '2024-04-01', undefined, undefined],
    ]);
    for (const other of [told(LIGHT, false), told(TRAFFICKING, true)]) {
      expect(spans(other, 'border-guard-hand-over')).toEqual([['2024-03-01', '2024-03-08', undefined, undefined]]);
      expect(find(other, 'border-guard-full-file')).toEqual([]);
    }
    const police = criminalCase(deed('institute', { offence: LIGHT, inFlagrante: true }, at('2024-03-01')));
    expect([...find(police, 'border-guard-hand-over'), ...find(police, 'border-guard-full-file')]).toEqual([]);
  });

  it('end with the transfer to the investigators, who answer within 5 days (Điều 29 TTLT 04/2018)', () => {
    const moved = told(TRAFFICKING, false).given(deed('transfer', { toOfficeId: OFFICE.police }, at('2024-03-06')));
    expect(spans(moved, 'border-guard-hand-over')).toEqual([['2024-03-01', '2024-03-08', '2024-03-06', undefined]]);
    expect(find(moved, 'transfer-of-case-file')).toEqual([]);
    expect(find(moved, 'answer-to-case-transfer')).toMatchObject([
      { startedOn: '2024-03-06', dueOn: '2024-03-11', whose: 'actor', actorOfficeId: OFFICE.police },
    ]);
    const early = criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2018-11-20')),
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2018-12-03')),
    );
    expect(find(early, 'answer-to-case-transfer')).toEqual([]);
  });
});

describe('the limits of the summary procedure (Điều 460, 461)', () => {
  const applied = opened(LIGHT, '2024-03-01').given(deed('apply-summary-procedure', {}, at('2024-03-05')));

  it('are 20 days since the institution, then 5 since the receipt', () => {
    expect(spans(applied, 'investigation')).toEqual([['2024-03-01', '2024-05-01', '2024-03-05', undefined]]);
    expect(spans(applied, 'investigation-summary')).toEqual([['2024-03-01', '2024-03-21', undefined, undefined]]);
    const there = applied.given(
      deed('conclude', {}, at('2024-03-18')),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2024-03-19')),
    );
    expect(spans(there, 'decision-to-prosecute-summary')).toEqual([['2024-03-19', '2024-03-24', undefined, undefined]]);
    expect(find(there, 'decision-to-prosecute')).toEqual([]);
    const revoked = there.given(deed('revoke-summary-procedure', {}, at('2024-03-22')));
    expect(spans(revoked, 'decision-to-prosecute-summary')[0]?.[2]).toBe('2024-03-22');
    expect(spans(revoked, 'decision-to-prosecute')).toEqual([['2024-03-19', '2024-04-08', undefined, undefined]]);
  });

  it('give way to the ordinary ones, which count on from when the time began (Điều 458: được tính tiếp)', () => {
    const revoked = applied.given(deed('revoke-summary-procedure', {}, at('2024-03-15')));
    expect(spans(revoked, 'investigation-summary')[0]?.[2]).toBe('2024-03-15');
    expect(spans(revoked, 'investigation')[1]).toEqual(['2024-03-01', '2024-05-01', undefined, undefined]);
  });

  it('begin at the procuracy with its receipt, where it decides on it there', () => {
    const there = opened(LIGHT, '2024-03-01').given(
      deed('conclude', {}, at('2024-03-18')),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2024-03-19')),
      deed('apply-summary-procedure', {}, at('2024-03-20')),
    );
    expect(spans(there, 'decision-to-prosecute')).toEqual([['2024-03-19', '2024-04-08', '2024-03-20', undefined]]);
    expect(spans(there, 'decision-to-prosecute-summary')).toEqual([['2024-03-19', '2024-03-24', undefined, undefined]]);
  });
});

describe('the halved limits of accused under 18 (Luật 59/2024)', () => {
  const minor = (offence: object, on = '2026-01-05') => opened(offence, on, true);

  it('are half of Điều 172, 174 and 240, while such an accused is among them', () => {
    expect(find(minor(LIGHT), 'investigation')).toMatchObject([
      { dueOn: '2026-02-05', reckoning: { halved: true, halvedBy: 'Luật 59/2024/QH15 Chương VII Mục 1' } },
    ]);
    // Serious: 3 months are 1 month 15 days, with 1 month 15 days more.
    const serious = { article: 152, clause: 1 };
    expect(find(minor(serious), 'investigation')).toMatchObject([{ dueOn: '2026-02-20', furthestOn: '2026-04-04' }]);
    expect(find(minor(TRAFFICKING), 'investigation')).toMatchObject([{ dueOn: '2026-03-05' }]);
    const ended = minor(TRAFFICKING).given(deed('terminate', { ground: 'deceased', defendantIds: ['a'] }));
    expect(find(ended, 'investigation')[0]?.stoppedOn).toBeDefined();
    // 30 days are 15, from 9 January.
    expect(find(minor(TRAFFICKING).given(...handed), 'decision-to-prosecute')).toMatchObject([
      { startedOn: '2026-01-09', dueOn: '2026-01-24', furthestOn: '2026-01-31' },
    ]);
  });

  it('are whole for cases of before, and once they are lifted', () => {
    expect(find(minor(TRAFFICKING, '2025-12-31'), 'investigation')).toMatchObject([{ dueOn: '2026-04-30' }]);
    const lifted = minor(TRAFFICKING).given(deed('lift-minor-limits', { ground: 'especially-complex' }));
    expect(find(lifted, 'investigation')).toMatchObject([{ dueOn: '2026-05-05' }]);
  });

  it('are never more than half, and halve each length alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 60 }), (months, days) => {
        const half = halfOf({ months, days }) as { months?: number; days?: number };
        const twice = ((half.months ?? 0) * 30 + (half.days ?? 0)) * 2;
        expect(twice).toBeLessThanOrEqual(months * 30 + days);
        expect(twice).toBeGreaterThanOrEqual(months * 30 + days - 1);
      }),
    );
  });
});

describe('the prosecution, wherever it begins anew', () => {
  it('counts its whole limit from every receipt, extended at most once (Điều 239, 240, 249)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 15 }), (wait, more) => {
        const there = opened(TRAFFICKING, '2024-03-01').given(...handed);
        const to = { toOfficeId: OFFICE.otherProcuracy };
        const moved = there.given(deed('transfer-for-prosecution', to, { on: wait }));
        const from = moved.lastDay;
        const extended = moved.given(deed('extend-prosecution', { until: addDays(from, 30 + more) }));
        expect(find(moved, 'decision-to-prosecute').at(-1)).toMatchObject({
          startedOn: from,
          dueOn: addDays(from, 30),
        });
        expect(find(extended, 'decision-to-prosecute').at(-1)).toMatchObject({ dueOn: addDays(from, 30 + more) });
        expect(find(extended, 'decision-to-prosecute')[0]?.stoppedOn).toBe(from);
      }),
      { numRuns: 30 },
    );
  });
});
