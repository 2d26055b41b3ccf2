import fc from 'fast-check';
import { InvalidRequest } from './invalid-request.js';
import { readJsonBody } from './json-body.js';
import { readQuery } from './query-text.js';
import { RequestRefused } from './request-refused.js';

const read = (text: string): unknown => readJsonBody(Buffer.from(text));

function refusalOf(body: Buffer | string): string[] {
  try {
    readJsonBody(Buffer.from(body as string));
  } catch (error) {
    if (error instanceof RequestRefused) return [error.code];
    if (error instanceof InvalidRequest) return error.faults.map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
  return [];
}

describe('a JSON body', () => {
  it('is read as it stands, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: true }), (value) => {
        const text = JSON.stringify(value);
        if (/__proto__|constructor|prototype|\\u0000/.test(text)) return;
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('may be empty', () => {
    expect(read('')).toBeUndefined();
    expect(read(' \n')).toBeUndefined();
  });

  it('becomes NFC, however the input method composes', () => {
    const decomposed = 'Xã Tân Phú'.normalize('NFD');
    expect(read(JSON.stringify({ because: decomposed, list: [decomposed] }))).toEqual({
      because: 'Xã Tân Phú',
      list: ['Xã Tân Phú'],
    });
  });

  it('takes the last of two equal names', () => {
    expect(read('{"a":1,"a":2}')).toEqual({ a: 2 });
  });

  it('counts brackets and commas only outside of texts', () => {
    const text = `${'['.repeat(500)}${','.repeat(60_000)}\\"${'{'.repeat(500)}`;
    expect(read(JSON.stringify([text]))).toEqual([text]);
  });

  it.each([
    ['cut off', '{"a":'],
    ['a comment', '{"a":1} // x'],
    ['NaN', '{"a":NaN}'],
    ['two values', '1 2'],
    ['an open text', '{"a":"x'],
    ['a backslash at the end', '"\\'],
  ])('that is %s is no JSON', (_, text) => {
    expect(refusalOf(text)).toEqual(['request.json-malformed']);
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['half a surrogate pair in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('with %s is refused', (_, bytes) => {
    expect(refusalOf(bytes)).toEqual(['request.body-not-utf8']);
  });

  it.each(['{"a":'.repeat(17) + '1' + '}'.repeat(17), '['.repeat(100_000), '{"a":'.repeat(100_000)])(
    'deeper than 16 levels is refused before it is parsed (%#)',
    (text) => {
      expect(refusalOf(text)).toEqual(['request.json-too-deep']);
    },
  );

  it('of 16 levels is read', () => {
    expect(refusalOf('['.repeat(16) + ']'.repeat(16))).toEqual([]);
  });

  it('with more than 50,000 values is refused', () => {
    expect(refusalOf(`[${'1,'.repeat(50_000)}1]`)).toEqual(['request.json-too-many-values']);
    expect(refusalOf(`[${'1,'.repeat(49_999)}1]`)).toEqual([]);
  });

  it('may not reach for the prototype, at any depth, and says where', () => {
    expect(refusalOf('{"__proto__":{"isAdmin":true}}')).toEqual(['__proto__ field.forbidden-name']);
    expect(refusalOf('{"a":[{"constructor":{"prototype":{}}}]}')).toEqual(['a.0.constructor field.forbidden-name']);
    expect(refusalOf('{"\\u005f_proto__":1}')).toEqual(['__proto__ field.forbidden-name']);
  });

  it('may not hold what PostgreSQL cannot store, and tells every place at once', () => {
    expect(refusalOf('{"a":"x\\u0000y","b":["\\ud800"],"c":"\\ud83d\\ude00"}')).toEqual([
      'a field.isWellFormedText',
      'b.0 field.isWellFormedText',
    ]);
    expect(refusalOf('{"x\\u0000":1}')).toEqual([' field.isWellFormedText']);
  });

  it('may not hold a number beyond all numbers', () => {
    expect(refusalOf('{"n":1e999}')).toEqual(['n field.not-finite']);
  });
});

describe('the query of an address', () => {
  it('is composed, lists what stands twice, and has no prototype to reach for', () => {
    const query = readQuery(`q=${encodeURIComponent('Hòa'.normalize('NFD'))}&status=a&status=b&__proto__=x`);
    expect(query.q).toBe('Hòa');
    expect(query.status).toEqual(['a', 'b']);
    expect(Object.getPrototypeOf(query)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readQuery(text)).not.toThrow();
      }),
    );
    expect(readQuery('a=%ff%zz&%').a).toEqual(expect.any(String));
  });
});
