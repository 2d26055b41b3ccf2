import { text } from 'node:stream/consumers';
import { writeCsv } from './write-csv.js';

describe('a CSV that is written', () => {
  it('begins with a byte order mark and is quoted where it must be', async () => {
    const rows = [
      ['Họ tên', 'Ghi chú'],
      ['Nguyễn "Ảo"', 'a,b'],
      ['dòng\nhai', ' giữ '],
    ];
    expect(await text(writeCsv(rows))).toBe('Họ tên,Ghi chú\r\n"Nguyễn ""Ảo""","a,b"\r\n"dòng\nhai", giữ \r\n');
    const [first] = await writeCsv(rows).take(1).toArray();
    expect((first as Buffer).subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'));
  });

  it('gives no cell to the calculator', async () => {
    const rows = [['=cmd|x', '+84', '-5', '@SUM(A1)', '\tx', '\rx', "'=1"]];
    expect(await text(writeCsv(rows))).toBe(`'=cmd|x,'+84,'-5,'@SUM(A1),'\tx,"'\rx",''=1\r\n`);
  });

  it('asks for rows only as they are taken', async () => {
    let asked = 0;
    function* endless(): Generator<string[]> {
      for (;;) yield [`row ${(asked += 1)}`];
    }
    for await (const piece of writeCsv(endless())) {
      expect(piece).toBeDefined();
      break;
    }
    expect(asked).toBeLessThan(50_000);
  });

  it('fails when its rows fail', async () => {
    async function* failing(): AsyncGenerator<string[]> {
      yield await Promise.resolve(['a']);
      throw new Error('no more rows');
    }
    await expect(text(writeCsv(failing()))).rejects.toThrow('no more rows');
  });
});
