import { type Sentences } from '../sentences.js';

/** Why a paper or a date of birth is not taken, and where it disagrees. */
export const personVi: Sentences = {
  'paper.shape':
    'Số giấy tờ không đúng dạng: căn cước 12 chữ số, chứng minh nhân dân 9 chữ số, hộ chiếu một chữ cái và 7 hoặc 8 chữ số; không có giấy tờ thì để trống số.',
  'paper.province-unknown': 'Ba chữ số đầu của số căn cước không phải mã của tỉnh nào. Xem lại trên thẻ.',
  'paper.country-absent': 'Ghi mã hai chữ cái của nước cấp giấy tờ, ví dụ LA, KH, CN.',
  'paper.reason-absent': 'Chọn lý do không có giấy tờ.',
  'paper.sex-differs': 'Chữ số thứ tư của số căn cước ứng với giới tính khác. Kiểm tra lại; vẫn có thể lưu.',
  'paper.birth-year-differs': 'Số căn cước ứng với năm sinh khác. Kiểm tra lại; vẫn có thể lưu.',
  'birth.malformed':
    'Ghi ngày sinh dạng YYYY-MM-DD, YYYY-MM, YYYY, hoặc ước chừng YYYY~YYYY (cách nhau nhiều nhất 30 năm).',
};
