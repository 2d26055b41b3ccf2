import { type FileLimit, TIME_LIMITS, limitTable, limitsOf } from '../index.js';
import { type CaseNarrative, type Deed, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const LESS = { article: 347, clause: 1 };
const SERIOUS = { article: 152, clause: 1 };
const VERY = { article: 150, clause: 1 };
const ESPECIALLY = { article: 151, clause: 2 };

const detention = (until: string): Deed =>
  deed('order-detention', { defendantId: 'a', from: until, until }, { on: until });
const lengthsOf = (told: CaseNarrative, id: string): FileLimit['reckoning'][] =>
  limitsOf('case', told.log, { agencyOf })
    .filter((one) => one.id === id)
    .map(({ reckoning }) => reckoning);

const begun = (offence: object, how: { minor?: boolean; on?: string; summary?: boolean } = {}): CaseNarrative =>
  criminalCase(
    deed('institute', { offence }, { on: how.on ?? '2024-01-02' }),
    ...(how.summary ? [deed('apply-summary-procedure')] : []),
    deed('charge', { defendantId: 'a', number: '1', offence, minor: how.minor ?? false }),
    deed('approve-charge', { defendantIds: ['a'] }),
  );
const toProcuracy = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];
const toCourt = [deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept')];
const above = (level: string): Deed[] => [
  deed('schedule', { hearingOn: '2024-01-25' }, { on: '2024-01-15' }),
  deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, { on: '2024-01-25' }),
  deed('appeal', { kind: 'appeal', defendantIds: ['a'] }),
  deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, { on: '2024-02-26' }),
  deed('accept-appeal', { level }),
];

describe('the length of a detention as it is shown', () => {
  it.each([
    ['less-serious', LESS, { days: 20 }, { days: 30 }],
    ['serious', SERIOUS, { days: 20 }, { days: 45 }],
    ['very-serious', VERY, { days: 30 }, { months: 2 }],
    ['especially-serious', ESPECIALLY, { days: 30 }, { months: 3 }],
  ])('is for the prosecution and the trial that of a %s offence (Điều 240, 277)', (gravity, offence, first, second) => {
    const there = begun(offence).given(...toProcuracy);
    const detained = there.given(detention('2024-01-08'));
    expect(lengthsOf(detained, 'detention-for-prosecution')).toMatchObject([{ length: first, gravity }]);
    const tried = there.given(...toCourt, detention('2024-01-12'));
    expect(lengthsOf(tried, 'detention-for-trial')).toMatchObject([{ length: second, gravity }]);
  });

  it('is 1 month and 15 days after a return by the court (Điều 246, 277 khoản 2)', () => {
    const back = begun(VERY).given(
      ...toProcuracy,
      ...toCourt,
      deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }),
    );
    const detained = back.given(detention('2024-01-14'));
    expect(lengthsOf(detained, 'detention-for-prosecution')).toMatchObject([{ length: { months: 1 } }]);
    const tried = back.given(...toCourt, detention('2024-01-20'));
    expect(lengthsOf(tried, 'detention-for-trial')).toMatchObject([{ length: { days: 15 } }]);
  });

  it('is on appeal that of the court (Điều 346 khoản 1)', () => {
    const tried = begun(VERY).given(...toProcuracy, ...toCourt);
    for (const [level, days] of [
      ['province', 60],
      ['centre', 90],
    ] as const) {
      const detained = tried.given(...above(level), detention('2024-03-01'));
      expect(lengthsOf(detained, 'detention-on-appeal')).toMatchObject([{ length: { days } }]);
    }
  });

  it('is that of the summary procedure, whatever becomes of the procedure afterwards (Điều 459)', () => {
    const quick = begun(LESS, { summary: true });
    const held = quick.given(detention('2024-01-06'));
    expect(lengthsOf(held, 'detention-for-investigation')).toMatchObject([{ length: { days: 20 } }]);
    const detained = quick.given(...toProcuracy, detention('2024-01-09'));
    expect(lengthsOf(detained, 'detention-for-prosecution')).toMatchObject([{ length: { days: 5 } }]);
    const tried = quick.given(...toProcuracy, ...toCourt, detention('2024-01-13'));
    expect(lengthsOf(tried, 'detention-for-trial')).toMatchObject([{ length: { days: 17 } }]);
    const suspended = tried.given(deed('suspend', { ground: 'illness' }));
    expect(lengthsOf(suspended, 'detention-for-trial')).toMatchObject([{ length: { days: 17 } }]);
  });

  it('is halved with the limit that it follows', () => {
    const young = begun(VERY, { minor: true, on: '2026-01-05' }).given(...toProcuracy);
    const detained = young.given(detention('2026-01-12'));
    expect(lengthsOf(detained, 'detention-for-prosecution')).toMatchObject([{ length: { days: 15 }, halved: true }]);
  });

  it('tells of no end beyond the order, because another order follows it', () => {
    const detained = begun(VERY).given(...toProcuracy, detention('2024-01-08'));
    const [limit] = limitsOf('case', detained.log, { agencyOf }).filter(({ id }) => id === 'detention-for-prosecution');
    expect(limit).toMatchObject({ dueOn: '2024-01-08' });
    expect(limit).not.toHaveProperty('furthestOn');
  });

  it('stands in the table of the limits by gravity', () => {
    const table = limitTable(TIME_LIMITS.case);
    expect(table).toMatch(
      /`detention-for-prosecution` .* 20 days \/ 20 days \/ 30 days \/ 30 days \| \+10 days by head/u,
    );
    expect(table).toMatch(/`trial-preparation` .* Đ.277 khoản 1, 2 BLTTHS; Luật 59\/2024\/QH15 Chương VII Mục 1 /u);
    expect(table).toMatch(/`detention-for-trial` .* 30 days \/ 45 days \/ 2 months \/ 3 months/u);
  });
});
