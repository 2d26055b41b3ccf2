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
  'person.not-found': 'Không có người này, hoặc người này không thuộc hồ sơ nào mà đơn vị của bạn được xem.',
  'person.name-or-unknown': 'Ghi họ tên, hoặc nêu rõ là chưa biết tên (nameUnknown); không ghi cả hai.',
  'person.name-or-number': 'Tìm theo tên hoặc theo số giấy tờ, điện thoại: ghi đúng một trong hai.',
  'person.family-not-recorded-here':
    'Đơn vị của bạn không ghi hay đính chính thông tin của nhóm người này trong hồ sơ này. Việc đó thuộc cơ quan đang thụ lý.',
  'person.no-such-defendant': 'Vụ án không có bị can với mã này. Xem lại danh sách bị can của vụ án.',
  'person.already-recorded': 'Thông tin của bị can này đã được ghi. Nếu cần sửa, hãy đính chính.',
  'person.nothing-to-correct': 'Chưa nêu trường nào để đính chính. Ghi giá trị đúng hoặc trường cần bỏ.',
  'person.field-not-revealed':
    'Với vai trò và đơn vị của bạn, ở giai đoạn này, có trường bạn hỏi không được cho xem. Chỉ hỏi các trường có ghi “revealable”.',
  'person.purpose-in-words': 'Mục đích “khác” phải được nêu bằng lời, ít nhất 10 ký tự.',
  'person.search-too-short': 'Nhập ít nhất {least:number} chữ cái của tên.',
  'person.budget-spent':
    'Bạn đã dùng hết {limit:number} lượt trong một giờ. Thử lại sau {minutes:number} phút; nếu công việc cần nhiều hơn, báo thủ trưởng.',
};
