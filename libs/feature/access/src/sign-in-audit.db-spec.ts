import { AccessStage, COMMITTEE, PROVINCE_POLICE } from '../../../../test/support/access-stage.js';

let stage: AccessStage;

beforeAll(async () => {
  stage = await AccessStage.build();
  await stage.create('dieutra', 'investigator');
});

afterAll(() => stage.strike());

interface Entry {
  readonly action: string;
  readonly account_id: string | null;
  readonly office_id: number | null;
  readonly role: string | null;
  readonly detail: { readonly wrong?: string; readonly changed?: readonly string[]; readonly values?: object };
}

/** @returns what was entered since the last time. */
const entries = (() => {
  let seen = 0;
  return async (): Promise<Entry[]> => {
    const rows = await stage.testDatabase.ownerQuery<Entry & { id: string }>(
      'select id, action, account_id, office_id, role, detail from audit_entry where id > $1 order by id',
      [seen],
    );
    seen = Math.max(seen, ...rows.map(({ id }) => Number(id)));
    return rows;
  };
})();

describe('the audit of signing in', () => {
  beforeEach(entries);

  it('names who signed in, in which role of which office, and who signed out', async () => {
    const token = await stage.tokenOf('dieutra');
    await stage.agent().delete('/api/v1/session').set('authorization', `Bearer ${token}`);
    const actor = {
      account_id: await stage.accounts.idOf('dieutra'),
      office_id: PROVINCE_POLICE,
      role: 'investigator',
    };
    expect(await entries()).toEqual([
      expect.objectContaining({ action: 'session.opened', ...actor, detail: { carrier: 'bearer' } }),
      expect.objectContaining({ action: 'session.ended', ...actor }),
    ]);
  });

  it('enters refusals without the name that was typed: it may be a password', async () => {
    await stage.signIn('dieutra', 'sai-mat-khau-roi-do');
    await stage.signIn('mot-hai-ba-bon-nam', 'dieutra');
    const refused = await entries();
    expect(refused.map(({ action, account_id: account, detail }) => [action, account, detail.wrong])).toEqual([
      ['session.refused', null, 'password'],
      ['session.refused', null, 'password'],
    ]);
    expect(JSON.stringify(refused)).not.toMatch(/dieutra|mot-hai/);
    const [first, second] = refused.map(({ detail }) => JSON.stringify(detail.values));
    expect(first).not.toBe(second);
  });

  it('enters by whom one’s own password was changed', async () => {
    await stage.create('doi.mat.khau', 'leader', COMMITTEE);
    const token = await stage.tokenOf('doi.mat.khau');
    await entries();
    const body = { currentPassword: 'mot-hai-ba-bon-nam', newPassword: 'sáu bảy tám chín mười' };
    await stage.agent().put('/api/v1/session/password').set('authorization', `Bearer ${token}`).send(body);
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: 'account.changed',
      account_id: await stage.accounts.idOf('doi.mat.khau'),
      role: 'leader',
    });
  });

  it('opens no session when it cannot be written', async () => {
    const sessions = () => stage.testDatabase.ownerQuery('select token_hash from session');
    const before = (await sessions()).length;
    await stage.testDatabase.ownerQuery(
      `create trigger full_disk before insert on audit_entry for each row execute function refuse_audit_change()`,
    );
    const { status, body } = await stage.signIn('dieutra');
    expect([status, body.code]).toEqual([503, 'service.unavailable']);
    expect(await sessions()).toHaveLength(before);
    await stage.testDatabase.ownerQuery('drop trigger full_disk on audit_entry');
    expect((await stage.signIn('dieutra')).status).toBe(201);
  });
});
