import { fillSentence } from '#libs/platform/http';
import { type CommandContext } from '../command-context.js';

const PHRASES = {
  audit: { vi: 'nhật ký kiểm tra', en: 'the audit' },
  key: { vi: 'tạo khóa ký (nhật ký) hoặc khóa cùng ký', en: 'make a key that signs the log, or one that cosigns' },
  export: { vi: 'xuất mọi bản ghi đã niêm phong cho người kiểm chứng', en: 'export every sealed entry for a verifier' },
  checkpoint: {
    vi: 'điểm niêm phong cuối, số bản ghi chờ niêm phong',
    en: 'the last checkpoint, and what waits to be sealed',
  },
  cosign: {
    vi: 'cùng ký điểm niêm phong cuối, từ cơ sở dữ liệu hoặc từ tệp xuất',
    en: 'cosign the last checkpoint, from the database or from an export',
  },
  verify: {
    vi: 'đối chiếu nhật ký với dấu niêm phong',
    en: 'hold the audit against its seals, the record against the audit',
  },
  name: { vi: 'tên khóa, ví dụ vks.example/nhat-ky', en: 'name of the key, such as procuracy.example/witness' },
  out: { vi: 'ghi vào tệp này', en: 'write to this file' },
  all: { vi: 'mọi điểm niêm phong', en: 'every checkpoint' },
  'key-file': { vi: 'tệp khóa bí mật của cơ quan cùng ký', en: 'file of the cosigner’s secret key' },
  state: { vi: 'tệp nhớ điểm niêm phong đã cùng ký', en: 'file that remembers what was cosigned' },
  keys: { vi: 'tệp khóa công khai, mỗi dòng một khóa', en: 'file of public keys, one in a line' },
  'from-export': { vi: 'tệp xuất thay cho cơ sở dữ liệu', en: 'an export in place of the database' },
  'from-checkpoint': { vi: 'tệp điểm niêm phong đi cùng tệp xuất', en: 'the checkpoint that goes with the export' },
  cosigner: { vi: 'khóa cùng ký thay cho khóa nhật ký', en: 'a key that cosigns in place of one that signs a log' },
  made: { vi: 'khóa công khai, trao cho các cơ quan khác: {key}', en: 'public key, for the other agencies: {key}' },
  exported: { vi: 'đã xuất {entries} bản ghi', en: 'exported {entries} entries' },
  waiting: {
    vi: '{size} bản ghi đã niêm phong; {unsealed} chờ, lâu nhất {lag} giây',
    en: '{size} entries sealed; {unsealed} wait, the oldest {lag} s',
  },
  none: { vi: 'chưa có điểm niêm phong nào', en: 'no checkpoint yet' },
  cosigned: { vi: 'đã cùng ký {size} bản ghi', en: 'cosigned {size} entries' },
  pair: { vi: 'ghi cả --export và --checkpoint', en: 'give both --export and --checkpoint' },
  intact: { vi: 'NGUYÊN VẸN: {counts}', en: 'INTACT: {counts}' },
  broken: { vi: 'KHÔNG KHỚP: {counts}', en: 'DOES NOT FIT: {counts}' },
  counts: {
    vi: '{leaves} bản ghi, {checkpoints} điểm niêm phong, {events} bước khớp nội dung; {before} bước có từ trước nhật ký',
    en: '{leaves} entries, {checkpoints} checkpoints, {events} steps held against their digests; {before} steps are older than the audit',
  },
  'leaf-differs': { vi: 'bản ghi {at} đã bị sửa', en: 'entry {at} was altered' },
  'leaf-missing': { vi: 'thiếu bản ghi {at}', en: 'entry {at} is missing' },
  'root-differs': {
    vi: 'gốc của {at} bản ghi không phải gốc đã ký',
    en: 'the root of {at} entries is not the signed one',
  },
  'not-signed': { vi: 'điểm niêm phong {at} không có chữ ký đúng', en: 'checkpoint {at} bears no valid signature' },
  'event-differs': { vi: 'bước {at} khác nội dung đã ghi nhật ký', en: 'step {at} is not what was entered' },
  'event-missing': { vi: 'bước {at} đã ghi nhật ký nhưng không còn', en: 'step {at} was entered and is gone' },
  'event-unentered': { vi: 'bước {at} không có bản ghi nhật ký', en: 'step {at} was never entered' },
  'event-rewritten': {
    vi: 'bản ghi {at}: bước bị sửa hoặc xóa tại chỗ',
    en: 'entry {at}: steps were changed in place',
  },
} as const;

export type AuditPhrase = keyof typeof PHRASES;

/** @returns the phrase with its places filled. */
export function auditPhrase(
  phrase: AuditPhrase,
  language: CommandContext['language'],
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return fillSentence(PHRASES[phrase][language], facts);
}
