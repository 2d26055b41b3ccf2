import { Controller, Get } from '@nestjs/common';
import { AccessStage, COMMITTEE, ORIGIN, PASSWORD } from '../../../../../test/support/access-stage.js';
import { FactorReset, Requires, RequiresRecentAuthentication } from '../index.js';
import { codeAt, stepAt } from './totp.js';

@Controller('probe')
@Requires('session.own')
class ProbeController {
  @Get()
  read(): unknown {
    return {};
  }

  @Get('grave')
  @RequiresRecentAuthentication()
  grave(): unknown {
    return {};
  }
}

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build([ProbeController], { REQUIRE_SECOND_FACTOR: 'privileged' });
});

afterAll(() => stage.strike());

beforeEach(async () => {
  for (const table of ['sign_in_attempt', 'totp_factor', 'recovery_code', 'pending_sign_in', 'session', 'account']) {
    await stage.testDatabase.ownerQuery(`delete from ${table}`);
  }
  await stage.create('dieutra', 'investigator');
});

const send = (method: 'post' | 'delete', path: string, token: string | undefined, body: object = {}) => {
  const request = stage.agent()[method](`/api/v1/session/${path}`);
  return (token === undefined ? request : request.set('authorization', `Bearer ${token}`)).send(body);
};

const nowCode = (secret: string, shift = 0): string => codeAt(secret, stepAt(new Date()) + shift);

/** So that the code of this half minute can be shown once more, as half a minute later. */
const forgetSteps = () => stage.testDatabase.ownerQuery('update totp_factor set last_step = 0');

