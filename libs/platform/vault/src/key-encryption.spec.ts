import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { KeyCommandEncryption, keyEncryptionOf, KeyFileEncryption, readKeyFile } from './index.js';

const SERVER = 'postgres://app:s3cr3t-of-its-own@db.example:5432/theoan';
const KEY = randomBytes(32);
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-vault-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

function keyFile(content: string | Buffer, mode = 0o600): string {
  const file = path.join(folder, `key-${randomBytes(4).toString('hex')}`);
  fs.writeFileSync(file, content);
  fs.chmodSync(file, mode);
  return file;
}

async function faultOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map((it) => `${it.variable} ${it.code}`).join();
    throw error;
  }
  return 'none';
}

describe('a key file', () => {
  it.each([
    ['raw', KEY],
    ['base64', `${KEY.toString('base64')}\n`],
    ['base64url', KEY.toString('base64url')],
  ])('is read %s', (_, content) => {
    expect(readKeyFile(keyFile(content))).toEqual(KEY);
  });

  it.each([
    ['empty', ''],
    ['a line of spaces', '   \n'],
    ['short', KEY.subarray(0, 31)],
    ['long', Buffer.concat([KEY, KEY])],
    ['of 16 bytes in base64', randomBytes(16).toString('base64')],
    ['one byte repeated', Buffer.alloc(32, 0xa5)],
    ['zeros in base64', Buffer.alloc(32).toString('base64')],
    ['a sentence', 'an invented sentence of 32 signs'],
    ['a large file', randomBytes(5_000)],
  ])('that is %s is refused', async (_, content) => {
    expect(await faultOf(() => readKeyFile(keyFile(content)))).toBe('VAULT_KEY_FILE key-file-malformed');
  });

  it.each([0o640, 0o604, 0o620, 0o644, 0o660, 0o610, 0o601])('of mode %i is refused', async (mode) => {
    expect(await faultOf(() => readKeyFile(keyFile(KEY, mode)))).toBe('VAULT_KEY_FILE key-file-open-to-others');
  });

  it('of mode 0400 is read', () => {
    expect(readKeyFile(keyFile(KEY, 0o400))).toEqual(KEY);
  });

  it('that is not there, or a folder, is refused without a word of the key', async () => {
    expect(await faultOf(() => readKeyFile(path.join(folder, 'none')))).toBe('VAULT_KEY_FILE key-file-absent');
    expect(await faultOf(() => readKeyFile(folder))).toBe('VAULT_KEY_FILE key-file-absent');
    expect(() => readKeyFile(keyFile('hunter2-hunter2-hunter2-hunter2!'))).not.toThrow(/hunter2/);
  });

  it('unwraps what it wrapped, for the same use alone, and another file does not', async () => {
    const encryption = new KeyFileEncryption(keyFile(KEY));
    const wrapped = await encryption.wrap(Buffer.from('a key of the vault'), 'victim|1');
    expect((await encryption.unwrap(wrapped, 'victim|1')).toString()).toBe('a key of the vault');
    expect(await faultOf(() => encryption.unwrap(wrapped, 'victim|2'))).toBe('VAULT_KEY_FILE key-wrong');
    const other = new KeyFileEncryption(keyFile(randomBytes(32)));
    expect(await faultOf(() => other.unwrap(wrapped, 'victim|1'))).toBe('VAULT_KEY_FILE key-wrong');
  });
});

/** A holder of the key as a program: reverses the bytes and puts the length of the context before them. */
const HOLDER = `
let text = '';
process.stdin.on('data', (part) => (text += part)).on('end', () => {
  const { operation, context, value } = JSON.parse(text);
  const bytes = Buffer.from(value, 'base64');
  if (operation === 'wrap') {
    process.stdout.write(Buffer.concat([Buffer.from([context.length]), bytes.reverse()]).toString('base64') + '\\n');
  } else if (bytes[0] === context.length) process.stdout.write(bytes.subarray(1).reverse().toString('base64'));
  else process.exitCode = 3;
});`;

