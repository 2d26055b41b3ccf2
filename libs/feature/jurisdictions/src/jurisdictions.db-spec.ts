import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { day } from '#libs/domain/kernel';
import { DatabaseModule } from '#libs/platform/database';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database.js';
import {
  type CatalogueReport,
  ImportCatalogue,
  JurisdictionDirectory,
  JurisdictionsModule,
  LoadJurisdictions,
  type LoadedJurisdictions,
} from './index.js';

const EVE = day('2025-06-30');
const MERGER = day('2025-07-01');
const TODAY = day('2026-11-01');
const NOTHING: LoadedJurisdictions = { territories: 0, names: 0, successions: 0, offices: 0, coverage: 0 };
const TABLES = ['', '_name', '_succession', '_closure'].map((end) => `territory${end}`);
TABLES.push('office', 'office_territory', 'office_succession');
jest.setTimeout(60_000);

let db: TestDatabase;
let app: TestingModule;
let directory: JurisdictionDirectory;
let first: LoadedJurisdictions;

async function start(): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [DatabaseModule.forRoot(db.settings), JurisdictionsModule],
  }).compile();
  return module.init();
}

/** @returns a hash of every row of every table of territories and offices. */
async function contents(): Promise<string> {
  const hashes = TABLES.map((table) => `(select md5(string_agg(t::text, '|' order by t::text)) from ${table} t)`);
  const [row] = await db.ownerQuery<{ all: string }>(`select concat_ws(' ', ${hashes.join(', ')}) as all`);
  return row!.all;
}

/** Loads as if the seeds had changed since the last time. */
async function loadAgain(): Promise<LoadedJurisdictions> {
  await db.ownerQuery('update jurisdiction_revision set seeds = null');
  return app.get(LoadJurisdictions).run();
}

beforeAll(async () => {
  db = await createTestDatabase();
  app = await start();
  directory = app.get(JurisdictionDirectory);
  first = await app.get(LoadJurisdictions).run();
});

afterAll(async () => {
  await app.close();
  await db.drop();
});

describe('loading the territories and offices', () => {
  it('brings in the whole country', async () => {
    expect(first).toEqual({
      territories: 1 + 34 + 52 + 696 + 10_035 + 3_321,
      names: 1 + 34 + 52 + 696 + 10_035 + 3_321 + 13,
      successions: 52 + 10_035 + 5,
      offices: 6_616,
      coverage: 2 * 3_321,
    });
    const counts = await db.ownerQuery<{ level: string; old: number; now: number }>(
      `select level, count(valid_to)::int as old, (count(*) - count(valid_to))::int as now from territory group by level`,
    );
    expect(Object.fromEntries(counts.map(({ level, old, now }) => [level, [old, now]]))).toEqual({
      nation: [0, 1],
      province: [52, 34],
      district: [696, 0],
      commune: [10_035, 3_321],
    });
  });

  it('changes nothing when it runs again, also when it has to read everything again', async () => {
    const before = await contents();
    expect(await app.get(LoadJurisdictions).run()).toEqual(NOTHING);
    expect(await loadAgain()).toEqual(NOTHING);
    expect(await contents()).toBe(before);
  });

  it('keeps the closure that the tree has', async () => {
    const rows = await db.ownerQuery<{ pair: string }>(
      `select ancestor_id || '>' || descendant_id as pair from territory_closure`,
    );
    const pairs = directory.current.tree.closure().map((pair) => `${pair.ancestorId}>${pair.descendantId}`);
    expect(rows.map(({ pair }) => pair).sort()).toEqual(pairs.sort());
  });

  it('counts every commune of either time once in its province of today and once in the nation', async () => {
    const [row] = await db.ownerQuery<Record<string, number>>(`
      select count(*)::int as communes,
        count(*) filter (where (select count(*) from territory_closure c join territory a on a.id = c.ancestor_id
          where c.descendant_id = t.id and a.level = 'province' and a.valid_to is null) = 1)::int as in_province,
        count(*) filter (where exists (select from territory_closure c join territory a on a.id = c.ancestor_id
          where c.descendant_id = t.id and a.level = 'nation'))::int as in_nation
      from territory t where level = 'commune'`);
    expect(row).toEqual({ communes: 13_356, in_province: 13_356, in_nation: 13_356 });
  });

  it('lets the application add and change, never delete', async () => {
    for (const table of TABLES) {
      const deletion = db.unitOfWork.run((tx) => tx.execute(`delete from ${table}`));
      await expect(deletion).rejects.toMatchObject({ sqlState: '42501' });
    }
  });

  it('sorts names the Vietnamese way and finds them without diacritics', async () => {
    const sorted = await db.database.query<{ name: string }>(
      `select name from territory where level = 'province' and valid_to is null and name like 'Tỉnh %' and
        left(split_part(name, ' ', 2), 1) in ('D', 'Đ', 'C', 'G', 'Q') order by name`,
    );
    expect(sorted.map(({ name }) => name)).toEqual(
      [
        'Cà Mau',
        'Cao Bằng',
        'Đắk Lắk',
        'Điện Biên',
        'Đồng Tháp',
        'Gia Lai',
        'Quảng Ngãi',
        'Quảng Ninh',
        'Quảng Trị',
      ].map((name) => `Tỉnh ${name}`),
    );
    const found = await db.database.query<{ name: string }>(
      `select name from territory where name_folded like '%dong thap' and level = 'province' and valid_to is null`,
    );
    expect(found).toEqual([{ name: 'Tỉnh Đồng Tháp' }]);
  });
});

