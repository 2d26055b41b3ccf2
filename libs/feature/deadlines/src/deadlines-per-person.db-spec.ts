import { newId } from '#libs/platform/database';
import { CourtDesks } from '../../../../test/support/court-desks.js';

interface Line {
  readonly subjectId: string;
  readonly limitId: string;
  readonly assigneeId?: string;
}

describe('the queue of one person', () => {
  let desks: CourtDesks;

  beforeAll(async () => {
    desks = await CourtDesks.start();
  }, 300_000);

  afterAll(async () => desks.world.stop());

  const queueOf = async (desk: 'police' | 'procuracy' | 'court', assigneeId: string): Promise<Line[]> => {
    await desks.world.settled();
    const { body } = await desks.at(desk).get(`/deadlines?assigneeId=${assigneeId}&limit=200`);
    const counts = (await desks.at(desk).get(`/deadlines/counts?assigneeId=${assigneeId}`)).body as object;
    expect(body.total).toBe(body.items.length);
    expect(Object.values(counts).every((count) => count <= body.total)).toBe(true);
    return body.items as Line[];
  };

  it('holds the limits of the cases that an investigator, a prosecutor and a judge work on, one after the other', async () => {
    const [police, procuracy] = [desks.at('police'), desks.at('procuracy')];
    const colleague = await desks.world.officer('desk-officer', 'CA-31');
    const [investigator, next, prosecutor] = [police, colleague, procuracy].map(({ accountId }) => accountId) as [
      string,
      string,
      string,
    ];
    const judge = desks.at('court').accountId;
    const offence = { article: 150, clause: 1 };
    const { subjectId: id } = await police.does('/investigations', {
      number: newId(),
      offence,
      occurredOn: '2026-06-01',
    });
    const assign = `/investigations/${id}/assign-officer`;
    await police.does(assign, { officerId: investigator, occurredOn: '2026-06-02' });
    expect(await queueOf('police', investigator)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subjectId: id, limitId: 'investigation', assigneeId: investigator }),
      ]),
    );
    await police.does(assign, { officerId: next, occurredOn: '2026-06-03' });
    expect(await queueOf('police', investigator)).toEqual([]);
    expect(await queueOf('police', next)).not.toEqual([]);
    expect((await procuracy.post(assign, { officerId: prosecutor, occurredOn: '2026-06-04' })).body).toMatchObject({
      status: 403,
      code: 'step.not-your-office',
    });
    expect((await police.post(assign, { officerId: 'x', occurredOn: '2026-06-04' })).status).toBe(400);
    for (const officerId of [newId(), prosecutor, judge]) {
      const { body } = await police.post(assign, { officerId, occurredOn: '2026-06-04' });
      expect(body).toMatchObject({ status: 409, code: 'assign.of-another-office' });
      expect(body.detail).toContain('Công an thành phố Hải Phòng');
    }

    await police.does(`/investigations/${id}/charge`, { number: '1', offence, occurredOn: '2026-06-05' });
    const { file } = (await police.get(`/cases/${id}`)).body;
    expect(file.assigneeId).toBe(next);
    const defendantIds = [file.defendants[0].id];
    await procuracy.does(`/investigations/${id}/approve-charge`, { defendantIds, occurredOn: '2026-06-06' });
    await police.does(`/investigations/${id}/conclude`, { occurredOn: '2026-07-01' });
    const toOfficeId = procuracy.officeId;
    await police.does(`/investigations/${id}/hand-to-procuracy`, { toOfficeId, occurredOn: '2026-07-02' });
    expect(await queueOf('police', next)).toEqual([]);
    await procuracy.does(assign, { officerId: prosecutor, occurredOn: '2026-07-03' });
    expect((await queueOf('procuracy', prosecutor)).map(({ limitId }) => limitId)).toContain('decision-to-prosecute');

    const court = desks.at('court');
    await procuracy.does(`/prosecutions/${id}/indict`, { occurredOn: '2026-07-10' });
    await procuracy.does(`/prosecutions/${id}/hand-to-court`, { toOfficeId: court.officeId, occurredOn: '2026-07-11' });
    await desks.take('court', id, ['accept', '2026-07-13']);
    await desks.take('court', id, ['assign-judge', '2026-07-14'], { judgeId: judge });
    expect((await queueOf('court', judge)).map(({ limitId }) => limitId)).toContain('trial-preparation');
    expect((await queueOf('procuracy', prosecutor)).map(({ limitId }) => limitId)).not.toContain(
      'decision-to-prosecute',
    );
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });

  it('is opened for people of the office that names them, corrections included', async () => {
    const [police, procuracy] = [desks.at('police'), desks.at('procuracy')];
    const opening = { number: newId(), source: 'denunciation', occurredOn: '2026-06-01' };
    const { subjectId } = await police.does('/denunciations', opening);
    const path = `/denunciations/${subjectId}`;
    await police.does(`${path}/classify`, { competence: 'own', occurredOn: '2026-06-02' });
    const stranger = { assigneeId: procuracy.accountId, occurredOn: '2026-06-03' };
    expect((await police.post(`${path}/assign`, stranger)).body.code).toBe('assign.of-another-office');
    const { version: sequence } = await police.does(`${path}/assign`, { ...stranger, assigneeId: police.accountId });
    const correct = async (assigneeId: string, occurredOn: string) => {
      const replacement = { event: 'assigned', occurredOn, payload: { assigneeId } };
      return (await police.post(`${path}/corrections`, { sequence, reason: 'ghi nhầm', replacement })).body;
    };
    expect(await correct(procuracy.accountId, '2026-06-03')).toMatchObject({ code: 'assign.of-another-office' });
    expect(await correct(police.accountId, '2026-06-04')).toMatchObject({ status: 'in-verification' });
    await police.does(`${path}/notify`, { notice: 'assignment-to-procuracy', occurredOn: '2026-06-04' });
    const prosecutor = { prosecutorId: police.accountId, occurredOn: '2026-06-05' };
    expect((await procuracy.post(`${path}/assign-prosecutor`, prosecutor)).body.code).toBe('assign.of-another-office');
    await procuracy.does(`${path}/assign-prosecutor`, { ...prosecutor, prosecutorId: procuracy.accountId });
  });
});
