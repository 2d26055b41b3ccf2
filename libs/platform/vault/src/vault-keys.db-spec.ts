import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import {
  addKeyVersion,
  destroyKeyVersion,
  type FieldPlace,
  KeyFileEncryption,
  loadKeyRing,
  rewrapKeys,
} from './index.js';
import { KEY_FAMILIES, IDENTIFIER_KINDS, type KeyEncryption, type KeyRing } from './index.js';

const HERE: FieldPlace = { family: 'victim', table: 'victim_identity', column: 'name', rowId: '1' };
const VICTIM = { purpose: 'data', scope: 'victim' } as const;

let test: TestDatabase;
let folder: string;
let encryption: KeyEncryption;
let other: KeyEncryption;

function newKey(name: string): KeyEncryption {
  const file = path.join(folder, name);
  fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return new KeyFileEncryption(file);
}

const load = (by: KeyEncryption): Promise<KeyRing> => test.unitOfWork.run((tx) => loadKeyRing(tx, by));
const keys = (): Promise<unknown[]> => test.ownerQuery('select * from vault_key order by purpose, scope, version');

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-vault-'));
  encryption = newKey('one');
  other = newKey('other');
  test = await createTestDatabase();
});

afterAll(async () => {
  await test.drop();
  fs.rmSync(folder, { recursive: true });
});

describe('the keys of the vault', () => {
  it('are made once, also by processes that start together', async () => {
    const [one, two] = await Promise.all([load(encryption), load(encryption)]);
    expect(two.open(HERE, one.seal(HERE, 'Thử'))).toBe('Thử');
    expect(await keys()).toHaveLength(KEY_FAMILIES.length + IDENTIFIER_KINDS.length + 1);
  });

  it('are not opened by another key: the start is refused in both languages, and nothing is made', async () => {
    await test.ownerQuery(`delete from vault_key where scope = 'officer'`);
    const before = await keys();
    const refusal = { name: 'ConfigurationError', faults: [{ variable: 'VAULT_KEY_FILE', code: 'key-wrong' }] };
    await expect(load(other)).rejects.toMatchObject(refusal);
    await expect(load(other)).rejects.toThrow(/dùng đúng khóa[^]*use the right key/);
    await expect(test.unitOfWork.run((tx) => addKeyVersion(tx, other, VICTIM))).rejects.toMatchObject(refusal);
    await expect(test.unitOfWork.run((tx) => rewrapKeys(tx, other, encryption))).rejects.toMatchObject(refusal);
    expect(await keys()).toEqual(before);
  });

  it('are not taken from a holder that unwraps anything to something', async () => {
    const careless: KeyEncryption = {
      variable: 'VAULT_KEY_COMMAND',
      wrap: (key) => Promise.resolve(key),
      unwrap: () => Promise.resolve(randomBytes(32)),
    };
    await expect(load(careless)).rejects.toMatchObject({
      faults: [{ variable: 'VAULT_KEY_COMMAND', code: 'key-wrong' }],
    });
  });

  it('cannot be put in the place of each other', async () => {
    await load(encryption);
    const before = await test.ownerQuery<{ wrapped: Buffer; check_value: Buffer }>(
      `select wrapped, check_value from vault_key where scope = 'victim'`,
    );
    await test.ownerQuery(
      `update vault_key k set wrapped = s.wrapped, check_value = s.check_value from vault_key s
       where k.scope = 'victim' and s.scope = 'suspect'`,
    );
    await expect(load(encryption)).rejects.toMatchObject({ faults: [{ code: 'key-wrong' }] });
    const { wrapped, check_value: check } = before[0]!;
    await test.ownerQuery(`update vault_key set wrapped = $1, check_value = $2 where scope = 'victim'`, [
      wrapped,
      check,
    ]);
    await load(encryption);
  });

  it('rotate: old values stay readable until their version is destroyed, and never after', async () => {
    const old = await load(encryption);
    const sealed = old.seal(HERE, 'Thử');
    const version = await test.unitOfWork.run((tx) => addKeyVersion(tx, encryption, VICTIM));
    expect(version).toBe(2);
    const both = await load(encryption);
    const renewed = both.reseal(HERE, sealed);

    const destroy = (of: number, remaining: number): Promise<void> =>
      test.unitOfWork.run((tx) => destroyKeyVersion(tx, { use: VICTIM, version: of, remaining }));
    await expect(destroy(1, 3)).rejects.toMatchObject({ code: 'vault.key-in-use', facts: { remaining: 3 } });
    for (const none of [2, 3]) await expect(destroy(none, 0)).rejects.toMatchObject({ code: 'vault.key-not-old' });
    await destroy(1, 0);
    await expect(destroy(1, 0)).rejects.toMatchObject({ code: 'vault.key-not-old' });

    const after = await load(encryption);
    expect(after.open(HERE, renewed)).toBe('Thử');
    expect(() => after.open(HERE, sealed)).toThrow('vault.key-unknown');
    expect(
      await test.ownerQuery(
        `select version, state, wrapped is null as gone from vault_key where scope = 'victim' order by 1`,
      ),
    ).toEqual([
      { version: 1, state: 'destroyed', gone: true },
      { version: 2, state: 'current', gone: false },
    ]);
    expect(await test.unitOfWork.run((tx) => addKeyVersion(tx, encryption, VICTIM))).toBe(3);
  });

  it('change hands: the new key opens every value, the old one nothing', async () => {
    const sealed = (await load(encryption)).seal(HERE, 'Thử');
    const count = await test.unitOfWork.run((tx) => rewrapKeys(tx, encryption, other));
    expect(count).toBe(KEY_FAMILIES.length + IDENTIFIER_KINDS.length + 2);
    expect((await load(other)).open(HERE, sealed)).toBe('Thử');
    await expect(load(encryption)).rejects.toMatchObject({ faults: [{ code: 'key-wrong' }] });
  });

  it('are beyond the application’s reach but for what rotation needs', async () => {
    for (const forbidden of [
      'delete from vault_key',
      'truncate vault_key',
      `update vault_key set check_value = '\\x00'`,
      `update vault_key set scope = 'suspect'`,
      'update vault_key set version = 9',
    ]) {
      const attempt = test.unitOfWork.run((tx) => tx.query(forbidden));
      await expect(attempt).rejects.toMatchObject({ name: 'StatementFailed', sqlState: '42501' });
    }
  });
});
