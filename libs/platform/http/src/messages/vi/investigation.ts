import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of the investigation or the prosecution, beside what `procedure` says. */
export const investigationVi: Sentences = {
  'institute.offence-of-others':
    'Bộ đội Biên phòng không khởi tố vụ án, bị can về tội này. Chuyển cho Cơ quan điều tra có thẩm quyền.',
  'transfer.undecided':
    'Chưa có quyết định chuyển vụ án của Viện kiểm sát. Chờ quyết định, hoặc ghi số, ngày quyết định đó vào bước nhận vụ án.',
  'transfer.decided': 'Viện kiểm sát đã quyết định chuyển vụ án ngày {decided}: cơ quan nhận phải tiếp nhận hồ sơ.',
  'transfer.requested': 'Đã đề nghị Viện kiểm sát chuyển vụ án ngày {requested}. Chờ quyết định.',
  'transfer.not-requested': 'Cơ quan điều tra chưa đề nghị chuyển vụ án này. Ghi đề nghị trước, hoặc chọn căn cứ khác.',
  'transfer.agreed': 'Cơ quan nhận đã nhất trí tiếp nhận vụ án.',
  'transfer.province-decides': 'Chuyển vụ án ra ngoài phạm vi tỉnh do Viện kiểm sát cấp tỉnh quyết định.',
  'court.province-tries':
    'Điều {penal} khoản {clause} Bộ luật Hình sự có khung hình phạt trên 20 năm tù: Tòa án cấp tỉnh xét xử. Chuyển hồ sơ sang Tòa án cấp tỉnh.',
  'court.ground-of-province':
    'Căn cứ này dành cho vụ án do Tòa án cấp tỉnh xét xử. Bỏ căn cứ, hoặc chọn Tòa án cấp tỉnh.',
  'border-guard.begins-only':
    'Bộ đội Biên phòng chỉ điều tra trọn vẹn tội phạm ít nghiêm trọng. Chuyển hồ sơ cho Cơ quan điều tra có thẩm quyền.',
  'institute.too-grave-for-commune':
    'Điều tra viên bố trí tại xã chỉ điều tra tội ít nghiêm trọng và nghiêm trọng. Để Cơ quan điều tra cấp tỉnh khởi tố.',
  'institution.unchanged': 'Vụ án đã được khởi tố về tội này. Chọn tội danh khác.',
  'cancel-institution.accused':
    'Đã khởi tố bị can nên không hủy bỏ quyết định khởi tố vụ án. Ra quyết định đình chỉ điều tra.',
  'charge.unchanged': 'Bị can đã bị khởi tố về tội này. Chọn tội danh khác.',
  'charge.evidence-asked': 'Viện kiểm sát đã yêu cầu bổ sung chứng cứ về bị can này. Chờ Cơ quan điều tra bổ sung.',
  'charge.no-evidence-asked':
    'Viện kiểm sát không yêu cầu bổ sung chứng cứ nào đang chờ. Kiểm tra lại danh sách bị can.',
  'suspend.wanted-first': 'Phải truy nã bị can trước khi tạm đình chỉ. Ghi quyết định truy nã trước.',
  'suspend.accused-known':
    'Vụ án đã xác định được bị can nên không tạm đình chỉ vì chưa xác định được bị can. Chọn căn cứ khác, hoặc kết luận đối với bị can đã rõ.',
  'terminate.limit-running':
    'Chỉ đình chỉ vì không chứng minh được khi hết thời hạn điều tra, tức từ ngày {end}. Tiếp tục điều tra, hoặc chọn căn cứ khác.',
  'wanted.already': 'Có bị can đang bị truy nã rồi. Bỏ người đó khỏi danh sách.',
  'wanted.not-wanted': 'Có bị can không bị truy nã. Bỏ người đó khỏi danh sách.',
  'absentia.already': 'Đã quyết định tiến hành tố tụng vắng mặt đối với bị can này. Không ghi lại.',
  'summary.too-grave': 'Thủ tục rút gọn chỉ áp dụng với tội ít nghiêm trọng. Giải quyết theo thủ tục chung.',
  'summary.not-simple':
    'Thủ tục rút gọn chỉ áp dụng khi sự việc đơn giản, chứng cứ rõ ràng. Giải quyết theo thủ tục chung.',
  'summary.identity-unclear':
    'Thủ tục rút gọn chỉ áp dụng khi người phạm tội có nơi cư trú, lý lịch rõ ràng. Giải quyết theo thủ tục chung.',
  'charge.too-young':
    'Người từ đủ 14 đến dưới 16 tuổi không chịu trách nhiệm hình sự về Điều {penal} Bộ luật Hình sự. Kiểm tra điều luật và tuổi.',
  'summary.already': 'Vụ án đang theo thủ tục rút gọn. Không ghi lại.',
  'summary.not-applied': 'Vụ án không theo thủ tục rút gọn. Không có gì để hủy bỏ.',
  'minor-limits.diversion-later':
    'Việc thông báo xử lý chuyển hướng chỉ làm cho thời hạn trở lại đủ ở giai đoạn truy tố và xét xử sơ thẩm. Ghi lại bước này ở giai đoạn đó.',
  'minor-limits.not-halved':
    'Thời hạn của vụ án này không rút còn một nửa: không có bị can dưới 18 tuổi, vụ án khởi tố (ở phúc thẩm: thụ lý phúc thẩm) trước 01/01/2026, hoặc đã ghi rồi.',
  'join.accused-missing': 'Nhập vụ án thì mọi bị can còn giải quyết cùng chuyển sang. Bổ sung người còn thiếu.',
  'join.accused-twice': 'Một bị can hoặc một số thứ tự đứng hai lần. Cho mỗi người một số riêng.',
  'join.other-office': 'Vụ án đó do đơn vị khác thụ lý. Đề nghị chuyển vụ án về đơn vị của bạn trước.',
  'join.other-stage': 'Có bị can đang ở giai đoạn khác với vụ án này. Nhập, tách ở cùng một giai đoạn.',
  'join.same-case': 'Vụ án đó đã được nhập vào đây rồi. Không ghi lại.',
  'sever.nobody-left': 'Vụ án còn lại không có bị can nào đang giải quyết. Giữ lại ít nhất một người.',
  'sever.not-suspended': 'Viện kiểm sát chỉ tách bị can đã được tạm đình chỉ. Tạm đình chỉ đối với người đó trước.',
  'refuse-file.from-court':
    'Hồ sơ này do Tòa án trả, không phải Cơ quan điều tra nộp. Trả hồ sơ điều tra bổ sung, hoặc giữ quyết định truy tố.',
  'decline-return.not-returned': 'Tòa án không trả hồ sơ này. Ra quyết định truy tố hoặc trả hồ sơ điều tra bổ sung.',
  'withdraw.not-indicted':
    'Có người không bị truy tố trong vụ án này, hoặc quyết định truy tố đã được rút. Kiểm tra lại danh sách.',
  'withdraw.hearing-opened': 'Quyết định truy tố chỉ được rút trước khi mở phiên tòa; phiên tòa đã mở ngày {opened}.',
  'sever.other-ground':
    'Viện kiểm sát chỉ tách vụ án đối với bị can bỏ trốn, mắc bệnh hiểm nghèo hoặc bị áp dụng bắt buộc chữa bệnh; những bị can này bị tạm đình chỉ vì lý do khác.',
};

