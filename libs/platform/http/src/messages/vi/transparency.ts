import { type Sentences } from '../sentences.js';

/** Why an entry, a signed note or a checkpoint of the audit is refused. */
export const transparencyVi: Sentences = {
  'entry.not-canonical':
    'Bản ghi nhật ký không có dạng chuẩn tắc ({reason}); chưa có gì được ghi. Hãy báo cho quản trị viên.',
  'note.key-malformed': 'Dòng khóa bị hỏng ({reason}). Chép lại nguyên dòng từ tệp của người giữ khóa.',
  'note.malformed': 'Đây không phải văn bản đã ký ({reason}). Dùng đúng tệp đã được gửi, không chỉnh sửa.',
  'note.signature-wrong':
    'Chữ ký mang tên “{key}” không đúng: văn bản đã bị sửa, hoặc do khóa khác ký. Không sử dụng và hãy báo cáo.',
  'note.unsigned': 'Văn bản không có chữ ký của khóa nào được tin cậy ở đây. Kiểm tra tệp khóa công khai.',
  'checkpoint.malformed': 'Văn bản không chứa điểm niêm phong ({reason}). Dùng đúng tệp mà nhật ký đã công bố.',
  'checkpoint.not-of-its-log':
    'Điểm niêm phong không do nhật ký mà nó nêu tên ký. Kiểm tra tệp khóa công khai và nguồn của tệp này.',
  'checkpoint.older':
    'Điểm niêm phong có {size:number} bản ghi, ít hơn {known:number} bản ghi đã cùng ký: một trạng thái cũ đã được khôi phục. Không cùng ký; hãy hỏi cơ quan giữ nhật ký.',
  'checkpoint.diverges':
    '{known:number} bản ghi đã cùng ký không còn là phần đầu của {size:number} bản ghi trong điểm niêm phong này: quá khứ đã bị thay đổi. Không cùng ký; giữ cả hai điểm niêm phong làm chứng cứ.',
  'audit.export-malformed': 'Dòng {line:number} của tệp xuất nhật ký bị hỏng. Xuất lại, không chỉnh sửa tệp.',
  'audit.export-short':
    'Tệp xuất chỉ có {leaves:number} bản ghi, điểm niêm phong có {size:number}. Dùng tệp xuất của cùng lúc hoặc sau đó; nếu vẫn thiếu thì nhật ký đã bị cắt.',
};
