import { PlanDirectory, LoadPlans } from '#libs/feature/plans';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type InventedCountry, inventCountry } from '../../../../test/support/invented-country.js';
import { AskCompliance } from './ask-compliance.service.js';
import type { ComplianceTable } from './compliance-table.js';
import { ComplianceRefresher } from './compliance-refresher.service.js';

const QUESTION = { plan: 'national-2023', period: '2025-02-10..2025-07-20', parts: true, detail: false } as const;

jest.setTimeout(120_000);

describe('a table that is kept', () => {
  let country: InventedCountry;
  let ask: AskCompliance;
  let refresher: ComplianceRefresher;

  beforeAll(async () => {
    country = await inventCountry(40);
    ask = country.app.get(AskCompliance);
    refresher = country.app.get(ComplianceRefresher);
    await refresher.recompute();
  });

  afterAll(async () => country.stop());

  const read = async (within?: number): Promise<ComplianceTable> =>
    JSON.parse(String(await ask.tableText(QUESTION, within))) as ComplianceTable;
  const fresh = async (): Promise<unknown> => {
    const { computedAt: _at, ...table } = await ask.table(QUESTION);
    return table;
  };
  const figuresOf = ({ computedAt: _at, ...table }: ComplianceTable): unknown => table;
  /** Books a denunciation received in May 2025 once more, as a step of today would. */
  const bookOne = (): Promise<unknown[]> =>
    country.database.ownerQuery(
      `with booked as (
         insert into ledger (position, subject_id, unit_id, docket, flow, n, office_id, territory_id, place_id, day, recorded_on)
         select (select max(position) + 1 from ledger), subject_id, unit_id, docket, flow, 1, office_id, territory_id, place_id,
           '2025-05-12', recorded_on
         from ledger where docket = 1 and flow = 1 and n = 1 order by id limit 1 returning subject_id, position)
       insert into outbox (topic, subject_id, from_position, to_position)
       select 'file-changed', subject_id, position, position from booked`,
    );
  const received = ({ rows }: ComplianceTable): number =>
    rows.reduce((sum, { values }) => sum + (values[0]?.denominator ?? 0), 0);

  it('says what a table made anew says', async () => {
    const [first, second] = [await read(), await read()];
    expect(figuresOf(first)).toEqual(await fresh());
    expect(second).toEqual(first);
    expect(received(first)).toBeGreaterThan(0);
  });

  it('tells at once that a step waits, and shows it as soon as it is folded', async () => {
    const before = await read();
    await bookOne();
    const waiting = await read();
    expect(waiting).toEqual({ ...before, pendingSteps: 1 });
    await refresher.refresh();
    const after = await read();
    expect(after.pendingSteps).toBe(0);
    expect(received(after)).toBe(received(before) + 1);
    expect(figuresOf(after)).toEqual(await fresh());
  });

  it('shows what a recompute repaired', async () => {
    const right = await read();
    const { ownerQuery } = country.database;
    await ownerQuery('update opening_day set counts[1] = counts[1] + 100');
    await ownerQuery('update figure_version set version = version + 1');
    expect(figuresOf(await read())).not.toEqual(figuresOf(right));
    await refresher.recompute();
    expect(figuresOf(await read())).toEqual(figuresOf(right));
  });

  it('follows a plan that is loaded anew', async () => {
    const before = await read();
    const plan = await country.app.get(PlanDirectory).get(QUESTION.plan);
    await country.app.get(LoadPlans).load([{ ...plan, title: 'Kế hoạch được nạp lại' }]);
    expect(before.plan.title).not.toBe('Kế hoạch được nạp lại');
    expect((await read()).plan.title).toBe('Kế hoạch được nạp lại');
  });

  it('is given to nobody who may not see the place, however often others were given it', async () => {
    await read();
    const { tree } = country.app.get(JurisdictionDirectory).current;
    const province = tree.territories.find(({ level }) => level === 'province');
    await expect(read(province?.id)).rejects.toMatchObject({ code: 'territory.not-found' });
    await expect(read()).resolves.toBeDefined();
  });
});
