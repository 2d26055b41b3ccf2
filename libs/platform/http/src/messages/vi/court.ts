import { type Sentences } from '../sentences.js';

/** Why the law refuses a step of the courts, beside what `procedure` says. */
export const courtVi: Sentences = {
  'return.graver-offence-once':
    'Tòa án đã một lần trả hồ sơ để truy tố về tội danh nặng hơn. Xét xử trên hồ sơ hiện có.',
  'adjourn.not-later': 'Phiên tòa phải được hoãn đến một ngày sau. Sửa lại ngày.',
  'adjourn.too-long': 'Thời hạn hoãn phiên tòa không quá 30 ngày. Ngày muộn nhất là {latest}.',
  'adjourn.before-hearing':
    'Phiên tòa ấn định ngày {hearing}; Hội đồng xét xử chỉ hoãn tại phiên tòa. Ghi việc hoãn từ ngày đó, hoặc ấn định lại ngày.',
  'open-hearing.before-its-day':
    'Phiên tòa ấn định ngày {hearing}. Ghi nhận khai mạc vào ngày đó, hoặc ấn định lại ngày trước.',
  'open-hearing.twice': 'Phiên tòa đã mở ngày {opened}. Hoãn phiên tòa, hoặc tiếp tục xét xử.',
  'deliberate.not-later': 'Việc nghị án phải kết thúc vào một ngày sau. Sửa lại ngày.',
  'deliberate.too-long': 'Thời gian nghị án không quá 7 ngày. Ngày muộn nhất là {latest}.',
  'deliberate.before-hearing': 'Ngày nghị án trước ngày mở phiên tòa ({hearing}). Sửa lại ngày.',
  'judge.charges-disagree':
    'Kết quả đối với một bị cáo không khớp với kết quả từng tội danh, hoặc một tội danh ghi hai lần. Sửa lại phần tuyên.',
  'judge.graver-offence': 'Tội danh tuyên nặng hơn tội danh truy tố. Trả hồ sơ để Viện kiểm sát truy tố lại trước.',
  'resume.judgment-pending':
    'Bản án đối với các bị cáo khác chưa có hiệu lực. Phục hồi đối với bị cáo bị tạm đình chỉ sau khi bản án có hiệu lực.',
  'terminate.name-the-suspended':
    'Các bị cáo khác đã được xét xử. Chỉ nêu bị cáo đang bị tạm đình chỉ mà vụ án được đình chỉ.',
  'terminate.not-withdrawn':
    'Viện kiểm sát chưa rút quyết định truy tố đối với tất cả bị cáo liên quan. Ghi nhận việc rút quyết định truy tố trước, hoặc chọn căn cứ khác.',
  'receipt.not-awaited':
    'Chỉ ghi nhận việc nhận bản án của bị cáo vắng mặt khi tuyên án và chưa nhận bản án. Kiểm tra lại danh sách.',
  'appeal.period-over':
    'Đã hết thời hạn kháng cáo, kháng nghị đối với một bị cáo. Ghi nhận kháng cáo quá hạn, hoặc bỏ người đó khỏi danh sách.',
  'appeal.kind-and-appellant':
    'Viện kiểm sát kháng nghị, những người khác kháng cáo. Sửa lại loại hoặc người kháng cáo, kháng nghị.',
  'appeal.to-itself': 'Hồ sơ được gửi Tòa án cấp phúc thẩm, không phải Tòa án đã xét xử. Chọn Tòa án khác.',
  'send-appeal.period-running':
    'Thời hạn kháng cáo, kháng nghị đến hết ngày {end} mới hết. Gửi hồ sơ cho Tòa án cấp phúc thẩm sau ngày đó.',
  'late-appeal.no-protest': 'Kháng nghị quá hạn không được chấp nhận. Chỉ xét kháng cáo quá hạn.',
  'late-appeal.none': 'Không có kháng cáo quá hạn chờ xét đối với một bị cáo. Kiểm tra lại danh sách.',
  'withdraw-appeal.not-made':
    'Không có kháng cáo, kháng nghị như vậy đối với một bị cáo. Kiểm tra lại người kháng cáo và danh sách.',
  'final.court-above-decides': 'Tòa án cấp phúc thẩm đang giải quyết kháng cáo. Ghi nhận quyết định phúc thẩm.',
  'lend-file.lent-already': 'Hồ sơ đang ở Viện kiểm sát. Nhận lại hồ sơ trước.',
  'extend-file-study.not-so-grave':
    'Tội trong vụ án này không phải là đặc biệt nghiêm trọng. Ghi lý do vụ án phức tạp, hoặc nhận lại hồ sơ đúng hạn.',
  'take-file-back.not-lent': 'Hồ sơ không ở Viện kiểm sát. Chuyển hồ sơ trước.',
  'decide-appeal.no-hearing':
    'Khi chưa quyết định đưa vụ án ra xét xử phúc thẩm thì chỉ có thể đình chỉ. Ấn định phiên tòa, hoặc đình chỉ đối với tất cả.',
  'decide-appeal.before-hearing': 'Ngày quyết định phúc thẩm trước ngày mở phiên tòa ({hearing}). Sửa lại ngày.',
  'results.not-before-the-court':
    'Tòa án không quyết định đối với một người trong danh sách, hoặc không bằng cách đó. Kiểm tra lại danh sách và kết quả.',
  'results.twice': 'Một người được quyết định hai lần. Giữ một dòng cho mỗi người.',
  'results.missing': 'Quyết định bỏ sót người. Bổ sung tất cả những người đang được xét.',
  'results.one-way':
    'Một quyết định chuyển vụ án theo một hướng: điều tra lại, xét xử sơ thẩm lại hoặc phúc thẩm lại. Thống nhất kết quả hủy án.',
  'results.part-not-final':
    'Phần bản án đối với một số bị cáo không bị kháng cáo, kháng nghị nhưng chưa ghi hiệu lực. Ghi nhận hiệu lực trước.',
  'review.not-final': 'Bản án đối với một người chưa có hiệu lực. Kiểm tra lại danh sách.',
  'cassation.year-over':
    'Kháng nghị giám đốc thẩm theo hướng không có lợi cho người bị kết án chỉ trong 1 năm kể từ ngày bản án có hiệu lực. Đã hết 1 năm.',
  'reopening.report-missing':
    'Kháng nghị tái thẩm theo hướng không có lợi cần ngày Viện kiểm sát nhận tin báo về tình tiết mới. Bổ sung ngày đó.',
  'reopening.reported-later': 'Tin báo về tình tiết mới sau ngày kháng nghị. Sửa một trong hai ngày.',
  'reopening.year-over':
    'Kháng nghị tái thẩm theo hướng không có lợi chỉ trong 1 năm kể từ ngày nhận tin báo về tình tiết mới. Đã hết 1 năm.',
};

