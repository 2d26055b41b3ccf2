import { Controller, Get, Post } from '@nestjs/common';
import { AccessStage, ORIGIN, PASSWORD, PROVINCE_POLICE } from '../../../../test/support/access-stage.js';
import { Requires } from './index.js';

const NEW_PASSWORD = 'sáu bảy tám chín mười';

@Controller('probe')
@Requires('session.own')
class ProbeController {
  @Get()
  read(): unknown {
    return {};
  }

  @Post()
  write(): unknown {
    return {};
  }
}

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build([ProbeController]);
});

afterAll(() => stage.strike());

beforeEach(async () => {
  await stage.testDatabase.ownerQuery('delete from sign_in_attempt');
});

const change = (token: string, currentPassword: string, newPassword: string) =>
  stage
    .agent()
    .put('/api/v1/session/password')
    .set('authorization', `Bearer ${token}`)
    .send({ currentPassword, newPassword });

describe('a password that somebody else made', () => {
  const wanted = { displayName: 'Người Bịa Đặt', role: 'investigator', officeId: PROVINCE_POLICE };
  const madeFor = async (username: string) => (await stage.accounts.create({ ...wanted, username })).password;

  it('lets its owner see who is signed in, change it, sign out, and nothing else', async () => {
    const password = await madeFor('moi.mot');
    const opened = await stage.signIn('moi.mot', password);
    const token = opened.body.token as string;
    expect([opened.status, opened.body.lack]).toEqual([201, 'own-password']);
    expect((await stage.get('session', token)).body.lack).toBe('own-password');
    for (const answer of [
      await stage.get('probe', token),
      await stage.agent().post('/api/v1/probe').set('authorization', `Bearer ${token}`).send({}),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'access.password-change-required']);
      expect(answer.body.detail).toContain('/api/v1/session/password');
    }
    expect((await change(token, password, NEW_PASSWORD)).status).toBe(204);
    expect((await stage.get('probe', token)).status).toBe(200);
    expect((await stage.get('session', token)).body.lack).toBeUndefined();
    expect((await stage.signIn('moi.mot', password)).status).toBe(401);
    expect((await stage.signIn('moi.mot', NEW_PASSWORD)).body.lack).toBeUndefined();
  });

  it('holds in a browser too', async () => {
    const password = await madeFor('moi.hai');
    const headers = { origin: ORIGIN, 'x-theoan-browser': '1' };
    const credentials = { username: 'moi.hai', password, carrier: 'cookie' };
    const opened = await stage.agent().post('/api/v1/session').set(headers).send(credentials);
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const { status, body } = await stage.agent().get('/api/v1/probe').set({ cookie });
    expect([status, body.code]).toEqual([403, 'access.password-change-required']);
  });

  it('is one again after an administrator’s reset', async () => {
    await stage.create('quen.mat', 'investigator');
    const { password } = await stage.accounts.reset('quen.mat');
    const { body } = await stage.signIn('quen.mat', password);
    expect(body.lack).toBe('own-password');
    expect((await stage.get('probe', body.token as string)).status).toBe(403);
  });
});

describe('one’s own password', () => {
  beforeEach(async () => {
    await stage.testDatabase.ownerQuery('delete from session');
    await stage.testDatabase.ownerQuery('delete from account');
    await stage.create('dieutra', 'investigator');
  });

  it('is changed by who knows it, and every other session ends', async () => {
    const [token, other, inBrowser] = [
      await stage.tokenOf('dieutra'),
      await stage.tokenOf('dieutra'),
      await stage.cookieOf('dieutra'),
    ];
    expect((await change(token, PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await stage.get('probe', token)).status).toBe(200);
    expect((await stage.get('probe', other)).body.code).toBe('access.session-ended');
    expect((await stage.agent().get('/api/v1/probe').set({ cookie: inBrowser })).status).toBe(401);
    expect((await stage.signIn('dieutra')).status).toBe(401);
    expect((await stage.signIn('dieutra', NEW_PASSWORD.normalize('NFD'))).status).toBe(201);
  });

  it('is not changed by who has the session alone; guesses count as failed sign-ins', async () => {
    const token = await stage.tokenOf('dieutra');
    for (let guess = 1; guess <= 5; guess += 1) {
      const { status, body } = await change(token, `sai mật khẩu lần ${guess}`, NEW_PASSWORD);
      expect([status, body.code]).toEqual([403, 'access.password-wrong']);
    }
    expect((await change(token, PASSWORD, NEW_PASSWORD)).status).toBe(429);
    expect((await stage.signIn('dieutra')).status).toBe(429);
  });

  it.each([
    ['account.password-unchanged', PASSWORD],
    ['account.password-too-short', 'mười bốn ký tự'],
    ['account.password-too-long', 'abcdefgh'.repeat(17)],
    ['account.password-predictable', 'abcabcabcabcabcabc'],
    ['account.password-predictable', 'dieutra-dieutra-2026'],
    ['account.password-predictable', 'TheoAn-DieuTra-2026'],
  ])('is refused with %s: %s', async (code, newPassword) => {
    const token = await stage.tokenOf('dieutra');
    const { status, body, text } = await change(token, PASSWORD, newPassword);
    expect([status, body.code]).toEqual([400, code]);
    expect(text).not.toContain(newPassword);
    expect((await stage.signIn('dieutra')).status).toBe(201);
  });
});
