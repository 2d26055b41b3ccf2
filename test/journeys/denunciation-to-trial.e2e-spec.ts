import { type Officer, World } from '../support/world.js';

/** One matter of Hải Phòng from the denunciation to the final judgment, by the people who work on it. */
describe('from the denunciation to the final judgment', () => {
  let world: World;
  let investigator: Officer;
  let procuracy: Officer;
  let court: Officer;
  let leader: Officer;

  beforeAll(async () => {
    world = await World.start();
    investigator = await world.officer('investigator', 'CA-31');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
    court = await world.officer('court-clerk', 'TA-31');
    leader = await world.officer('leader', 'BCD-31');
  }, 120_000);

  afterAll(async () => world.stop());

  let denunciationId = '';
  let caseId = '';
  const defendantIds = async (): Promise<string[]> => {
    const { body } = await investigator.get(`/cases/${caseId}`);
    return body.file.defendants.map((defendant: { id: string }) => defendant.id);
  };
  const values = async (period = '2026'): Promise<Record<string, { numerator: number; denominator: number }>> => {
    await world.settled();
    const { body } = await leader.get(
      `/compliance?plan=hai-phong-2024&jurisdiction=H%E1%BA%A3i%20Ph%C3%B2ng&period=${period}`,
    );
    return Object.fromEntries(body.rows[0].values.map((value: { indicator: string }) => [value.indicator, value]));
  };

  it('the desk receives a denunciation, and the leader sees that one waits for its classification', async () => {
    const received = await investigator.does('/denunciations', {
      number: '01/2026',
      source: 'denunciation',
      occurredOn: '2026-01-05',
    });
    denunciationId = received.subjectId;
    expect(received).toMatchObject({ status: 'received', version: 1 });
    expect(await values()).toMatchObject({ K1: { numerator: 0, denominator: 1, gap: 1, status: 'not-met' } });
  });

  it('the investigator classifies it and takes the verification up', async () => {
    await investigator.does(`/denunciations/${denunciationId}/classify`, {
      competence: 'own',
      occurredOn: '2026-01-06',
    });
    expect(await values()).toMatchObject({
      K1: { numerator: 1, denominator: 1, status: 'met' },
      K2: { numerator: 0, denominator: 1, status: 'not-met' },
      K3: { denominator: 0, status: 'no-case' },
    });
  });

  it('a case is instituted on it, with the offence that the decision cites', async () => {
    const instituted = await investigator.does(`/denunciations/${denunciationId}/institute`, {
      occurredOn: '2026-01-20',
      caseNumber: 'VA-01/2026',
      offence: { article: 150, clause: 2 },
      decision: { number: '05/QĐ-CSĐT', on: '2026-01-20' },
    });
    caseId = instituted.caseId ?? '';
    expect(instituted).toMatchObject({ status: 'instituted' });
    const { body } = await investigator.get(`/cases/${caseId}`);
    expect(body).toMatchObject({ status: 'under-investigation', related: [denunciationId] });
    expect(await values()).toMatchObject({
      K2: { numerator: 1, denominator: 1 },
      K3: { numerator: 0, denominator: 1 },
    });
  });

  it('two suspects are charged, the procuracy approves: the case is discovered', async () => {
    for (const number of ['1', '2']) {
      await investigator.does(`/investigations/${caseId}/charge`, {
        number,
        offence: { article: 150, clause: 2 },
        occurredOn: '2026-02-02',
      });
    }
    const ids = await defendantIds();
    const refused = await investigator.post(`/investigations/${caseId}/approve-charge`, {
      defendantIds: ids,
      occurredOn: '2026-02-04',
    });
    expect(refused.status).toBe(403);
    await procuracy.does(`/investigations/${caseId}/approve-charge`, { defendantIds: ids, occurredOn: '2026-02-04' });
    expect(await values()).toMatchObject({ K3: { numerator: 1, denominator: 1, status: 'met' } });
  });

  it('the investigation is concluded and the file handed to the procuracy, which indicts', async () => {
    await investigator.does(`/investigations/${caseId}/conclude`, { occurredOn: '2026-04-20' });
    await investigator.does(`/investigations/${caseId}/hand-to-procuracy`, {
      toOfficeId: procuracy.officeId,
      occurredOn: '2026-04-21',
    });
    expect(await values()).toMatchObject({ K4: { numerator: 0, denominator: 1 } });
    await procuracy.does(`/prosecutions/${caseId}/indict`, { occurredOn: '2026-05-10' });
    await procuracy.does(`/prosecutions/${caseId}/hand-to-court`, {
      toOfficeId: court.officeId,
      occurredOn: '2026-05-12',
    });
    expect(await values()).toMatchObject({
      K4: { numerator: 1, denominator: 1, status: 'met' },
      K5: { status: 'no-case' },
    });
  });

  it('the court accepts, schedules and judges', async () => {
    await court.does(`/trials/${caseId}/accept`, { occurredOn: '2026-05-13' });
    await court.does(`/trials/${caseId}/schedule`, { hearingOn: '2026-07-01', occurredOn: '2026-06-15' });
    const verdicts = (await defendantIds()).map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    await court.does(`/trials/${caseId}/judge`, { verdicts, occurredOn: '2026-07-01' });
    expect(await values()).toMatchObject({ K5: { numerator: 1, denominator: 1, status: 'met' } });
  });

  it('one defendant appeals, for the other one the judgment becomes final: a part of a judgment', async () => {
    const [first, second] = await defendantIds();
    await court.does(`/trials/${caseId}/appeal`, { kind: 'appeal', defendantIds: [first], occurredOn: '2026-07-10' });
    await court.does(`/trials/${caseId}/finalise`, {
      basis: 'no-appeal',
      defendantIds: [second],
      occurredOn: '2026-08-05',
    });
    expect((await court.get(`/cases/${caseId}`)).body.status).toBe('appealed');
    await court.does(`/trials/${caseId}/finalise`, {
      basis: 'appellate-judgment',
      outcome: 'upheld',
      occurredOn: '2026-09-20',
    });
    expect((await court.get(`/cases/${caseId}`)).body.status).toBe('final');
  });

  it('the leader opens the value down to the case', async () => {
    const place = 'jurisdiction=31&plan=hai-phong-2024&period=2026';
    const { body } = await leader.get(`/compliance/list?${place}&indicator=K5&list=counted`);
    expect(body.total).toBe(1);
    expect(body.items).toMatchObject([
      { subjectId: caseId, number: 'VA-01/2026', because: expect.arrayContaining(['judged']) },
    ]);
  });

  it('a wrong day is corrected, with its reason, and the figures of both years follow', async () => {
    const { body } = await investigator.get(`/denunciations/${denunciationId}`);
    expect(body.timeline.map((event: { type: string }) => event.type)).toEqual([
      'received',
      'classified',
      'instituted',
    ]);
    const corrected = await investigator.post(`/denunciations/${denunciationId}/corrections`, {
      sequence: 1,
      reason: 'nhập nhầm ngày tiếp nhận',
      replacement: { event: 'received', occurredOn: '2025-12-30', payload: { source: 'denunciation' } },
    });
    expect(corrected.status).toBe(201);
    expect(await values()).toMatchObject({
      K1: { denominator: 0, status: 'no-case' },
      K2: { numerator: 1, denominator: 1 },
    });
    expect(await values('2025')).toMatchObject({ K1: { numerator: 1, denominator: 1 } });
  });
});
