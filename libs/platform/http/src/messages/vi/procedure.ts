import { type Sentences } from '../sentences.js';

/** Why the law, or the state of a file, refuses a step. */
export const procedureVi: Sentences = {
  'step.not-possible':
    'Không thể “{command:command}” khi hồ sơ ở trạng thái “{status:status}”.[[ Việc có thể làm lúc này: {possible:command}.]]',
  'step.not-your-office':
    'Đơn vị của bạn không phải đơn vị được “{command:command}” với hồ sơ này. Chuyển việc cho đơn vị đang thụ lý hoặc đơn vị có thẩm quyền.',
  'step.malformed': 'Các trường {fields} của bước này thiếu, thừa hoặc sai kiểu. Sửa rồi gửi lại.',
  'file.not-found': 'Không có hồ sơ này trong phạm vi của bạn. Kiểm tra lại mã, hoặc hỏi đơn vị đang thụ lý.',
  'file.changed-meanwhile':
    'Người khác vừa ghi thêm vào hồ sơ; hồ sơ nay ở trạng thái “{status:status}”. Tải lại hồ sơ, xem bước mới rồi quyết định tiếp.',
  'file.number-of-several': 'Số “{number}” có trong sổ của nhiều đơn vị: {offices}. Nói rõ đơn vị nào.',
  'file.number-taken': 'Số “{number}” đã có trong sổ của đơn vị. Kiểm tra hồ sơ trùng, hoặc lấy số khác.',
  'case.unknown-denunciation': 'Có nguồn tin được nêu không tồn tại. Chọn lại nguồn tin từ danh sách.',
  'import.follows-fault': 'Bước này đứng sau một bước bị từ chối của cùng hồ sơ. Sửa bước bị từ chối rồi nạp lại.',
  'classify.commune-police-hands-over':
    'Công an xã không giải quyết nguồn tin. Phân loại “không thuộc thẩm quyền” rồi chuyển cho cơ quan điều tra.',
  'transfer.to-itself': 'Không chuyển hồ sơ cho chính đơn vị đang giữ. Chọn đơn vị nhận khác.',
  'extend.once':
    'Cấp này đã gia hạn một lần; luật không cho gia hạn lần nữa. Đề nghị cấp khác có thẩm quyền hoặc kết thúc việc giải quyết.',
  'extend.of-the-head':
    'Lần gia hạn này do người đứng đầu cơ quan đang giải quyết quyết định. Ghi lần gia hạn của Viện kiểm sát, hoặc để cơ quan đó ghi.',
  'receive.petition-of-others':
    'Chỉ Cơ quan điều tra và Viện kiểm sát tiếp nhận kiến nghị khởi tố. Hướng dẫn người gửi đến một trong hai nơi đó, hoặc sửa lại loại nguồn tin.',
  'ground.no-request-needed':
    'Không có tội nào trong hồ sơ này chỉ được khởi tố theo yêu cầu của bị hại. Chọn căn cứ khác, hoặc sửa lại tội danh.',
  'extend.too-long': 'Thời hạn vượt quá mức luật cho phép. Ngày muộn nhất là {longest}.',
  'extend.not-later': 'Ngày hết hạn mới phải sau ngày gia hạn. Sửa lại ngày.',
  'classify.receiver-hands-over':
    'Cơ quan này chỉ tiếp nhận, không giải quyết nguồn tin. Phân loại “không thuộc thẩm quyền” rồi chuyển cho cơ quan có thẩm quyền.',
  'extend.after-resumption':
    'Sau khi phục hồi, thời hạn giải quyết không được gia hạn. Kết thúc việc giải quyết trong thời hạn còn lại.',
  'extend.head-first':
    'Phải gia hạn theo thứ tự: Thủ trưởng trước, Viện kiểm sát sau. Ghi đúng cấp gia hạn của lần này.',
  'extend.no-more': 'Luật không cho gia hạn thêm nữa. Ra quyết định kết thúc trong thời hạn hiện có.',
  'carry-over.received-later': 'Ngày tiếp nhận sau ngày chuyển sổ. Sửa lại một trong hai ngày.',
  'carry-over.instituted-later': 'Ngày khởi tố sau ngày chuyển sổ. Sửa lại một trong hai ngày.',
  'carry-over.person-twice': 'Một bị can được ghi hai lần. Giữ một dòng cho mỗi người, mỗi người một số.',
  'carry-over.no-accused': 'Vụ án đã qua giai đoạn điều tra thì phải có bị can. Ghi danh sách bị can.',
  'institute.same-case': 'Nguồn tin này đã khởi tố vụ án đó. Chọn vụ án khác, hoặc không ghi lại.',
  'decline.resume-first':
    'Nguồn tin đang tạm đình chỉ; chỉ được không khởi tố khi hết thời hiệu. Phục hồi trước, rồi mới ra quyết định với căn cứ khác.',
  'terminate.resume-first':
    'Vụ án đang tạm đình chỉ; chỉ được đình chỉ ngay khi hết thời hiệu. Phục hồi trước, rồi mới đình chỉ với căn cứ khác.',
  'resume.other-stage':
    'Có bị can bị tạm đình chỉ hoặc đình chỉ ở giai đoạn khác. Cơ quan của giai đoạn đó mới phục hồi được.',
  'resume.name-the-accused': 'Các bị can đã bị đình chỉ riêng từng người. Nêu rõ phục hồi đối với ai.',
  'succession.not-concerned':
    'Đơn vị kết thúc hoạt động không giữ và không chờ nhận hồ sơ này. Kiểm tra lại hồ sơ cần bàn giao.',
  'judge.before-hearing': 'Ngày tuyên án trước ngày mở phiên tòa ({hearing}). Sửa lại ngày tuyên án.',
  'final.outcome-without-appeal':
    'Không có kháng cáo, kháng nghị thì không có kết quả phúc thẩm. Bỏ kết quả, hoặc chọn căn cứ là bản án phúc thẩm.',
  'correction.opening-withdrawn':
    'Không rút được bước mở hồ sơ khi không còn bước nào khác. Đính chính nội dung của bước đó.',
  'correction.already-withdrawn': 'Bước số {sequence} đã được rút trước đó. Không cần rút lại.',
  'correction.two-cases':
    'Bước này đã thay đổi hai vụ án: chỉ đính chính được ngày và quyết định. Nhập hoặc tách lại cho đúng.',
  'correction.split-stands':
    'Phần đã tách có hồ sơ riêng, không rút hay sửa được bước tách (trừ ngày và quyết định). Nhập hồ sơ của phần đó vào hồ sơ này.',
  'assign.of-another-office':
    'Người được phân công không có tài khoản tại {office}. Chọn một người của chính đơn vị này.',
  'correction.case-stands':
    'Nguồn tin này đã khởi tố vụ án {number}, vụ án đó vẫn còn. Hủy quyết định khởi tố vụ án {number} trước, hoặc chỉ đính chính ngày và quyết định.',
  'correction.breaks-other':
    'Đính chính này làm sai hồ sơ {number} đã tách hoặc nhập từ hồ sơ này. Đính chính bước số {sequence} của hồ sơ {number} trước.',
  'correction.other-file': 'Không thể đính chính sang hồ sơ khác. Hủy bước này, rồi ghi lại bước đúng.',
  'correction.not-a-step': 'Không thể thay bằng “{event:event}”. Chọn một loại bước của hồ sơ này.',
  'charge.already-accused':
    'Người này, hoặc số bị can này, đã có trong vụ án. Dùng bị can đã có, hoặc ghi số khác cho người khác.',
  'defendant.not-awaiting-approval':
    'Có bị can không chờ phê chuẩn. Chỉ chọn bị can vừa bị khởi tố, chưa được phê chuẩn.',
  'defendant.of-another-case':
    'Mã bị can này thuộc một vụ án khác. Dùng mã bị can của chính vụ án, hoặc bỏ trống để ghi người mới.',
  'defendant.not-active': 'Có bị can mà tố tụng đã kết thúc hoặc đang tạm đình chỉ. Bỏ người đó khỏi danh sách.',
  'defendant.not-halted': 'Không có gì đang tạm đình chỉ hoặc đình chỉ để phục hồi. Kiểm tra lại danh sách bị can.',
  'conclude.approval-pending':
    'Còn bị can chờ Viện kiểm sát phê chuẩn. Chờ quyết định phê chuẩn hoặc hủy bỏ rồi mới kết thúc điều tra.',
  'conclude.no-accused':
    'Không còn bị can nào để đề nghị truy tố. Tạm đình chỉ hoặc đình chỉ điều tra, hoặc khởi tố bị can trước.',
  'indict.no-accused': 'Không có bị can để truy tố. Đình chỉ, tạm đình chỉ vụ án hoặc trả hồ sơ điều tra bổ sung.',
  'indict.not-approved':
    'Có bị can chưa được phê chuẩn khởi tố hoặc không thuộc vụ án. Chỉ truy tố bị can đã được phê chuẩn.',
  'indict.undecided-accused':
    'Còn bị can chưa được quyết định. Truy tố, tạm đình chỉ hoặc đình chỉ từng người còn lại.',
  'return.cap': 'Đã trả hồ sơ điều tra bổ sung đủ {most:number} lần theo luật. Quyết định trên hồ sơ hiện có.',
  'return.no-panel-yet':
    'Hội đồng xét xử chỉ trả hồ sơ tại phiên tòa. Ở giai đoạn chuẩn bị xét xử, ghi người trả là Thẩm phán.',
  'schedule.hearing-in-the-past':
    'Ngày mở phiên tòa trước ngày ra quyết định đưa vụ án ra xét xử. Sửa lại một trong hai ngày.',
  'judge.not-indicted': 'Có người trong bản án không bị truy tố trong vụ án này. Kiểm tra lại danh sách bị cáo.',
  'judge.twice': 'Một bị cáo được tuyên hai lần trong cùng bản án. Giữ một dòng cho mỗi bị cáo.',
  'judge.verdict-missing': 'Bản án thiếu phần quyết định đối với một số bị cáo. Bổ sung đủ từng bị cáo.',
  'appeal.not-judged':
    'Có bị cáo chưa được tuyên án hoặc đã bị kháng cáo, kháng nghị. Chỉ chọn bị cáo vừa được tuyên án.',
  'final.no-such-judgment': 'Không có bản án phù hợp để ghi hiệu lực. Kiểm tra lại căn cứ và danh sách bị cáo.',
  'final.appeal-period-running':
    'Thời hạn kháng cáo, kháng nghị ({days:number} ngày từ ngày tuyên án) chưa hết. Ghi hiệu lực sau khi hết hạn.',
  'correction.reason-missing': 'Đính chính phải nêu lý do. Ghi lý do rồi gửi lại.',
  'correction.unknown-event': 'Không có bước số {sequence} trong hồ sơ. Chọn bước cần đính chính từ nhật ký.',
  'correction.breaks-history':
    'Sau đính chính, bước “{event:event}” rơi vào lúc hồ sơ “{status:status}” nên không còn hợp lệ. Đính chính hoặc rút bước đó trước.',
  'indicator.not-found': 'Không có chỉ tiêu “{indicator}”. Chọn từ K1 đến K5.',
};
