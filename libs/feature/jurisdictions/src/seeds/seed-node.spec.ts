import { SeedNode, readSeedFile } from './seed-node.js';

const node = new SeedNode({ name: 'Xã Thử', rows: [{ on: '2026-02-30' }], number: 5, empty: ' ' }, 'thử.yaml');
const faultOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

describe('reading a seed file', () => {
  it('gives what is there', () => {
    expect(node.text('name')).toBe('Xã Thử');
    expect(node.optionalText('absent')).toBeUndefined();
    expect(node.flag('absent', true)).toBe(true);
    expect(node.texts('absent')).toEqual([]);
  });

  it.each([
    ['an absent text', (): unknown => node.text('absent'), 'thử.yaml.absent'],
    ['an empty text', (): unknown => node.text('empty'), 'thử.yaml.empty'],
    ['a number for a text', (): unknown => node.text('number'), 'thử.yaml.number'],
    ['a day that does not exist', (): unknown => node.list('rows')[0]?.day('on'), 'thử.yaml.rows[0].on'],
    ['another word', (): unknown => node.word('name', ['a', 'b']), 'thử.yaml.name'],
    ['a text for a list', (): unknown => node.list('name'), 'thử.yaml.name'],
    ['a text for a flag', (): unknown => node.flag('name', false), 'thử.yaml.name'],
  ])('names the place of %s', (_what, read, place) => {
    expect(faultOf(read)).toMatchObject({ code: 'seed.faulty', facts: { place } });
  });

  it('says which file is absent', () => {
    expect(faultOf(() => readSeedFile('territories/none.yaml'))).toMatchObject({ code: 'seed.absent' });
  });
});
