import fc from 'fast-check';
import { day } from '#libs/domain/kernel';
import { differencesFromParent } from './plan-difference.js';
import { type CampaignWindow } from './plan.js';
import { type ReportingRule } from './reporting-rule.js';
import { INDICATORS, type Target } from './target.js';

const wording = 'trước ngày';
const K3 = 'Tỷ lệ điều tra, khám phá các vụ án mua bán người đạt trên 90% tổng số án khởi tố';
const target = (more: Partial<Target> = {}): Target => ({
  indicator: 'K3',
  comparator: '>',
  percent: 90,
  wording: K3,
  section: 'I.2',
  ...more,
});
const campaign = (year: number, tentative = false): CampaignWindow => ({
  period: { from: day(`${year}-07-01`), to: day(`${year}-09-30`) },
  tentative,
  wording,
  section: 'II.3',
});
const first = (before?: string): ReportingRule[] => [
  { kind: 'quarter', number: 1, ...(before && { due: { before } }), wording },
];

const plan = (targets: Target[], reporting: ReportingRule[] = [], campaigns: CampaignWindow[] = []) => ({
  targets,
  reporting,
  campaigns,
});

describe('the differences from the plan above', () => {
  it('are none between a plan and a copy with other line breaks, capitals and end punctuation', () => {
    const copy = K3.replace('khám phá', 'khám\n  phá').replace('Tỷ', 'tỷ').concat(';').normalize('NFD');
    expect(differencesFromParent(plan([target({ wording: copy })]), plan([target()]))).toEqual([]);
  });

  it('show another wording and what it means', () => {
    const own = K3.replace('điều tra', 'kết thúc điều tra');
    expect(differencesFromParent(plan([target({ wording: own, variant: 'concluded' })]), plan([target()]))).toEqual([
      { aspect: 'variant', subject: 'K3', own: 'concluded', parents: 'discovered' },
      { aspect: 'wording', subject: 'K3', own, parents: K3 },
    ]);
  });

  it.each([
    [{ percent: 95 }, '> 95'],
    [{ comparator: '>=' as const }, '>= 90'],
  ])('show another threshold %j', (more, own) => {
    const found = differencesFromParent(plan([target(more)]), plan([target()]));
    expect(found).toEqual([{ aspect: 'threshold', subject: 'K3', own, parents: '> 90' }]);
  });

  it('show once a target that only one of them sets', () => {
    expect(differencesFromParent(plan([]), plan([target()]))).toEqual([
      { aspect: 'threshold', subject: 'K3', parents: '> 90' },
    ]);
    expect(differencesFromParent(plan([target()]), plan([]))).toEqual([
      { aspect: 'threshold', subject: 'K3', own: '> 90' },
    ]);
  });

  it('show another day of a report, as the plans write it', () => {
    expect(differencesFromParent(plan([], first('15/3')), plan([], first('20/03')))).toEqual([
      { aspect: 'report-due', subject: 'Q1', own: '15/3', parents: '20/3' },
    ]);
  });

  it('tell a report without a day from one that is not ordered', () => {
    expect(differencesFromParent(plan([], first()), plan([], first('20/3')))).toEqual([
      { aspect: 'report-due', subject: 'Q1', own: '', parents: '20/3' },
    ]);
    expect(differencesFromParent(plan([]), plan([], first('20/3')))).toEqual([
      { aspect: 'report-due', subject: 'Q1', parents: '20/3' },
    ]);
  });

  it('compare a fixed day with a day of the last month', () => {
    const lastMonth: ReportingRule[] = [{ kind: 'quarter', number: 1, due: { beforeDayOfLastMonth: 5 }, wording }];
    expect(differencesFromParent(plan([], lastMonth), plan([], first('05/3')))).toEqual([]);
    expect(differencesFromParent(plan([], lastMonth), plan([], first('20/3')))).toMatchObject([{ own: '05/3' }]);
  });

  it('compare campaigns of different years by day and month', () => {
    expect(differencesFromParent(plan([], [], [campaign(2024)]), plan([], [], [campaign(2023)]))).toEqual([]);
    expect(differencesFromParent(plan([], [], [campaign(2024, true)]), plan([], [], [campaign(2023)]))).toEqual([
      { aspect: 'campaign-certainty', subject: 'campaign-1', own: 'tentative', parents: 'fixed' },
    ]);
    expect(differencesFromParent(plan([]), plan([], [], [campaign(2023)]))).toEqual([
      { aspect: 'campaign', subject: 'campaign-1', parents: '01/7–30/9' },
    ]);
  });

  const anyTarget = fc.record({
    indicator: fc.constantFrom(...INDICATORS),
    comparator: fc.constantFrom('>' as const, '>=' as const, '=' as const),
    percent: fc.integer({ min: 0, max: 100 }),
    wording: fc.constantFrom('một', 'hai', 'ba'),
    section: fc.constant('I.2'),
  });
  const anyPlan = fc.record({
    targets: fc.uniqueArray(anyTarget, { selector: ({ indicator }) => indicator }),
    reporting: fc.constantFrom(first(), first('20/3'), first('15/3'), []),
    campaigns: fc.constantFrom([], [campaign(2023)], [campaign(2024, true)]),
  });

  it('are none between a plan and itself, and seen from the other side are the same ones turned round', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        expect(differencesFromParent(one, one)).toEqual([]);
        const turned = differencesFromParent(other, one).map(({ own, parents, ...rest }) => ({
          ...rest,
          ...(parents !== undefined && { own: parents }),
          ...(own !== undefined && { parents: own }),
        }));
        const found = differencesFromParent(one, other);
        expect(found).toHaveLength(turned.length);
        expect(found).toEqual(expect.arrayContaining(turned));
      }),
    );
  });
});
