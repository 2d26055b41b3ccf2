import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of custody or detention, or the day of an offence. */
export const measuresVi: Sentences = {
  'committed.later': 'Ngày phạm tội sau ngày tiếp nhận hoặc khởi tố. Sửa lại một trong hai ngày.',
  'custody.already-held': 'Người này đang bị tạm giữ hoặc tạm giam trong vụ án. Gia hạn, hoặc ghi trả tự do trước.',
  'custody.not-held': 'Người này không bị tạm giữ trong vụ án. Kiểm tra lại danh sách người bị tạm giữ.',
  'custody.days-out-of-order':
    'Ngày bắt đầu tạm giữ sau ngày ra quyết định, hoặc ngày hết hạn trước ngày bắt đầu. Sửa lại các ngày.',
  'custody.too-long': 'Mỗi lần tạm giữ không quá 03 ngày. Ngày hết hạn muộn nhất là {longest}.',
  'detention.already': 'Bị can, bị cáo đang bị tạm giam theo lệnh còn hiệu lực. Gia hạn lệnh đó, hoặc sửa lại ngày.',
  'detention.not-detained': 'Có bị can, bị cáo không bị tạm giam vào ngày đó. Bỏ người đó khỏi danh sách.',
  'detention.days-out-of-order': 'Ngày kết thúc tạm giam trước ngày bắt đầu. Sửa lại các ngày trong lệnh.',
  'detention.too-long':
    'Thời hạn tạm giam vượt quá mức luật cho phép, đã trừ thời gian tạm giữ, tạm giam trước. Ngày muộn nhất là {longest}.',
};

export const measureCommandsVi = {
  'hold-person': 'Tạm giữ',
  'extend-custody': 'Phê chuẩn gia hạn tạm giữ',
  release: 'Trả tự do người bị tạm giữ',
  'order-detention': 'Ra lệnh tạm giam',
  'extend-detention': 'Gia hạn tạm giam',
  'end-detention': 'Chấm dứt tạm giam',
} as const;

export const measureEventsVi = {
  'person-held': 'Quyết định tạm giữ',
  'custody-extended': 'Gia hạn tạm giữ được phê chuẩn',
  released: 'Người bị tạm giữ được trả tự do',
  'detention-ordered': 'Lệnh tạm giam',
  'detention-extended': 'Quyết định gia hạn tạm giam',
  'detention-ended': 'Việc tạm giam chấm dứt',
} as const;
