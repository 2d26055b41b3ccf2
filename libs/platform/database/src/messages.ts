import { type ConfigurationFault } from '#libs/platform/config';

/** Why an address of the database cannot be used, once the server has been asked. */
export type AccessFaultCode =
  | 'unreachable'
  | 'sign-in-refused'
  | 'database-absent'
  | 'is-superuser'
  | 'owns-tables'
  | 'may-change-record'
  | 'lacks-application-role'
  | 'cannot-step-down'
  | 'cannot-migrate'
  | 'migrations-pending';

/** What is to be done, in both languages. */
const SENTENCES: Readonly<Record<AccessFaultCode, { vi: string; en: string }>> = {
  unreachable: {
    vi: 'không kết nối được máy chủ cơ sở dữ liệu; kiểm tra máy chủ đang chạy, tên máy, cổng và tường lửa',
    en: 'the database server cannot be reached; check that it runs, the host name, the port and the firewall',
  },
  'sign-in-refused': {
    vi: 'máy chủ từ chối đăng nhập; kiểm tra tài khoản, mật khẩu và pg_hba.conf',
    en: 'the server refused the sign-in; check user, password and pg_hba.conf',
  },
  'database-absent': {
    vi: 'chưa có cơ sở dữ liệu này; tạo bằng lệnh create database',
    en: 'there is no such database; create it with create database',
  },
  'is-superuser': {
    vi: 'vai trò ứng dụng không được là superuser hay bypassrls; dùng một vai trò thường, là thành viên của theoan_app',
    en: 'the application role must not be superuser or bypassrls; use an ordinary role, member of theoan_app',
  },
  'owns-tables': {
    vi: 'vai trò ứng dụng không được sở hữu bảng; dùng vai trò khác với DATABASE_MIGRATION_URL',
    en: 'the application role must not own tables; use a role other than that of DATABASE_MIGRATION_URL',
  },
  'may-change-record': {
    vi: 'vai trò ứng dụng sửa hoặc xóa được bảng event; thu hồi các quyền đó (revoke update, delete, truncate)',
    en: 'the application role may change or delete from table event; revoke update, delete and truncate from it',
  },
  'lacks-application-role': {
    vi: 'vai trò này chưa có quyền của ứng dụng; chạy lệnh: grant theoan_app to <vai trò>',
    en: 'this role lacks the rights of the application; run: grant theoan_app to <role>',
  },
  'cannot-step-down': {
    vi: 'tài khoản này không chuyển sang vai trò theoan_app được; chạy bằng quản trị: grant theoan_app to <tài khoản>',
    en: 'this user cannot become theoan_app; run as administrator: grant theoan_app to <user>',
  },
  'cannot-migrate': {
    vi: 'tài khoản này không đủ quyền lập bảng; cần là chủ cơ sở dữ liệu, và createrole (hoặc tạo sẵn vai trò theoan_app)',
    en: 'this user may not set up the tables; it must own the database and have createrole (or create role theoan_app first)',
  },
  'migrations-pending': {
    vi: 'cơ sở dữ liệu cũ hơn chương trình; chạy lệnh theoan migrate',
    en: 'the database is older than the program; run theoan migrate',
  },
};

/** @returns the fault of one variable, for a ConfigurationError. */
export const accessFault = (variable: string, code: AccessFaultCode): ConfigurationFault => ({
  variable,
  code,
  ...SENTENCES[code],
});
