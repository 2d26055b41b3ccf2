import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of a denunciation, beside what `procedure` says. */
export const denunciationVi: Sentences = {
  'suspend.limit-running':
    'Với căn cứ này chỉ tạm đình chỉ khi hết thời hạn, tức từ ngày {end}. Tiếp tục giải quyết, hoặc sửa lại ngày.',
  'extend.asked-already': 'Đã đề nghị gia hạn ngày {day} và đang chờ Viện kiểm sát trả lời. Không đề nghị lần nữa.',
  'extend.asked-late':
    'Phải đề nghị gia hạn chậm nhất ngày {askBy}. Sửa lại ngày, hoặc kết thúc việc giải quyết trong thời hạn.',
  'extend.not-asked': 'Không có đề nghị gia hạn nào đang chờ trả lời. Kiểm tra lại hồ sơ.',
  'remedy.own-file': 'Viện kiểm sát đang trực tiếp giải quyết nguồn tin này nên không yêu cầu chính mình khắc phục.',
  'take-over.no-demand':
    'Viện kiểm sát chưa có văn bản yêu cầu khắc phục. Ghi yêu cầu trước; sau 15 ngày không khắc phục mới trực tiếp giải quyết.',
  'take-over.too-early':
    'Cơ quan đang giải quyết được khắc phục đến hết ngày {end}. Chỉ trực tiếp giải quyết từ ngày sau đó.',
  'split.same-part': 'Phần này đã được tách ra rồi. Chọn phần khác, hoặc không ghi lại.',
  'split-off.received-later': 'Ngày tiếp nhận sau ngày tách. Sửa lại một trong hai ngày.',
  'join.into-own-part': 'Không nhập nguồn tin vào phần đã tách ra từ chính nó. Chọn hồ sơ khác.',
  'join.into-itself': 'Không nhập một hồ sơ vào chính nó. Chọn hồ sơ khác có cùng nội dung.',
  'join.into-joined': 'Hồ sơ đó cũng đã được nhập vào hồ sơ khác. Chọn hồ sơ đang được giải quyết.',
  'join.unknown-file': 'Không có nguồn tin này trong số những nguồn tin bạn được xem. Chọn lại từ danh sách.',
  'transfer.settled':
    'Viện kiểm sát đã giải quyết tranh chấp thẩm quyền; đơn vị này phải nhận. Nhận hồ sơ và giải quyết.',
  'notice.not-owed':
    'Đơn vị không phải gửi thông báo này, hoặc đã gửi rồi. Xem các thông báo còn phải gửi trong hồ sơ.',
};

export const denunciationCommandsVi = {
  'check-preliminarily': 'Kiểm tra, xác minh sơ bộ',
  split: 'Tách nguồn tin',
  'split-off': 'Mở hồ sơ phần được tách',
  join: 'Nhập vào hồ sơ khác',
  'dispute-competence': 'Báo tranh chấp thẩm quyền',
  'settle-dispute': 'Giải quyết tranh chấp thẩm quyền',
  'request-extension': 'Đề nghị gia hạn',
  'refuse-extension': 'Không chấp nhận gia hạn',
  'assign-prosecutor': 'Phân công Kiểm sát viên',
  'cancel-suspension': 'Hủy bỏ quyết định tạm đình chỉ',
  'review-suspension': 'Rà soát vụ việc, vụ án tạm đình chỉ',
  'overrule-decline': 'Hủy bỏ quyết định không khởi tố và khởi tố vụ án',
  'demand-remedy': 'Yêu cầu khắc phục vi phạm',
  'take-over': 'Viện kiểm sát trực tiếp giải quyết',
  notify: 'Gửi thông báo, quyết định',
} as const;

export const denunciationStatusesVi = {
  'in-dispute': 'đang tranh chấp thẩm quyền',
  joined: 'đã nhập vào hồ sơ khác',
} as const;

export const denunciationEventsVi = {
  'preliminarily-checked': 'Kiểm tra, xác minh sơ bộ',
  split: 'Tách nguồn tin',
  'split-off': 'Nguồn tin được tách ra',
  joined: 'Nhập nguồn tin',
  'competence-disputed': 'Tranh chấp thẩm quyền',
  'competence-settled': 'Giải quyết tranh chấp thẩm quyền',
  'extension-requested': 'Đề nghị gia hạn giải quyết',
  'extension-refused': 'Viện kiểm sát không gia hạn giải quyết',
  'prosecutor-assigned': 'Phân công Kiểm sát viên',
  'suspension-cancelled': 'Viện kiểm sát hủy bỏ quyết định tạm đình chỉ',
  'suspension-reviewed': 'Rà soát vụ việc tạm đình chỉ',
  'decline-overruled': 'Viện kiểm sát hủy bỏ quyết định không khởi tố và khởi tố',
  'remedy-demanded': 'Viện kiểm sát yêu cầu khắc phục vi phạm',
  'taken-over': 'Viện kiểm sát trực tiếp giải quyết',
  notified: 'Gửi thông báo về nguồn tin',
} as const;

export const denunciationNoticesVi = {
  'receipt-to-procuracy': 'thông báo tiếp nhận cho Viện kiểm sát',
  'receipt-to-informant': 'thông báo tiếp nhận cho người tố giác, báo tin',
  'assignment-to-procuracy': 'thông báo phân công cho Viện kiểm sát',
  'suspension-to-procuracy': 'gửi quyết định tạm đình chỉ cho Viện kiểm sát',
  'suspension-to-informant': 'gửi quyết định tạm đình chỉ cho người tố giác, báo tin',
  'cancellation-of-suspension': 'gửi quyết định hủy bỏ việc tạm đình chỉ',
  'resumption-to-procuracy': 'gửi quyết định phục hồi cho Viện kiểm sát',
  'resumption-to-informant': 'gửi quyết định phục hồi cho người tố giác, báo tin',
  'decline-to-procuracy': 'gửi quyết định không khởi tố vụ án hình sự cho Viện kiểm sát',
  'result-to-informant': 'thông báo kết quả giải quyết cho người tố giác, báo tin',
  'file-to-sanctioning-body': 'chuyển hồ sơ đề nghị xử phạt vi phạm hành chính',
  'file-to-procuracy': 'chuyển hồ sơ cho Viện kiểm sát trực tiếp giải quyết',
} as const;
