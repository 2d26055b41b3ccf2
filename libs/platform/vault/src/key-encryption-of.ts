import fs from 'node:fs';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { KeyCommandEncryption } from './key-command.js';
import { type KeyEncryption } from './key-encryption.js';
import { createKeyFile, KeyFileEncryption } from './key-file.js';
import { vaultFault } from './messages.js';

const OWN_KEY = path.join('keys', 'vault.key');
const DATABASE_FOLDER = 'postgres';

/**
 * The holder of the key encryption key that the settings name. With the embedded server and no setting a key file is
 * made in the data folder, with a warning.
 * @throws ConfigurationError `key-absent` with a server of one's own and no key, `key-beside-database`, and as
 * `readKeyFile`.
 */
export function keyEncryptionOf(settings: Settings): KeyEncryption {
  if (settings.vaultKeyCommand !== undefined) return new KeyCommandEncryption(settings.vaultKeyCommand);
  const file = settings.vaultKeyFile ?? ownKeyFile(settings);
  requireApart(file, path.join(settings.dataDir, DATABASE_FOLDER));
  return new KeyFileEncryption(file);
}

function ownKeyFile(settings: Settings): string {
  if (settings.databaseUrl !== undefined) throw vaultFault('VAULT_KEY_FILE', 'key-absent');
  const file = path.join(settings.dataDir, OWN_KEY);
  const isNew = createKeyFile(file);
  new Logger('Vault').warn(
    `${isNew ? 'Đã tạo khóa của kho danh tính' : 'Khóa của kho danh tính nằm'} tại ${file}, cùng ổ đĩa với dữ liệu: ` +
      'hãy chuyển sang phương tiện khác, đặt VAULT_KEY_FILE và giữ một bản sao riêng; mất khóa là mất danh tính. / ' +
      'The key of the vault lies on the disk of its data: move it to another medium, set VAULT_KEY_FILE, and keep a ' +
      'copy apart; without the key the identities are lost.',
  );
  return file;
}

function requireApart(file: string, folder: string): void {
  const inside = path.relative(real(folder), real(file));
  const isInside = inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside);
  if (isInside) throw vaultFault('VAULT_KEY_FILE', 'key-beside-database');
}

/** Where links lead to, as far as the path exists. */
const real = (name: string): string => (fs.existsSync(name) ? fs.realpathSync(name) : path.resolve(name));
