import { ConfigurationError } from '#libs/platform/config';

/** Why the vault cannot be opened. */
export type VaultFaultCode =
  | 'key-absent'
  | 'key-file-absent'
  | 'key-file-open-to-others'
  | 'key-file-malformed'
  | 'key-beside-database'
  | 'key-wrong'
  | 'key-command-failed';

/** What is to be done, in both languages; never with anything of the key. */
const SENTENCES: Readonly<Record<VaultFaultCode, { vi: string; en: string }>> = {
  'key-absent': {
    vi: 'kho danh tính cần khóa: đặt đường dẫn tệp khóa, hoặc đặt VAULT_KEY_COMMAND; không có khóa thì không khởi động',
    en: 'the vault of identities needs its key: give the path of a key file, or set VAULT_KEY_COMMAND; no key, no start',
  },
  'key-file-absent': {
    vi: 'không đọc được tệp khóa; kiểm tra đường dẫn, phương tiện lưu khóa đã gắn và quyền đọc của tài khoản chạy chương trình',
    en: 'the key file cannot be read; check the path, that its medium is attached, and that the application’s user may read it',
  },
  'key-file-open-to-others': {
    vi: 'người dùng khác đọc hoặc ghi được tệp khóa; chạy chmod 600 (chỉ chủ sở hữu), và coi khóa là đã lộ nếu máy có người khác dùng',
    en: 'other users may read or write the key file; run chmod 600 (its owner alone), and take the key for disclosed if others use this machine',
  },
  'key-file-malformed': {
    vi: 'tệp khóa phải chứa đúng 32 byte ngẫu nhiên (nguyên dạng hoặc base64), không phải một câu hay một byte lặp lại; tạo bằng: openssl rand -base64 32',
    en: 'the key file must hold exactly 32 random bytes (raw or base64), no sentence and no repeated byte; make one with: openssl rand -base64 32',
  },
  'key-beside-database': {
    vi: 'tệp khóa nằm trong thư mục cơ sở dữ liệu: ai sao chép dữ liệu cũng có khóa; chuyển tệp sang phương tiện khác',
    en: 'the key file lies in the folder of the database: whoever copies the data has the key; move it to another medium',
  },
  'key-wrong': {
    vi: 'khóa này không phải khóa đã mở kho danh tính của cơ sở dữ liệu này (hoặc bảng vault_key bị sửa); dùng đúng khóa, đừng tạo khóa mới',
    en: 'this is not the key of this database’s vault (or vault_key was altered); use the right key, do not make a new one',
  },
  'key-command-failed': {
    vi: 'lệnh bọc khóa không chạy được, quá 30 giây, báo lỗi hoặc trả lời sai dạng; chạy thử lệnh bằng tay với tài khoản của chương trình',
    en: 'the key command did not run, took over 30 seconds, failed or answered in another form; try it by hand as the application’s user',
  },
};

/** Which variable named the key. */
export type KeyVariable = 'VAULT_KEY_FILE' | 'VAULT_KEY_COMMAND';

/** @returns the error with which the start is refused. */
export function vaultFault(variable: KeyVariable, code: VaultFaultCode): ConfigurationError {
  return new ConfigurationError([{ variable, code, ...SENTENCES[code] }]);
}