export const investigationCommandsVi = {
  'change-institution': 'Thay đổi, bổ sung quyết định khởi tố vụ án',
  'cancel-institution': 'Hủy bỏ quyết định khởi tố vụ án',
  'overrule-institution': 'Viện kiểm sát hủy bỏ quyết định khởi tố vụ án',
  'change-charge': 'Thay đổi, bổ sung quyết định khởi tố bị can',
  'request-charge-evidence': 'Yêu cầu bổ sung chứng cứ để phê chuẩn',
  'supply-charge-evidence': 'Bổ sung chứng cứ để phê chuẩn',
  'assign-officer': 'Phân công Điều tra viên, Kiểm sát viên',
  'issue-wanted-notice': 'Truy nã bị can, bị cáo',
  'withdraw-wanted-notice': 'Đình nã',
  'proceed-in-absentia': 'Tiến hành tố tụng vắng mặt',
  'confirm-termination': 'Đồng ý với việc đình chỉ điều tra',
  'overrule-termination': 'Hủy bỏ quyết định đình chỉ điều tra',
  'apply-summary-procedure': 'Áp dụng thủ tục rút gọn',
  'revoke-summary-procedure': 'Hủy bỏ thủ tục rút gọn',
  'lift-minor-limits': 'Áp dụng đủ thời hạn đối với vụ án có người dưới 18 tuổi',
  absorb: 'Nhận vụ án được nhập',
  sever: 'Tách vụ án',
  'sever-off': 'Mở hồ sơ vụ án được tách',
  'refuse-file': 'Chưa nhận hồ sơ đề nghị truy tố',
  'extend-prosecution': 'Gia hạn quyết định việc truy tố, chuyển hồ sơ đến Tòa án',
  'transfer-for-prosecution': 'Chuyển vụ án để truy tố',
  'decline-return': 'Không chấp nhận việc trả hồ sơ',
  'withdraw-prosecution': 'Rút quyết định truy tố',
} as const;

