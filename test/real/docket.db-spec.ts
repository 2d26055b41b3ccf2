import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { IdentityCheck, MeasureCompliance, RecomputeComplianceHandler } from '#libs/feature/compliance';
import { type DocketResult, ImportDocket, readProfile } from '#libs/feature/imports';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { newId } from '#libs/platform/database';
import { ImportingApplication } from '../support/imports/importing-application.js';
import { type TestDatabase } from '../support/test-database.js';
import { findSharedFile } from './shared-figures.js';

/** Rows of the log of 2019, and rows whose date lies in no year of it (2109, 2219, or before 2000). */
const ROWS = 182_761;

const log = findSharedFile(path.join('eventlog', 'cook_county_2019_events.csv'), process.env['DOCKET_EVENTS']);
const describeWhenThere = log ? describe : describe.skip;

describeWhenThere('a real docket of 182,761 events', () => {
  jest.setTimeout(1_800_000);
  let stage: ImportingApplication;
  let db: TestDatabase;
  let app: INestApplicationContext;
  let result: DocketResult;

  beforeAll(async () => {
    stage = await ImportingApplication.start();
    ({ db, app } = stage);
    result = await importLog();
    await app.get(RecomputeComplianceHandler).handle();
  });
  afterAll(async () => stage?.stop());

  async function importLog(): Promise<DocketResult> {
    const profile = readProfile(readFileSync(path.join('database', 'seeds', 'profiles', 'cook-county.yaml'), 'utf8'));
    const source = { path: log ?? '', fileName: 'events.csv' };
    return app.get(ImportDocket).run({ source, profile, dryRun: false, recordedBy: newId() });
  }

  async function rates(period: string) {
    const { id } = app.get(JurisdictionDirectory).officeByCode('CA-01');
    const office = app.get(JurisdictionDirectory).office(id);
    const territories = [app.get(JurisdictionDirectory).territory(office.territoryId)];
    const table = await app.get(MeasureCompliance).table({ planId: 'national-2023', period, territories });
    return table.rows[0]?.values ?? [];
  }

  it('takes over, explains or refuses every row', async () => {
    const { rows, imported, informational, refused, alreadyThere, faults } = result;
    expect(rows).toBe(ROWS);
    expect(imported + informational + refused + alreadyThere).toBe(rows);
    expect(alreadyThere).toBe(0);
    expect(faults).toHaveLength(refused);
    expect(new Set(faults.map(({ line }) => line)).size).toBe(refused);
    expect(imported).toBeGreaterThan(rows / 2);
    const recorded = await db.ownerQuery<{ n: number }>('select count(*)::int as n from event');
    expect(recorded[0]?.n).toBe(result.events);
  });

  it('refuses days of another century and of years to come', () => {
    expect(result.refusedBy['docket.date-out-of-range']).toBeGreaterThanOrEqual(8);
  });

  it('gives resolution rates by quarter and by year whose stocks and flows agree', async () => {
    const quarters = await Promise.all([1, 2, 3, 4].map((quarter) => rates(`2019-Q${quarter}`)));
    const year = await rates('2019');
    for (const code of ['K2', 'K4', 'K5'] as const) {
      const [whole, ...parts] = [year, ...quarters].map((values) => values.find(({ indicator }) => indicator === code));
      if (!whole) throw new Error(`${code} was not measured`);
      expect(parts.reduce((sum, part) => sum + (part?.numerator ?? Number.NaN), 0)).toBe(whole.numerator);
      expect(whole.numerator).toBeGreaterThan(0);
      expect(whole.denominator).toBeGreaterThanOrEqual(whole.numerator);
      for (const part of parts) expect(part?.denominator).toBeLessThanOrEqual(whole.denominator);
    }
  });

  it('breaks no identity', async () => {
    const { checked, breaks } = await app.get(IdentityCheck).run();
    expect(breaks).toEqual([]);
    expect(checked).toBeGreaterThan(ROWS / 2);
  });

  it('changes nothing when it comes again', async () => {
    const again = await importLog();
    expect(again).toMatchObject({ rows: ROWS, imported: 0, events: 0, files: 0 });
    expect(again.alreadyThere + again.informational + again.refused).toBe(ROWS);
  });
});
