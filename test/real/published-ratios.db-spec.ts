import { readFileSync } from 'node:fs';
import { type INestApplicationContext } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import type { Day } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';
import { MeasureCompliance, RecomputeComplianceHandler } from '#libs/feature/compliance';
import { ImportRegister } from '#libs/feature/imports';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { newId } from '#libs/platform/database';
import { ImportingApplication } from '../support/imports/importing-application.js';
import {
  type PublishedRow,
  type RegisterPlace,
  countsOf,
  denominatorOf,
  measureOf,
  registerOf,
} from './published-register.js';
import { findSharedFile } from './shared-figures.js';

/** The last full year under the 63 provinces that the figures come from. */
const YEAR = 2024;
const PLAN = 'national-2023';

const file = findSharedFile('published_ratios.csv', process.env['PUBLISHED_RATIOS']);
const rows = file ? parse<PublishedRow>(readFileSync(file), { columns: true, bom: true }).filter(countsOf) : [];
const describeWhenThere = file ? describe : describe.skip;

describeWhenThere('the figures that agencies published', () => {
  jest.setTimeout(1_800_000);
  let stage: ImportingApplication | undefined;
  let app: INestApplicationContext;
  let places: RegisterPlace[];

  afterAll(async () => stage?.stop());

  async function open(): Promise<ImportingApplication> {
    await stage?.stop();
    stage = await ImportingApplication.start();
    ({ app } = stage);
    places = placesOf(app.get(JurisdictionDirectory), `${YEAR}-01-01` as Day);
    return stage;
  }

  /** A province of its own for every row, so that none meets the stock of another; a new country when they run out. */
  async function placeFor(index: number): Promise<RegisterPlace> {
    const most = places?.length ?? 1;
    if (index % most === 0) await open();
    const place = places[index % places.length];
    if (!place) throw new Error('no province');
    return place;
  }

  async function importRegister(row: PublishedRow, place: RegisterPlace) {
    const source = await (stage ?? (await open())).written(registerOf(row, place, YEAR));
    const result = await app.get(ImportRegister).run({ source, dryRun: false, recordedBy: newId() });
    await app.get(RecomputeComplianceHandler).handle();
    return result;
  }

  it.each(rows.map((row, index) => [row['id'], row, index] as const))('%s', async (_id, row, index) => {
    const place = await placeFor(index);
    const counts = countsOf(row);
    if (!counts) throw new Error('no counts');
    const result = await importRegister(row, place);
    expect(result.faults.slice(0, 3)).toEqual([]);
    expect(result).toMatchObject({ applied: true, recorded: result.rows, refused: 0, alreadyThere: 0, waiting: 0 });

    const table = await app.get(MeasureCompliance).table({
      planId: PLAN,
      period: `${YEAR}-01-01..${YEAR}-12-31`,
      territories: [place.province],
    });
    const { indicator, variant } = measureOf(row);
    const measured = table.rows.flatMap(({ values, beside }) => [...values, ...beside]);
    const value = measured.find((one) => one.indicator === indicator && one.variant === variant);
    expect(value).toMatchObject({ numerator: counts.resolved, denominator: denominatorOf(counts) });
    expect(table.pendingSteps).toBe(0);
    const percent = (100 * (value?.numerator ?? Number.NaN)) / (value?.denominator ?? Number.NaN);
    for (const published of publishedPercents(row)) expectWithinLastDigit(percent, published);
  });

  it('has rows to be measured by', () => {
    expect(rows.length).toBeGreaterThan(0);
  });
});

/** The percentage in print; where none was printed, that of the formula which fits the row's counts. */
function publishedPercents(row: PublishedRow): string[] {
  const printed = row['published_pct_num'] ?? '';
  if (printed !== '') return [printed];
  const computed = row['pct_minus_transferred'] || row['pct_total'] || '';
  return computed === '' ? [] : [computed];
}

/** Roundings in print are mixed, half-up and truncated: the last digit may be one off. */
function expectWithinLastDigit(percent: number, published: string): void {
  const digits = published.split('.')[1]?.length ?? 0;
  expect(Math.abs(percent - Number(published))).toBeLessThan(10 ** -digits);
}

function placesOf(directory: JurisdictionDirectory, day: Day): RegisterPlace[] {
  const { tree } = directory.current;
  const nation = tree.roots()[0];
  if (!nation) throw new Error('no country');
  const offices = directory.current.offices.inSubtreeOf(nation.id);
  const inForce = (office: Office): boolean => office.validFrom <= day && (office.validTo ?? day) >= day;
  const seats = offices.filter((office) => office.tier === 'province' && inForce(office));
  const codeIn = (territoryId: number, agency: Office['agency']): string | undefined =>
    seats.find((office) => office.territoryId === territoryId && office.agency === agency)?.code;
  const ids = [...new Set(seats.map(({ territoryId }) => territoryId))];
  const last = ids.at(-1) ?? 0;
  const elsewhere = codeIn(last, 'police-investigation') ?? '';
  return ids.slice(0, -1).flatMap((id): RegisterPlace[] => {
    const [police, procuracy, court] = [
      codeIn(id, 'police-investigation'),
      codeIn(id, 'procuracy'),
      codeIn(id, 'court'),
    ];
    if (!police || !procuracy || !court) return [];
    return [{ province: directory.territory(id), police, procuracy, court, elsewhere }];
  });
}
