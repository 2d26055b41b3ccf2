import fc from 'fast-check';
import { DomainError } from '#libs/domain/kernel';
import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type Field, type Fields, checkPayload } from './index.js';

const required = <K extends Field['kind']>(kind: K): { readonly kind: K; readonly required: true } => ({
  kind,
  required: true,
});
const FIELDS: Fields = {
  office: required('office'),
  day: required('day'),
  id: required('id'),
  number: required('number'),
  text: required('text'),
  flag: required('flag'),
  choice: { kind: 'choice', required: true, choices: ['left', 'right'] },
  offence: required('offence'),
  ids: required('ids'),
  verdicts: required('verdicts'),
  persons: required('persons'),
  note: { kind: 'text', required: false },
};
const GOOD = {
  office: 1,
  day: '2024-02-29',
  id: 'a',
  number: 7,
  text: 'because',
  flag: false,
  choice: 'left',
  offence: { article: 151, clause: 3, point: 'd' },
  ids: ['a', 'b'],
  verdicts: [{ defendantId: 'a', outcome: 'convicted', offence: { article: 150, clause: 1 } }],
  persons: [{ defendantId: 'a', number: 'BC-1' }],
};

const faultsOf = (payload: Readonly<Record<string, unknown>>, fields: Fields = FIELDS): readonly string[] => {
  try {
    checkPayload(fields, payload);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'malformed') throw error;
    return error.facts.fields as readonly string[];
  }
};

describe('what a step states', () => {
  it('is accepted when complete', () => {
    expect(faultsOf(GOOD)).toEqual([]);
    expect(faultsOf({ ...GOOD, note: 'more' })).toEqual([]);
    expect(faultsOf({ ...GOOD, note: undefined, more: undefined })).toEqual([]);
  });

  it('names every field that is missing, unknown or wrong, at once', () => {
    expect(faultsOf({})).toEqual(Object.keys(GOOD));
    expect(faultsOf({ ...GOOD, extra: 1, day: 'tomorrow', note: null })).toEqual(['extra', 'day', 'note']);
  });

  it.each([
    ['office', [0, -1, 1.5, '1', Number.NaN, Number.MAX_SAFE_INTEGER + 1, null, undefined]],
    ['number', [0, 1.5, '7']],
    ['day', ['2023-02-29', '29/02/2024', 20240229, '']],
    ['id', ['', '  ', 7, 'x'.repeat(101), 'a\u0000b']],
    ['text', ['', ' ', {}, 'x'.repeat(2001), 'a\u0000b']],
    ['flag', ['true', 1, null]],
    ['choice', ['up', 0, ['left']]],
    [
      'offence',
      [
        { article: 150 },
        { article: 150, clause: 4 },
        { article: 9, clause: 1 },
        { article: 150, clause: 1, name: 'x' },
        [],
      ],
    ],
    ['ids', [[], 'a', ['a', 'a'], [''], [1], Array.from({ length: 501 }, (_, index) => `${index}`)]],
    [
      'verdicts',
      [[], [{ defendantId: 'a' }], [{ defendantId: 'a', outcome: 'guilty' }], [{ ...GOOD.verdicts[0], name: 'x' }]],
    ],
    ['persons', [[], [{ defendantId: 'a' }], [{ defendantId: 'a', number: '1', name: 'somebody' }], [null]]],
  ])('refuses a %s that is none', (name, values) => {
    for (const value of values) expect([value, faultsOf({ ...GOOD, [name]: value })]).toEqual([value, [name]]);
  });

  it('takes no word that every object inherits for a field', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      expect(faultsOf({ ...GOOD, [name]: 'x' })).toEqual([name]);
    }
    expect(faultsOf(JSON.parse('{"__proto__":{"note":"x"}}') as Record<string, unknown>, {})).toEqual(['__proto__']);
    expect(faultsOf(Object.create({ id: 'a' }) as Record<string, unknown>, { id: required('id') })).toEqual(['id']);
  });

  it('is judged, never crashed by, whatever comes', () => {
    const rows = [...DENUNCIATION_LIFECYCLE.transitions, ...CASE_LIFECYCLE.transitions];
    const tables = [FIELDS, ...rows.map((row) => row.fields)];
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom(...tables.flatMap((table) => Object.keys(table)))),
          fc.anything(),
        ),
        (fields, payload) => {
          const faults = faultsOf(payload, fields);
          const stated = Object.keys(payload).filter((name) => payload[name] !== undefined);
          for (const name of stated) if (!Object.hasOwn(fields, name)) expect(faults).toContain(name);
          for (const [name, field] of Object.entries(fields)) {
            if (field.required && !stated.includes(name)) expect(faults).toContain(name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
