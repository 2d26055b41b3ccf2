import { addDays } from '#libs/domain/kernel';
import { Clock, newId } from '#libs/platform/database';
import { LEFT_OPEN, OFFENCE, STEPS } from '../../../../test/support/denunciation-steps.js';
import { type Officer, World } from '../../../../test/support/world.js';

type Body = Record<string, unknown>;
interface Limit {
  readonly id: string;
  readonly startedOn: string;
  readonly dueOn?: string;
  readonly stoppedOn?: string;
}

describe('a denunciation', () => {
  let world: World;
  let police: Officer;
  let otherPolice: Officer;
  let commune: Officer;
  let procuracy: Officer;
  let leader: Officer;
  let numbers = 0;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    otherPolice = await world.officer('investigator', 'CA-01');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
    leader = await world.officer('leader', 'BCD-31');
    commune = await world.officer('desk-officer', world.officeCodeIn('CA-31', 'commune-police'));
  }, 300_000);

  afterAll(async () => world.stop());

  const today = () => world.app.get(Clock).today();
  const nextNumber = () => `${(numbers += 1)}/2026`;
  const received = async (more: Body = {}, by = police) => {
    const body = { number: nextNumber(), source: 'denunciation', occurredOn: '2026-03-02', ...more };
    return (await by.does('/denunciations', body)).subjectId;
  };
  const take = async (who: Officer, step: string, occurredOn: string, body: Body = {}) =>
    who.does(`/denunciations/${step}`, { ...body, occurredOn });
  const attempt = async (who: Officer, step: string, occurredOn: string, body: Body = {}) =>
    (await who.post(`/denunciations/${step}`, { ...body, occurredOn })).body;
  const verified = async () => {
    const id = await received();
    await take(police, `${id}/classify`, '2026-03-03', { competence: 'own' });
    return id;
  };
  const declined = async (more: Body = {}) => {
    const id = await verified();
    await take(police, `${id}/decline`, '2026-03-12', { ground: 'no-event', ...more });
    return id;
  };
  const read = async (who: Officer, id: string) => (await who.get(`/denunciations/${id}`)).body;
  const eventsOf = async (who: Officer, id: string): Promise<string[]> =>
    (await read(who, id)).timeline.map(({ type }: { type: string }) => type);
  const limitOf = async (id: string, limitId: string, who = police): Promise<Limit | undefined> =>
    ((await who.get(`/denunciations/${id}/limits`)).body as Limit[]).filter((one) => one.id === limitId).at(-1);
  const owedBy = async (officer: Officer, id: string): Promise<string[]> =>
    (await read(police, id)).file.owed
      .filter(({ officeId }: { officeId: number }) => officeId === officer.officeId)
      .map(({ notice }: { notice: string }) => notice);
  const ledgerOf = async (id: string) =>
    world.database.ownerQuery(
      `select docket, flow, office_id as "officeId", n::int as n from ledger where subject_id = $1 order by position, id`,
      [id],
    );
  describe.each([...STEPS, ...LEFT_OPEN])('at %s', (step, body, article) => {
    it('nobody without the permission and nobody from elsewhere comes in', async () => {
      const id = await received();
      const [reader, stranger] = [leader, otherPolice].map(async (who) =>
        attempt(who, `${id}/${step}`, '2026-03-05', body),
      );
      expect(await reader).toMatchObject({ status: 403, code: 'access.forbidden' });
      expect(await stranger).toMatchObject({ status: 404, code: 'file.not-found' });
      expect(await eventsOf(police, id)).toEqual(['received']);
    });

    it('the law refuses with its article', async () => {
      const id = LEFT_OPEN.some(([name]) => name === step) ? await received() : await declined();
      const refused = await attempt(police, `${id}/${step}`, '2026-03-13', body);
      expect(refused).toMatchObject({ status: 409, article: expect.stringContaining(article) });
    });
  });

  it('keeps what its reception tells, and the commune police hand over the sooner the more it presses', async () => {
    const told = { committedOn: '2026-02-27', offence: OFFENCE, source: 'report' };
    const id = await received(told, commune);
    expect((await read(commune, id)).file).toMatchObject(told);
    expect(await limitOf(id, 'hand-over-by-commune-police', commune)).toMatchObject({ startedOn: '2026-03-02' });
    await take(commune, `${id}/check-preliminarily`, '2026-03-03', { urgent: true, remote: true });
    expect((await read(commune, id)).file).toMatchObject({ urgent: true, remote: true });
    expect(await limitOf(id, 'hand-over-by-commune-police', commune)).toMatchObject({ stoppedOn: '2026-03-03' });
    const sooner = await limitOf(id, 'hand-over-of-urgent-and-remote', commune);
    expect(sooner).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-04' });
    const wrong = await attempt(police, `${await received()}/check-preliminarily`, '2026-03-03');
    expect(wrong).toMatchObject({ status: 403, code: 'step.not-your-office' });
    const pressing = await received({ urgent: true, remote: false }, commune);
    expect((await read(commune, pressing)).file.urgent).toBe(true);
  });

  it('is assigned, told to the procuracy, and has a prosecutor assigned in time', async () => {
    const id = await received({ occurredOn: addDays(today(), -6) });
    expect(await limitOf(id, 'receipt-to-procuracy')).toMatchObject({ startedOn: addDays(today(), -6) });
    await take(police, `${id}/notify`, addDays(today(), -5), { notice: 'receipt-to-procuracy' });
    expect(await limitOf(id, 'receipt-to-procuracy')).toMatchObject({ stoppedOn: addDays(today(), -5) });
    await take(police, `${id}/classify`, addDays(today(), -5), { competence: 'own' });
    await take(police, `${id}/assign`, addDays(today(), -5), { assigneeId: police.accountId });
    await take(police, `${id}/notify`, addDays(today(), -4), { notice: 'assignment-to-procuracy' });
    expect(await limitOf(id, 'assignment-of-prosecutor')).toMatchObject({ startedOn: addDays(today(), -4) });
    const prosecutorId = procuracy.accountId;
    const byHolder = await attempt(police, `${id}/assign-prosecutor`, addDays(today(), -3), { prosecutorId });
    expect(byHolder).toMatchObject({ status: 403, code: 'step.not-your-office' });
    await take(procuracy, `${id}/assign-prosecutor`, addDays(today(), -3), { prosecutorId });
    expect((await read(police, id)).file).toMatchObject({ prosecutorId });
    expect(await limitOf(id, 'assignment-of-prosecutor')).toMatchObject({ stoppedOn: addDays(today(), -3) });
    const again = await attempt(police, `${id}/notify`, today(), { notice: 'receipt-to-procuracy' });
    expect(again).toMatchObject({ status: 409, code: 'notice.not-owed', article: expect.stringContaining('Đ.146') });
  });

  it('is extended by the procuracy only when that was asked in time, and answered', async () => {
    const id = await verified();
    await take(police, `${id}/extend`, '2026-03-20', { grantor: 'head', until: '2026-05-02' });
    const late = await attempt(police, `${id}/request-extension`, '2026-04-28', { until: '2026-07-02' });
    expect(late).toMatchObject({ code: 'extend.asked-late', article: expect.stringContaining('Đ.11 khoản 2') });
    await take(police, `${id}/request-extension`, '2026-04-20', { until: '2026-07-02' });
    expect((await read(procuracy, id)).file).toMatchObject({ extensionAskedOn: '2026-04-20' });
    expect(await limitOf(id, 'answer-to-extension')).toMatchObject({ startedOn: '2026-04-20' });
    await take(procuracy, `${id}/refuse-extension`, '2026-04-22');
    expect(await limitOf(id, 'answer-to-extension')).toMatchObject({ stoppedOn: '2026-04-22' });
    const unasked = await attempt(procuracy, `${id}/refuse-extension`, '2026-04-23');
    expect(unasked).toMatchObject({ status: 409, code: 'extend.not-asked' });
  });

  it('has a month from the day on which the procuracy cancels its suspension', async () => {
    const id = await verified();
    await take(police, `${id}/suspend`, '2026-03-23', { ground: 'force-majeure' });
    await take(procuracy, `${id}/cancel-suspension`, '2026-03-25');
    expect(await read(police, id)).toMatchObject({ status: 'in-verification', file: { resumedOn: '2026-03-25' } });
    expect(await limitOf(id, 'verification-after-cancellation')).toMatchObject({ startedOn: '2026-03-25' });
    expect(await owedBy(procuracy, id)).toEqual(['cancellation-of-suspension']);
    await take(procuracy, `${id}/notify`, '2026-03-26', { notice: 'cancellation-of-suspension' });
    expect(await owedBy(procuracy, id)).toEqual([]);
  });

  it('that was declined is instituted by the procuracy, once per key, or not at all', async () => {
    const id = await declined({ administrative: true });
    expect(await owedBy(police, id)).toContain('file-to-sanctioning-body');
    const [path, key] = [`/denunciations/${id}/overrule-decline`, newId()];
    const body = { caseNumber: nextNumber(), offence: OFFENCE, committedOn: '2026-02-01', occurredOn: '2026-03-20' };
    expect((await police.post(path, body)).body).toMatchObject({ status: 403, code: 'step.not-your-office' });
    const answer = await procuracy.post(path, body, key);
    expect(answer.body).toMatchObject({ status: 'instituted', caseId: expect.any(String) });
    expect((await procuracy.post(path, body, key)).body).toEqual(answer.body);
    const { caseId } = answer.body;
    expect(await read(procuracy, id)).toMatchObject({ related: [caseId] });
    const opened = (await procuracy.get(`/cases/${caseId}`)).body;
    expect(opened).toMatchObject({ status: 'under-investigation', file: { holderOfficeId: procuracy.officeId } });
    expect(opened.timeline).toMatchObject([{ payload: { denunciationIds: [id], committedOn: '2026-02-01' } }]);
    const other = await declined();
    const taken = await attempt(procuracy, `${other}/overrule-decline`, '2026-03-20', body);
    expect(taken).toMatchObject({ status: 409, code: 'file.number-taken' });
    expect(await read(procuracy, other)).toMatchObject({ status: 'declined', subject: { version: 3 } });
    expect(await world.brokenIdentities()).toEqual([]);
  });

  it('is taken over by the procuracy 15 days after its demand; the former holder owes it the file', async () => {
    const id = await verified();
    await take(procuracy, `${id}/demand-remedy`, '2026-03-10');
    expect((await read(police, id)).file).toMatchObject({ remedyDemandedOn: '2026-03-10' });
    const early = await attempt(procuracy, `${id}/take-over`, '2026-03-25');
    expect(early).toMatchObject({ code: 'take-over.too-early', article: expect.stringContaining('Đ.145 khoản 3') });
    await take(procuracy, `${id}/take-over`, '2026-03-26');
    expect((await read(police, id)).file).toMatchObject({ holderOfficeId: procuracy.officeId });
    expect(await limitOf(id, 'verification')).toMatchObject({ startedOn: '2026-03-02' });
    expect(await owedBy(police, id)).toContain('file-to-procuracy');
    await take(police, `${id}/notify`, '2026-03-27', { notice: 'file-to-procuracy' });
    expect(await owedBy(police, id)).not.toContain('file-to-procuracy');
    expect(await world.brokenIdentities()).toEqual([]);
  });

  it('is split into a file of its own that has its receipt and its limit, once per key', async () => {
    const id = await verified();
    const [path, key] = [`/denunciations/${id}/split`, newId()];
    const body = { childNumber: nextNumber(), occurredOn: '2026-03-05', expectedVersion: 2 };
    const answer = await police.post(path, body, key);
    expect(answer.body).toMatchObject({ subjectId: id, version: 3, status: 'in-verification' });
    expect((await police.post(path, body, key)).body).toEqual(answer.body);
    const childId = answer.body.childId as string;
    expect(await read(police, id)).toMatchObject({
      file: { childIds: [childId] },
      related: [childId],
      timeline: [{}, {}, { type: 'split', payload: { childId } }],
    });
    expect(await read(police, childId)).toMatchObject({
      subject: { number: body.childNumber, version: 1 },
      status: 'in-verification',
      file: { parentId: id, source: 'denunciation', holderOfficeId: police.officeId },
      related: [id],
      timeline: [{ type: 'split-off', payload: { parentId: id, receivedOn: '2026-03-02' } }],
    });
    for (const file of [id, childId]) {
      expect(await limitOf(file, 'verification')).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-23' });
    }
    const numbered = await attempt(police, `${id}/split`, '2026-03-06', { childNumber: body.childNumber });
    expect(numbered).toMatchObject({ status: 409, code: 'file.number-taken' });
    expect(await eventsOf(police, id)).toEqual(['received', 'classified', 'split']);
  });

  it('is split after its limit was lengthened: the part has the same limit', async () => {
    const id = await verified();
    await take(police, `${id}/extend`, '2026-03-20', { grantor: 'head', until: '2026-05-02' });
    const { childId } = await take(police, `${id}/split`, '2026-04-10', { childNumber: nextNumber() });
    const limits = await Promise.all([id, childId!].map((file) => limitOf(file, 'verification')));
    expect(limits.map((one) => [one?.startedOn, one?.dueOn])).toEqual([
      ['2026-03-02', '2026-05-04'],
      ['2026-03-02', '2026-05-04'],
    ]);
  });

  it('is split between units: each sees its own part; nobody else than the police gets one', async () => {
    const id = await received();
    const childNumber = nextNumber();
    const toProcuracy = await attempt(police, `${id}/split`, '2026-03-03', {
      childNumber,
      toOfficeId: procuracy.officeId,
    });
    expect(toProcuracy).toMatchObject({ code: 'office.not-competent', article: expect.stringContaining('Đ.12') });
    const { childId } = await take(police, `${id}/split`, '2026-03-03', {
      childNumber,
      toOfficeId: otherPolice.officeId,
    });
    const part = await read(otherPolice, childId!);
    expect(part).toMatchObject({ status: 'received', related: [], file: { holderOfficeId: otherPolice.officeId } });
    expect([(await read(otherPolice, id)).status, (await read(police, childId!)).status]).toEqual([404, 404]);
    await take(otherPolice, `${childId!}/classify`, '2026-03-04', { competence: 'own' });
    expect(await ledgerOf(childId!)).toMatchObject([{ docket: 1, flow: 5, officeId: otherPolice.officeId }, {}, {}]);
    expect(await world.brokenIdentities()).toEqual([]);
  });

  it('is joined into a file that its holder sees and that still stands, and leaves the dockets as merged', async () => {
    const [one, two, third] = [await verified(), await verified(), await verified()];
    const foreign = await received({}, otherPolice);
    const into = async (id: string, intoId: string) => attempt(police, `${id}/join`, '2026-03-06', { intoId });
    expect(await into(one, one.toUpperCase())).toMatchObject({ status: 409, code: 'join.into-itself' });
    for (const nowhere of [newId(), foreign]) {
      const refused = await into(one, nowhere);
      expect(refused).toMatchObject({ code: 'join.unknown-file', article: expect.stringContaining('Đ.12 khoản 3') });
    }
    const key = newId();
    const body = { intoId: two, occurredOn: '2026-03-06' };
    const answer = await police.post(`/denunciations/${one}/join`, body, key);
    expect(answer.body).toMatchObject({ subjectId: one, status: 'joined' });
    expect((await police.post(`/denunciations/${one}/join`, body, key)).body).toEqual(answer.body);
    expect(await read(police, one)).toMatchObject({ file: { joinedIntoId: two }, related: [two] });
    expect((await ledgerOf(one)).at(-1)).toMatchObject({ docket: 2, flow: 22, n: 1 });
    expect(await limitOf(one, 'verification')).toMatchObject({ stoppedOn: '2026-03-06' });
    expect(await into(third, one)).toMatchObject({ status: 409, code: 'join.into-joined' });
    const crossed = await Promise.all([into(two, third), into(third, two)]);
    expect(crossed.map(({ status }) => status).sort()).toEqual([409, 'joined']);
    expect(await world.brokenIdentities()).toEqual([]);
  });

  it('that two offices dispute goes where the procuracy settles it, and must be taken there', async () => {
    const id = await verified();
    await take(police, `${id}/dispute-competence`, '2026-03-06', { withOfficeId: otherPolice.officeId });
    expect((await read(police, id)).file).toMatchObject({ disputedWithOfficeId: otherPolice.officeId });
    const settled = { toOfficeId: otherPolice.officeId };
    expect(await attempt(police, `${id}/settle-dispute`, '2026-03-09', settled)).toMatchObject({ status: 403 });
    await take(procuracy, `${id}/settle-dispute`, '2026-03-09', settled);
    const refused = await attempt(otherPolice, `${id}/refuse-transfer`, '2026-03-10', { because: 'không thuộc' });
    expect(refused).toMatchObject({ status: 409, code: 'transfer.settled', article: 'Đ.150 BLTTHS' });
    await take(otherPolice, `${id}/accept-transfer`, '2026-03-10');
    expect((await read(otherPolice, id)).file).toMatchObject({ holderOfficeId: otherPolice.officeId });
    expect(await limitOf(id, 'verification')).toMatchObject({ startedOn: '2026-03-10' });
    expect(await world.brokenIdentities()).toEqual([]);
  });

  it('is split off by the system alone', async () => {
    const id = await verified();
    const payload = { parentId: newId(), status: 'received' };
    expect((await police.post(`/denunciations/${id}/split-off`, payload)).status).toBe(404);
    expect((await police.post('/denunciations/split-off', payload)).status).toBe(404);
    const corrected = async (sequence: number, event: string, stated: Body) => {
      const replacement = { event, occurredOn: '2026-03-03', payload: stated };
      const body = { sequence, reason: 'ghi nhầm bước', replacement };
      return (await police.post(`/denunciations/${id}/corrections`, body)).body;
    };
    expect(await corrected(1, 'split-off', payload)).toMatchObject({ status: 409, code: 'correction.not-a-step' });
    for (const [event, named] of [
      ['split', 'childId'],
      ['joined', 'intoId'],
    ] as const) {
      expect(await corrected(2, event, { [named]: newId() })).toMatchObject({ code: 'correction.other-file' });
    }
    const stated = await attempt(police, `${id}/split`, '2026-03-05', { childNumber: 'x', childId: newId() });
    expect(stated).toMatchObject({ status: 400 });
    expect((await read(police, id)).available.map(({ command }: Body) => command)).not.toContain('split-off');
  });
});
