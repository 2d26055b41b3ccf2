import { type Sentences } from '../sentences.js';

/** What a request may get wrong before any rule of the law is asked. */
export const requestVi: Sentences = {
  'request.invalid': 'Dữ liệu gửi lên có {count:number} chỗ chưa hợp lệ. Sửa các trường nêu dưới đây rồi gửi lại.',
  'request.malformed': 'Yêu cầu không đúng định dạng. Xem lại tài liệu tại /api/docs rồi gửi lại.',
  'request.route-not-found': 'Không có địa chỉ này. Xem danh sách địa chỉ tại /api/docs.',
  'request.method-not-allowed': 'Địa chỉ này không nhận phương thức vừa dùng. Xem /api/docs.',
  'request.url-malformed': 'Địa chỉ chứa ký tự mã hóa sai. Mã hóa lại các tham số theo chuẩn URL rồi gửi lại.',
  'request.too-large': 'Nội dung gửi lên vượt quá {limit:size}. Chia nhỏ nội dung rồi gửi lại.',
  'request.upload-too-large': 'Tệp lớn hơn {limit:size}. Chia tệp thành nhiều phần rồi nạp từng phần.',
  'request.too-many-parts': 'Biểu mẫu tải lên có quá nhiều phần. Mỗi lần chỉ gửi một tệp.',
  'request.media-type-unsupported':
    'Kiểu nội dung không được nhận. Gửi application/json, hoặc multipart/form-data khi nạp tệp.',
  'request.not-acceptable':
    'Không thể trả lời theo kiểu nội dung được yêu cầu. Bỏ tiêu đề Accept hoặc dùng application/json.',
  'request.body-not-utf8': 'Nội dung không phải UTF-8. Lưu lại theo bảng mã UTF-8 rồi gửi lại.',
  'request.json-malformed': 'Nội dung không phải JSON hợp lệ. Kiểm tra dấu ngoặc, dấu phẩy và dấu nháy rồi gửi lại.',
  'request.json-too-deep': 'JSON lồng quá {limit:number} tầng. Gửi đúng cấu trúc nêu tại /api/docs.',
  'request.json-too-many-values': 'JSON có hơn {limit:number} giá trị. Chia thành nhiều yêu cầu, hoặc nạp bằng tệp.',
  'request.query-nul': 'Tham số trên địa chỉ chứa ký tự NUL. Bỏ ký tự này rồi gửi lại.',
  'request.idempotency-key-missing':
    'Thiếu tiêu đề Idempotency-Key. Gửi kèm một UUID mới cho mỗi việc cần ghi; khi gửi lại cùng một việc thì giữ nguyên UUID.',
  'request.idempotency-key-malformed': 'Tiêu đề Idempotency-Key phải là một UUID. Tạo một UUID mới rồi gửi lại.',
  'request.id-malformed': 'Mã[[ “{parameter}”]] trên địa chỉ không phải UUID. Lấy mã từ danh sách rồi gửi lại.',
  'idempotency.key-reused':
    'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Tạo một UUID mới cho yêu cầu mới rồi gửi lại.',
  'page.invalid': 'Con trỏ trang không hợp lệ hoặc đã cũ. Mở lại danh sách từ trang đầu.',
  'job.unknown': 'Không có việc nền “{job}”. Xem danh sách bằng “theoan jobs”.',
  'job.not-found': 'Không có việc này trong hàng đợi {queue}; có thể đã xong và được dọn. Xem lịch sử các lần chạy.',
  'job.not-failed': 'Việc này trong hàng đợi {queue} không ở trạng thái hỏng nên không chạy lại được.',
  'job.payload-malformed':
    'Dữ liệu của việc nền “{job}” sai[[ ở trường {field}]]. Chạy lại việc này từ đầu; nếu vẫn sai, báo quản trị viên.',
  'job.detail-malformed': 'Chi tiết lần chạy sai ở trường {field}. Báo quản trị viên.',
  'queue.unknown': 'Không có hàng đợi “{queue}”. Xem danh sách bằng “theoan jobs”.',
  'plan.not-found': 'Không có kế hoạch “{plan}”. Chọn một trong: {known}.',
  'plan.parent-unknown': 'Kế hoạch cấp trên “{parent}” chưa được nạp. Nạp kế hoạch cấp trên trước.',
  'service.failed':
    'Hệ thống gặp lỗi và chưa ghi gì. Thử lại; nếu vẫn lỗi, báo quản trị viên mã tham chiếu ở mục instance.',
  'service.unavailable':
    'Cơ sở dữ liệu tạm thời không trả lời. Thử lại sau ít giây; giữ nguyên Idempotency-Key để không ghi hai lần.',
  'service.stopping': 'Máy chủ đang dừng để bảo trì. Thử lại sau ít giây.',
};
