import { DomainError } from '#libs/domain/kernel';
import { type Language, fillSentence, findSentence, labelOf, sentenceFor } from '#libs/platform/http';
import type { FaultyRow, ImportFault } from './import-fault.js';
import { COLUMNS } from './register/columns.js';

type Sentence = Readonly<Record<Language, string>>;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'import.cell-missing': { vi: 'Ô trống. Ghi nội dung.', en: 'The cell is empty. Fill it in.' },
  'import.day-invalid': {
    vi: 'Không phải ngày có thật. Ghi ngày dạng 16/03/2026.',
    en: 'Not an existing day. Write it as 16/03/2026.',
  },
  'import.word-unknown': {
    vi: 'Không hiểu nội dung ô. Dùng mã hoặc tên trong hướng dẫn nhập.',
    en: 'The word is not understood. Use a code or a name of the import guide.',
  },
  'import.number-invalid': { vi: 'Cần một số nguyên từ 1.', en: 'A whole number from 1 is needed.' },
  'import.office-unknown': {
    vi: 'Không có cơ quan mang mã này. Xem danh mục cơ quan.',
    en: 'No office has this code. See the list of offices.',
  },
  'import.office-foreign': {
    vi: 'Cơ quan này ngoài phạm vi của người nhập.',
    en: 'This office is outside the importing person’s scope.',
  },
  'import.office-not-in-force': {
    vi: 'Cơ quan này không hoạt động vào ngày {day}. Cơ quan kế thừa: {successor}.',
    en: 'This office does not exist on {day}. Its successor: {successor}.',
  },
  'import.place-unknown': {
    vi: 'Không có (hoặc có nhiều) địa bàn như vậy vào ngày ấy. Ghi mã, hoặc “xã, tỉnh”.',
    en: 'No such place on that day, or several. Write its code, or "commune, province".',
  },
  'import.verdicts-invalid': {
    vi: 'Ghi dạng 1=có tội;2=không có tội.',
    en: 'Write it as 1=convicted;2=acquitted.',
  },
  'import.step-of-other-kind': {
    vi: 'Loại hồ sơ này không có bước “{command}” trong sổ.',
    en: 'A file of this kind has no step "{command}" in a register.',
  },
  'import.column-unused': {
    vi: 'Bước “{command}” không dùng cột này. Xóa nội dung ô.',
    en: 'The step "{command}" does not use this column. Empty the cell.',
  },
  'import.cell-unfit': {
    vi: 'Bước “{command}” cần cột này, hoặc nội dung ô không dùng được cho bước ấy.',
    en: 'The step "{command}" needs this column, or its content is not possible there.',
  },
  'import.column-missing': { vi: 'Thiếu cột “{column}”.', en: 'The column "{column}" is missing.' },
  'import.column-unknown': {
    vi: 'Không hiểu tiêu đề cột, hoặc cột có hai lần. Đổi tên theo tệp mẫu hoặc xóa cột.',
    en: 'The header is not understood, or the column stands there twice. Name it as in the template, or delete it.',
  },
  'import.file-unknown': {
    vi: 'Không có hồ sơ số {number}: thiếu dòng mở hồ sơ, hoặc ghi cột “Mã cơ quan mở sổ”.',
    en: 'There is no file number {number}: a row that opens it is missing, or fill in "Register office code".',
  },
  'import.file-ambiguous': {
    vi: 'Có {files} hồ sơ cùng số {number}. Ghi cột “Mã cơ quan mở sổ”.',
    en: 'There are {files} files numbered {number}. Fill in "Register office code".',
  },
  'docket.no-case': { vi: 'Dòng không có số vụ.', en: 'The row names no case.' },
  'docket.stage-unknown': {
    vi: 'Tệp ánh xạ không có giai đoạn này.',
    en: 'The profile does not know this stage.',
  },
  'docket.result-unknown': {
    vi: 'Tệp ánh xạ không có kết quả này ở giai đoạn này.',
    en: 'The profile has no rule for this result of the stage.',
  },
  'docket.date-missing': { vi: 'Dòng không có ngày.', en: 'The row has no date.' },
  'docket.date-invalid': {
    vi: 'Ngày không có thật, hoặc không viết theo dạng của tệp ánh xạ (dates.format).',
    en: 'Not an existing day, or not written in the format of the profile (dates.format).',
  },
  'docket.date-out-of-range': {
    vi: 'Ngày ngoài khoảng mà tệp ánh xạ cho phép.',
    en: 'The day lies outside the range of the profile.',
  },
  'docket.no-defendant': {
    vi: 'Dòng không nêu bị can, trong khi dòng khác của vụ có nêu. Ghi số bị can vào dòng này.',
    en: 'The row names no person, while other rows of the case do. Fill in whom it is about.',
  },
  'docket.behind-record': {
    vi: 'Dòng chưa được ghi, mà hồ sơ đã có bước của ngày {last}. Sửa hồ sơ trong hệ thống.',
    en: 'The row is not on record, and the file goes on until {last} already. Correct the file in the system.',
  },
  'docket.duplicate': { vi: 'Dòng lặp lại một dòng trước.', en: 'The row repeats an earlier one.' },
  'import.follows-fault': {
    vi: 'Bước này đứng sau một dòng sai của cùng hồ sơ. Sửa dòng ấy rồi nạp lại.',
    en: 'This step follows a faulty row of the same file. Correct that row, then import again.',
  },
};

/** @returns what is wrong and what to do, with the article where the law refused; the column first where one is named. */
export function sentenceOfFault({ code, column, facts }: ImportFault, language: Language): string {
  const own = SENTENCES[code]?.[language];
  const sentence =
    findSentence(code, facts, language) === undefined && own !== undefined
      ? filled(own, facts, language)
      : sentenceFor(new DomainError(code, 'malformed', facts), language);
  return column === undefined ? sentence : `${column}: ${sentence}`;
}

/** @returns one line for a terminal: `17: Ngày: …`. */
export const faultLines = ({ line, faults }: FaultyRow, language: Language): string[] =>
  faults.map((fault) => `${line}: ${sentenceOfFault(fault, language)}`);

const filled = (sentence: string, facts: ImportFault['facts'], language: Language): string =>
  fillSentence(sentence, facts, (fact, name) => {
    const value = String(fact ?? '–');
    if (name === 'command') return labelOf('command', value, language);
    return name === 'column' ? columnName(value, language) : value;
  });

const columnName = (column: string, language: Language): string =>
  column in COLUMNS ? COLUMNS[column as keyof typeof COLUMNS][language] : column;
