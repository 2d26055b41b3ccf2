import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CatalogueFiles, readOfficialCatalogue } from './official-catalogue.js';

const PROVINCES = `code,full_name,name,unit_type,name_en
31,Thành phố Hải Phòng,Hải Phòng,Thành phố trực thuộc trung ương,Haiphong
82,Tỉnh Đồng Tháp,Đồng Tháp,Tỉnh,Dong Thap
`;
const COMMUNES = `code,full_name,unit_type,province_code,province
11311,Phường Hồng Bàng,Phường,31,Thành phố Hải Phòng
11948,Đặc khu Bạch Long Vĩ,Đặc khu tại hải đảo,31,Thành phố Hải Phòng
29926,Xã Thử,Xã,82,Tỉnh Đồng Tháp
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'theoan-catalogue-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function files(provinces: string | Buffer, communes: string | Buffer): CatalogueFiles {
  const written = { provinces: path.join(folder, 'provinces.csv'), communes: path.join(folder, 'communes.csv') };
  writeFileSync(written.provinces, provinces);
  writeFileSync(written.communes, communes);
  return written;
}
const faultsOf = async (provinces: string | Buffer, communes: string | Buffer): Promise<string[]> => {
  const { faults } = await readOfficialCatalogue(files(provinces, communes));
  return faults.map(({ file, line, code }) => `${path.basename(file, '.csv')}:${line} ${code}`);
};

describe('reading the official catalogue', () => {
  it('takes the columns by name, a byte order mark, Windows line ends and decomposed letters', async () => {
    const decomposed = `\uFEFF${COMMUNES.normalize('NFD')}`.replace(/\n/g, '\r\n');
    const { units, faults } = await readOfficialCatalogue(files(PROVINCES, decomposed));
    expect(faults).toEqual([]);
    expect(units.map(({ code, name, unitType, provinceCode }) => [code, name, unitType, provinceCode])).toEqual([
      ['31', 'Thành phố Hải Phòng', 'municipality', undefined],
      ['82', 'Tỉnh Đồng Tháp', 'province', undefined],
      ['11311', 'Phường Hồng Bàng', 'ward', '31'],
      ['11948', 'Đặc khu Bạch Long Vĩ', 'special-zone', '31'],
      ['29926', 'Xã Thử', 'commune', '82'],
    ]);
  });

  it('names every faulty row with its line', async () => {
    const communes = `${COMMUNES}29926,Xã Khác,Xã,82,Tỉnh Đồng Tháp
2993,Xã Mã Ngắn,Xã,82,Tỉnh Đồng Tháp
29932,Xã Thử,Xã,82,Tỉnh Đồng Tháp
29935,Huyện Thử,Xã,82,Tỉnh Đồng Tháp
29938,Xã Sai Loại,Phường,82,Tỉnh Đồng Tháp
29941,Xã Vô Tỉnh,Xã,99,Tỉnh Không Có
29944,Xã Thiếu Ô,Xã
`;
    expect(await faultsOf(PROVINCES, communes)).toEqual([
      'communes:5 code-doubled',
      'communes:6 code-malformed',
      'communes:7 name-doubled',
      'communes:8 unit-type-unknown',
      'communes:9 unit-type-differs',
      'communes:10 province-unknown',
      'communes:11 row-length',
    ]);
  });

  it('counts lines as an editor does, also where line ends are mixed', async () => {
    const mixed = COMMUNES.replace('\n', '\r\n').replace('29926,Xã Thử', '2992,Xã Thử');
    expect(await faultsOf(PROVINCES, mixed)).toEqual(['communes:4 code-malformed']);
  });

  it('does not blame the communes for a file of provinces that cannot be read', async () => {
    expect(await faultsOf('code,name\n31,Hải Phòng\n', COMMUNES)).toEqual([
      'provinces:1 column-missing',
      'provinces:1 column-missing',
    ]);
  });

  it.each([
    ['not UTF-8', Buffer.from([0x63, 0xff, 0xfe, 0x0a]), 'communes:1 file-not-utf8'],
    ['empty', '', 'communes:1 column-missing'],
    ['an open quote', `${COMMUNES}29950,"Xã Hở,Xã,82,x\n`, 'communes:5 csv-syntax'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004'), 'communes:1 column-missing'],
  ])('refuses a file that is %s', async (_what, communes, fault) => {
    expect(await faultsOf(PROVINCES, communes)).toContain(fault);
  });

  it('says which file is not there', async () => {
    const { faults } = await readOfficialCatalogue({ ...files(PROVINCES, COMMUNES), communes: `${folder}/none.csv` });
    expect(faults).toEqual([expect.objectContaining({ code: 'file-unreadable', facts: { reason: 'ENOENT' } })]);
  });
});
