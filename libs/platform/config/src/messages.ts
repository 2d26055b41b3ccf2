/** What is to be done, in both languages; follows the variable's name. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** The sentences of the rules in settings.ts. They never repeat the value: it may be a secret in the wrong place. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  environment: {
    vi: 'chọn một trong development, test, production',
    en: 'choose one of development, test, production',
  },
  'postgres-address': {
    vi: 'viết dạng postgres://tài-khoản:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu, hoặc bỏ trống để dùng máy chủ kèm theo',
    en: 'write it as postgres://user:password@host:5432/database, or leave it out to use the embedded server',
  },
  'database-name': {
    vi: 'ghi tên cơ sở dữ liệu sau máy chủ, ví dụ postgres://…:5432/theoan',
    en: 'name the database after the host, for example postgres://…:5432/theoan',
  },
  'connection-options': {
    vi: 'bỏ tham số options= khỏi địa chỉ: chương trình tự đặt vai trò và giới hạn thời gian',
    en: 'remove options= from the address: the application sets its role and time limits itself',
  },
  'placeholder-secret': {
    vi: 'thay mật khẩu mẫu bằng mật khẩu riêng trước khi chạy chính thức',
    en: 'replace the example password with one of your own before running in production',
  },
  'application-connection': {
    vi: 'đặt thêm DATABASE_URL của vai trò ứng dụng, khác với địa chỉ này; hoặc bỏ biến này',
    en: 'also set DATABASE_URL, of the application role and different from this address; or remove this variable',
  },
  'redis-address': {
    vi: 'viết dạng redis://máy-chủ:6379 hoặc rediss://…, hoặc bỏ trống để dùng hàng đợi trong PostgreSQL',
    en: 'write it as redis://host:6379 or rediss://…, or leave it out to keep the queues in PostgreSQL',
  },
  host: {
    vi: 'ghi tên máy hoặc địa chỉ IP để lắng nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0, không kèm giao thức và cổng',
    en: 'give the host name or IP address to listen on, for example 127.0.0.1 or 0.0.0.0, without protocol and port',
  },
  port: {
    vi: 'ghi số nguyên từ 0 đến 65535 (0: cổng trống bất kỳ)',
    en: 'give a whole number from 0 to 65535 (0: any free port)',
  },
  proxies: {
    vi: 'ghi địa chỉ hoặc mạng của proxy, cách nhau bằng dấu phẩy, ví dụ 10.0.0.5,192.168.1.0/24 hoặc loopback; không nhận mạng /0',
    en: 'give addresses or networks of the proxies with commas between, such as 10.0.0.5,192.168.1.0/24 or loopback; not a network /0',
  },
  'public-origin': {
    vi: 'ghi nguồn mà trình duyệt mở, dạng https://tên-máy-chủ[:cổng], không có đường dẫn, không phải địa chỉ IP (http chỉ nhận localhost)',
    en: 'give the origin that browsers open, as https://host-name[:port], without a path and not an IP address (http only for localhost)',
  },
  directory: {
    vi: 'ghi đường dẫn một thư mục riêng, không phải thư mục gốc của ổ đĩa',
    en: 'give the path of a folder of its own, not the root of the disk',
  },
  'log-level': {
    vi: 'chọn một trong fatal, error, warn, info, debug, trace, silent',
    en: 'choose one of fatal, error, warn, info, debug, trace, silent',
  },
  pool: {
    vi: 'ghi số kết nối, số nguyên từ 2 đến 100',
    en: 'give the number of connections, a whole number from 2 to 100',
  },
  concurrency: {
    vi: 'ghi số việc của mỗi hàng đợi mà một tiến trình làm cùng lúc, số nguyên từ 1 đến 64',
    en: 'give the number of jobs of each queue that one process does at a time, a whole number from 1 to 64',
  },
  'queue-prefix': {
    vi: 'bắt đầu bằng chữ thường a-z, tiếp theo chữ thường, số, _ hoặc -, nhiều nhất 32 ký tự',
    en: 'start with a lower-case letter a-z, then lower-case letters, digits, _ or -, 32 characters at most',
  },
  demonstration: {
    vi: 'chọn auto (nạp dữ liệu giả vào cơ sở dữ liệu trống) hoặc off',
    en: 'choose auto (load the invented country into an empty database) or off',
  },
  'require-second-factor': {
    vi: 'chọn all (mọi tài khoản), privileged (quản trị viên và người xem nhật ký) hoặc none',
    en: 'choose all (every account), privileged (administrators and auditors) or none',
  },
  'session-hours': {
    vi: 'ghi số giờ, số nguyên từ 1 đến 168',
    en: 'give the number of hours, a whole number from 1 to 168',
  },
  'key-file': {
    vi: 'ghi đường dẫn đầy đủ của tệp khóa, ví dụ /media/khoa/vault.key',
    en: 'give the whole path of the key file, for example /media/key/vault.key',
  },
  'key-command': {
    vi: 'ghi đường dẫn đầy đủ của chương trình, sau đó các tham số cách nhau bằng dấu cách; không chạy qua shell',
    en: 'give the whole path of the program, then its parameters with spaces between; no shell reads it',
  },
  'one-vault-key': {
    vi: 'chỉ đặt một trong hai: VAULT_KEY_FILE hoặc biến này',
    en: 'set only one of the two: VAULT_KEY_FILE or this variable',
  },
};
