import { AccessStage, ORIGIN } from '../../../../../test/support/access-stage.js';
import { type AuthenticatorFaults, SoftwareAuthenticator } from '../../../../../test/support/software-authenticator.js';

const HOST = 'theoan.example';

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build();
});

afterAll(() => stage.strike());

const TABLES = ['sign_in_attempt', 'web_authn_key', 'web_authn_challenge', 'recovery_code', 'pending_sign_in'];

beforeEach(async () => {
  for (const table of [...TABLES, 'session', 'account']) await stage.testDatabase.ownerQuery(`delete from ${table}`);
  await stage.create('dieutra', 'investigator');
});

const send = (path: string, token: string | undefined, body: object = {}) => {
  const request = stage.agent().post(`/api/v1/session/${path}`);
  return (token === undefined ? request : request.set('authorization', `Bearer ${token}`)).send(body);
};

const newKey = () => new SoftwareAuthenticator(ORIGIN, HOST);

const enrol = async (token: string, key: SoftwareAuthenticator, faults: AuthenticatorFaults = {}) => {
  const { body: options } = await send('factors/keys/options', token);
  return send('factors/keys', token, { name: 'khóa ở cơ quan', key: key.create(options, faults) });
};

/** Signs in with the password and asks for a key. */
const asked = async (username = 'dieutra') => {
  const { body } = await stage.signIn(username);
  const pending = body.pending as string;
  const options = (await send('second-factor/key-options', undefined, { pending })).body as { challenge: string };
  return { pending, options };
};

const prove = async (key: SoftwareAuthenticator, faults: AuthenticatorFaults = {}) => {
  const { pending, options } = await asked();
  return send('second-factor', undefined, { pending, key: key.get(options, faults) });
};

describe('a security key', () => {
  it('is made for our host with PIN or finger, and brings the recovery codes', async () => {
    const token = await stage.tokenOf('dieutra');
    const { status, body } = await send('factors/keys/options', token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rp: { id: HOST },
      user: { name: 'dieutra' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
    });
    const enrolled = await send('factors/keys', token, { name: 'khóa đỏ', key: newKey().create(body) });
    expect([enrolled.status, enrolled.body.recoveryCodes.length]).toEqual([201, 10]);
    const { methods, keys } = (await stage.get('session/factors', token)).body;
    expect(methods).toEqual(['key', 'recovery-code']);
    expect(keys).toEqual([expect.objectContaining({ name: 'khóa đỏ' })]);
  });

  it('signs in, beside others of the account', async () => {
    const token = await stage.tokenOf('dieutra');
    const [first, second] = [newKey(), newKey()];
    await enrol(token, first);
    expect((await enrol(token, second)).body.recoveryCodes).toBeUndefined();
    for (const key of [first, second, first]) {
      const { status, body } = await prove(key);
      expect(status).toBe(201);
      expect((await stage.get('session', body.token as string)).body.account.username).toBe('dieutra');
    }
    const { keys } = (await stage.get('session/factors', token)).body;
    expect(keys.map(({ lastUsedAt }: { lastUsedAt?: string }) => typeof lastUsedAt)).toEqual(['string', 'string']);
  });

  it.each<[string, AuthenticatorFaults]>([
    ['of another page', { origin: 'https://evil.example' }],
    ['of our host over http', { origin: `http://${HOST}` }],
    ['for another host', { host: 'evil.example' }],
    ['for another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['without PIN and finger', { isVerified: false }],
  ])('%s is not taken', async (_, faults) => {
    const { status, body } = await enrol(await stage.tokenOf('dieutra'), newKey(), faults);
    expect([status, body.code]).toEqual([400, 'access.key-refused']);
    expect((await stage.signIn('dieutra')).status).toBe(201);
  });

  it.each<[string, AuthenticatorFaults]>([
    ['on another page', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['for another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['without PIN and finger', { isVerified: false }],
    ['by another key', { signsWith: newKey() }],
    ['with a count that stands still: a copy', { counter: 1 }],
  ])('that signs %s opens nothing', async (_, faults) => {
    const key = newKey();
    await enrol(await stage.tokenOf('dieutra'), key);
    const { status, body } = await prove(key, faults);
    expect([status, body.code]).toEqual([401, 'access.second-factor-wrong']);
  });

  it('that does not count at all opens, each time to a new question', async () => {
    const key = newKey();
    await enrol(await stage.tokenOf('dieutra'), key, { counter: 0 });
    for (const round of [1, 2]) expect([round, (await prove(key, { counter: 0 })).status]).toEqual([round, 201]);
  });

  it('opens once for one question, within five minutes, for the sign-in that was asked', async () => {
    const key = newKey();
    await enrol(await stage.tokenOf('dieutra'), key);
    const [mine, other] = [await asked(), await asked()];
    const swapped = { pending: other.pending, key: key.get(mine.options) };
    expect((await send('second-factor', undefined, swapped)).status).toBe(401);
    const late = await asked();
    await stage.age('web_authn_challenge', ['expires_at'], '5 minutes');
    const proof = { pending: late.pending, key: key.get(late.options) };
    expect((await send('second-factor', undefined, proof)).status).toBe(401);
  });

  it('of one account opens no other, and is enrolled once', async () => {
    const key = newKey();
    await enrol(await stage.tokenOf('dieutra'), key);
    await stage.create('khac', 'investigator');
    const token = await stage.tokenOf('khac');
    const again = await enrol(token, key);
    expect([again.status, again.body.code]).toEqual([409, 'access.key-known']);
    await enrol(token, newKey());
    const { pending, options } = await asked('khac');
    expect((await send('second-factor', undefined, { pending, key: key.get(options) })).status).toBe(401);
  });

  it('opens nothing after it was removed, and cannot be removed by others', async () => {
    const token = await stage.tokenOf('dieutra');
    const [kept, lost] = [newKey(), newKey()];
    await enrol(token, kept);
    await enrol(token, lost);
    await stage.create('khac', 'investigator');
    const remove = async (by: string) =>
      stage
        .agent()
        .delete(`/api/v1/session/factors/keys/${lost.id.toString('base64url')}`)
        .set('authorization', `Bearer ${by}`);
    expect((await remove(await stage.tokenOf('khac'))).body.code).toBe('access.factor-not-found');
    expect((await remove(token)).status).toBe(204);
    expect((await prove(lost)).status).toBe(401);
    expect((await prove(kept)).status).toBe(201);
  });

  it('shows in the middle of a session that it is still you', async () => {
    const token = await stage.tokenOf('dieutra');
    const key = newKey();
    await enrol(token, key);
    await stage.age('session', ['authenticated_at'], '10 minutes');
    expect((await send('factors/recovery-codes', token)).body.code).toBe('access.recent-authentication-required');
    const { body: options } = await send('re-authentication/key-options', token);
    expect((await send('re-authentication', token, { key: key.get(options) })).status).toBe(204);
    expect((await send('factors/recovery-codes', token)).body.recoveryCodes).toHaveLength(10);
  });

  it('is one of ten at most', async () => {
    const token = await stage.tokenOf('dieutra');
    for (let key = 1; key <= 10; key += 1) expect((await enrol(token, newKey())).status).toBe(201);
    expect((await send('factors/keys/options', token)).body.code).toBe('access.too-many-keys');
  });
});
