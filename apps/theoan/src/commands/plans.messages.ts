import { fillSentence } from '#libs/platform/http';
import { type CommandContext } from '../command-context.js';

const PHRASES = {
  plans: { vi: 'kế hoạch và chỉ tiêu', en: 'plans and targets' },
  list: { vi: 'các kế hoạch đã nạp', en: 'the plans that are loaded' },
  show: {
    vi: 'mọi điều về một kế hoạch: chỉ tiêu, lịch báo cáo, đợt cao điểm, điểm khác cấp trên, nhiệm vụ',
    en: 'everything about a plan: targets, calendar, campaigns, differences from its parent, tasks',
  },
  check: {
    vi: 'kiểm tra tệp kế hoạch (không nêu tệp: các tệp có sẵn); không cần cơ sở dữ liệu',
    en: 'check plan files (none named: those supplied); needs no database',
  },
  format: { vi: 'dạng kết quả', en: 'output format' },
  against: { vi: 'so với kế hoạch này thay cho kế hoạch cấp trên', en: 'compare with this plan instead of its parent' },
  known: {
    vi: 'thư mục các kế hoạch đã có, để tìm cấp trên',
    en: 'folder of the plans that exist already, for parents',
  },
  checked: { vi: '{files} tệp, {faults} lỗi', en: '{files} files, {faults} faults' },
} as const;

export type PlansPhrase = keyof typeof PHRASES;

/** @returns the phrase with its places filled. */
export function phraseOf(
  phrase: PlansPhrase,
  language: CommandContext['language'],
  facts: Readonly<Record<string, number>> = {},
): string {
  return fillSentence(PHRASES[phrase][language], facts);
}
