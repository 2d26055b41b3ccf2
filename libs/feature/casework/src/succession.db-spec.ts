import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type CaseOfTwo, CourtDesks } from '../../../../test/support/court-desks.js';
import type { Officer } from '../../../../test/support/world.js';

const LAST_DAY = '2025-10-31';

describe('offices that ended, and their successors', () => {
  let desks: CourtDesks;
  let judged: CaseOfTwo;
  let accepted: CaseOfTwo;
  let waiting: CaseOfTwo;
  let charged: string;
  let heirCourt: Officer;
  let heirProcuracy: Officer;
  let heirPolice: Officer;
  let foreignPolice: Officer;

  const pass = async (from: string, to: string): Promise<void> => {
    const { database, app } = desks.world;
    const [one, other] = [desks.world.officeId(from), desks.world.officeId(to)];
    await database.ownerQuery('update office set valid_to = $2 where id = $1', [one, LAST_DAY]);
    await database.ownerQuery(
      `insert into office_succession (predecessor_id, successor_id, effective_on) values ($1, $2, $3::date + 1)`,
      [one, other, LAST_DAY],
    );
    await database.ownerQuery('update jurisdiction_revision set revision = revision + 1');
    await app.get(JurisdictionDirectory).refresh();
  };
  const lastStep = async (officer: Officer, id: string) => {
    const { timeline } = (await officer.get(`/cases/${id}`)).body;
    return timeline.at(-1);
  };
  const attempt = async (officer: Officer, path: string, body: object) => (await officer.post(path, body)).body;

  beforeAll(async () => {
    desks = await CourtDesks.start();
    heirCourt = await desks.world.officer('court-clerk', 'TA-22-KV1');
    heirProcuracy = await desks.world.officer('procuracy-clerk', 'VKS-31-KV1');
    heirPolice = await desks.world.officer('investigator', 'CA-22');
    foreignPolice = await desks.world.officer('investigator', 'CA-01');
    judged = await desks.judged({ absent: true });
    accepted = await desks.handedOver();
    await desks.take('court', accepted.id, ['accept', '2025-09-17']);
    waiting = await desks.handedOver();
    const offence = { article: 150, clause: 1 };
    const opening = { number: 'VA-KẾ-THỪA', offence, occurredOn: '2025-10-01' };
    charged = (await desks.at('police').does('/investigations', opening)).subjectId;
    const charge = { number: '1', offence, occurredOn: '2025-10-30' };
    await desks.at('police').does(`/investigations/${charged}/charge`, charge);
    for (const [from, to] of [
      ['TA-31-KV1', 'TA-22-KV1'],
      ['VKS-31', 'VKS-31-KV1'],
      ['CA-31', 'CA-22'],
    ] as const) {
      await pass(from, to);
    }
  }, 300_000);

  afterAll(async () => desks.world.stop());

  it('an heir court records the receipt of a judgment that it did not give, and sees it final', async () => {
    const { id, ids } = judged;
    const receipt = { defendantIds: [ids[1]], occurredOn: '2025-11-03' };
    const path = `/trials/${id}/record-receipt`;
    expect(await attempt(desks.at('otherCourt'), path, receipt)).toMatchObject({ status: 404 });
    expect(await attempt(desks.at('above'), path, receipt)).toMatchObject({
      status: 403,
      code: 'step.not-your-office',
    });
    await heirCourt.does(path, receipt);
    const step = await lastStep(heirCourt, id);
    expect(step).toMatchObject({ type: 'judgment-received', officeId: heirCourt.officeId });
    await heirCourt.does(`/trials/${id}/finalise`, { basis: 'no-appeal', occurredOn: '2025-12-01' });
    expect((await heirCourt.get(`/cases/${id}`)).body.status).toBe('final');
  });

  it('an heir court accepts a case that was handed to the one before, on the day of the paper', async () => {
    const path = `/trials/${waiting.id}/accept`;
    await heirCourt.does(path, { occurredOn: '2025-10-20' });
    expect((await lastStep(heirCourt, waiting.id)).officeId).toBe(desks.world.officeId('TA-31-KV1'));
    await heirCourt.does(`/trials/${waiting.id}/schedule`, { occurredOn: '2025-11-03', hearingOn: '2025-11-12' });
    expect((await lastStep(heirCourt, waiting.id)).officeId).toBe(heirCourt.officeId);
  });

  it('an heir procuracy withdraws the prosecution that its predecessor brought', async () => {
    const { id, ids } = accepted;
    const path = `/prosecutions/${id}/withdraw-prosecution`;
    const body = { defendantIds: [ids[0]], occurredOn: '2025-11-05' };
    expect(await attempt(heirCourt, path, body)).toMatchObject({ status: 403 });
    await heirProcuracy.does(path, body);
    const step = await lastStep(heirProcuracy, id);
    expect(step).toMatchObject({ type: 'prosecution-withdrawn', officeId: heirProcuracy.officeId });
  });

  it('an heir gives the notice that its predecessor owed, once, and a stranger does not', async () => {
    const { id } = accepted;
    const path = `/cases/${id}/notify`;
    const body = { notice: 'institution-to-procuracy', occurredOn: '2025-11-06' };
    expect(await attempt(foreignPolice, path, body)).toMatchObject({ status: 404, code: 'file.not-found' });
    expect(await attempt(heirProcuracy, path, body)).toMatchObject({ status: 409, code: 'notice.not-owed' });
    const offered = (await heirPolice.get(`/cases/${id}`)).body.available;
    expect(offered.map(({ command }: { command: string }) => command)).toContain('notify');
    await heirPolice.does(path, body);
    const { file } = (await heirPolice.get(`/cases/${id}`)).body;
    expect(file.owed.map(({ notice }: { notice: string }) => notice)).not.toContain('institution-to-procuracy');
    expect(await attempt(heirPolice, path, body)).toMatchObject({ code: 'notice.not-owed' });
  });

  it('an heir procuracy approves a charge that was sent to the one before, whose successors hold the case', async () => {
    const { file } = (await heirProcuracy.get(`/cases/${charged}`)).body;
    const path = `/investigations/${charged}/approve-charge`;
    const body = { defendantIds: [file.defendants[0].id], occurredOn: '2025-11-03' };
    expect(await attempt(heirPolice, path, body)).toMatchObject({ status: 403 });
    expect(await attempt(heirCourt, path, body)).toMatchObject({ status: 403 });
    await heirProcuracy.does(path, body);
    const step = await lastStep(heirProcuracy, charged);
    expect(step).toMatchObject({ type: 'charge-approved', officeId: heirProcuracy.officeId });
  });

  it('an heir names one of its own people, in whose queue the limits are', async () => {
    const path = `/investigations/${charged}/assign-officer`;
    const body = { officerId: heirPolice.accountId, occurredOn: '2025-11-04' };
    const stranger = { ...body, officerId: foreignPolice.accountId };
    expect(await attempt(heirPolice, path, stranger)).toMatchObject({ code: 'assign.of-another-office' });
    await heirPolice.does(path, body);
    await desks.world.settled();
    const { items } = (await heirPolice.get(`/deadlines?assigneeId=${heirPolice.accountId}`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ subjectId: charged, limitId: 'investigation', officeId: heirPolice.officeId }),
    );
  });

  it('an heir corrects what its predecessor recorded, and a stranger does not', async () => {
    const { id } = accepted;
    const { timeline } = (await heirPolice.get(`/cases/${id}`)).body;
    const { sequence, payload } = timeline.find((one: { type: string }) => one.type === 'handed-to-procuracy');
    const replacement = { event: 'handed-to-procuracy', occurredOn: '2025-09-04', payload };
    const correction = { sequence, reason: 'nhầm ngày', replacement };
    expect(await attempt(foreignPolice, `/cases/${id}/corrections`, correction)).toMatchObject({ status: 404 });
    await heirPolice.does(`/cases/${id}/corrections`, correction);
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });
});
