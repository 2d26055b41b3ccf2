import { createHash } from 'node:crypto';
import { AccessStage, COMMITTEE, PASSWORD, PROVINCE_POLICE } from '../../../../test/support/access-stage.js';
import { SignInThrottle } from './sign-in-throttle.js';

const SESSION_TIMES = ['created_at', 'last_seen_at', 'expires_at'];

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build();
  await stage.create('dieutra', 'investigator');
  await stage.create('lanhdao', 'leader', COMMITTEE);
});

afterAll(async () => {
  await stage.strike();
});

beforeEach(async () => {
  await stage.testDatabase.ownerQuery('delete from sign_in_attempt');
});

describe('signing in', () => {
  it('gives a token, who one is and what one may, and no trace of the password', async () => {
    const { status, body, text } = await stage.signIn('dieutra');
    expect(status).toBe(201);
    expect(body.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(body.account).toMatchObject({
      username: 'dieutra',
      role: 'investigator',
      office: { id: PROVINCE_POLICE, code: 'CA-31', agency: 'police-investigation', tier: 'province' },
    });
    expect(body.account.permissions).toContain('investigation.act');
    const hours = (Date.parse(body.expiresAt as string) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(12);
    expect(text).not.toMatch(/argon2|hash|mot-hai/);
  });

  it('stores the token as its SHA-256 only', async () => {
    const token = await stage.tokenOf('dieutra');
    const hash = createHash('sha256').update(token).digest();
    const rows = await stage.testDatabase.ownerQuery<{ row: string }>(
      'select s::text as row from session s where token_hash = $1',
      [hash],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('stores the password as Argon2id of 46 MiB', async () => {
    const rows = await stage.testDatabase.ownerQuery<{ password_hash: string }>('select password_hash from account');
    for (const { password_hash: hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(rows.length);
  });

  it('takes the name in any case and any composition, and the password only as it is', async () => {
    expect((await stage.signIn(' DieuTra ')).status).toBe(201);
    expect((await stage.signIn('dieutra', PASSWORD.toUpperCase())).status).toBe(401);
  });

  it('answers an unknown name, a wrong password and a disabled account in the same way', async () => {
    await stage.create('nghiviec', 'investigator');
    await stage.accounts.disable('nghiviec');
    const answers = [
      await stage.signIn('dieutra', 'sai-mat-khau-roi-do'),
      await stage.signIn('khong.co.ai', PASSWORD),
      await stage.signIn('khong co ai\t', PASSWORD),
      await stage.signIn('nghiviec', PASSWORD),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body.code]).toEqual([401, 'access.sign-in-failed']);
      const { instance: _instance, ...same } = body;
      const { instance: _first, ...first } = answers[0]!.body;
      expect(same).toEqual(first);
      expect(headers['retry-after']).toBeUndefined();
    }
  });

  it('names every faulty field', async () => {
    const { status, body } = await stage.agent().post('/api/v1/session').send({ username: '', role: 'administrator' });
    expect(status).toBe(400);
    const fields = body.faults.map((fault: { field: string }) => fault.field) as string[];
    expect([...new Set(fields)].sort()).toEqual(['password', 'role', 'username']);
  });
});

describe('guessing', () => {
  const guess = (username = 'dieutra') => stage.signIn(username, 'sai-mat-khau-roi-do');

  it('is stopped after five failures, for the right password too, and says how long to wait', async () => {
    for (let failure = 1; failure <= 5; failure += 1) expect((await guess()).status).toBe(401);
    const { status, body, headers } = await stage.signIn('dieutra');
    expect([status, body.code]).toEqual([429, 'access.too-many-attempts']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
    expect((await stage.signIn('lanhdao')).status).toBe(201);
  });

  it('costs twice the time with each further failure', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await guess();
    await stage.age('sign_in_attempt', ['wait_until'], '1 minute');
    expect((await guess()).status).toBe(401);
    const { headers } = await guess();
    expect(Number(headers['retry-after'])).toBeGreaterThan(30);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('is forgiven by signing in, and by time', async () => {
    for (let failure = 1; failure <= 4; failure += 1) await guess();
    expect((await stage.signIn('dieutra')).status).toBe(201);
    for (let failure = 1; failure <= 4; failure += 1) expect((await guess()).status).toBe(401);
    await stage.age('sign_in_attempt', ['last_at'], '16 minutes');
    for (let failure = 1; failure <= 4; failure += 1) expect((await guess()).status).toBe(401);
  });

  it('thirty times at once reaches the password five times', async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await guess()).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  it('one name after the other from one address is stopped as well, whether the names exist or not', async () => {
    const throttle = stage.app.get(SignInThrottle, { strict: false });
    for (let n = 1; n <= 50; n += 1) await throttle.count({ username: `ten${n}`, address: '127.0.0.1' });
    const { status, body } = await stage.signIn('dieutra');
    expect([status, body.code]).toEqual([429, 'access.too-many-attempts']);
    const credentials = { username: 'dieutra', password: PASSWORD };
    const elsewhere = stage.agent().post('/api/v1/session').set('x-forwarded-for', '203.0.113.7').send(credentials);
    expect((await elsewhere).status).toBe(429);
  });

  it('keeps no name and no address', async () => {
    await guess();
    const rows = await stage.testDatabase.ownerQuery<{ row: string }>('select a::text as row from sign_in_attempt a');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/dieutra|127\.0\.0\.1/);
  });
});

describe('a session', () => {
  it('tells who one is', async () => {
    const { status, body } = await stage.get('session', await stage.tokenOf('lanhdao'));
    expect([status, body.account.username, body.account.office.code]).toEqual([200, 'lanhdao', 'BCD-31']);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'dieutra'])(
    'is asked for when the header is %j',
    async (header) => {
      const request = stage.agent().get('/api/v1/session');
      if (header !== undefined) void request.set('Authorization', header);
      const { status, body, headers } = await request;
      expect([status, body.code, headers['www-authenticate']]).toEqual([401, 'access.sign-in-required', 'Bearer']);
    },
  );

  it.each(['x', 'a'.repeat(43), `${'a'.repeat(42)}=`, "' or 1=1 --", 'a'.repeat(5000)])(
    'does not follow from a made-up token (%#)',
    async (token) => {
      const { status } = await stage.get('session', token);
      expect(status).toBe(401);
    },
  );

  it('ends when one signs out, at once and alone', async () => {
    const [token, other] = [await stage.tokenOf('dieutra'), await stage.tokenOf('dieutra')];
    const closed = await stage.agent().delete('/api/v1/session').set('Authorization', `Bearer ${token}`);
    expect([closed.status, closed.text]).toEqual([204, '']);
    const { status, body } = await stage.get('session', token);
    expect([status, body.code]).toEqual([401, 'access.session-ended']);
    expect((await stage.get('session', other)).status).toBe(200);
  });

  it('ends after 30 idle minutes, and not before', async () => {
    const token = await stage.tokenOf('dieutra');
    await stage.age('session', SESSION_TIMES, '29 minutes');
    expect((await stage.get('session', token)).status).toBe(200);
    // That request counted as activity.
    await stage.age('session', SESSION_TIMES, '29 minutes');
    expect((await stage.get('session', token)).status).toBe(200);
    await stage.age('session', SESSION_TIMES, '30 minutes');
    expect((await stage.get('session', token)).body.code).toBe('access.session-ended');
  });

  it('ends after SESSION_HOURS however busy one is', async () => {
    const token = await stage.tokenOf('dieutra');
    await stage.age('session', ['expires_at'], '12 hours');
    expect((await stage.get('session', token)).body.code).toBe('access.session-ended');
  });

  it('ends with the account, and with a new password', async () => {
    await stage.create('tamthoi', 'investigator');
    const token = await stage.tokenOf('tamthoi');
    const { password } = await stage.accounts.reset('tamthoi');
    expect((await stage.get('session', token)).status).toBe(401);
    expect((await stage.signIn('tamthoi')).status).toBe(401);
    const renewed = (await stage.signIn('tamthoi', password)).body.token as string;
    expect((await stage.get('session', renewed)).body.lack).toBe('own-password');
    await stage.accounts.disable('tamthoi');
    expect((await stage.get('session', renewed)).body.code).toBe('access.session-ended');
  });
});