describe('the directory', () => {
  it.each([
    ['Hải Phòng', '2024-02-01', 'Thành phố Hải Phòng', '2010-01-01'],
    ['31', '2026-11-01', 'Thành phố Hải Phòng', '2025-07-01'],
    ['Bắc Quang', '2024-05-01', 'Huyện Bắc Quang', '2010-01-01'],
    ['bac quang', '2026-11-01', 'Xã Bắc Quang', '2025-07-01'],
    ['dong thap', '2026-01-01', 'Tỉnh Đồng Tháp', '2025-07-01'],
    ['lang son', '2023-01-24', 'Tỉnh Lạng Sơn', '2010-01-01'],
    ['TP. HCM', '2024-01-01', 'Thành phố Hồ Chí Minh', '2010-01-01'],
    ['Việt Nam', '2023-01-24', 'Việt Nam', '2010-01-01'],
  ])('%s on %s is %s since %s', (text, on, name, since) => {
    expect(directory.territoryNamed(text, day(on))).toMatchObject({ name, validFrom: since });
  });

  it('finds every territory by its code, level and day, and by its own label', () => {
    const { tree, gazetteer } = directory.current;
    const sample = tree.territories.filter(({ id }) => id % 97 === 0);
    expect(sample.length).toBeGreaterThan(100);
    for (const territory of sample) {
      const on = territory.validTo ?? TODAY;
      expect(directory.territoryByCode(gazetteer.nameOn(territory, on).code, territory.level, on)).toBe(territory);
      expect(directory.territoryNamed(gazetteer.labelOf(territory, on), on)).toBe(territory);
    }
  });

  it('does not guess among the many Tân Phú', () => {
    expect(() => directory.territoryNamed('Xã Tân Phú', TODAY)).toThrow(
      expect.objectContaining({
        code: 'territory.ambiguous',
        facts: expect.objectContaining({ candidates: expect.arrayContaining(['Xã Tân Phú (Tỉnh Vĩnh Long)']) }),
      }),
    );
  });

  it('the offices of Tuyên Quang hold those of Hà Giang and its districts', () => {
    const province = directory.territoryNamed('Tuyên Quang', TODAY);
    const codes = [...directory.officeIdsIn(province.id)].map((id) => directory.office(id).code);
    expect(codes).toEqual(expect.arrayContaining(['CA-08', 'CA-08-CU', 'CA-02-CU', 'TA-02-HUYEN-BAC-QUANG']));
    expect(codes).not.toContain('CA-31');
    const old = directory.territoryNamed('Hà Giang', EVE);
    const oldCodes = [...directory.officeIdsIn(old.id)].map((id) => directory.office(id).code);
    expect(oldCodes).not.toContain('CA-08');
    expect(oldCodes).toContain('CA-02-CU');
  });

  it('knows who does the work of a district court today', () => {
    const court = directory.officeByCode('TA-02-HUYEN-BAC-QUANG');
    expect(directory.successorOf(court, EVE)).toBe(court);
    expect(directory.successorOf(court, MERGER)?.code).toBe('TA-08-KV1');
  });

  it('knows the offices of a commune from the nearest upward', () => {
    const commune = directory.territoryByCode('11311', 'commune', TODAY);
    const covering = directory.officesCovering(commune.id, TODAY).map(({ code }) => code);
    expect(covering[0]).toBe('CAX-11311');
    expect(covering).toEqual(expect.arrayContaining(['CA-31', 'TA-31', 'TA-31-KV1', 'VKS-31-KV1', 'BCD-CP']));
    expect(covering.filter((code) => code.endsWith('-CU'))).toEqual([]);
  });

  it('an administrator’s own office stays in place of the rule’s, and another process sees it after reading again', async () => {
    const other = await start();
    try {
      const elsewhere = other.get(JurisdictionDirectory);
      await db.ownerQuery(`update office set code = 'TA-82-THU' where code = 'TA-82-KV1'`);
      expect(await loadAgain()).toEqual(NOTHING);
      expect(elsewhere.findOfficeByCode('TA-82-THU')).toBeUndefined();
      await elsewhere.refresh();
      expect(elsewhere.findOfficeByCode('TA-82-THU')?.tier).toBe('region');
      expect(elsewhere.findOfficeByCode('TA-82-KV1')).toBeUndefined();
    } finally {
      await other.close();
    }
  });
});

