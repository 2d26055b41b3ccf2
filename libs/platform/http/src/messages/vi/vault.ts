import { type Sentences } from '../sentences.js';

/** Why the vault of identities does not give or take a value. */
export const vaultVi: Sentences = {
  'vault.value-refused':
    'Giá trị đã mã hóa không thuộc về chỗ này hoặc đã bị sửa, nên không được mở. Hãy báo ngay cho quản trị viên.',
  'vault.key-unknown':
    'Chưa có khóa cho giá trị này ở đây, hoặc khóa đã bị hủy. Thử lại; nếu vẫn vậy, hãy báo quản trị viên.',
  'vault.key-in-use': 'Còn {remaining:number} giá trị cần khóa này. Mã hóa lại chúng trước khi hủy khóa.',
  'vault.key-not-old': 'Không có phiên bản khóa cũ số {version}: nó đang dùng, chưa từng có, hoặc đã hủy.',
  'vault.place-malformed': 'Chỗ lưu giá trị được nêu không đúng dạng; chưa có gì được ghi. Hãy báo cho quản trị viên.',
  'vault.identifier-malformed': 'Số cần tra cứu quá ngắn. Nhập đủ các chữ số, hoặc chữ và số của hộ chiếu.',
};