export const investigationEventsVi = {
  'institution-changed': 'Thay đổi, bổ sung quyết định khởi tố vụ án',
  'institution-cancelled': 'Hủy bỏ quyết định khởi tố vụ án',
  'institution-overruled': 'Viện kiểm sát hủy bỏ quyết định khởi tố vụ án',
  'charge-changed': 'Thay đổi, bổ sung quyết định khởi tố bị can',
  'charge-evidence-requested': 'Viện kiểm sát yêu cầu bổ sung chứng cứ để phê chuẩn',
  'charge-evidence-supplied': 'Đã bổ sung chứng cứ để phê chuẩn',
  'investigation-extension-requested': 'Đề nghị gia hạn điều tra',
  'case-assigned': 'Phân công người giải quyết vụ án',
  'wanted-issued': 'Truy nã',
  'wanted-withdrawn': 'Đình nã',
  'absentia-decided': 'Quyết định tiến hành tố tụng vắng mặt',
  'termination-confirmed': 'Viện kiểm sát đồng ý với việc đình chỉ điều tra',
  'termination-overruled': 'Viện kiểm sát hủy bỏ quyết định đình chỉ điều tra',
  'summary-procedure-applied': 'Áp dụng thủ tục rút gọn',
  'summary-procedure-revoked': 'Hủy bỏ thủ tục rút gọn',
  'minor-limits-lifted': 'Áp dụng đủ thời hạn dù có người dưới 18 tuổi',
  'case-joined': 'Nhập vào vụ án khác',
  'case-absorbed': 'Nhận vụ án được nhập',
  'case-severed': 'Tách vụ án',
  'case-severed-off': 'Vụ án được tách ra',
  'case-notified': 'Gửi thông báo, quyết định về vụ án',
  'case-suspension-reviewed': 'Rà soát vụ án tạm đình chỉ',
  'file-refused': 'Viện kiểm sát chưa nhận hồ sơ',
  'prosecution-extended': 'Gia hạn quyết định việc truy tố, chuyển hồ sơ đến Tòa án',
  'prosecution-transferred': 'Chuyển vụ án để truy tố',
  'return-declined': 'Viện kiểm sát giữ quyết định truy tố và chuyển lại hồ sơ',
  'prosecution-withdrawn': 'Rút quyết định truy tố',
} as const;

export const caseNoticesVi = {
  'institution-to-procuracy': 'gửi quyết định về khởi tố vụ án',
  'custody-to-procuracy': 'gửi quyết định tạm giữ cho Viện kiểm sát',
  'charge-to-procuracy': 'gửi quyết định khởi tố bị can để phê chuẩn',
  'transfer-of-case': 'gửi quyết định chuyển vụ án',
  'joinder-to-procuracy': 'gửi quyết định nhập, tách vụ án',
  'suspension-of-investigation': 'thông báo tạm đình chỉ điều tra',
  'resumption-of-investigation': 'thông báo phục hồi điều tra',
  'end-of-investigation': 'thông báo kết luận, đình chỉ điều tra',
  'transfer-for-prosecution': 'thông báo chuyển vụ án để truy tố',
  'decision-of-prosecution': 'thông báo quyết định của Viện kiểm sát',
  'summary-procedure': 'giao, gửi quyết định áp dụng thủ tục rút gọn',
  'resumption-of-prosecution': 'thông báo phục hồi vụ án',
  'decision-of-court-to-parties': 'gửi quyết định của Tòa án cho đương sự',
  'decision-of-court-to-procuracy': 'gửi quyết định của Tòa án cho Viện kiểm sát',
  'decision-to-try': 'giao, gửi quyết định đưa vụ án ra xét xử trước phiên tòa 10 ngày',
  'decision-to-try-summary': 'giao, gửi quyết định đưa vụ án ra xét xử theo thủ tục rút gọn',
  'measure-of-court': 'giao quyết định của Tòa án về tạm giam',
  judgment: 'giao bản án',
} as const;
