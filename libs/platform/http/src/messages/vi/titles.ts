import { type Sentences } from '../sentences.js';

/** The title of a problem, by HTTP status. */
export const titlesVi: Sentences = {
  '400': 'Dữ liệu chưa hợp lệ',
  '401': 'Cần đăng nhập',
  '403': 'Không có quyền',
  '404': 'Không tìm thấy',
  '405': 'Phương thức không được nhận',
  '406': 'Không trả lời được theo kiểu đã yêu cầu',
  '409': 'Không thực hiện được lúc này',
  '413': 'Nội dung quá lớn',
  '414': 'Địa chỉ quá dài',
  '415': 'Kiểu nội dung không được nhận',
  '429': 'Quá nhiều lần thử',
  '500': 'Lỗi hệ thống',
  '503': 'Tạm thời chưa phục vụ được',
};
