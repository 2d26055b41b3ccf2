import { type Sentences } from '../sentences.js';

/** Sentences about limits and days off. */
export const deadlinesVi: Sentences = {
  'days-off.other-year': 'Ngày {day} không thuộc năm {year}. Mỗi lần chỉ đặt lịch nghỉ của một năm; sửa lại ngày.',
  'days-off.twice': 'Ngày {day} được ghi hai lần. Ghi mỗi ngày một lần, hoặc là ngày nghỉ hoặc là ngày làm bù.',
  'days-off.make-up-on-a-working-day':
    'Ngày làm bù {day} không phải thứ Bảy hay Chủ nhật. Chỉ ghi ngày cuối tuần phải đi làm.',
  'days-off.malformed':
    'Tệp lịch nghỉ {file} thiếu hoặc sai mục: cần year, decision, isConfirmed, daysOff, makeUpDays.',
  'limit-notice.not-found': 'Không có nhắc việc này, hoặc đã được đọc.',
};

/** The lists of what is due. */
export const urgencyVi = {
  overdue: 'quá hạn',
  'within-3': 'đến hạn trong 3 ngày',
  'within-7': 'đến hạn trong 7 ngày',
  'within-30': 'đến hạn trong 30 ngày',
  'ask-by': 'phải đề nghị gia hạn trong 7 ngày',
  'to-review': 'án tạm đình chỉ cần rà soát',
  limitation: 'sắp hết thời hiệu (12 tháng)',
  'limitation-6': 'sắp hết thời hiệu (6 tháng)',
  'limitation-3': 'sắp hết thời hiệu (3 tháng)',
} as const;
