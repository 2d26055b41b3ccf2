import fc from 'fast-check';
import { type Day, type Period, addDays, daysBetween } from '#libs/domain/kernel';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Database } from '#libs/platform/database';
import { type InventedCountry, inventCountry } from '../../../../test/support/invented-country.js';
import { ComplianceRefresher } from './compliance-refresher.service.js';
import { TallyRepository } from './tally.repository.js';

jest.setTimeout(120_000);

/** Corrections of every 29th booking, a month later: what was booked is taken back and booked forty days earlier. */
const BOOKED_AGAIN = `
with corrected as (
  insert into ledger (position, subject_id, unit_id, docket, flow, n, office_id, territory_id, day, recorded_on)
  select (select max(position) from ledger) + r.id, r.subject_id, r.unit_id, r.docket, r.flow, r.n * s.sign, r.office_id,
    r.territory_id, r.day - s.back, r.recorded_on + 30
  from ledger r cross join (values (-1, 0), (1, 40)) as s(sign, back)
  where r.id % 29 = 0 returning subject_id, position)
insert into outbox (topic, subject_id, from_position, to_position)
select distinct 'file-changed', subject_id, position, position from corrected`;

describe('figures as of a day', () => {
  let country: InventedCountry;
  let refresher: ComplianceRefresher;
  let tallies: TallyRepository;

  beforeAll(async () => {
    country = await inventCountry(60);
    const { app, database } = country;
    refresher = app.get(ComplianceRefresher);
    tallies = new TallyRepository(app.get(Database), database.unitOfWork);
  });

  afterAll(async () => country.stop());

  const someDay = (): fc.Arbitrary<Day> =>
    fc.integer({ min: 0, max: daysBetween(country.from, country.to) }).map((count) => addDays(country.from, count));
  const somePeriod = (): fc.Arbitrary<Period> =>
    fc.tuple(someDay(), someDay()).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

  it('are what a scan of the ledger finds, recorded late or ahead or corrected, at every level, while steps wait too', async () => {
    const { territories } = country.app.get(JurisdictionDirectory).current.tree;
    const districts = territories.filter(({ level }) => level === 'district').slice(0, 40);
    const nodes = [...territories.filter(({ level }) => level === 'nation' || level === 'province'), ...districts];
    const agree = (): Promise<void> =>
      fc.assert(
        fc.asyncProperty(somePeriod(), someDay(), async (period, asOf) => {
          const question = { nodes, period, asOf };
          expect(await tallies.asOf(question)).toEqual(await tallies.fromLedger(question));
        }),
        { numRuns: 30 },
      );
    await agree();
    const { ownerQuery } = country.database;
    const sets = ['recorded_on = day + 60', 'recorded_on = day - 3', 'recorded_on = recorded_on + 4'];
    for (const [rest, set] of sets.entries()) {
      await ownerQuery(`update ledger set ${set} where id % 17 = $1`, [rest]);
    }
    await refresher.recompute();
    await ownerQuery(BOOKED_AGAIN);
    await agree();
    await refresher.refresh();
    await agree();
    expect(await refresher.differences()).toEqual([]);
  });
});