const enrolApp = async (token: string) => {
  const { body } = await send('post', 'factors/app', token);
  const secret = body.secret as string;
  const confirmed = await send('post', 'factors/app/confirmation', token, { code: nowCode(secret) });
  if (confirmed.status !== 201) throw new Error(confirmed.text);
  await forgetSteps();
  return { secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
};

/** @returns the token of a sign-in that waits. */
const firstStep = async (username = 'dieutra'): Promise<string> =>
  (await stage.signIn(username)).body.pending as string;
const secondStep = (body: object) => send('post', 'second-factor', undefined, body);

describe('a code app', () => {
  it('counts after its first code, and brings ten recovery codes', async () => {
    const token = await stage.tokenOf('dieutra');
    const begun = await send('post', 'factors/app', token);
    expect(begun.body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.body.uri).toContain(`secret=${begun.body.secret}`);
    expect((await stage.signIn('dieutra')).status).toBe(201);
    const wrong = await send('post', 'factors/app/confirmation', token, { code: nowCode(begun.body.secret, 5) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'access.code-wrong']);
    const { status, body } = await send('post', 'factors/app/confirmation', token, {
      code: nowCode(begun.body.secret),
    });
    expect(status).toBe(201);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    for (const code of body.recoveryCodes) expect(code).toMatch(/^(?:[a-z2-9]{5}-){4}[a-z2-9]{5}$/);
    expect((await stage.get('session/factors', token)).body.methods).toEqual(['app', 'recovery-code']);
    expect((await send('post', 'factors/app', token)).body.code).toBe('access.app-enrolled');
  });

  it('ends every session that was opened without it', async () => {
    const [token, other] = [await stage.tokenOf('dieutra'), await stage.tokenOf('dieutra')];
    await enrolApp(token);
    expect((await stage.get('probe', token)).status).toBe(200);
    expect((await stage.get('probe', other)).status).toBe(401);
  });

  it('lies encrypted in the table, and codes as hashes', async () => {
    const { secret, recoveryCodes } = await enrolApp(await stage.tokenOf('dieutra'));
    const rows = await stage.testDatabase.ownerQuery(
      `select t::text as row, encode(t.secret, 'escape') as raw from totp_factor t
       union all select r::text, '' from recovery_code r`,
    );
    expect(rows).toHaveLength(11);
    for (const word of [secret, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(word);
  });
});

describe('signing in with a second factor', () => {
  let secret: string;
  let recoveryCodes: string[];

  beforeEach(async () => {
    ({ secret, recoveryCodes } = await enrolApp(await stage.tokenOf('dieutra')));
  });

  it('takes two steps; the first opens nothing', async () => {
    const { status, body } = await stage.signIn('dieutra');
    expect(status).toBe(202);
    expect(Object.keys(body).sort()).toEqual(['expiresAt', 'methods', 'pending']);
    expect(body.methods).toEqual(['app', 'recovery-code']);
    expect((await stage.get('probe', body.pending as string)).status).toBe(401);
    const opened = await secondStep({ pending: body.pending, code: nowCode(secret) });
    expect([opened.status, opened.body.account.username]).toEqual([201, 'dieutra']);
    expect((await stage.get('probe', opened.body.token as string)).status).toBe(200);
    const again = await secondStep({ pending: body.pending, recoveryCode: recoveryCodes[0] });
    expect([again.status, again.body.code]).toEqual([401, 'access.sign-in-expired']);
  });

  it('gives a browser its cookie, from our own pages only', async () => {
    const step = async () => ({ pending: await firstStep(), code: nowCode(secret), carrier: 'cookie' });
    const path = '/api/v1/session/second-factor';
    const forged = await stage
      .agent()
      .post(path)
      .set({ origin: 'https://evil.example' })
      .send(await step());
    expect([forged.status, forged.headers['set-cookie']]).toEqual([403, undefined]);
    const own = { origin: ORIGIN, 'x-theoan-browser': '1' };
    const { status, body, headers } = await stage
      .agent()
      .post(path)
      .set(own)
      .send(await step());
    expect([status, body.token]).toEqual([201, undefined]);
    expect(String(headers['set-cookie'])).toMatch(/^__Host-theoan=/);
  });

  it('takes no code twice', async () => {
    const code = nowCode(secret);
    expect((await secondStep({ pending: await firstStep(), code })).status).toBe(201);
    const { status, body } = await secondStep({ pending: await firstStep(), code });
    expect([status, body.code]).toEqual([401, 'access.second-factor-wrong']);
    const earlier = await secondStep({ pending: await firstStep(), code: nowCode(secret, -1) });
    expect(earlier.status).toBe(401);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const [first = ''] = recoveryCodes;
    const typed = first.toUpperCase().replaceAll('-', ' ');
    expect((await secondStep({ pending: await firstStep(), recoveryCode: typed })).status).toBe(201);
    expect((await secondStep({ pending: await firstStep(), recoveryCode: first })).status).toBe(401);
    expect((await secondStep({ pending: await firstStep(), recoveryCode: recoveryCodes[1] })).status).toBe(201);
  });

  it('takes no answer of somebody else, and of none or two answers none', async () => {
    await stage.create('khac', 'investigator');
    const other = await enrolApp(await stage.tokenOf('khac'));
    const pending = await firstStep();
    expect((await secondStep({ pending, recoveryCode: other.recoveryCodes[0] })).status).toBe(401);
    expect((await secondStep({ pending })).body.code).toBe('access.one-answer');
    const two = { pending, code: nowCode(secret), recoveryCode: recoveryCodes[0] };
    expect((await secondStep(two)).body.code).toBe('access.one-answer');
  });

  it('counts wrong codes as failed sign-ins, and a right password between them changes nothing', async () => {
    const statuses: number[] = [];
    for (let guess = 1; guess <= 3; guess += 1) {
      const first = await stage.signIn('dieutra');
      statuses.push(first.status);
      if (first.status !== 202) break;
      statuses.push((await secondStep({ pending: first.body.pending, code: nowCode(secret, 5) })).status);
    }
    expect(statuses).toEqual([202, 401, 202, 401, 202, 429]);
    expect((await stage.signIn('dieutra')).status).toBe(429);
  });

  it('is forgiven by both steps together: the name is free, the address keeps what failed', async () => {
    await stage.signIn('dieutra', 'sai-mat-khau-roi-do');
    await secondStep({ pending: await firstStep(), code: nowCode(secret) });
    const counted = await stage.testDatabase.ownerQuery('select failures from sign_in_attempt');
    expect(counted).toEqual([{ failures: 1 }]);
  });

  it('does not wait longer than five minutes, nor for a disabled account', async () => {
    const pending = await firstStep();
    await stage.age('pending_sign_in', ['expires_at'], '5 minutes');
    expect((await secondStep({ pending, code: nowCode(secret) })).body.code).toBe('access.sign-in-expired');
    const waiting = await firstStep();
    await stage.accounts.disable('dieutra');
    expect((await secondStep({ pending: waiting, code: nowCode(secret) })).body.code).toBe('access.sign-in-expired');
  });

  it('takes one step again when an administrator has reset the factors', async () => {
    const { token } = (await secondStep({ pending: await firstStep(), code: nowCode(secret) })).body;
    const waiting = await firstStep();
    await stage.app.get(FactorReset).reset('dieutra');
    expect((await stage.get('probe', token as string)).status).toBe(401);
    expect((await secondStep({ pending: waiting, recoveryCode: recoveryCodes[0] })).status).toBe(401);
    expect((await stage.signIn('dieutra')).status).toBe(201);
  });

  it('takes one step again after the last factor is removed', async () => {
    const { token } = (await secondStep({ pending: await firstStep(), code: nowCode(secret) })).body;
    expect((await send('delete', 'factors/app', token as string)).status).toBe(204);
    expect((await send('delete', 'factors/app', token as string)).body.code).toBe('access.factor-not-found');
    expect((await stage.get('session/factors', token as string)).body.methods).toEqual([]);
    expect((await stage.signIn('dieutra')).status).toBe(201);
  });
});

describe('a role that must have a second factor', () => {
  it('enrols one before anything else', async () => {
    await stage.create('kiemtoan', 'auditor', COMMITTEE);
    const { body } = await stage.signIn('kiemtoan');
    expect(body.lack).toBe('second-factor');
    const refused = await stage.get('probe', body.token as string);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.second-factor-required']);
    await enrolApp(body.token as string);
    expect((await stage.get('probe', body.token as string)).status).toBe(200);
  });

  it('changes a password that somebody else made before it enrols', async () => {
    const account = { username: 'moi.kiemtoan', displayName: 'Người Bịa Đặt', role: 'auditor', officeId: COMMITTEE };
    const { password } = await stage.accounts.create(account);
    const { body } = await stage.signIn('moi.kiemtoan', password);
    expect(body.lack).toBe('own-password');
    expect((await send('post', 'factors/app', body.token as string)).body.code).toBe('access.password-change-required');
  });
});

describe('a route that wants recent authentication', () => {
  const grave = (token: string) => stage.get('probe/grave', token);
  const stale = () => stage.age('session', ['authenticated_at'], '10 minutes');

  it('opens for ten minutes after signing in, and after showing the password again', async () => {
    const token = await stage.tokenOf('dieutra');
    expect((await grave(token)).status).toBe(200);
    await stale();
    const { status, body } = await grave(token);
    expect([status, body.code]).toEqual([403, 'access.recent-authentication-required']);
    expect((await stage.get('probe', token)).status).toBe(200);
    const wrong = await send('post', 're-authentication', token, { password: 'sai-mat-khau-roi-do' });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'access.password-wrong']);
    expect((await send('post', 're-authentication', token, { password: PASSWORD })).status).toBe(204);
    expect((await grave(token)).status).toBe(200);
  });

  it('wants the second factor of who has one, and its failures count', async () => {
    const token = await stage.tokenOf('dieutra');
    const { secret } = await enrolApp(token);
    await stale();
    expect((await send('delete', 'factors/app', token)).body.code).toBe('access.recent-authentication-required');
    const byPassword = await send('post', 're-authentication', token, { password: PASSWORD });
    expect([byPassword.status, byPassword.body.code]).toEqual([409, 'access.factor-wanted']);
    expect((await send('post', 're-authentication', token, { code: nowCode(secret) })).status).toBe(204);
    expect((await grave(token)).status).toBe(200);
    const code = nowCode(secret, 5);
    for (let guess = 1; guess <= 5; guess += 1) await send('post', 're-authentication', token, { code });
    expect((await send('post', 're-authentication', token, { code })).status).toBe(429);
  });
});
