import { type Sentences } from '../sentences.js';

export const accessVi: Sentences = {
  'access.sign-in-required': 'Cần đăng nhập. Đăng nhập rồi gửi lại với tiêu đề Authorization: Bearer.',
  'access.foreign-request':
    'Yêu cầu không đến từ trang của hệ thống nên bị từ chối. Mở {origin} rồi làm lại ở đó; chương trình phải gửi tiêu đề {header}.',
  'access.session-ended': 'Phiên làm việc đã hết hạn hoặc đã đăng xuất. Đăng nhập lại để tiếp tục.',
  'access.sign-in-failed': 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.',
  'access.too-many-attempts': 'Đăng nhập sai quá nhiều lần. Chờ {seconds:number} giây rồi thử lại.',
  'access.password-change-required':
    'Mật khẩu này do người khác cấp. Đổi mật khẩu của mình trước khi làm việc khác (PUT /api/v1/session/password).',
  'access.second-factor-required':
    'Vai trò này phải có yếu tố xác thực thứ hai. Đăng ký ứng dụng mã hoặc khóa bảo mật trước khi làm việc khác (/api/v1/session/factors).',
  'access.sign-in-expired': 'Lần đăng nhập này đã quá 5 phút hoặc đã dùng. Đăng nhập lại từ mật khẩu.',
  'access.second-factor-wrong':
    'Mã hoặc khóa bảo mật không đúng hoặc đã dùng. Chờ mã mới rồi thử lại; nếu mất thiết bị, dùng mã khôi phục.',
  'access.recent-authentication-required':
    'Việc này cần xác thực lại trong vòng {minutes:number} phút. Gửi mã, khóa hoặc mật khẩu tới POST /api/v1/session/re-authentication rồi làm lại.',
  'access.one-answer': 'Gửi đúng một trong các câu trả lời: mã ứng dụng, khóa bảo mật, mã khôi phục.',
  'access.factor-wanted': 'Tài khoản này có yếu tố xác thực thứ hai: dùng mã hoặc khóa bảo mật, không dùng mật khẩu.',
  'access.factor-not-found': 'Không có yếu tố xác thực này. Xem lại danh sách tại /api/v1/session/factors.',
  'access.code-wrong': 'Mã không đúng. Kiểm tra giờ của điện thoại, chờ mã mới rồi thử lại.',
  'access.app-enrolled': 'Đã có ứng dụng mã. Gỡ ứng dụng cũ trước khi thêm ứng dụng mới.',
  'access.key-refused':
    'Không nhận được khóa bảo mật này: phải tạo tại trang của hệ thống, có mã PIN hoặc vân tay. Thử lại.',
  'access.key-known': 'Khóa bảo mật này đã được đăng ký. Dùng khóa khác.',
  'access.too-many-keys': 'Mỗi tài khoản có nhiều nhất {most:number} khóa. Gỡ một khóa rồi thêm.',
  'access.password-wrong': 'Mật khẩu hiện tại không đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.',
  'secrecy.holder-only':
    'Chỉ người đứng đầu đơn vị đang giữ hồ sơ được đóng dấu mật (Đ.10 Luật Bảo vệ bí mật nhà nước). Đề nghị đơn vị đó.',
  'secrecy.above-clearance':
    'Bạn chỉ được xem đến độ “{clearance:secrecy}” nên không thể đóng dấu “{mark:secrecy}”. Đề nghị quản trị viên cấp quyền.',
  'access.forbidden':
    'Tài khoản không có quyền “{permission:permission}”. Nếu công việc cần quyền này, đề nghị quản trị viên cấp.',
  'access.route-undeclared': 'Địa chỉ này chưa khai báo quyền nên không ai dùng được. Báo quản trị viên.',
  'account.not-found': 'Không có tài khoản này. Kiểm tra lại tên đăng nhập.',
  'account.username-taken': 'Tên đăng nhập “{username}” đã có người dùng. Chọn tên khác.',
  'account.username-malformed':
    'Tên đăng nhập gồm 3–40 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối hoặc gạch dưới, bắt đầu bằng chữ.',
  'account.display-name-malformed': 'Tên hiển thị phải có từ 1 đến 120 ký tự, không có ký tự điều khiển.',
  'account.password-too-short': 'Mật khẩu phải có ít nhất {least:number} ký tự. Nên ghép nhiều từ dễ nhớ.',
  'account.password-too-long': 'Mật khẩu có nhiều nhất {most:number} ký tự.',
  'account.password-unchanged': 'Mật khẩu mới phải khác mật khẩu hiện tại.',
  'account.password-predictable':
    'Mật khẩu dễ đoán: cần ít nhất {least:number} ký tự khác nhau và không dựng quanh tên đăng nhập hay tên hệ thống.',
  'account.role-unknown': 'Không có vai trò “{role}”. Chọn một trong: {roles}.',
  'account.office-required':
    'Phải chọn đơn vị đang hoạt động cho tài khoản. Đơn vị này đã ngừng hoạt động từ ngày {until}.',
};
