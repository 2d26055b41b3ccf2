import { createHash } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { SettingsModule } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { type Actor, AccessModule, Accounts, CurrentActor, Public, Requires, type Role } from './index.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Controller('probe')
@Requires('denunciation.read')
class ProbeController {
  @Get('files')
  files(@CurrentActor() actor: Actor): unknown {
    const { visibleOfficeIds, ...rest } = actor;
    return { ...rest, visible: [...visibleOfficeIds].sort((a, b) => a - b) };
  }

  @Get('accounts')
  @Requires('account.manage')
  manage(): unknown {
    return {};
  }

  @Get('open')
  @Public()
  open(): unknown {
    return { open: true };
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): unknown {
    return { secret: true };
  }
}

const PASSWORD = 'mot-hai-ba-bon-nam';
const PROVINCE_POLICE = 1;
const DISTRICT_POLICE = 2;
const COMMITTEE = 3;

/** A province with its police, the police of a district that passed into it, and its committee. */
const COUNTRY = `
insert into territory (id, code, level, name, name_folded, unit_type, valid_from, parent_id) values
  (1, 'VN', 'nation', 'Việt Nam', 'viet nam', 'nation', '2010-01-01', null),
  (2, '31', 'province', 'Tỉnh Bịa', 'tinh bia', 'province', '2010-01-01', 1);
insert into territory_closure (ancestor_id, descendant_id) values (1, 1), (1, 2), (2, 2);
insert into office (id, code, name, name_folded, agency, tier, territory_id, valid_from, valid_to) values
  (1, 'CA-31', 'Công an tỉnh Bịa', 'cong an tinh bia', 'police-investigation', 'province', 2, '2010-01-01', null),
  (2, 'CA-31-1', 'Công an huyện Bịa', 'cong an huyen bia', 'police-investigation', 'district', 2, '2010-01-01', '2025-02-28'),
  (3, 'BCD-31', 'Ban Chỉ đạo 138 tỉnh Bịa', 'bcd', 'committee', 'province', 2, '2010-01-01', null);
insert into office_succession (predecessor_id, successor_id, effective_on) values (2, 1, '2025-03-01');
`;

let testDatabase: TestDatabase;
let app: NestFastifyApplication;
let accounts: Accounts;

const agent = () => supertest(app.getHttpServer());
const signIn = (username: string, password = PASSWORD) => agent().post('/api/v1/session').send({ username, password });
const get = (path: string, token: string) => agent().get(`/api/v1/${path}`).set('Authorization', `Bearer ${token}`);

async function tokenOf(username: string): Promise<string> {
  const { status, body } = await signIn(username);
  expect([username, status]).toEqual([username, 201]);
  return body.token as string;
}

async function create(username: string, role: Role, officeId = PROVINCE_POLICE): Promise<void> {
  await accounts.create({ username, displayName: `Tài khoản ${username}`, role, officeId, password: PASSWORD });
}

/** Instead of moving the clock, moves what was stored into the past. */
const age = (table: string, columns: readonly string[], interval: string): Promise<unknown[]> =>
  testDatabase.ownerQuery(
    `update ${table} set ${columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(', ')}`,
  );
const SESSION_TIMES = ['created_at', 'last_seen_at', 'expires_at'];

beforeAll(async () => {
  testDatabase = await createTestDatabase({ environment: { LOG_LEVEL: 'silent' } });
  for (const statement of COUNTRY.split(';').slice(0, -1)) await testDatabase.ownerQuery(statement);
  const { settings } = testDatabase;
  @Module({
    imports: [SettingsModule.forRoot(settings), DatabaseModule.forRoot(settings, { migrate: false }), AccessModule],
    controllers: [ProbeController, ForgottenController],
  })
  class ProbeModule {}
  app = await createHttpApplication(ProbeModule, settings);
  accounts = app.get(Accounts, { strict: false });
  await create('dieutra', 'investigator');
  await create('lanhdao', 'leader', COMMITTEE);
  await create('quantri', 'administrator');
});

afterAll(async () => {
  await app?.close();
  await testDatabase?.drop();
});

beforeEach(async () => {
  await testDatabase.ownerQuery('delete from sign_in_attempt');
});

