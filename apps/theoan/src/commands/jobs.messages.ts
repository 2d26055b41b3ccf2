import { fillSentence } from '#libs/platform/http';
import { type CommandContext } from '../command-context.js';

const PHRASES = {
  jobs: { vi: 'việc chạy nền', en: 'background jobs' },
  list: {
    vi: 'hàng đợi, hộp thư đi và lần chạy gần nhất của từng việc',
    en: 'queues, outbox and the last run of each job',
  },
  runs: { vi: 'các lần chạy, mới nhất trước', en: 'the runs, newest first' },
  run: { vi: 'yêu cầu làm một việc ngay', en: 'ask for a job now' },
  retry: { vi: 'làm lại một việc đã hỏng', en: 'do a failed job again' },
  clean: { vi: 'dọn việc đã xong và đã hỏng, các lần chạy cũ', en: 'forget finished and failed jobs, and old runs' },
  format: { vi: 'dạng kết quả', en: 'output format' },
  name: { vi: 'chỉ việc này', en: 'this job only' },
  limit: { vi: 'số dòng nhiều nhất', en: 'lines at most' },
  before: { vi: 'chỉ các lần chạy trước số này (trang sau)', en: 'only runs before this number (next page)' },
  fields: { vi: 'nội dung, dạng trường=giá trị', en: 'payload, as field=value' },
  days: { vi: 'cũ hơn số ngày này', en: 'older than so many days' },
  queue: { vi: 'Hàng đợi', en: 'Queue' },
  waiting: { vi: 'Chờ', en: 'Waiting' },
  active: { vi: 'Đang làm', en: 'Active' },
  delayed: { vi: 'Hẹn giờ', en: 'Delayed' },
  failed: { vi: 'Hỏng', en: 'Failed' },
  job: { vi: 'Việc', en: 'Job' },
  number: { vi: 'Số', en: 'No.' },
  attempt: { vi: 'Lần', en: 'Try' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  counted: { vi: 'Đã xét', en: 'Counted' },
  written: { vi: 'Đã ghi', en: 'Written' },
  took: { vi: 'Mất (ms)', en: 'Took (ms)' },
  started: { vi: 'Bắt đầu', en: 'Started' },
  error: { vi: 'Lỗi', en: 'Error' },
  topic: { vi: 'Hộp thư đi', en: 'Outbox' },
  rows: { vi: 'Dòng', en: 'Rows' },
  oldest: { vi: 'Cũ nhất (giây)', en: 'Oldest (s)' },
  'failed-tries': { vi: 'Lần hỏng', en: 'Failed tries' },
  'next-try': { vi: 'Lần tới', en: 'Next try' },
  'outcome-running': { vi: 'đang chạy', en: 'running' },
  'outcome-done': { vi: 'xong', en: 'done' },
  'outcome-failed': { vi: 'hỏng', en: 'failed' },
  workers: {
    vi: 'tiến trình làm việc đang sống: {count}; hàng đợi ở {kind}',
    en: 'workers alive: {count}; queues on {kind}',
  },
  'outbox-empty': { vi: 'hộp thư đi: trống', en: 'outbox: empty' },
  'no-runs': { vi: 'chưa có lần chạy nào', en: 'no runs yet' },
  asked: { vi: 'đã yêu cầu {job}, mã {id}', en: 'asked for {job}, id {id}' },
  retried: { vi: 'sẽ làm lại việc {id} của hàng đợi {queue}', en: 'job {id} of queue {queue} will be done again' },
  cleaned: { vi: 'đã dọn {jobs} việc và {runs} lần chạy', en: 'forgot {jobs} jobs and {runs} runs' },
  'field-malformed': { vi: 'viết nội dung dạng trường=giá trị', en: 'write the payload as field=value' },
  'number-malformed': { vi: 'ghi một số nguyên không âm', en: 'give a whole number, zero or more' },
} as const;

export type JobsPhrase = keyof typeof PHRASES;

/** @returns the phrase with its places filled. */
export function phraseOf(
  phrase: JobsPhrase,
  language: CommandContext['language'],
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return fillSentence(PHRASES[phrase][language], facts);
}
