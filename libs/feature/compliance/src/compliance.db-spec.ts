import fc from 'fast-check';
import { type Day, type Period, addDays, day, daysBetween } from '#libs/domain/kernel';
import { type Territory } from '#libs/domain/jurisdiction';
import {
  INDICATOR_DEFINITIONS,
  type Tallies,
  compile,
  openingOf,
  ratioOf,
  statementOf,
} from '#libs/domain/performance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Database, ownerDataSource } from '#libs/platform/database';
import { type InventedCountry, inventCountry } from '../../../../test/support/invented-country.js';
import type { ComplianceTable } from './compliance-table.js';
import { ComplianceRefresher } from './compliance-refresher.service.js';
import { IdentityCheck } from './identity-check.service.js';
import { LISTS, ListBehindValue, type ListQuery } from './list-behind-value.service.js';
import { MeasureCompliance } from './measure-compliance.service.js';
import { TallyRepository } from './tally.repository.js';

const EVERYTHING = { scope: { task: 'record' }, isWhole: true } as const;
const PLAN = 'national-2023';

jest.setTimeout(120_000);

interface BookedRow {
  territory_id: number;
  docket: number;
  flow: number;
  n: number;
  day: Day;
  recorded_on: Day;
}

describe('compliance on an invented country', () => {
  let country: InventedCountry;
  let refresher: ComplianceRefresher;
  let tallies: TallyRepository;
  let measure: MeasureCompliance;
  let lists: ListBehindValue;
  let directory: JurisdictionDirectory;
  let nation: Territory;
  let provinces: readonly Territory[];
  let booked: readonly BookedRow[];

  beforeAll(async () => {
    country = await inventCountry(350);
    const { app, database } = country;
    refresher = app.get(ComplianceRefresher);
    measure = app.get(MeasureCompliance);
    lists = app.get(ListBehindValue);
    directory = app.get(JurisdictionDirectory);
    tallies = new TallyRepository(app.get(Database), database.unitOfWork);
    const { territories } = directory.current.tree;
    nation = directory.territoryByCode('VN', 'nation', country.to);
    provinces = territories.filter(({ level }) => level === 'province');
    booked = await database.ownerQuery<BookedRow>(
      `select territory_id, docket, flow, n::int, day::text, recorded_on::text from ledger`,
    );
  });

  afterAll(async () => country.stop());

  const someDay = (): fc.Arbitrary<Day> =>
    fc.integer({ min: 0, max: daysBetween(country.from, country.to) }).map((count) => addDays(country.from, count));
  const somePeriod = (): fc.Arbitrary<Period> =>
    fc.tuple(someDay(), someDay()).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
  const cells = async (): Promise<unknown[]> =>
    country.database.ownerQuery(
      `select o.table, o.node_id, o.before::text, array(select i || '=' || n from unnest(o.counts) with ordinality c(n, i)
         where n <> 0 order by i)::text as counts
       from (select 'month' as table, node_id, month as before, counts from opening
         union all select 'day', node_id, day, counts from opening_day) o order by 1, 2, 3`,
    );
  const partsOf = async (territories: readonly Territory[], period: Period): Promise<Tallies[]> => {
    const byNode = await tallies.fromOpenings({ nodes: territories, period });
    return territories.map(({ id }) => byNode.get(id) ?? {});
  };

  it('folds in batches of any size, across the migration of an old database, to what a recompute gives', async () => {
    const { unitOfWork } = country.database;
    const batches = fc.sample(fc.integer({ min: 1, max: 90 }), { numRuns: 12, seed: 4 });
    for (const batch of batches) {
      await unitOfWork.run((tx) => tx.query('select * from fold_ledger($1)', [batch]), { task: 'measure' });
      expect(await refresher.differences()).toEqual([]);
    }
    await migrateAnew(country.database.ownerUrl);
    expect(await refresher.differences()).toEqual([]);
    const { rows } = await refresher.refresh(101);
    expect(rows).toBeGreaterThan(0);
    const incremental = await cells();
    await refresher.recompute();
    expect(await cells()).toEqual(incremental);
    expect(incremental.length).toBeGreaterThan(1000);
    expect(await refresher.refresh()).toMatchObject({ files: 0, rows: 0 });
  });

  it('reads from the openings what the ledger says, over any days, for nation, provinces and districts', async () => {
    const districts = directory.current.tree.territories.filter(({ level }) => level === 'district').slice(0, 60);
    const nodes = [nation, ...provinces, ...districts];
    await fc.assert(
      fc.asyncProperty(somePeriod(), async (period) => {
        const [openings, ledger] = await Promise.all([
          tallies.fromOpenings({ nodes, period }),
          tallies.fromLedger({ nodes, period }),
        ]);
        expect(openings).toEqual(ledger);
      }),
      { numRuns: 40 },
    );
  });

  it('knows as of a day exactly what was recorded until then', async () => {
    await fc.assert(
      fc.asyncProperty(somePeriod(), someDay(), fc.nat(), async (period, asOf, pick) => {
        const place = provinces[pick % provinces.length] ?? nation;
        const known = booked.filter(
          ({ recorded_on, territory_id }) =>
            recorded_on <= asOf && directory.current.tree.holds(place.id, territory_id),
        );
        const before = known.filter((row) => row.day < period.from).reduce((sum, { n }) => sum + n, 0);
        const within = known
          .filter((row) => row.day >= period.from && row.day <= period.to)
          .reduce((sum, { n }) => sum + n, 0);
        const asked = await tallies.asOf({ nodes: [place], period, asOf });
        const flows = Object.values(asked.get(place.id) ?? {}).flatMap((tally) => Object.values(tally));
        expect(flows.reduce((sum, flow) => sum + flow.before, 0)).toBe(before);
        expect(flows.reduce((sum, flow) => sum + flow.within, 0)).toBe(within);
      }),
      { numRuns: 30 },
    );
  });

  it('shows the same table now and as of a day after everything', async () => {
    const question = { planId: PLAN, period: '2025-06-16..2025-09-15', territories: [nation, ...provinces] };
    const [now, then] = [await measure.table(question), await measure.table({ ...question, asOf: day('2030-01-01') })];
    expect(then.rows).toEqual(now.rows);
    expect(now.rows[0]?.values.every(({ denominator }) => denominator > 0)).toBe(true);
  });

  it('judges the same with the dockets behind the values and without', async () => {
    const territories = [nation, ...provinces];
    const valuesOf = ({ rows }: ComplianceTable): unknown => rows.map(({ values }) => values);
    for (const period of ['2025', '2025-06-16..2025-09-15']) {
      for (const asOf of [{}, { asOf: day('2025-08-01') }]) {
        const question = { planId: PLAN, period, territories, ...asOf };
        const [whole, bare] = [await measure.table(question), await measure.table({ ...question, detail: false })];
        expect(valuesOf(bare)).toEqual(valuesOf(whole));
      }
    }
  });

  it('closes every period with what the next one opens with, at every level', async () => {
    await fc.assert(
      fc.asyncProperty(somePeriod(), async (period) => {
        const places = [nation, ...provinces];
        const next = { from: addDays(period.to, 1), to: addDays(period.to, 30) };
        const [these, those] = [await partsOf(places, period), await partsOf(places, next)];
        these.forEach((place, index) => {
          for (const [docket, tally] of Object.entries(place)) {
            const after = those[index]?.[docket as keyof Tallies] ?? {};
            expect(openingOf(after)).toBe(statementOf(tally).closing);
          }
        });
      }),
      { numRuns: 15 },
    );
  });

  it('nets transfers to nothing over the nation, and adds the provinces up to it', async () => {
    const period = { from: country.from, to: country.to };
    const today = provinces.filter((one) => one.parentId === nation.id);
    const [whole = {}, ...parts] = await partsOf([nation, ...today], period);
    const transferred = Object.values(whole).map((tally) => [
      tally['transferred-in']?.within ?? 0,
      tally['transferred-out']?.within ?? 0,
    ]);
    expect(transferred.some(([into]) => into !== 0)).toBe(true);
    for (const [into, out] of transferred) expect(into).toBe(out);
    for (const definition of INDICATOR_DEFINITIONS) {
      const formula = compile(definition);
      const sum = parts.reduce((total, part) => total + ratioOf(formula, part).denominator, 0);
      expect(sum).toBe(ratioOf(formula, whole).denominator);
    }
  });

  it('opens every value down to lists that count the same', async () => {
    const busiest = provinces.slice(0, 3);
    for (const territory of [nation, ...busiest]) {
      for (const period of ['2025-Q3', '2025-02-10..2025-07-20']) {
        const { rows } = await measure.table({ planId: PLAN, period, territories: [territory] });
        const values = [...(rows[0]?.values ?? []), ...(rows[0]?.beside ?? [])];
        for (const { indicator, variant, numerator, denominator } of values) {
          const ask = { planId: PLAN, period, territory, indicator, variant, ...EVERYTHING };
          expect(await totalOf(lists, { ...ask, list: 'counted' })).toBe(numerator);
          expect(await totalOf(lists, { ...ask, list: 'not-counted' })).toBe(denominator - numerator);
        }
      }
    }
  });

  it('pages through a list without losing or doubling a matter', async () => {
    const ask = {
      planId: PLAN,
      period: '2025',
      territory: nation,
      indicator: 'K2',
      variant: 'standard',
      ...EVERYTHING,
    } as const;
    for (const list of LISTS) {
      const whole = await lists.list({ ...ask, list, limit: 1000 });
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await lists.list({ ...ask, list, limit: 37, ...(after ? { after } : {}) });
        seen.push(...page.items.map(({ subjectId }) => subjectId));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen).toEqual(whole.items.map(({ subjectId }) => subjectId));
      expect(whole.items.reduce((sum, { count }) => sum + count, 0)).toBe(whole.total);
    }
    await expect(lists.list({ ...ask, list: 'counted', after: 'nowhere' })).rejects.toMatchObject({
      code: 'page.invalid',
    });
  });

  it('finds every identity kept, and names a break that is planted', async () => {
    const check = country.app.get(IdentityCheck);
    expect((await check.run()).breaks).toEqual([]);
    const { ownerQuery } = country.database;
    const plant = (n: number): Promise<unknown[]> =>
      ownerQuery(
        `update opening set counts[1] = counts[1] + $1 where node_id = $2
         and month = (select max(month) from opening where node_id = $2)`,
        [n, nation.id],
      );
    await plant(1);
    expect((await check.run()).breaks).toMatchObject([{ kind: 'opening-differs', nodeId: nation.id }]);
    await plant(-1);
    const plantDay = (n: number): Promise<unknown[]> =>
      ownerQuery(`update opening_day set counts[1] = counts[1] + $1 where node_id = $2 and day = '2025-08-20'`, [
        n,
        nation.id,
      ]);
    await plantDay(1);
    expect((await check.run()).breaks).toMatchObject([
      { kind: 'opening-differs', nodeId: nation.id, day: '2025-08-20' },
    ]);
    await plantDay(-1);
    const entry = await ownerQuery<{ subject_id: string }>(
      `delete from docket_entry where ctid = (select ctid from docket_entry where closed_on is null limit 1)
       returning subject_id`,
    );
    const breaks = (await check.run()).breaks;
    expect(breaks).toMatchObject([
      { kind: 'entry-differs', subjectId: entry[0]?.subject_id, stored: null, computed: 1 },
    ]);
  });

  it('takes nothing in that was rolled back', async () => {
    const { unitOfWork } = country.database;
    const before = await cells();
    const given = unitOfWork.run(async (tx) => {
      await tx.query(
        'insert into outbox (topic, subject_id, from_position, to_position) select $1, id, 1, 9 from subject limit 1',
        ['file-changed'],
      );
      await tx.query('select * from fold_ledger(10)');
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await cells()).toEqual(before);
  });
});

/** Takes the database back to before the sums per day, and forward again: they are filled from what was folded so far. */
const migrateAnew = async (ownerUrl: string): Promise<void> => {
  const owner = await ownerDataSource(ownerUrl).initialize();
  try {
    const kept = async (): Promise<boolean> =>
      (await owner.query<{ there: boolean }[]>(`select to_regclass('opening_day') is not null as there`))[0]?.there ??
      false;
    while (await kept()) await owner.undoLastMigration();
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
};

const totalOf = async (lists: ListBehindValue, query: ListQuery): Promise<number> =>
  (await lists.list({ ...query, limit: 1 })).total;
