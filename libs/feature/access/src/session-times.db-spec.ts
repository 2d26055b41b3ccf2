import { AccessStage, PROVINCE_POLICE } from '../../../../test/support/access-stage.js';
import { AuditTrail } from '#libs/platform/audit';
import { FixedClock } from '#libs/platform/database';
import { Sessions } from './sessions.service.js';

const START = new Date('2026-06-01T01:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let stage: AccessStage;
let clock: FixedClock;
let sessions: Sessions;
let accountId: string;

beforeAll(async () => {
  stage = await AccessStage.build();
  await stage.create('dieutra', 'investigator');
  accountId = await stage.accounts.idOf('dieutra');
  clock = new FixedClock(START);
  const { database, unitOfWork, settings } = stage.testDatabase;
  sessions = new Sessions(database, unitOfWork, clock, settings, stage.app.get(AuditTrail, { strict: false }));
});

afterAll(() => stage.strike());

const open = async () => {
  clock.set(START);
  return stage.testDatabase.unitOfWork.run((tx) =>
    sessions.openInTx(tx, { id: accountId, officeId: PROVINCE_POLICE, role: 'investigator' }),
  );
};
const after = (milliseconds: number): void => clock.set(new Date(START.getTime() + milliseconds));
const isAlive = async (token: string): Promise<boolean> =>
  sessions.resume({ token, carrier: 'bearer' }).then(
    () => true,
    () => false,
  );

describe('a session', () => {
  it('lives through 29 minutes and 59 idle seconds and not through 30 minutes', async () => {
    const [first, second] = [await open(), await open()];
    after(30 * MINUTE - SECOND);
    expect(await isAlive(first.token)).toBe(true);
    after(30 * MINUTE);
    expect([await isAlive(first.token), await isAlive(second.token)]).toEqual([true, false]);
  });

  it('does not come back to life when the clock is set back', async () => {
    const { token } = await open();
    await stage.testDatabase.unitOfWork.run((tx) => sessions.revokeAllInTx(tx, accountId));
    after(-MINUTE);
    expect(await isAlive(token)).toBe(false);
  });

  it('lives for 12 hours of work, to the second', async () => {
    const { token, expiresAt } = await open();
    expect(expiresAt.getTime() - START.getTime()).toBe(12 * 60 * MINUTE);
    for (let passed = 0; passed < 12 * 60; passed += 29) {
      after(passed * MINUTE);
      expect([passed, await isAlive(token)]).toEqual([passed, true]);
    }
    after(12 * 60 * MINUTE - SECOND);
    expect(await isAlive(token)).toBe(true);
    after(12 * 60 * MINUTE);
    expect(await isAlive(token)).toBe(false);
  });

  it('is not made longer by showing a factor again', async () => {
    const { token } = await open();
    after(20 * MINUTE);
    await stage.testDatabase.unitOfWork.run((tx) => sessions.authenticatedInTx(tx, token));
    const { expiresAt, authenticatedAt } = await sessions.resume({ token, carrier: 'bearer' });
    expect(authenticatedAt).toEqual(new Date(START.getTime() + 20 * MINUTE));
    expect(expiresAt.getTime() - START.getTime()).toBe(12 * 60 * MINUTE);
  });
});

describe('disabling an account', () => {
  it('ends every session of it with the next request, of programs and of browsers', async () => {
    await stage.create('nghiviec', 'investigator');
    const tokens = [await stage.tokenOf('nghiviec'), await stage.tokenOf('nghiviec')];
    const cookie = await stage.cookieOf('nghiviec');
    await stage.accounts.disable('nghiviec');
    const answers = [
      ...(await Promise.all(tokens.map((token) => stage.get('session', token)))),
      await stage.agent().get('/api/v1/session').set({ cookie }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [401, 'access.session-ended']),
    );
  });

  it('needs no more than the row: a session that somebody forgot to end is dead too', async () => {
    await stage.create('bi.khoa', 'investigator');
    const token = await stage.tokenOf('bi.khoa');
    await stage.testDatabase.ownerQuery(`update account set disabled_at = now() where username = 'bi.khoa'`);
    expect((await stage.get('session', token)).status).toBe(401);
  });
});
