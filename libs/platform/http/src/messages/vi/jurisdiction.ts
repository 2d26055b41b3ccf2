import { type Sentences } from '../sentences.js';

export const jurisdictionVi: Sentences = {
  'day.invalid': '“{day}” không phải một ngày có thật. Viết theo dạng NNNN-TT-NN, ví dụ 2026-03-16.',
  'day.in-the-future': 'Ngày {day} sau hôm nay ({today}). Chỉ ghi việc đã xảy ra; sửa lại ngày.',
  'day.before-the-law': 'Bước này chỉ có từ ngày {since} theo luật; kiểm tra lại ngày xảy ra.',
  'day.before-the-stage':
    'Ngày {day} trước ngày {since}, khi hồ sơ bắt đầu ở trạng thái hiện nay. Sửa lại ngày, hoặc đính chính bước trước nếu bước đó ghi sai.',
  'period.invalid':
    'Không đọc được kỳ “{period}”. Viết như 2026, 2026-Q1, 2026-H1, 2026-03 hoặc 2026-07-01..2026-09-30.',
  'period.reversed': 'Ngày kết thúc {to} trước ngày bắt đầu {from}. Đổi lại hai ngày.',
  'territory.not-found': 'Không có địa bàn “{territory}”[[ vào ngày {day}]]. Kiểm tra tên hoặc mã.',
  'territory.not-in-force':
    '{name} không còn hoặc chưa có vào ngày {day} (hiệu lực từ {validFrom}[[ đến {validTo}]])[[; khi đó thuộc {partOf}]]. Chọn địa bàn của ngày đó.',
  'territory.ambiguous':
    '“{text}” có thể là {count:number} địa bàn: {candidates}. Ghi thêm cấp trên sau dấu phẩy, ví dụ “Tân Phú, Đồng Nai”.',
  'territory.parent-unknown':
    'Địa bàn {id} trỏ tới cấp trên {parentId} không tồn tại. Sửa dữ liệu địa bàn rồi nạp lại.',
  'territory.id-doubled': 'Dữ liệu có hai địa bàn cùng mã số. Sửa dữ liệu địa bàn rồi nạp lại.',
  'territory.cycle': 'Dữ liệu địa bàn có vòng lặp cấp trên – cấp dưới. Sửa dữ liệu địa bàn rồi nạp lại.',
  'office.not-found': 'Không có đơn vị “{office}”. Chọn đơn vị từ danh mục.',
  'office.not-competent': 'Đơn vị được chọn không có thẩm quyền ở bước này. Chọn một đơn vị thuộc: {agencies:agency}.',
  'office.succession-cycle': 'Chuỗi đơn vị kế thừa của {office} bị vòng lặp. Sửa dữ liệu đơn vị rồi nạp lại.',
  'jurisdictions.not-loaded': 'Danh mục địa bàn và đơn vị chưa được nạp. Chạy “theoan migrate” rồi “theoan seed”.',
  'seed.absent': 'Không tìm thấy tệp dữ liệu gốc {file}. Cài đặt lại từ bản phát hành đầy đủ.',
  'seed.faulty': 'Dữ liệu gốc sai tại {place}: cần {expected}. Sửa tệp rồi nạp lại.',
  'seed.reference-unknown': 'Dữ liệu gốc nhắc tới “{reference}” nhưng không có mục này. Sửa tệp rồi nạp lại.',
  'seed.successor-unknown':
    'Không có đơn vị kế thừa cấp {tier:tier} cho {agency:agency}. Bổ sung quy tắc trong tệp đơn vị rồi nạp lại.',
  'seed.territory-doubled': 'Địa bàn “{name}” được ghi hai lần. Bỏ một lần rồi nạp lại.',
  'seed.unit-type-unknown':
    'Không nhận ra loại đơn vị hành chính trong tên “{name}”. Ghi đủ loại, ví dụ “Xã …”, rồi nạp lại.',
  'address-package.unreadable':
    'Gói danh mục địa chỉ không đúng cấu trúc tại {place}. Cài lại đúng phiên bản ghi trong package.json.',
  'address-package.correction-unused':
    'Đính chính “{correction}” không còn áp dụng được vào gói địa chỉ. Xem lại tệp corrections.yaml.',
};
