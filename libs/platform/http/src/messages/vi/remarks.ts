import { type Sentences } from '../sentences.js';

/** Why a remark on a case is refused. */
export const remarksVi: Sentences = {
  'key-case.already-marked': 'Vụ án đã được xác định là án điểm. Không ghi lại.',
  'campaign.unknown':
    'Không có đợt cao điểm nào mang mã {campaign}. Chọn một đợt trong danh sách của các kế hoạch hiện hành.',
  'campaign.not-running':
    'Ngày xác định án điểm nằm ngoài đợt cao điểm {campaign} (từ {from} đến {to}). Kiểm tra lại ngày hoặc chọn đợt khác.',
  'campaign.elsewhere':
    'Đợt cao điểm {campaign} là của {territory}; vụ án không xảy ra và không do đơn vị nào ở đó giải quyết. Chọn đợt khác, hoặc bỏ trống.',
  'key-case.not-marked': 'Vụ án chưa được xác định là án điểm. Không có gì để bỏ.',
  'difficulty.noted-already': 'Khó khăn, vướng mắc này đã được ghi. Không ghi lại.',
  'difficulty.not-open': 'Không có khó khăn, vướng mắc này, hoặc đã được tháo gỡ. Kiểm tra lại.',
};

export const remarkCommandsVi = {
  'mark-key-case': 'Xác định án điểm',
  'unmark-key-case': 'Bỏ xác định án điểm',
  'note-difficulty': 'Ghi khó khăn, vướng mắc',
  'settle-difficulty': 'Ghi khó khăn, vướng mắc đã tháo gỡ',
} as const;

export const remarkEventsVi = {
  'key-case-marked': 'Được xác định là án điểm',
  'key-case-unmarked': 'Thôi là án điểm',
  'difficulty-noted': 'Có khó khăn, vướng mắc',
  'difficulty-settled': 'Khó khăn, vướng mắc được tháo gỡ',
} as const;

export const difficultyCategoriesVi = {
  law: 'quy định pháp luật, hướng dẫn áp dụng',
  evidence: 'thu thập chứng cứ',
  'expert-examination': 'giám định, định giá',
  'co-operation': 'phối hợp giữa các cơ quan',
  'mutual-legal-assistance': 'tương trợ tư pháp',
  victim: 'xác minh, bảo vệ, hỗ trợ nạn nhân',
  resources: 'nhân lực, kinh phí, phương tiện',
} as const;
