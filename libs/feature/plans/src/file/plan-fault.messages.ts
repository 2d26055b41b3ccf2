import { type Language, fillSentence } from '#libs/platform/http';
import { type PlanFault, type PlanFaultCode } from './plan-fault.js';

const SENTENCES: Readonly<Record<PlanFaultCode, Readonly<Record<Language, string>>>> = {
  unreadable: { vi: 'không đọc được tệp ({reason})', en: 'the file cannot be read ({reason})' },
  'not-utf8': { vi: 'tệp không phải UTF-8', en: 'the file is not UTF-8' },
  'too-large': { vi: 'tệp lớn hơn {largest} byte', en: 'the file is larger than {largest} bytes' },
  empty: { vi: 'tệp trống', en: 'the file is empty' },
  tab: { vi: 'có ký tự tab; hãy dùng dấu cách', en: 'a tab character; use spaces' },
  syntax: { vi: 'sai cú pháp YAML: {message}', en: 'not valid YAML: {message}' },
  'duplicate-key': { vi: 'khóa được ghi hai lần', en: 'the key stands here twice' },
  'several-documents': {
    vi: 'tệp chứa nhiều văn bản YAML; chỉ được một',
    en: 'several YAML documents in one file; only one is allowed',
  },
  alias: {
    vi: 'không dùng được bí danh YAML (*); hãy ghi lại giá trị',
    en: 'YAML aliases (*) are not allowed; write the value out',
  },
  tag: { vi: 'không dùng được thẻ kiểu YAML (!)', en: 'YAML type tags (!) are not allowed' },
  'not-a-map': { vi: 'phải là các cặp “khóa: giá trị”', en: 'must be a map of "key: value"' },
  'not-a-list': {
    vi: 'phải là danh sách (mỗi dòng bắt đầu bằng “- ”)',
    en: 'must be a list (each line begins with "- ")',
  },
  'not-a-text': {
    vi: 'phải là một giá trị đơn, không phải danh sách hay nhóm',
    en: 'must be a single value, not a list or a map',
  },
  missing: { vi: 'thiếu khóa “{key}”', en: 'the key "{key}" is missing' },
  blank: { vi: 'giá trị để trống; hãy điền hoặc bỏ khóa', en: 'the value is blank; fill it in or drop the key' },
  'control-character': { vi: 'chứa ký tự điều khiển', en: 'contains a control character' },
  'too-long': { vi: 'dài hơn {longest} ký tự', en: 'longer than {longest} characters' },
  'unknown-key': {
    vi: 'không có khóa “{key}”; các khóa hợp lệ: {known}',
    en: 'there is no key "{key}"; allowed: {known}',
  },
  'unknown-value': {
    vi: '“{value}” không hợp lệ; chỉ nhận: {allowed}',
    en: '"{value}" is not allowed; one of: {allowed}',
  },
  'bad-id': {
    vi: 'mã “{value}” chỉ được gồm chữ thường không dấu, số và gạch nối',
    en: 'the id "{value}" may hold only lower-case letters, digits and hyphens',
  },
  'bad-day': {
    vi: '“{value}” không phải ngày có thật dạng NNNN-TT-NN',
    en: '"{value}" is not an existing day written YYYY-MM-DD',
  },
  'bad-month': { vi: '“{value}” không phải tháng dạng NNNN-TT', en: '"{value}" is not a month written YYYY-MM' },
  'bad-truth': { vi: '“{value}” phải là true hoặc false', en: '"{value}" must be true or false' },
  'bad-number': {
    vi: '“{value}” không phải số hợp lệ (dấu thập phân là dấu chấm)',
    en: '"{value}" is not a valid number (decimal point, not comma)',
  },
  'out-of-range': { vi: '{value} nằm ngoài khoảng {least}–{most}', en: '{value} is outside {least}–{most}' },
  'reversed-period': {
    vi: 'ngày kết thúc {to} trước ngày bắt đầu {from}',
    en: 'the last day {to} is before the first day {from}',
  },
  'window-outside-plan': {
    vi: 'đợt cao điểm {from}–{to} nằm ngoài thời gian của kế hoạch',
    en: 'the window {from}–{to} lies outside the plan',
  },
  'two-issue-dates': {
    vi: 'chỉ ghi một trong hai: issuedOn hoặc issuedIn',
    en: 'give either issuedOn or issuedIn, not both',
  },
  'bad-due-day': {
    vi: '“{value}” không phải ngày có thật dạng ngày/tháng',
    en: '"{value}" is not an existing day written day/month',
  },
  'due-day-absent': { vi: 'năm {year} không có ngày hạn này', en: 'the year {year} has no such due day' },
  'due-ambiguous': {
    vi: 'chỉ ghi một trong hai: before hoặc beforeDayOfLastMonth',
    en: 'give either before or beforeDayOfLastMonth, not both',
  },
  'number-not-allowed': { vi: 'báo cáo năm không có số thứ tự', en: 'a yearly report has no number' },
  'variant-not-allowed': {
    vi: 'chỉ K3 có biến thể, không phải {indicator}',
    en: 'only K3 has variants, not {indicator}',
  },
  'duplicate-entry': { vi: '“{key}” được ghi hai lần', en: '"{key}" stands here twice' },
  'unknown-task': { vi: 'không có nhiệm vụ “{task}” khác trong kế hoạch', en: 'the plan has no other task "{task}"' },
  'judicial-not-requested': {
    vi: 'Ủy ban nhân dân chỉ có thể đề nghị “{agency}”: chuyển sang “requested”',
    en: 'a people\'s committee can only request "{agency}": move it to "requested"',
  },
  'duplicate-plan': {
    vi: 'kế hoạch số {number} ngày {issuedOn} của {issuer} đã có dưới mã “{other}”',
    en: 'plan {number} of {issuedOn} by {issuer} exists already as "{other}"',
  },
  'unknown-parent': { vi: 'không có kế hoạch cấp trên “{parent}”', en: 'there is no parent plan "{parent}"' },
  'parent-mismatch': {
    vi: '{key} của kế hoạch cấp trên ghi “{value}”, nhưng kế hoạch đó ghi “{actual}”',
    en: 'the parent\'s {key} is given as "{value}", but that plan says "{actual}"',
  },
  'parent-cycle': {
    vi: 'kế hoạch “{parent}” không thể vừa là cấp trên vừa là cấp dưới',
    en: 'plan "{parent}" cannot be both above and below',
  },
};

/** @returns the sentence that tells what is wrong, without the place. */
export function sentenceOf({ code, facts }: Pick<PlanFault, 'code' | 'facts'>, language: Language): string {
  return fillSentence(SENTENCES[code][language], facts);
}

/** @returns `file:line:column path – Vietnamese sentence / English sentence`. */
export function faultLine(fault: PlanFault): string {
  const place = `${fault.file}:${fault.line}:${fault.column}${fault.path ? ` ${fault.path}` : ''}`;
  return `${place} – ${sentenceOf(fault, 'vi')} / ${sentenceOf(fault, 'en')}`;
}