describe('signing in', () => {
  it('gives a token, who one is and what one may, and no trace of the password', async () => {
    const { status, body, text } = await signIn('dieutra');
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
    const token = await tokenOf('dieutra');
    const hash = createHash('sha256').update(token).digest();
    const rows = await testDatabase.ownerQuery<{ row: string }>(
      'select s::text as row from session s where token_hash = $1',
      [hash],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('stores the password as Argon2id of 46 MiB', async () => {
    const rows = await testDatabase.ownerQuery<{ password_hash: string }>('select password_hash from account');
    for (const { password_hash: hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(rows.length);
  });

  it('takes the name in any case and any composition, and the password only as it is', async () => {
    expect((await signIn(' DieuTra ')).status).toBe(201);
    expect((await signIn('dieutra', PASSWORD.toUpperCase())).status).toBe(401);
  });

  it('answers an unknown name, a wrong password and a disabled account in the same way', async () => {
    await create('nghiviec', 'investigator');
    await accounts.disable('nghiviec');
    const answers = [
      await signIn('dieutra', 'sai-mat-khau-roi-do'),
      await signIn('khong.co.ai', PASSWORD),
      await signIn('khong co ai\t', PASSWORD),
      await signIn('nghiviec', PASSWORD),
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
    const { status, body } = await agent().post('/api/v1/session').send({ username: '', role: 'administrator' });
    expect(status).toBe(400);
    const fields = body.faults.map((fault: { field: string }) => fault.field) as string[];
    expect([...new Set(fields)].sort()).toEqual(['password', 'role', 'username']);
  });
});

describe('guessing', () => {
  const guess = (username = 'dieutra') => signIn(username, 'sai-mat-khau-roi-do');

  it('is stopped after five failures, for the right password too, and says how long to wait', async () => {
    for (let failure = 1; failure <= 5; failure += 1) expect((await guess()).status).toBe(401);
    const { status, body, headers } = await signIn('dieutra');
    expect([status, body.code]).toEqual([429, 'access.too-many-attempts']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
    expect((await signIn('lanhdao')).status).toBe(201);
  });

  it('costs twice the time with each further failure', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await guess();
    await age('sign_in_attempt', ['wait_until'], '1 minute');
    expect((await guess()).status).toBe(401);
    const { headers } = await guess();
    expect(Number(headers['retry-after'])).toBeGreaterThan(30);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('is forgiven by signing in, and by time', async () => {
    for (let failure = 1; failure <= 4; failure += 1) await guess();
    expect((await signIn('dieutra')).status).toBe(201);
    for (let failure = 1; failure <= 4; failure += 1) expect((await guess()).status).toBe(401);
    await age('sign_in_attempt', ['last_at'], '16 minutes');
    for (let failure = 1; failure <= 4; failure += 1) expect((await guess()).status).toBe(401);
  });

  it('thirty times at once reaches the password five times', async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await guess()).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  it('one name after the other from one address is stopped as well, whether the names exist or not', async () => {
    const throttle = app.get(SignInThrottle, { strict: false });
    for (let n = 1; n <= 50; n += 1) await throttle.count({ username: `ten${n}`, address: '127.0.0.1' });
    const { status, body } = await signIn('dieutra');
    expect([status, body.code]).toEqual([429, 'access.too-many-attempts']);
  });

  it('keeps no name and no address', async () => {
    await guess();
    const rows = await testDatabase.ownerQuery<{ row: string }>('select a::text as row from sign_in_attempt a');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/dieutra|127\.0\.0\.1/);
  });
});

describe('a session', () => {
  it('tells who one is', async () => {
    const { status, body } = await get('session', await tokenOf('lanhdao'));
    expect([status, body.account.username, body.account.office.code]).toEqual([200, 'lanhdao', 'BCD-31']);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'dieutra'])(
    'is asked for when the header is %j',
    async (header) => {
      const request = agent().get('/api/v1/session');
      if (header !== undefined) void request.set('Authorization', header);
      const { status, body, headers } = await request;
      expect([status, body.code, headers['www-authenticate']]).toEqual([401, 'access.sign-in-required', 'Bearer']);
    },
  );

  it.each(['x', 'a'.repeat(43), `${'a'.repeat(42)}=`, "' or 1=1 --", 'a'.repeat(5000)])(
    'does not follow from a made-up token (%#)',
    async (token) => {
      const { status } = await get('session', token);
      expect(status).toBe(401);
    },
  );

  it('ends when one signs out, at once and alone', async () => {
    const [token, other] = [await tokenOf('dieutra'), await tokenOf('dieutra')];
    const closed = await agent().delete('/api/v1/session').set('Authorization', `Bearer ${token}`);
    expect([closed.status, closed.text]).toEqual([204, '']);
    const { status, body } = await get('session', token);
    expect([status, body.code]).toEqual([401, 'access.session-ended']);
    expect((await get('session', other)).status).toBe(200);
  });

  it('ends after 30 idle minutes, and not before', async () => {
    const token = await tokenOf('dieutra');
    await age('session', SESSION_TIMES, '29 minutes');
    expect((await get('session', token)).status).toBe(200);
    // That request counted as activity.
    await age('session', SESSION_TIMES, '29 minutes');
    expect((await get('session', token)).status).toBe(200);
    await age('session', SESSION_TIMES, '30 minutes');
    expect((await get('session', token)).body.code).toBe('access.session-ended');
  });

  it('ends after SESSION_HOURS however busy one is', async () => {
    const token = await tokenOf('dieutra');
    await age('session', ['expires_at'], '12 hours');
    expect((await get('session', token)).body.code).toBe('access.session-ended');
  });

  it('ends with the account, and with a new password', async () => {
    await create('tamthoi', 'investigator');
    const token = await tokenOf('tamthoi');
    const { password } = await accounts.reset('tamthoi');
    expect((await get('session', token)).status).toBe(401);
    expect((await signIn('tamthoi')).status).toBe(401);
    const renewed = (await signIn('tamthoi', password)).body.token as string;
    expect((await get('session', renewed)).status).toBe(200);
    await accounts.disable('tamthoi');
    expect((await get('session', renewed)).body.code).toBe('access.session-ended');
  });
});

describe('a route', () => {
  it('answers a role that holds its permission, and says who asks', async () => {
    const { status, body } = await get('probe/files', await tokenOf('dieutra'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accountId: await accounts.idOf('dieutra'),
      username: 'dieutra',
      role: 'investigator',
      acting: { officeId: PROVINCE_POLICE, agency: 'police-investigation', supervises: false },
      visible: [PROVINCE_POLICE, DISTRICT_POLICE],
    });
  });

  it('refuses another role and names the permission', async () => {
    const { status, body } = await get('probe/files', await tokenOf('quantri'));
    expect([status, body.code]).toEqual([403, 'access.forbidden']);
    expect(body.detail).toContain('xem nguồn tin về tội phạm');
  });

  it('follows what stands at the method, before what stands at the class', async () => {
    expect((await get('probe/accounts', await tokenOf('quantri'))).status).toBe(200);
    expect((await get('probe/accounts', await tokenOf('dieutra'))).status).toBe(403);
    expect((await agent().get('/api/v1/probe/open')).body).toEqual({ open: true });
  });

  it('that names no permission is closed to everybody', async () => {
    for (const answer of [await agent().get('/api/v1/forgotten'), await get('forgotten', await tokenOf('quantri'))]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'access.route-undeclared']);
      expect(answer.text).not.toContain('secret');
    }
  });

  it('that does not exist is 404, signed in or not', async () => {
    expect((await agent().get('/api/v1/nowhere')).status).toBe(404);
    expect((await get('nowhere', await tokenOf('dieutra'))).status).toBe(404);
  });

  it('follows a change of role with the next request', async () => {
    await create('doivai', 'investigator');
    const token = await tokenOf('doivai');
    expect((await get('probe/files', token)).status).toBe(200);
    await testDatabase.ownerQuery(`update account set role = 'auditor' where username = 'doivai'`);
    expect((await get('probe/files', token)).status).toBe(403);
  });
});

describe('the scope of an actor', () => {
  it('of a committee is every office of its territory', async () => {
    const { body } = await get('probe/files', await tokenOf('lanhdao'));
    expect(body.visible).toEqual([PROVINCE_POLICE, DISTRICT_POLICE, COMMITTEE]);
  });

  it('follows the office to its successor', async () => {
    await create('cahuyen', 'investigator');
    await testDatabase.ownerQuery(`update account set office_id = $1 where username = 'cahuyen'`, [DISTRICT_POLICE]);
    const { body } = await get('probe/files', await tokenOf('cahuyen'));
    expect(body).toMatchObject({ office: { code: 'CA-31' }, acting: { officeId: PROVINCE_POLICE } });
  });
});

describe('an account', () => {
  const wanted = { username: 'moi.toanh', displayName: 'Người Bịa Đặt', role: 'leader', officeId: COMMITTEE };

  it('gets a password of its own when none is given', async () => {
    const { account, password } = await accounts.create(wanted);
    expect(account).toMatchObject({ username: 'moi.toanh', role: 'leader', officeId: COMMITTEE });
    expect(password).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect((await signIn('moi.toanh', password)).status).toBe(201);
    expect((await accounts.list()).map(({ username }) => username)).toContain('moi.toanh');
  });

  it.each([
    ['account.username-taken', { username: 'DIEUTRA' }],
    ['account.username-malformed', { username: 'Điều tra' }],
    ['account.username-malformed', { username: 'ab' }],
    ['account.display-name-malformed', { displayName: ' ' }],
    ['account.display-name-malformed', { displayName: 'x\u0000y' }],
    ['account.role-unknown', { role: 'root' }],
    ['office.not-found', { officeId: 999 }],
    ['account.office-required', { officeId: DISTRICT_POLICE }],
    ['account.password-too-short', { password: 'mười bốn ký tự' }],
    ['account.password-too-long', { password: 'a'.repeat(129) }],
  ])('is refused with %s for %j', async (code, change) => {
    await expect(accounts.create({ ...wanted, username: 'khac.biet', ...change })).rejects.toMatchObject({ code });
  });

  it('that does not exist can be neither disabled nor reset', async () => {
    await expect(accounts.disable('khong.co.ai')).rejects.toMatchObject({ code: 'account.not-found' });
    await expect(accounts.reset('khong.co.ai')).rejects.toMatchObject({ code: 'account.not-found' });
  });

  it('cannot be deleted by the application, whatever it is told', async () => {
    await expect(testDatabase.unitOfWork.run((tx) => tx.execute('delete from account'))).rejects.toMatchObject({
      sqlState: '42501',
    });
  });
});
