import path from 'node:path';
import { type Plan, differencesFromParent, periodsOf, reportObligations, targetFor } from '#libs/domain/performance';
import { readJurisdictionSeeds } from '#libs/feature/jurisdictions';
import { getPlans, planFilesIn } from '#libs/feature/plans';

/** Report, the day named in the text ("trước ngày …"), the last day in time. */
type Row = readonly [key: string, before?: string, due?: string];

const DUE: Readonly<Record<string, readonly Row[]>> = {
  // "Định kỳ quý (trước ngày 20/3 và 20/9), 6 tháng (trước ngày 20/6) và năm (trước ngày 20/12)"
  'national-2023': [
    ['2023-Q1', '2023-03-20', '2023-03-19'],
    ['2023-H1', '2023-06-20', '2023-06-19'],
    ['2023-Q3', '2023-09-20', '2023-09-19'],
    ['2023', '2023-12-20', '2023-12-19'],
  ],
  // "Định kỳ hàng quý, 06 tháng và 01 năm hoặc đột xuất": no day
  'lang-son-2023': [['2023-Q1'], ['2023-Q2'], ['2023-H1'], ['2023-Q3'], ['2023-Q4'], ['2023']],
  // "quý I, trước ngày 15/3 và quý III, trước 15/9 … 6 tháng (trước ngày 15/6) và 01 năm (trước ngày 15/12)"
  'bac-quang-2024': [
    ['2024-Q1', '2024-03-15', '2024-03-14'],
    ['2024-H1', '2024-06-15', '2024-06-14'],
    ['2024-Q3', '2024-09-15', '2024-09-14'],
    ['2024', '2024-12-15', '2024-12-14'],
  ],
  // "hàng quý (trước ngày 16/3 và 16/9), 6 tháng (trước ngày 16/6) và năm (trước ngày 16/12)"
  'hai-phong-2024': [
    ['2024-Q1', '2024-03-16', '2024-03-15'],
    ['2024-H1', '2024-06-16', '2024-06-15'],
    ['2024-Q3', '2024-09-16', '2024-09-15'],
    ['2024', '2024-12-16', '2024-12-15'],
  ],
  // "trước ngày 05 tháng cuối quý, 06 tháng, năm"
  'dong-thap-2026-2030': [2026, 2027, 2028, 2029, 2030].flatMap((year): readonly Row[] => [
    [`${year}-Q1`, `${year}-03-05`, `${year}-03-04`],
    [`${year}-Q2`, `${year}-06-05`, `${year}-06-04`],
    [`${year}-H1`, `${year}-06-05`, `${year}-06-04`],
    [`${year}-Q3`, `${year}-09-05`, `${year}-09-04`],
    [`${year}-Q4`, `${year}-12-05`, `${year}-12-04`],
    [`${year}`, `${year}-12-05`, `${year}-12-04`],
  ]),
};

let plans: ReadonlyMap<string, Plan>;
beforeAll(async () => {
  const read = await getPlans(await planFilesIn(path.join('database', 'seeds', 'plans')));
  plans = new Map(read.map((plan) => [plan.id, plan]));
});
const plan = (id: string): Plan => plans.get(id)!;