describe('a key command', () => {
  const command = (program: string, ...more: string[]): KeyCommandEncryption =>
    new KeyCommandEncryption([process.execPath, '-e', program, ...more]);

  it('wraps and unwraps over standard input and output', async () => {
    const encryption = command(HOLDER);
    const wrapped = await encryption.wrap(KEY, 'victim|1');
    expect(wrapped).toHaveLength(33);
    expect(await encryption.unwrap(wrapped, 'victim|1')).toEqual(KEY);
    expect(await faultOf(() => encryption.unwrap(wrapped, 'suspect|1'))).toBe('VAULT_KEY_COMMAND key-command-failed');
  });

  it('is run without a shell', async () => {
    const mark = path.join(folder, 'ran');
    const encryption = command(HOLDER, `; touch ${mark}`, `$(touch ${mark})`);
    expect(await encryption.unwrap(await encryption.wrap(KEY, 'a'), 'a')).toEqual(KEY);
    expect(fs.existsSync(mark)).toBe(false);
  });

  it('does not learn the addresses of the database', async () => {
    process.env.DATABASE_MIGRATION_URL = SERVER;
    try {
      const seen = await command(
        `process.stdout.write(Buffer.from(JSON.stringify(Object.keys(process.env))).toString('base64'))`,
      ).wrap(KEY, 'a');
      expect(seen.toString()).toContain('"PATH"');
      expect(seen.toString()).not.toContain('DATABASE');
    } finally {
      delete process.env.DATABASE_MIGRATION_URL;
    }
  });

  it.each([
    ['fails', 'process.exitCode = 1'],
    ['answers nothing', ''],
    ['answers no base64', `process.stdout.write('no key')`],
    ['answers without end', `process.stdout.write('A'.repeat(1_000_000))`],
  ])('that %s is refused', async (_, program) => {
    expect(await faultOf(() => command(program).wrap(KEY, 'a'))).toBe('VAULT_KEY_COMMAND key-command-failed');
  });

  it('that is not there is refused', async () => {
    const absent = new KeyCommandEncryption([path.join(folder, 'none')]);
    expect(await faultOf(() => absent.wrap(KEY, 'a'))).toBe('VAULT_KEY_COMMAND key-command-failed');
  });
});

describe('the key that the settings name', () => {
  it('is made beside the embedded server, for its owner alone, with a warning each time, and kept', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const settings = readSettings({ DATA_DIR: folder });
    const wrapped = await keyEncryptionOf(settings).wrap(KEY, 'a');
    const file = path.join(folder, 'keys/vault.key');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['vault.key']);
    expect(await keyEncryptionOf(settings).unwrap(wrapped, 'a')).toEqual(KEY);
    expect(warned).toHaveBeenCalledTimes(2);
    expect(warned.mock.calls[0]![0]).toMatch(/phương tiện khác.*another medium/s);
    expect(JSON.stringify(warned.mock.calls)).not.toContain(readKeyFile(file).toString('base64'));
  });

  it('is never made beside a server of one’s own: no key, no start', async () => {
    const settings = readSettings({ DATA_DIR: folder, DATABASE_URL: SERVER });
    expect(await faultOf(() => keyEncryptionOf(settings))).toBe('VAULT_KEY_FILE key-absent');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('may not lie in the folder of the database, nor behind a link that leads there', async () => {
    const inside = path.join(folder, 'postgres');
    fs.mkdirSync(inside);
    fs.renameSync(keyFile(KEY), path.join(inside, 'vault.key'));
    fs.symlinkSync(path.join(inside, 'vault.key'), path.join(folder, 'link'));
    for (const file of [path.join(inside, 'vault.key'), path.join(folder, 'link')]) {
      const settings = readSettings({ DATA_DIR: folder, VAULT_KEY_FILE: file });
      expect(await faultOf(() => keyEncryptionOf(settings))).toBe('VAULT_KEY_FILE key-beside-database');
    }
  });

  it('is the file or the command that is set', () => {
    expect(keyEncryptionOf(readSettings({ DATABASE_URL: SERVER, VAULT_KEY_FILE: keyFile(KEY) })).variable).toBe(
      'VAULT_KEY_FILE',
    );
    expect(keyEncryptionOf(readSettings({ DATABASE_URL: SERVER, VAULT_KEY_COMMAND: '/opt/wrap' })).variable).toBe(
      'VAULT_KEY_COMMAND',
    );
  });
});
