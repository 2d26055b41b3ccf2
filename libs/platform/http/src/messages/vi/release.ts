import { type Sentences } from '../sentences.js';

/** Why figures do not leave the circle, or not in this way. */
export const releaseVi: Sentences = {
  'disclosure.k-too-small': 'Ngưỡng {k} không dùng được. Nhập số nguyên từ 3 đến 1000.',
  'disclosure.no-count':
    'Ô “{cell}” không phải là số đếm từ 0 trở lên, nên bảng không được công bố. Hãy báo quản trị viên.',
  'disclosure.does-not-add-up':
    'Các phần không cộng lại thành ô “{cell}”: có bước vừa được ghi. Lập lại bảng; nếu vẫn vậy, hãy báo quản trị viên.',
  'disclosure.dimensions': 'Bảng công bố có nhiều nhất {most} chiều. Bớt một chiều rồi lập lại.',
  'release.reveals-by-difference':
    'So với các bảng đã công bố, bảng này sẽ để lộ số liệu đang được giữ kín. Chọn kỳ, ngày hoặc địa bàn đã công bố, hoặc đợi đến kỳ sau.',
  'release.other-borders':
    'Kỳ này trùng với bảng {code} đã công bố theo địa giới khác; so hai bảng sẽ lộ số liệu. Chọn kỳ không trùng.',
  'release.too-many-before':
    'Đã có {count:number} bảng công bố về cùng số liệu, quá nhiều để kiểm tra chung (nhiều nhất {most:number}). Dùng lại bảng đã công bố.',
  'release.day-not-over': 'Ngày {day} chưa hết, số liệu còn thay đổi. Chọn ngày trước hôm nay.',
  'release.steps-pending': 'Còn bước vừa ghi chưa cộng vào số liệu. Thử lại sau ít giây.',
  'release.k-below-house': 'Ngưỡng {k} thấp hơn mức tối thiểu {least}. Nhập từ {least} trở lên.',
  'release.not-found': 'Không có bảng công bố này.',
  'release.same-person': 'Người lập bảng không tự duyệt được. Cần một lãnh đạo khác duyệt.',
  'release.already-approved': 'Bảng {code} đã được duyệt.',
  'release.not-approved': 'Bảng {code} chưa được duyệt nên chưa được đưa ra ngoài. Đề nghị lãnh đạo duyệt.',
  'release.prepared-before-another':
    'Sau khi lập bảng {code}, một bảng khác về cùng số liệu đã được duyệt. Lập lại để kiểm tra cả hai bảng.',
};