describe('the five plans', () => {
  it('are all there', () => {
    expect([...plans.keys()].sort()).toEqual(Object.keys(DUE).sort());
  });

  it.each(Object.entries(DUE))('%s: reports are due exactly on the days of the text', (id, rows) => {
    const owed = reportObligations(plan(id)).map(({ key, before, due }) => [key, before, due]);
    expect(owed).toEqual(rows.map(([key, before, due]) => [key, before, due]));
  });

  it.each([
    ['national-2023', '2023-07-01', '2023-09-30', false],
    ['lang-son-2023', '2023-07-01', '2023-09-30', false],
    ['bac-quang-2024', '2024-07-01', '2024-09-30', true],
    ['hai-phong-2024', '2024-07-01', '2024-09-30', false],
  ])('%s: cracks down from %s to %s, only "dự kiến": %s', (id, from, to, tentative) => {
    const campaigns = periodsOf(plan(id)).filter(({ kind }) => kind === 'campaign');
    expect(campaigns).toEqual([
      { key: `${from.slice(0, 4)}-campaign-1`, kind: 'campaign', period: { from, to }, tentative, withinPlan: true },
    ]);
  });

  it('dong-thap-2026-2030 orders crack-downs without naming days, and sets no target', () => {
    expect(plan('dong-thap-2026-2030').campaigns).toEqual([]);
    expect(plan('dong-thap-2026-2030').targets).toEqual([]);
  });

  it.each(['national-2023', 'lang-son-2023', 'bac-quang-2024', 'hai-phong-2024'])('%s sets the five targets', (id) => {
    const set = plan(id).targets.map(({ indicator, comparator, percent }) => `${indicator} ${comparator} ${percent}`);
    expect(set).toEqual(['K1 = 100', 'K2 > 90', 'K3 > 90', 'K4 >= 95', 'K5 >= 90']);
    expect(targetFor(plan(id), 'K3')?.variant).toBe(id === 'bac-quang-2024' ? 'concluded' : 'discovered');
  });

  it.each([
    ['national-2023', '193/QĐ-TTg', '2021-02-09', undefined],
    ['lang-son-2023', '28/KH-BCĐ', '2023-01-24', 'national-2023'],
    ['bac-quang-2024', '28/KH-BCĐ', '2024-02-01', undefined],
    ['hai-phong-2024', '19/KH-BCĐ138/CP', '2024-01-15', undefined],
    ['dong-thap-2026-2030', '33/QĐ-TTg', '2026-01-07', undefined],
  ])('%s carries out %s of %s', (id, number, issuedOn, planId) => {
    const { parent } = plan(id);
    expect([parent?.number, parent?.issuedOn, parent?.planId]).toEqual([number, issuedOn, planId]);
  });
});

it('judge territories that are in the register of that day under that code and name', () => {
  const { territories } = readJurisdictionSeeds();
  const registered = [...plans.values()].map(({ id, territoryRef: { code, level, name, validOn } }) => {
    const bearers = territories.filter((one) => {
      const inForce = one.validFrom <= validOn && (one.validTo === undefined || validOn <= one.validTo);
      return one.level === level && inForce && one.names.some((row) => row.code === code);
    });
    return [id, bearers.length, name.startsWith(bearers[0]?.names[0].name ?? '?')];
  });
  expect(registered).toEqual([...plans.keys()].map((id) => [id, 1, true]));
});

describe('what the plans below change', () => {
  const changes = (id: string): string[] =>
    differencesFromParent(plan(id), plan('national-2023')).map(
      ({ aspect, subject, own, parents }) => `${subject} ${aspect}: ${own ?? '-'} / ${parents ?? '-'}`,
    );

  it('lang-son-2023: the days of the reports, two more quarters', () => {
    expect(changes('lang-son-2023')).toEqual([
      'Q1 report-due:  / 20/3',
      'Q2 report-due:  / -',
      'Q3 report-due:  / 20/9',
      'Q4 report-due:  / -',
      'H1 report-due:  / 20/6',
      'year report-due:  / 20/12',
    ]);
  });

  it('hai-phong-2024, beside the plan of the year before: the days only', () => {
    expect(changes('hai-phong-2024')).toEqual([
      'Q1 report-due: 16/3 / 20/3',
      'H1 report-due: 16/6 / 20/6',
      'Q3 report-due: 16/9 / 20/9',
      'year report-due: 16/12 / 20/12',
    ]);
  });

  it('bac-quang-2024, beside the plan of the year before: what K3 means, the days, the certainty of the campaign', () => {
    const K3 = 'điều tra, khám phá các vụ án mua bán người đạt trên 90% tổng số án khởi tố';
    expect(changes('bac-quang-2024')).toEqual([
      'K3 variant: concluded / discovered',
      `K3 wording: Tỷ lệ kết thúc ${K3} / Tỷ lệ ${K3}`,
      'Q1 report-due: 15/3 / 20/3',
      'H1 report-due: 15/6 / 20/6',
      'Q3 report-due: 15/9 / 20/9',
      'year report-due: 15/12 / 20/12',
      'campaign-1 campaign-certainty: tentative / fixed',
    ]);
  });
});