export const courtCommandsVi = {
  'assign-judge': 'Phân công Thẩm phán',
  'extend-preparation': 'Gia hạn chuẩn bị xét xử',
  'open-hearing': 'Khai mạc phiên tòa',
  adjourn: 'Hoãn phiên tòa',
  'prolong-deliberation': 'Kéo dài nghị án',
  'return-for-competence': 'Trả hồ sơ vì không thuộc thẩm quyền',
  'record-receipt': 'Ghi nhận việc nhận bản án',
  'send-late-appeal': 'Gửi kháng cáo quá hạn cho Tòa án cấp phúc thẩm',
  'accept-late-appeal': 'Chấp nhận kháng cáo quá hạn',
  'refuse-late-appeal': 'Không chấp nhận kháng cáo quá hạn',
  'withdraw-appeal': 'Ghi nhận rút kháng cáo, kháng nghị',
  'send-to-appellate-court': 'Gửi hồ sơ cho Tòa án cấp phúc thẩm',
  'accept-appeal': 'Thụ lý phúc thẩm',
  'lend-file': 'Chuyển hồ sơ cho Viện kiểm sát nghiên cứu',
  'extend-file-study': 'Kéo dài thời hạn nghiên cứu hồ sơ',
  'take-file-back': 'Nhận lại hồ sơ từ Viện kiểm sát',
  'schedule-appeal': 'Đưa vụ án ra xét xử phúc thẩm',
  'decide-appeal': 'Ghi nhận quyết định phúc thẩm',
  'accept-remand': 'Nhận vụ án bị hủy án',
  'protest-cassation': 'Kháng nghị giám đốc thẩm',
  'decide-cassation': 'Ghi nhận quyết định giám đốc thẩm',
  'protest-reopening': 'Kháng nghị tái thẩm',
  'decide-reopening': 'Ghi nhận quyết định tái thẩm',
};

