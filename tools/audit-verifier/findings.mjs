// What can be wrong, the gravest first: the exit code of a run is that of its gravest finding.
export const EXIT_CODES = {
  'forged-checkpoint': 16,
  forked: 19,
  edited: 10,
  deleted: 11,
  inserted: 12,
  reordered: 13,
  'older-backup': 15,
  truncated: 14,
  uncovered: 20,
  malformed: 18,
  'cosignature-missing': 17,
};
export const UNUSABLE = 2;

const line = ({ index, line: at }) => `${index} (line ${at + 2})`;
const dong = ({ index, line: at }) => `${index} (dòng ${at + 2})`;
const SHOWN = 5;
const listed = (lines, write) => lines.slice(0, SHOWN).map(write).join(', ') + (lines.length > SHOWN ? ', …' : '');
const last = ({ to }) => to - 1;

const ENGLISH = {
  'forged-checkpoint': ({ file, reason }) => `FORGED CHECKPOINT: ${file} is not believed (${reason}).`,
  forked: ({ size, files }) =>
    `TWO HISTORIES: ${files.join(' and ')} are both signed for ${size} entries, with different roots.`,
  edited: ({ from, ...f }) => `EDITED: at least one entry from ${from} to ${last(f)} is not what was sealed.`,
  deleted: ({ from, count, isWithin, hasMore, ...f }) =>
    `DELETED: ${count} missing; ${isWithin ? 'the first of them is among' : hasMore ? 'the first of them' : 'entries'} ${from} to ${last(f)}.`,
  inserted: ({ from, lines, count, ...f }) =>
    lines
      ? `INSERTED: ${lines.length} repeated: ${listed(lines, line)}.`
      : `INSERTED: ${count} never sealed: entries ${from} to ${last(f)}.`,
  reordered: ({ lines, between }) =>
    lines
      ? `REORDERED: out of their place: ${listed(lines, line)}.`
      : `REORDERED: sealed entries changed places between ${between[0]} and ${between[1]}.`,
  'older-backup': ({ count, largest }) =>
    `OLDER BACKUP: this is the state of ${count} entries; a checkpoint is signed for ${largest}.`,
  truncated: ({ count, largest, verified }) =>
    `TRUNCATED: ${count} entries where ${largest} were sealed; what is missing stood at ${verified} or after.`,
  uncovered: ({ from, ...f }) =>
    `NOT COVERED: entries ${from} to ${last(f)} come after the last checkpoint; nobody vouches for them.`,
  malformed: ({ line: at, reason }) => `MALFORMED: line ${at} of the export cannot be used (${reason}).`,
  'cosignature-missing': ({ found, wanted, size }) =>
    `COSIGNATURE MISSING: ${found} of ${wanted} cosigners signed the checkpoint of ${size} entries.`,
};

const VIETNAMESE = {
  'forged-checkpoint': ({ file, reason }) => `ĐIỂM NIÊM PHONG GIẢ: không tin được ${file} (${reason}).`,
  forked: ({ size, files }) =>
    `HAI LỊCH SỬ: ${files.join(' và ')} đều được ký cho ${size} bản ghi nhưng gốc băm khác nhau.`,
  edited: ({ from, ...f }) =>
    `BỊ SỬA: ít nhất một bản ghi trong khoảng ${from} đến ${last(f)} khác với khi niêm phong.`,
  deleted: ({ from, count, isWithin, hasMore, ...f }) =>
    `BỊ XÓA: thiếu ${count} bản ghi; ${isWithin ? 'bản ghi đầu tiên bị thiếu nằm trong khoảng' : hasMore ? 'đầu tiên là' : 'đó là'} ${from} đến ${last(f)}.`,
  inserted: ({ from, lines, count, ...f }) =>
    lines
      ? `BỊ CHÈN: ${lines.length} bản ghi lặp lại: ${listed(lines, dong)}.`
      : `BỊ CHÈN: ${count} bản ghi chưa từng được niêm phong: ${from} đến ${last(f)}.`,
  reordered: ({ lines, between }) =>
    lines
      ? `BỊ ĐẢO THỨ TỰ: không đúng chỗ: ${listed(lines, dong)}.`
      : `BỊ ĐẢO THỨ TỰ: các bản ghi đã đổi chỗ giữa ${between[0]} và ${between[1]}.`,
  'older-backup': ({ count, largest }) =>
    `BẢN SAO LƯU CŨ: đây là trạng thái ${count} bản ghi; đã có điểm niêm phong được ký cho ${largest}.`,
  truncated: ({ count, largest, verified }) =>
    `BỊ CẮT: còn ${count} bản ghi trong khi đã niêm phong ${largest}; phần thiếu nằm từ ${verified} trở đi.`,
  uncovered: ({ from, ...f }) =>
    `CHƯA ĐƯỢC BẢO ĐẢM: các bản ghi ${from} đến ${last(f)} nằm sau điểm niêm phong cuối; không ai xác nhận.`,
  malformed: ({ line: at, reason }) => `SAI DẠNG: không dùng được dòng ${at} của tệp xuất (${reason}).`,
  'cosignature-missing': ({ found, wanted, size }) =>
    `THIẾU CHỮ KÝ CÙNG: ${found} trên ${wanted} cơ quan đã cùng ký điểm niêm phong ${size} bản ghi.`,
};

const SENTENCES = { vi: VIETNAMESE, en: ENGLISH };
export const LANGUAGES = Object.keys(SENTENCES);

/** @returns the finding in words. */
export function sentenceOf(finding, language) {
  return SENTENCES[language][finding.kind](finding);
}

export function exitCodeOf(findings) {
  const kinds = new Set(findings.map(({ kind }) => kind));
  const gravest = Object.keys(EXIT_CODES).find((kind) => kinds.has(kind));
  return gravest === undefined ? 0 : EXIT_CODES[gravest];
}
