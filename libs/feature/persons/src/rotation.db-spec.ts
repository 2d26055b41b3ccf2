import { newId } from '#libs/platform/database';
import { KeyFileEncryption, Vault } from '#libs/platform/vault';
import { codeOfApp } from '../../../../test/support/code-app.js';
import { type Officer, World } from '../../../../test/support/world.js';
import { RotateKeys } from './index.js';
import { SealedValues } from './sealed-values.repository.js';

jest.setTimeout(300_000);

const PEOPLE = 120;

describe('the keys of the vault rotate while people work', () => {
  let world: World;
  /** As of another process: it has loaded the keys by itself, and the API does not hear of what it does with them. */
  let keys: RotateKeys;
  let police: Officer;
  let file: string;
  const ids: string[] = [];

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    const report = { number: newId(), source: 'denunciation', occurredOn: '2026-02-20' };
    file = (await police.does('/denunciations', report)).subjectId;
    for (let n = 0; n < PEOPLE; n += 1) ids.push(await record(n));
    const { settings, unitOfWork } = world.database;
    const vault = await Vault.open(unitOfWork, new KeyFileEncryption(settings.vaultKeyFile!));
    keys = new RotateKeys(unitOfWork, vault, new SealedValues());
  });

  afterAll(async () => world.stop());

  const nameOf = (n: number): string => `Nguyễn Xoay Khóa${n}`;
  const record = async (n: number): Promise<string> => {
    const person = { family: 'victim', fields: { fullName: nameOf(n), residence: `nhà số ${n}` } };
    const { status, body } = await police.post(`/denunciations/${file}/persons`, person);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id as string;
  };
  const victimKeys = async () => (await keys.status()).filter(({ family }) => family === 'victim');

  it('no read fails and no write is lost meanwhile; the old key is destroyed when nothing needs it', async () => {
    const asked = { fields: ['fullName'], purpose: 'other', reason: 'để thử xoay khóa' };
    expect((await police.post(`/persons/${ids[0]!}/reveal`, asked)).status).toBe(200);
    let isRotating = true;
    const failures: unknown[] = [];
    let [reads, written] = [0, PEOPLE];
    const reader = async (): Promise<void> => {
      while (isRotating) {
        const { status, body } = await police.get(`/denunciations/${file}/persons`);
        reads += 1;
        if (status !== 200 || body.items.length < PEOPLE) failures.push(body);
      }
    };
    const writer = async (): Promise<void> => {
      while (isRotating) ids.push(await record(written++));
    };
    const working = [reader(), reader(), writer()];
    const rotations = [];
    for (let round = 0; round < 3; round += 1) {
      rotations.push(await keys.rotate('victim'));
      await police.get(`/denunciations/${file}/persons`);
    }
    isRotating = false;
    await Promise.all(working);

    expect(failures).toEqual([]);
    expect(reads).toBeGreaterThan(3);
    expect(rotations.map(({ version, destroyed, refused }) => [version, destroyed, refused])).toEqual([
      [2, [1], 0],
      [3, [2], 0],
      [4, [3], 0],
    ]);
    expect(rotations[0]!.renewed).toBeGreaterThanOrEqual(2 * PEOPLE + 1);
    expect((await victimKeys()).map(({ version, state }) => [version, state])).toEqual([
      [1, 'destroyed'],
      [2, 'destroyed'],
      [3, 'destroyed'],
      [4, 'current'],
    ]);
    expect((await victimKeys()).map(({ values }) => values)).toEqual([0, 0, 0, 2 * written + 1]);
    expect(ids).toHaveLength(written);
    const all = (await police.get(`/denunciations/${file}/persons`)).body.items.map(({ id }: { id: string }) => id);
    expect(all.sort()).toEqual([...ids].sort());
    const last = await police.post(`/persons/${ids.at(-1)!}/reveal`, { ...asked, fields: ['fullName', 'residence'] });
    expect(last.body.fields).toEqual([
      { field: 'fullName', text: nameOf(written - 1) },
      { field: 'residence', text: `nhà số ${written - 1}` },
    ]);
  });

  it('a value that was altered keeps its key, and the rest goes on', async () => {
    await world.database.ownerQuery(
      `update person_field set sealed = set_byte(sealed, 30, 255 - get_byte(sealed, 30)) where person_id = $1 and field = 'residence'`,
      [ids[0]],
    );
    const rotation = await keys.rotate('victim');
    expect(rotation).toMatchObject({ version: 5, destroyed: [], refused: 1 });
    expect((await victimKeys()).slice(-2)).toMatchObject([
      { version: 4, state: 'old', values: 1 },
      { version: 5, state: 'current' },
    ]);
    const again = await keys.rotate('victim');
    expect(again).toMatchObject({ version: 5, renewed: 0, destroyed: [], refused: 1 });
    const { body } = await police.post(`/persons/${ids[1]!}/reveal`, { fields: ['fullName'], purpose: 'summon' });
    expect(body.fields).toEqual([{ field: 'fullName', text: nameOf(1) }]);
  });

  it('the task that rotates reads nobody’s file and writes nothing but what it encrypts anew', async () => {
    const as = (sql: string) => world.database.unitOfWork.run((tx) => tx.query(sql), { task: 'vault' });
    for (const forbidden of [
      'select 1 from person',
      'select 1 from person_number',
      'select 1 from event',
      `update person_field set version = 9`,
      'delete from person_field',
      'update vault_key set wrapped = null',
    ]) {
      await expect(as(forbidden)).rejects.toMatchObject({ sqlState: '42501' });
    }
  });

  it('keeps the code apps of accounts, and refuses what a process writes with a key that is gone', async () => {
    const leader = await world.officer('leader', 'BCD-31');
    const { secret } = (await leader.post('/session/factors/app')).body as { secret: string };
    expect((await leader.post('/session/factors/app/confirmation', { code: codeOfApp(secret) })).status).toBe(201);
    const rotated = await keys.rotate('account');
    expect(rotated).toMatchObject({ renewed: 1, refused: 0, destroyed: [1] });
    await world.database.ownerQuery('update totp_factor set last_step = 0');
    expect((await leader.post('/session/re-authentication', { code: codeOfApp(secret) })).status).toBe(204);
    const other = await world.officer('leader', 'BCD-CP');
    await keys.rotate('account');
    // The API has the key of the round before: it is told, loads the new one, and writes with that.
    expect((await other.post('/session/factors/app')).status).toBe(201);
    const used = (await keys.status()).filter(({ family, values }) => family === 'account' && values > 0);
    expect(used).toEqual([{ family: 'account', version: 3, state: 'current', values: 2 }]);
  });
});