export const courtEventsVi = {
  'judge-assigned': 'Phân công Thẩm phán',
  'preparation-extended': 'Gia hạn chuẩn bị xét xử',
  'hearing-opened': 'Khai mạc phiên tòa',
  adjourned: 'Hoãn phiên tòa',
  'deliberation-prolonged': 'Kéo dài nghị án',
  'returned-for-competence': 'Tòa án trả hồ sơ vì không thuộc thẩm quyền',
  'judgment-received': 'Bị cáo vắng mặt nhận bản án',
  'late-appeal-sent': 'Gửi kháng cáo quá hạn cho Tòa án cấp phúc thẩm',
  'late-appeal-accepted': 'Chấp nhận kháng cáo quá hạn',
  'late-appeal-refused': 'Không chấp nhận kháng cáo quá hạn',
  'appeal-withdrawn': 'Rút kháng cáo, kháng nghị',
  'sent-to-appellate-court': 'Gửi hồ sơ cho Tòa án cấp phúc thẩm',
  'appeal-accepted': 'Tòa án cấp phúc thẩm thụ lý',
  'appeal-file-lent': 'Chuyển hồ sơ cho Viện kiểm sát nghiên cứu',
  'appeal-file-study-extended': 'Kéo dài thời hạn nghiên cứu hồ sơ',
  'appeal-file-given-back': 'Viện kiểm sát trả lại hồ sơ',
  'appeal-scheduled': 'Quyết định đưa vụ án ra xét xử phúc thẩm',
  'appeal-decided': 'Quyết định phúc thẩm',
  'remand-accepted': 'Nhận vụ án bị hủy án',
  'cassation-protested': 'Kháng nghị giám đốc thẩm',
  'cassation-decided': 'Quyết định giám đốc thẩm',
  'reopening-protested': 'Kháng nghị tái thẩm',
  'reopening-decided': 'Quyết định tái thẩm',
};

export const courtStatusesVi = {
  'sent-to-appeal': 'đã gửi Tòa án cấp phúc thẩm',
  'appeal-accepted': 'đã thụ lý phúc thẩm',
  'appeal-scheduled': 'đã đưa ra xét xử phúc thẩm',
  remanded: 'bị hủy án, đang chuyển lại hồ sơ',
  'in-cassation': 'đang giám đốc thẩm',
  'in-reopening': 'đang tái thẩm',
};

export const courtDefendantStatusesVi = {
  remanded: 'bị hủy án',
  'in-cassation': 'đang giám đốc thẩm',
  'in-reopening': 'đang tái thẩm',
};

export const courtGroundsVi = {
  'graver-offence': 'cần truy tố về tội danh nặng hơn',
  'official-replaced': 'thay đổi Thẩm phán, Hội thẩm, Kiểm sát viên hoặc Thư ký',
  'official-absent': 'thành viên Hội đồng xét xử hoặc Kiểm sát viên vắng mặt',
  'defendant-absent': 'bị cáo vắng mặt',
  'counsel-absent': 'người bào chữa vắng mặt',
  'party-absent': 'bị hại hoặc đương sự vắng mặt',
  'witness-absent': 'người làm chứng vắng mặt',
  'expert-absent': 'người giám định, định giá, phiên dịch hoặc Điều tra viên vắng mặt',
  'evidence-to-collect': 'cần xác minh, thu thập thêm chứng cứ',
  'expertise-to-repeat': 'cần giám định bổ sung, giám định lại',
  'valuation-to-make': 'cần định giá, định giá lại tài sản',
  'hearing-force-majeure': 'lý do bất khả kháng, mở phiên tòa trong 30 ngày',
  'hearing-obstacle': 'trở ngại khách quan, mở phiên tòa trong 30 ngày',
  'study-especially-serious': 'tội đặc biệt nghiêm trọng, kéo dài thời hạn nghiên cứu hồ sơ',
  'study-complex': 'vụ án phức tạp, kéo dài thời hạn nghiên cứu hồ sơ',
  'wanted-in-vain': 'bị cáo trốn, truy nã không có kết quả',
  abroad: 'bị cáo ở nước ngoài, không thể triệu tập',
  'own-request': 'bị cáo đề nghị xét xử vắng mặt',
  'not-obstructing': 'vắng mặt không có lý do chính đáng, không gây trở ngại cho việc xét xử',
};