describe('importing the official catalogue', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'theoan-catalogue-'));
  const [provinces, communes] = [path.join(folder, 'provinces.csv'), path.join(folder, 'communes.csv')];
  const ON = day('2027-01-01');
  const DECREE = 'NQ Thử 1/2026';

  beforeAll(async () => {
    const kind = `case when name like 'Thành phố %' then 'Thành phố trực thuộc trung ương'
      when name like 'Đặc khu %' then 'Đặc khu' else split_part(name, ' ', 1) end`;
    const linesOf = async (level: string): Promise<string> => {
      const rows = await db.ownerQuery<{ line: string }>(
        `select concat_ws(',', code, '"' || name || '"', ${kind}, (select code from territory where id = t.parent_id)) as line
         from territory t where valid_to is null and level = $1 order by code`,
        [level],
      );
      return rows.map(({ line }) => line).join('\n');
    };
    writeFileSync(provinces, `code,full_name,unit_type,nation\n${await linesOf('province')}\n`);
    writeFileSync(communes, `code,full_name,unit_type,province_code\n${await linesOf('commune')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (file: string, dryRun = false): Promise<CatalogueReport> =>
    app.get(ImportCatalogue).run({ provinces, communes: file, effectiveOn: ON, decree: DECREE, dryRun });
  const changed = (change: (line: string) => string | undefined): string => {
    const lines = readFileSync(communes, 'utf8').trim().split('\n');
    const file = path.join(folder, 'changed.csv');
    writeFileSync(file, `${lines.flatMap((line) => change(line) ?? []).join('\n')}\n`);
    return file;
  };
  const alter = (line: string): string | undefined => {
    if (line.startsWith('11311,')) return '11311,Phường Hồng Bàng Mới,Phường,31';
    if (line.startsWith('29926,')) return undefined;
    if (line.startsWith('00004,')) return line.replace('00004', '99004');
    if (line.startsWith('00922,')) return '00922,Phường Thuận Hòa,Phường,08';
    return line.startsWith('code,') ? `${line}\n99999,Xã Hoàn Toàn Mới,Xã,31` : line;
  };

  it('finds nothing to do in what is known already', async () => {
    const before = await contents();
    expect(await run(communes)).toMatchObject({ changes: [], faults: [], applied: false });
    expect(await contents()).toBe(before);
  });

  it('changes nothing in a dry run and nothing at a faulty row', async () => {
    const before = await contents();
    const dry = await run(changed(alter), true);
    expect(
      dry.changes
        .map(({ kind }) => kind)
        .sort()
        .join(' '),
    ).toBe('added recoded renamed retyped vanished');
    expect(dry.applied).toBe(false);
    const faulty = await run(changed((line) => alter(line)?.replace('99999', '9999')));
    expect(faulty).toMatchObject({ applied: false, faults: [{ line: 2, code: 'code-malformed' }] });
    expect(await contents()).toBe(before);
  });

  it('writes the changes as history, with the offices that come and go, and once only', async () => {
    const file = changed(alter);
    const before = directory.territoryByCode('00004', 'commune', TODAY);
    const report = await run(file);
    expect(report).toMatchObject({ applied: true, offices: { offices: 1, coverage: 2, ended: 3 } });
    const { gazetteer } = directory.current;
    expect(directory.territoryByCode('99004', 'commune', ON).id).toBe(before.id);
    expect(gazetteer.nameOn(directory.territory(before.id), TODAY).code).toBe('00004');
    expect(directory.territoryNamed('Phường Hồng Bàng Mới', ON).id).toBe(
      directory.territoryNamed('Phường Hồng Bàng, Hải Phòng', TODAY).id,
    );
    expect(directory.territoryByCode('00922', 'commune', ON).unitType).toBe('ward');
    expect(directory.territoryByCode('29926', 'commune', TODAY).validTo).toBe('2026-12-31');
    expect(directory.officeByCode('CAX-29926').validTo).toBe('2026-12-31');
    expect(directory.officeByCode('CAX-99999')).toMatchObject({ validFrom: ON, name: 'Công an xã Hoàn Toàn Mới' });
    const added = directory.territoryNamed('Xã Hoàn Toàn Mới', ON);
    const covering = directory.officesCovering(added.id, ON).map(({ code }) => code);
    expect(covering).toEqual(expect.arrayContaining(['CAX-99999', 'CA-31', 'TA-31-KV1', 'BCD-CP']));
    const decrees = await db.ownerQuery(`select count(*)::int as rows from territory_name where decree = $1`, [DECREE]);
    expect(decrees).toEqual([{ rows: 4 }]);

    const after = await contents();
    expect(await run(file)).toMatchObject({ changes: [], faults: [], applied: false });
    expect(await loadAgain()).toEqual(NOTHING);
    expect(await contents()).toBe(after);
  });
});
