import { addDays, day } from '#libs/domain/kernel';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';

const UNKNOWN = '019a0000-0000-7000-8000-000000000000';

/** Everything of an answer but the reference that is different in each. */
const withoutReference = (text: string): string => text.replace(/"instance":"[^"]+"/, '');

describe('the casework', () => {
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
    const { current } = world.app.get(JurisdictionDirectory);
    const { territoryId } = current.offices.get(police.officeId);
    const seated = current.offices.inSubtreeOf(territoryId).find((one) => one.agency === 'commune-police')!;
    commune = await world.officer('desk-officer', seated.code);
  }, 300_000);

  afterAll(async () => world.stop());

  const today = () => world.app.get(Clock).today();
  const received = async (by = police, more: object = {}) => {
    numbers += 1;
    const body = { number: `${numbers}/2026`, source: 'denunciation', occurredOn: '2026-03-02', ...more };
    return (await by.does('/denunciations', body)).subjectId;
  };
  const verified = async (by = police) => {
    const id = await received(by);
    await by.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-03-03' });
    return id;
  };
  /** Every row that belongs to a file. */
  const rowsOf = async (id: string) =>
    world.database.ownerQuery(
      `select (select version from subject where id = $1) as version,
         (select count(*) from event where subject_id = $1) as events,
         (select count(*) from ledger where subject_id = $1) as ledger,
         (select state::text || status from file_state where subject_id = $1) as state,
         (select count(*) from outbox) as outbox, (select count(*) from command_receipt) as receipts`,
      [id],
    );

  describe('an illegal step', () => {
    it('is refused with the article, the status and what is possible now, and changes nothing', async () => {
      const id = await received();
      await world.settled();
      const before = await rowsOf(id);
      const refused = await police.post(`/denunciations/${id}/resume`, { occurredOn: '2026-03-05' });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        code: 'step.not-possible',
        article: 'Đ.149 BLTTHS',
        fileStatus: 'received',
        possible: ['check-preliminarily', 'classify', 'split', 'join', 'dispute-competence', 'transfer', 'notify'],
        detail: expect.stringContaining('Phục hồi'),
      });
      expect(await rowsOf(id)).toEqual(before);
    });

    it('of another stage is refused by the article of that stage', async () => {
      const body = { number: 'VA-1', offence: { article: 150, clause: 1 }, occurredOn: '2026-03-02' };
      const { subjectId } = await police.does('/investigations', body);
      const step = { ground: 'illness', occurredOn: '2026-03-05' };
      const refused = await procuracy.post(`/prosecutions/${subjectId}/suspend`, step);
      expect(refused.body).toMatchObject({
        status: 409,
        article: 'Đ.240, 247 BLTTHS',
        fileStatus: 'under-investigation',
      });
    });

    it('that a guard refuses cites its article too', async () => {
      const id = await verified();
      const refused = await police.post(`/denunciations/${id}/transfer`, {
        toOfficeId: police.officeId,
        occurredOn: '2026-03-05',
      });
      expect(refused.body).toMatchObject({ status: 409, code: 'transfer.to-itself', article: 'Đ.146 BLTTHS' });
    });

    it('in the future is malformed; before the stage it is refused', async () => {
      const id = await received();
      const path = `/denunciations/${id}/classify`;
      const tomorrow = await police.post(path, { competence: 'own', occurredOn: addDays(today(), 1) });
      expect(tomorrow.body).toMatchObject({ status: 400, code: 'day.in-the-future' });
      const paper = { decision: { on: addDays(today(), 1) }, competence: 'own', occurredOn: today() };
      expect((await police.post(path, paper)).body).toMatchObject({ status: 400, code: 'day.in-the-future' });
      const early = await police.post(path, { competence: 'own', occurredOn: addDays(day('2026-03-02'), -1) });
      expect(early.body).toMatchObject({ status: 409, code: 'day.before-the-stage' });
    });
  });

  it('a malformed request names every faulty field, in the language of the reader', async () => {
    const body = {
      number: ' ',
      source: 'rumour',
      occurredOn: '2026-02-30',
      placeId: 3_000_000_000,
      decision: { number: null, on: '30/2/2026' },
      name: 'a person',
    };
    const { status, body: problem } = await police.post('/denunciations', body);
    expect([status, problem.code]).toEqual([400, 'request.invalid']);
    const fields = [...new Set(problem.faults.map((fault: { field: string }) => fault.field))].sort();
    expect(fields).toEqual(['decision.number', 'decision.on', 'name', 'number', 'occurredOn', 'placeId', 'source']);
    for (const fault of problem.faults) expect(fault.detail).toMatch(/\p{L}/u);
    const place = await police.post('/denunciations', {
      number: 'x',
      source: 'report',
      occurredOn: '2026-03-02',
      placeId: 2_000_000_000,
    });
    expect(place.body).toMatchObject({ status: 400, faults: [{ field: 'placeId' }] });
  });

  it.each(['a\\u0000b', 'half \\ud800 pair'])('text that no database takes is refused: %s', async (text) => {
    const number = JSON.parse(`"${text}"`) as string;
    const refused = await police.post('/denunciations', { number, source: 'report', occurredOn: '2026-03-02' });
    expect(refused.body).toMatchObject({ status: 400, faults: [{ field: 'number', code: 'field.isWellFormedText' }] });
  });

  it('text is stored composed and without the spaces around it, and found however it is typed', async () => {
    const typed = '  Đơn số 1/Tiên Lãng ';
    const id = await received(police, { number: typed.normalize('NFD') });
    const composed = typed.trim().normalize('NFC');
    expect((await police.get(`/denunciations/${id}`)).body.subject.number).toBe(composed);
    for (const form of ['NFC', 'NFD']) {
      const asked = encodeURIComponent(typed.trim().normalize(form));
      const { body } = await police.get(`/denunciations?number=${asked}`);
      expect(body.items.map((line: { id: string }) => line.id)).toEqual([id]);
    }
    const again = await police.post('/denunciations', { number: composed, source: 'report', occurredOn: '2026-03-02' });
    expect(again.body).toMatchObject({ status: 409, code: 'file.number-taken' });
  });

  it('the decision on paper stands in the timeline, from the first step on', async () => {
    const decision = { number: '05/QĐ-CSĐT', on: '2026-03-01' };
    const id = await received(police, { decision });
    const step = { competence: 'own', occurredOn: '2026-03-03', decision: { number: '06/QĐ-CSĐT' } };
    await police.does(`/denunciations/${id}/classify`, step);
    const { timeline } = (await police.get(`/denunciations/${id}`)).body;
    expect(timeline).toMatchObject([{ decision }, { decision: { number: '06/QĐ-CSĐT' } }]);
  });

  it('a refusal speaks Vietnamese, or English to whom prefers it', async () => {
    const [vi, en] = [await police.get(`/cases/${UNKNOWN}`, 'vi'), await police.get(`/cases/${UNKNOWN}`, 'en-GB')];
    expect(vi.body.detail).toBe(
      'Không có hồ sơ này trong phạm vi của bạn. Kiểm tra lại mã, hoặc hỏi đơn vị đang thụ lý.',
    );
    expect(en.body.detail).toBe(
      'There is no such file within your scope. Check its id, or ask the office that holds it.',
    );
    expect([vi.body.code, en.body.code]).toEqual(['file.not-found', 'file.not-found']);
  });

  it('a file of somebody else is answered as one that is not there, byte for byte', async () => {
    const foreign = await verified(otherPolice);
    const asks: readonly ((id: string) => Promise<{ status: number; text: string }>)[] = [
      async (id) => police.get(`/denunciations/${id}`),
      async (id) => police.get(`/denunciations/${id}`, 'en'),
      async (id) => police.get(`/cases/${id}`),
      async (id) => police.post(`/denunciations/${id}/resume`, { occurredOn: '2026-03-05' }),
      async (id) =>
        police.post(`/denunciations/${id}/extend`, { grantor: 'head', until: '2026-05-01', occurredOn: '2026-03-05' }),
      async (id) =>
        police.post(`/denunciations/${id}/institute`, {
          caseNumber: 'VA-F',
          offence: { article: 150, clause: 1 },
          occurredOn: '2026-03-05',
        }),
      async (id) => police.post(`/denunciations/${id}/corrections`, { sequence: 1, reason: 'nhầm ngày' }),
      async (id) => police.post(`/investigations/${id}/conclude`, { occurredOn: '2026-03-05', expectedVersion: 9 }),
    ];
    for (const ask of asks) {
      const [there, nowhere] = [await ask(foreign), await ask(UNKNOWN)];
      expect([there.status, nowhere.status]).toEqual([404, 404]);
      expect(withoutReference(there.text)).toBe(withoutReference(nowhere.text));
    }
    const lists = await police.get('/denunciations?limit=200');
    expect(lists.body.items.map((line: { id: string }) => line.id)).not.toContain(foreign);
    expect((await police.get(`/denunciations?officeId=${otherPolice.officeId}`)).body).toEqual({ items: [] });
    expect((await otherPolice.get('/denunciations')).body.items).toMatchObject([{ id: foreign }]);
  });

  describe('at the same time', () => {
    it('a step upon an older version is refused with the file as it now is', async () => {
      const id = await verified();
      const stale = { ground: 'force-majeure', occurredOn: '2026-03-23', expectedVersion: 1 };
      const { body } = await police.post(`/denunciations/${id}/suspend`, stale);
      expect(body).toMatchObject({
        status: 409,
        code: 'file.changed-meanwhile',
        fileStatus: 'in-verification',
        version: 2,
        possible: expect.arrayContaining(['suspend', 'decline']),
      });
      await police.does(`/denunciations/${id}/suspend`, { ...stale, expectedVersion: 2 });
    });

    it('of two that saw the same version one is recorded', async () => {
      const id = await verified();
      const step = { ground: 'force-majeure', occurredOn: '2026-03-23', expectedVersion: 2 };
      const answers = await Promise.all([1, 2, 3].map(async () => police.post(`/denunciations/${id}/suspend`, step)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect((await police.get(`/denunciations/${id}`)).body.subject.version).toBe(3);
    });

    it('of two with one number one is opened; another office has the number for itself', async () => {
      const body = { number: 'HAI/2026', source: 'report', occurredOn: '2026-03-02' };
      const answers = await Promise.all([1, 2].map(async () => police.post('/denunciations', body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)!.body.code).toBe('file.number-taken');
      await commune.does('/denunciations', body);
    });
  });

  describe('the key of a command', () => {
    it('gives the first answer again, also to twins, however the fields are ordered', async () => {
      const [id, key] = [await verified(), newId()];
      const path = `/denunciations/${id}/suspend`;
      const step = { ground: 'force-majeure', occurredOn: '2026-03-23', decision: { number: '7', on: '2026-03-05' } };
      const turned = { decision: { on: '2026-03-05', number: '7' }, occurredOn: '2026-03-23', ground: 'force-majeure' };
      const answers = await Promise.all([step, turned, step].map(async (body) => police.post(path, body, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
      expect((await police.get(`/denunciations/${id}`)).body.timeline).toHaveLength(3);
    });

    it('is refused for something else, for another file and for somebody else', async () => {
      const [id, other, key] = [await verified(), await verified(), newId()];
      const step = { ground: 'force-majeure', occurredOn: '2026-03-23' };
      await police.does(`/denunciations/${id}/assign`, { assigneeId: police.accountId, occurredOn: '2026-03-04' });
      expect((await police.post(`/denunciations/${id}/suspend`, step, key)).status).toBe(201);
      const later = { ...step, occurredOn: '2026-03-24' };
      const reused = [
        await police.post(`/denunciations/${id}/suspend`, later, key),
        await police.post(`/denunciations/${other}/suspend`, step, key),
        await otherPolice.post(`/denunciations/${id}/suspend`, step, key),
      ];
      for (const { body } of reused) expect(body).toMatchObject({ status: 409, code: 'idempotency.key-reused' });
    });

    it('must be there and be a UUID', async () => {
      const body = { number: 'K', source: 'report', occurredOn: '2026-03-02' };
      const missing = await police.post('/denunciations', body, '');
      expect(missing.body).toMatchObject({ status: 400, code: 'request.idempotency-key-missing' });
      const malformed = await police.post('/denunciations', body, 'once');
      expect(malformed.body).toMatchObject({ status: 400, code: 'request.idempotency-key-malformed' });
    });
  });

  it('commune police hand over and keep nothing; both offices still see the file', async () => {
    const id = await received(commune);
    const path = `/denunciations/${id}`;
    const own = await commune.post(`${path}/classify`, { competence: 'own', occurredOn: '2026-03-03' });
    expect(own.body).toMatchObject({ status: 409, code: 'classify.commune-police-hands-over' });
    const { body } = await commune.get(path);
    const offered = body.available.map((step: { command: string }) => step.command);
    expect(offered).toEqual(['check-preliminarily', 'classify', 'transfer']);
    await commune.does(`${path}/transfer`, { toOfficeId: police.officeId, occurredOn: '2026-03-04' });
    await police.does(`${path}/accept-transfer`, { occurredOn: '2026-03-05' });
    expect((await commune.get(path)).body).toMatchObject({ status: 'received', available: [] });
    expect((await leader.get(path)).body).toMatchObject({ file: { holderOfficeId: police.officeId }, available: [] });
  });
});
