import { COLUMNS, COLUMN_NAMES, readHeaders } from './columns.js';
import { readDay, readList, readWhole } from './read-value.js';
import { CHOICES, COMMANDS, KINDS, meaningOf } from './words.js';

describe('the headers of a register', () => {
  it('are understood in both languages, without diacritics and in any capitals', () => {
    for (const column of COLUMN_NAMES) {
      const { vi, en } = COLUMNS[column];
      for (const header of [vi, en, vi.toUpperCase(), vi.normalize('NFD').replace(/[\u0300-\u036f]/g, '')]) {
        expect([...readHeaders([header]).columns.keys()]).toEqual([column]);
      }
    }
  });

  it('are told when they are missing, unknown or twice there; the columns of returned rows are passed over', () => {
    const { missing, unknown } = readHeaders(['Bước', 'step', 'Họ tên', 'Lỗi', 'Error']);
    expect(missing).toEqual(['kind', 'number', 'office', 'occurredOn']);
    expect(unknown).toEqual(['step', 'Họ tên']);
  });
});

describe('the cells of a register', () => {
  it.each([
    ['5/3/2024', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T00:00:00', '2024-03-05'],
    ['31/02/2024', undefined],
    ['03/2024', undefined],
    ['hôm qua', undefined],
  ])('read %s as the day %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('read whole numbers and lists', () => {
    expect([readWhole('150'), readWhole('150.0'), readWhole('0'), readWhole('1,5')]).toEqual([
      150,
      150,
      undefined,
      undefined,
    ]);
    expect(readList(' 1; 2 ;;3')).toEqual(['1', '2', '3']);
  });

  it('read words by code or by name, with or without diacritics', () => {
    expect(meaningOf(COMMANDS, 'Khởi tố bị can')).toBe('charge');
    expect(meaningOf(COMMANDS, 'so cu')).toBe('carry-over');
    expect(meaningOf(COMMANDS, 'hand-to-court')).toBe('hand-to-court');
    expect(meaningOf(KINDS, 'Vụ án')).toBe('case');
    expect(meaningOf(CHOICES.verdict, 'không có tội')).toBe('acquitted');
    expect(meaningOf(CHOICES.ground, 'absconded')).toBe('absconded');
    expect(meaningOf(COMMANDS, 'không có bước này')).toBeUndefined();
  });
});
