import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DomainError } from '#libs/domain/kernel';
import { ConfigurationError, type Settings } from '#libs/platform/config';
import { SignerKey } from '#libs/platform/transparency';

const OWN_KEY = path.join('keys', 'audit.key');
const OTHERS = 0o077;
const LARGEST_FILE = 1_024;

/** What is to be done, in both languages; never with anything of the key. */
const SENTENCES = {
  'audit-key-absent': {
    vi: 'nhật ký cần khóa ký: đặt đường dẫn tệp khóa (tạo bằng: theoan audit key); không có khóa thì không niêm phong, nên không khởi động',
    en: 'the audit needs its signing key: give the path of the key file (make one with: theoan audit key); without it nothing is sealed, so nothing starts',
  },
  'audit-key-open-to-others': {
    vi: 'người dùng khác đọc hoặc ghi được tệp khóa ký; chạy chmod 600, và coi khóa là đã lộ nếu máy có người khác dùng',
    en: 'other users may read or write the signing key; run chmod 600, and take the key for disclosed if others use this machine',
  },
  'audit-key-malformed': {
    vi: 'tệp khóa ký phải có đúng một dòng PRIVATE+KEY+…; tạo bằng: theoan audit key',
    en: 'the file of the signing key must hold one line PRIVATE+KEY+…; make one with: theoan audit key',
  },
  'audit-key-wrong': {
    vi: 'khóa này không phải khóa đã ký nhật ký của cơ sở dữ liệu này; dùng đúng khóa, đừng tạo khóa mới',
    en: 'this is not the key that signed the audit of this database; use the right key, do not make a new one',
  },
} as const;

/** @returns the error with which the start is refused. */
export function auditKeyFault(code: keyof typeof SENTENCES): ConfigurationError {
  return new ConfigurationError([{ variable: 'AUDIT_KEY_FILE', code, ...SENTENCES[code] }]);
}

/**
 * The key with which this log signs its checkpoints; its name is the log's origin. Beside the embedded server, without a
 * setting, one is made in the data folder.
 * @throws ConfigurationError `audit-key-absent`, `audit-key-open-to-others`, `audit-key-malformed`.
 */
export function auditKeyOf(settings: Settings): SignerKey {
  const { auditKeyFile, databaseUrl, dataDir } = settings;
  if (auditKeyFile !== undefined) return readAuditKey(auditKeyFile);
  if (databaseUrl !== undefined) throw auditKeyFault('audit-key-absent');
  const file = path.join(dataDir, OWN_KEY);
  if (!fs.existsSync(file)) writeAuditKey(file, `theoan.invalid/${randomBytes(4).toString('hex')}`);
  return readAuditKey(file);
}

/** @throws ConfigurationError as `auditKeyOf`. */
export function readAuditKey(file: string): SignerKey {
  const text = readGuarded(file);
  try {
    const key = SignerKey.parse(text.trim());
    if (key.verifier.type === 'ed25519') return key;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  throw auditKeyFault('audit-key-malformed');
}

function readGuarded(file: string): string {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw auditKeyFault('audit-key-absent');
  if (process.platform !== 'win32' && (stat.mode & OTHERS) !== 0) throw auditKeyFault('audit-key-open-to-others');
  if (stat.size > LARGEST_FILE) throw auditKeyFault('audit-key-malformed');
  return fs.readFileSync(file, 'utf8');
}

/**
 * Makes a new key in a file that its owner alone may read; a file that is there already is left as it is.
 * @param origin the name of the log. @throws Error EEXIST.
 */
export function writeAuditKey(file: string, origin: string): SignerKey {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const key = SignerKey.generate(origin, 'ed25519');
  fs.writeFileSync(file, `${key.exportSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return key;
}
