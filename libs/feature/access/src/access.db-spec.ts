import { Controller, Get } from '@nestjs/common';
import { AccessStage, COMMITTEE, DISTRICT_POLICE, PROVINCE_POLICE } from '../../../../test/support/access-stage.js';
import { type Actor, CurrentActor, Public, Requires } from './index.js';

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

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build([ProbeController, ForgottenController]);
  await stage.create('dieutra', 'investigator');
  await stage.create('lanhdao', 'leader', COMMITTEE);
  await stage.create('quantri', 'administrator');
});

afterAll(async () => {
  await stage.strike();
});

describe('a route', () => {
  it('answers a role that holds its permission, and says who asks', async () => {
    const { status, body } = await stage.get('probe/files', await stage.tokenOf('dieutra'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accountId: await stage.accounts.idOf('dieutra'),
      username: 'dieutra',
      role: 'investigator',
      acting: { officeId: PROVINCE_POLICE, agency: 'police-investigation', supervises: false },
      visible: [PROVINCE_POLICE, DISTRICT_POLICE],
    });
  });

  it('refuses another role and names the permission', async () => {
    const { status, body } = await stage.get('probe/files', await stage.tokenOf('quantri'));
    expect([status, body.code]).toEqual([403, 'access.forbidden']);
    expect(body.detail).toContain('xem nguồn tin về tội phạm');
  });

  it('follows what stands at the method, before what stands at the class', async () => {
    expect((await stage.get('probe/accounts', await stage.tokenOf('quantri'))).status).toBe(200);
    expect((await stage.get('probe/accounts', await stage.tokenOf('dieutra'))).status).toBe(403);
    expect((await stage.agent().get('/api/v1/probe/open')).body).toEqual({ open: true });
  });

  it('that names no permission is closed to everybody', async () => {
    for (const answer of [
      await stage.agent().get('/api/v1/forgotten'),
      await stage.get('forgotten', await stage.tokenOf('quantri')),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'access.route-undeclared']);
      expect(answer.text).not.toContain('secret');
    }
  });

  it('that does not exist is 404, signed in or not', async () => {
    expect((await stage.agent().get('/api/v1/nowhere')).status).toBe(404);
    expect((await stage.get('nowhere', await stage.tokenOf('dieutra'))).status).toBe(404);
  });

  it('follows a change of role with the next request', async () => {
    await stage.create('doivai', 'investigator');
    const token = await stage.tokenOf('doivai');
    expect((await stage.get('probe/files', token)).status).toBe(200);
    await stage.testDatabase.ownerQuery(`update account set role = 'auditor' where username = 'doivai'`);
    expect((await stage.get('probe/files', token)).status).toBe(403);
  });
});

describe('the scope of an actor', () => {
  it('of a committee is every office of its territory', async () => {
    const { body } = await stage.get('probe/files', await stage.tokenOf('lanhdao'));
    expect(body.visible).toEqual([PROVINCE_POLICE, DISTRICT_POLICE, COMMITTEE]);
  });

  it('follows the office to its successor', async () => {
    await stage.create('cahuyen', 'investigator');
    await stage.testDatabase.ownerQuery(`update account set office_id = $1 where username = 'cahuyen'`, [
      DISTRICT_POLICE,
    ]);
    const { body } = await stage.get('probe/files', await stage.tokenOf('cahuyen'));
    expect(body).toMatchObject({ office: { code: 'CA-31' }, acting: { officeId: PROVINCE_POLICE } });
  });
});

describe('an account', () => {
  const wanted = { username: 'moi.toanh', displayName: 'Người Bịa Đặt', role: 'leader', officeId: COMMITTEE };

  it('gets a password of its own when none is given', async () => {
    const { account, password } = await stage.accounts.create(wanted);
    expect(account).toMatchObject({ username: 'moi.toanh', role: 'leader', officeId: COMMITTEE });
    expect(password).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect((await stage.signIn('moi.toanh', password)).body.lack).toBe('own-password');
    expect((await stage.accounts.list()).map(({ username }) => username)).toContain('moi.toanh');
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
    await expect(stage.accounts.create({ ...wanted, username: 'khac.biet', ...change })).rejects.toMatchObject({
      code,
    });
  });

  it('that does not exist can be neither disabled nor reset', async () => {
    await expect(stage.accounts.disable('khong.co.ai')).rejects.toMatchObject({ code: 'account.not-found' });
    await expect(stage.accounts.reset('khong.co.ai')).rejects.toMatchObject({ code: 'account.not-found' });
  });

  it('cannot be deleted by the application, whatever it is told', async () => {
    await expect(stage.testDatabase.unitOfWork.run((tx) => tx.execute('delete from account'))).rejects.toMatchObject({
      sqlState: '42501',
    });
  });
});
