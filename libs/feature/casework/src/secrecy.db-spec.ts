import { Accounts } from '#libs/feature/access';
import { newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';

const DAY = '2026-03-02';

describe('a mark of secrecy', () => {
  let world: World;
  let investigator: Officer;
  let desk: Officer;
  let head: Officer;
  let procuracy: Officer;

  beforeAll(async () => {
    world = await World.start();
    investigator = await world.officer('investigator', 'CA-31');
    desk = await world.officer('desk-officer', 'CA-31');
    head = await world.officer('leader', 'CA-31');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
    await world.app.get(Accounts).clear('leader.ca-31', 'secret');
  }, 300_000);

  afterAll(async () => world.stop());

  const receive = async (): Promise<string> =>
    (await desk.does('/denunciations', { number: newId(), source: 'denunciation', occurredOn: DAY })).subjectId;
  const mark = (file: string, degree: string, by = head) =>
    by.put(`${file}/secrecy`, { mark: degree, basis: 'QĐ 1180/QĐ-TTg' });
  const sees = async (who: Officer, id: string, kind = 'denunciations') => {
    const [file, list, limits, queue] = [
      await who.get(`/${kind}/${id}`),
      await who.get(`/${kind}?limit=200`),
      await who.get(`/${kind}/${id}/limits`),
      await who.get('/deadlines?limit=200'),
    ];
    const told = [file.status === 200, list.text.includes(id), limits.status === 200, queue.text.includes(id)];
    expect(new Set(told).size).toBe(1);
    if (!told[0]) expect([file.body.code, limits.body.code]).toEqual(['file.not-found', 'file.not-found']);
    return told[0];
  };

  it('leaves a file to the cleared, until it is lifted', async () => {
    const id = await receive();
    await world.settled();
    for (const who of [desk, investigator, head, procuracy]) expect(await sees(who, id)).toBe(true);
    expect((await mark(`/denunciations/${id}`, 'confidential')).status).toBe(204);
    for (const who of [desk, investigator, procuracy]) expect(await sees(who, id)).toBe(false);
    expect(await sees(head, id)).toBe(true);
    expect((await head.get(`/denunciations/${id}`)).body.subject.secrecy).toBe('confidential');
    expect((await desk.post(`/denunciations/${id}/classify`, { occurredOn: DAY, competence: 'own' })).status).toBe(404);
    expect((await mark(`/denunciations/${id}`, 'none')).status).toBe(204);
    expect(await sees(desk, id)).toBe(true);
  });

  it('goes over to the part that is split off', async () => {
    const id = await receive();
    await desk.does(`/denunciations/${id}/classify`, { occurredOn: DAY, competence: 'own' });
    await world.app.get(Accounts).clear('investigator.ca-31', 'secret');
    await mark(`/denunciations/${id}`, 'secret');
    const split = { occurredOn: '2026-03-04', childNumber: newId() };
    const { childId } = (await investigator.does(`/denunciations/${id}/split`, split)) as { childId?: string };
    await world.settled();
    expect([await sees(desk, childId!), await sees(head, childId!)]).toEqual([false, true]);
    await world.app.get(Accounts).clear('investigator.ca-31', 'none');
  });

  it('leaves a file to whom it is assigned, and goes over to the case that is founded on it', async () => {
    const id = await receive();
    const of = `/denunciations/${id}`;
    await desk.does(`${of}/classify`, { occurredOn: DAY, competence: 'own' });
    await investigator.does(`${of}/assign`, { occurredOn: '2026-03-03', assigneeId: investigator.accountId });
    await world.settled();
    await mark(of, 'secret');
    expect([await sees(desk, id), await sees(investigator, id)]).toEqual([false, true]);
    const decision = { caseNumber: newId(), offence: { article: 150, clause: 1 }, occurredOn: '2026-03-10' };
    const { caseId } = (await investigator.does(`${of}/institute`, decision)) as { caseId?: string };
    await world.settled();
    expect([await sees(procuracy, caseId!, 'cases'), await sees(head, caseId!, 'cases')]).toEqual([false, true]);
    expect((await head.get(`/cases/${caseId}`)).body.subject.secrecy).toBe('secret');
  });

  it('is given by the head of the office that holds the file, up to the own clearance', async () => {
    const of = `/denunciations/${await receive()}`;
    expect((await mark(of, 'top-secret')).body).toMatchObject({ status: 403, code: 'secrecy.above-clearance' });
    expect((await mark(of, 'secret', investigator)).body).toMatchObject({ status: 403, code: 'access.forbidden' });
    const committee = await world.officer('leader', 'BCD-31');
    await world.app.get(Accounts).clear('leader.bcd-31', 'top-secret');
    expect((await mark(of, 'secret', committee)).body).toMatchObject({ status: 403, code: 'secrecy.holder-only' });
    const elsewhere = await world.officer('leader', 'CA-01');
    await world.app.get(Accounts).clear('leader.ca-01', 'top-secret');
    expect((await mark(of, 'secret', elsewhere)).body).toMatchObject({ status: 404, code: 'file.not-found' });
    expect((await head.put(`${of}/secrecy`, { mark: 'mật', basis: '' })).body.code).toBe('request.invalid');
  });

  it('takes the file from the list behind a value, which says that one is hidden, and not from the value', async () => {
    const statistician = await world.officer('statistician', 'BCD-31');
    const id = await receive();
    await world.settled();
    const place = 'plan=hai-phong-2024&jurisdiction=31&period=2026';
    const value = async () => (await statistician.get(`/compliance?${place}`)).body.rows[0].values[0];
    const list = async () => (await statistician.get(`/compliance/list?${place}&indicator=K1&list=not-counted`)).body;
    const [shown, before] = [await value(), await list()];
    expect(before.items.map(({ subjectId }: { subjectId: string }) => subjectId)).toContain(id);
    await mark(`/denunciations/${id}`, 'confidential');
    const after = await list();
    expect(after.items.map(({ subjectId }: { subjectId: string }) => subjectId)).not.toContain(id);
    expect([after.total, after.hidden - before.hidden]).toEqual([before.total, 1]);
    expect(await value()).toEqual(shown);
  });
});
