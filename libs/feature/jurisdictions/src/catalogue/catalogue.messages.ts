import { type Language, fillSentence } from '#libs/platform/http';
import { type CatalogueChange } from './catalogue-comparison.js';
import { type CatalogueFault, type CatalogueFaultCode } from './catalogue-fault.js';
import { type CatalogueReport } from './import-catalogue.service.js';

type Sentence = Readonly<Record<Language, string>>;

const FAULTS: Readonly<Record<CatalogueFaultCode, Sentence>> = {
  'file-unreadable': { vi: 'không đọc được tệp ({reason})', en: 'the file cannot be read ({reason})' },
  'file-not-utf8': { vi: 'tệp không phải UTF-8', en: 'the file is not UTF-8' },
  'file-too-large': { vi: 'tệp lớn hơn {largest} byte', en: 'the file is larger than {largest} bytes' },
  'csv-syntax': { vi: 'sai cú pháp CSV ({reason})', en: 'not valid CSV ({reason})' },
  'column-missing': { vi: 'thiếu cột “{column}”', en: 'the column "{column}" is missing' },
  'row-length': { vi: 'dòng có {found} ô, cần {expected}', en: 'the row has {found} cells instead of {expected}' },
  'code-malformed': {
    vi: 'mã “{code}” không hợp lệ (tỉnh 2 chữ số, xã 5 chữ số)',
    en: 'the code "{code}" is not valid (2 digits for a province, 5 for a commune)',
  },
  'code-doubled': { vi: 'mã {code} đã có ở dòng {other}', en: 'the code {code} stands in line {other} already' },
  'name-doubled': { vi: '“{name}” đã có ở dòng {other}', en: '"{name}" stands in line {other} already' },
  'unit-type-unknown': {
    vi: '“{name}” không bắt đầu bằng loại đơn vị (Tỉnh, Thành phố; Phường, Xã, Đặc khu)',
    en: '"{name}" does not begin with the kind of unit (Tỉnh, Thành phố; Phường, Xã, Đặc khu)',
  },
  'unit-type-differs': {
    vi: '“{name}” không khớp với loại “{unitType}”',
    en: '"{name}" and its kind "{unitType}" do not fit',
  },
  'province-unknown': {
    vi: 'tỉnh {province} không có trong tệp tỉnh',
    en: 'the province {province} is not in the file of provinces',
  },
  'province-empty': {
    vi: '{name} ({code}) không có xã nào: danh mục phải đầy đủ',
    en: '{name} ({code}) has no commune: the catalogue must be whole',
  },
  'province-added': {
    vi: '{name} ({code}) là tỉnh mới: việc sáp nhập, chia tách cấp tỉnh phải nêu rõ đơn vị kế thừa',
    en: '{name} ({code}) is a new province: mergers of provinces must name what succeeds what',
  },
  'province-vanished': {
    vi: 'thiếu {name} ({code}): việc sáp nhập, chia tách cấp tỉnh phải nêu rõ đơn vị kế thừa',
    en: '{name} ({code}) is missing: mergers of provinces must name what succeeds what',
  },
  'province-changed': {
    vi: '{name} chuyển từ tỉnh {from} sang tỉnh {to}: phải ghi là đơn vị mới với đơn vị kế thừa',
    en: '{name} moved from province {from} to {to}: enter it as a new unit with its succession',
  },
  'changed-on-first-day': {
    vi: '{name} ({code}) bắt đầu đúng ngày này nên không thể đổi mã hoặc kết thúc; hãy chọn ngày sau',
    en: '{name} ({code}) begins on this very day and can neither be recoded nor end; choose a later day',
  },
};

const KINDS: Readonly<Record<CatalogueChange['kind'], Sentence>> = {
  added: { vi: 'Thêm mới', en: 'Added' },
  renamed: { vi: 'Đổi tên', en: 'Renamed' },
  retyped: { vi: 'Đổi loại', en: 'Retyped' },
  recoded: { vi: 'Đổi mã', en: 'Recoded' },
  vanished: { vi: 'Không còn', en: 'Vanished' },
};

const OTHERS = {
  respelled: {
    vi: 'Khác cách viết dấu, giữ nguyên: {count}',
    en: 'Spelled differently, left as they are: {count}',
  },
  applied: { vi: 'Đã ghi: {count} thay đổi', en: 'Applied: {count} changes' },
  notApplied: { vi: 'Chưa ghi gì: {count} thay đổi', en: 'Nothing applied: {count} changes' },
  refused: { vi: 'Từ chối: {count} lỗi, không ghi gì', en: 'Refused: {count} faults, nothing applied' },
} as const satisfies Record<string, Sentence>;

const faultLine = ({ file, line, code, facts }: CatalogueFault, language: Language): string =>
  `${file}:${line}: ${fillSentence(FAULTS[code][language], facts)}`;

function changeLine(change: CatalogueChange, language: Language): string {
  const before = 'known' in change ? `${change.known.name.code} ${change.known.name.name}` : undefined;
  const after = 'unit' in change ? `${change.unit.code} ${change.unit.name}` : undefined;
  return `${KINDS[change.kind][language]}: ${[before, after].filter((text) => text !== undefined).join(' → ')}`;
}

/** @returns the report as lines for a terminal: faults by file and line, or the changes and what became of them. */
export function catalogueReportLines(report: CatalogueReport, language: Language): readonly string[] {
  const { changes, faults, respelled, applied } = report;
  const say = (key: keyof typeof OTHERS, count: number): string => fillSentence(OTHERS[key][language], { count });
  if (faults.length > 0) return [...faults.map((fault) => faultLine(fault, language)), say('refused', faults.length)];
  return [
    ...changes.map((change) => changeLine(change, language)),
    ...(respelled > 0 ? [say('respelled', respelled)] : []),
    say(applied ? 'applied' : 'notApplied', changes.length),
  ];
}
