import { CourtDesks } from '../../../../test/support/court-desks.js';

type Body = Record<string, unknown>;

const SOMEBODY = { defendantIds: ['00000000-0000-8000-8000-000000000000'] };
const RESULTS = { results: [{ defendantId: SOMEBODY.defendantIds[0], outcome: 'discontinued' }] };
const PROTEST = { ...SOMEBODY, direction: 'in-favour' };

/** Each step that has a route of its own here, whole in form, with the article that allows it. */
const STEPS: readonly (readonly [command: string, body: Body, article: string])[] = [
  ['assign-judge', { judgeId: SOMEBODY.defendantIds[0] }, 'Đ.44, 276'],
  ['extend-preparation', { until: '2026-01-01' }, 'Đ.277 khoản 1'],
  ['return-for-competence', {}, 'Đ.274'],
  ['open-hearing', {}, 'Đ.277 khoản 3'],
  ['adjourn', { hearingOn: '2026-01-01', ground: 'witness-absent' }, 'Đ.297'],
  ['prolong-deliberation', { until: '2026-01-01' }, 'Đ.326'],
  ['record-receipt', SOMEBODY, 'Đ.262, 333'],
  ['appeal', { ...SOMEBODY, kind: 'appeal', by: 'defendant', late: true }, 'Đ.331–337'],
  ['send-late-appeal', SOMEBODY, 'Đ.335 khoản 2'],
  ['accept-late-appeal', SOMEBODY, 'Đ.335'],
  ['refuse-late-appeal', SOMEBODY, 'Đ.335 khoản 3'],
  ['withdraw-appeal', { ...SOMEBODY, by: 'defendant' }, 'Đ.342'],
  ['send-to-appellate-court', { toOfficeId: 1 }, 'Đ.339, 344'],
  ['accept-appeal', { level: 'province' }, 'Đ.340, 344'],
  ['lend-file', { toOfficeId: 1 }, 'Đ.340, 341'],
  ['extend-file-study', { until: '2026-01-01', ground: 'study-complex' }, 'Đ.341 khoản 1'],
  ['take-file-back', {}, 'Đ.341'],
  ['schedule-appeal', { hearingOn: '2026-01-01' }, 'Đ.346 khoản 2'],
  ['decide-appeal', RESULTS, 'Đ.348, 355–360'],
  ['protest-cassation', { ...PROTEST, toOfficeId: 1 }, 'Đ.370, 371, 373, 379'],
  ['decide-cassation', RESULTS, 'Đ.382, 385, 388–394'],
  ['decide-reopening', RESULTS, 'Đ.402, 403'],
  ['accept-remand', {}, 'Đ.174 khoản 3'],
];

describe('the courts', () => {
  let desks: CourtDesks;
  let waiting = '';

  beforeAll(async () => {
    desks = await CourtDesks.start();
    waiting = (await desks.handedOver()).id;
  }, 300_000);

  afterAll(async () => desks.world.stop());

  describe.each(STEPS)('at %s', (command, body, article) => {
    it('nobody without the permission and nobody from elsewhere comes in, and the law refuses with its article', async () => {
      expect(await desks.attempt('leader', waiting, [command, '2025-09-17'], body)).toMatchObject({
        status: 403,
        code: 'access.forbidden',
      });
      expect(await desks.attempt('otherCourt', waiting, [command, '2025-09-17'], body)).toMatchObject({
        status: 404,
        code: 'file.not-found',
      });
      expect(await desks.attempt('court', waiting, [command, '2025-09-17'], body)).toMatchObject({
        status: 409,
        code: 'step.not-possible',
        article: expect.stringContaining(article),
      });
      expect(await desks.attempt('court', waiting, [command, '2025-09-17'], { ...body, name: 'x' })).toMatchObject({
        status: 400,
      });
      expect(await desks.offered('court', waiting)).not.toContain(command);
      expect((await desks.read('court', waiting)).status).toBe('handed-to-court');
    });
  });

  it('try a case in a hearing that is adjourned, and judge one who is absent', async () => {
    const { id, ids } = await desks.handedOver();
    await desks.take('court', id, ['accept', '2025-09-17']);
    expect(await desks.offered('court', id)).toEqual(
      expect.arrayContaining(['assign-judge', 'extend-preparation', 'schedule', 'return-for-competence', 'suspend']),
    );
    expect(await desks.offered('court', id)).not.toContain('open-hearing');
    await desks.take('court', id, ['assign-judge', '2025-09-18'], { judgeId: desks.at('court').accountId });
    const far = await desks.attempt('court', id, ['extend-preparation', '2025-10-01'], { until: '2026-06-01' });
    expect(far).toMatchObject({ status: 409, code: 'extend.too-long', article: expect.stringContaining('Đ.277') });
    await desks.take('court', id, ['extend-preparation', '2025-10-01'], { until: '2025-12-17' });
    expect(await desks.limits(id, 'trial-preparation')).toMatchObject([{ startedOn: '2025-09-17' }]);
    await desks.take('court', id, ['schedule', '2025-10-08'], { hearingOn: '2025-10-20' });
    const early = await desks.attempt('court', id, ['open-hearing', '2025-10-19']);
    expect(early).toMatchObject({ status: 409, article: expect.stringContaining('Đ.250') });
    const adjourned = { hearingOn: '2025-11-20', ground: 'witness-absent' };
    const long = await desks.attempt('court', id, ['adjourn', '2025-10-20'], adjourned);
    expect(long).toMatchObject({
      code: 'adjourn.too-long',
      article: expect.stringContaining('Đ.297'),
    });
    expect(await desks.offered('court', id)).toEqual(
      expect.arrayContaining(['adjourn', 'open-hearing', 'prolong-deliberation']),
    );
    await desks.take('court', id, ['adjourn', '2025-10-20'], { ...adjourned, hearingOn: '2025-11-03' });
    await desks.take('court', id, ['open-hearing', '2025-11-03']);
    expect(await desks.attempt('court', id, ['open-hearing', '2025-11-03'])).toMatchObject({
      code: 'open-hearing.twice',
    });
    expect(await desks.offered('court', id)).not.toContain('open-hearing');
    const slow = await desks.attempt('court', id, ['prolong-deliberation', '2025-11-04'], { until: '2025-11-12' });
    expect(slow).toMatchObject({ code: 'deliberate.too-long', article: expect.stringContaining('Đ.326') });
    await desks.take('court', id, ['prolong-deliberation', '2025-11-04'], { until: '2025-11-10' });
    const charges = [{ offence: { article: 150, clause: 1 }, outcome: 'acquitted' }];
    const [first, second] = ids.map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    const disagreeing = { verdicts: [{ ...first, charges }, second] };
    expect(await desks.attempt('court', id, ['judge', '2025-11-10'], disagreeing)).toMatchObject({
      code: 'judge.charges-disagree',
    });
    const verdicts = [
      { ...first, outcome: 'acquitted', charges },
      { ...second, absent: true, absentia: 'own-request' },
    ];
    await desks.take('court', id, ['judge', '2025-11-10'], { verdicts });
    expect(await desks.person(id, '1')).toMatchObject({ verdict: 'acquitted', chargeVerdicts: charges });
    expect(await desks.person(id, '2')).toMatchObject({ verdict: 'convicted', absent: true });
  });

  it('count the time to appeal for each person, from the receipt where one was absent', async () => {
    const { id, ids } = await desks.judged({ absent: true });
    // 15 days from Friday 10 October 2025 end on a Saturday, so on Monday the 27th.
    const [present] = await desks.limits(id, 'appeal-period');
    expect(await desks.limits(id, 'appeal-period')).toHaveLength(1);
    expect(present).toMatchObject({
      kind: 'period',
      defendantId: ids[0],
      startedOn: '2025-10-10',
      dueOn: '2025-10-27',
    });
    expect(await desks.limits(id, 'protest-period')).toMatchObject([{ dueOn: '2025-10-27' }, { dueOn: '2025-10-27' }]);
    expect(await desks.limits(id, 'protest-period-above')).toMatchObject([
      { dueOn: '2025-11-10' },
      { dueOn: '2025-11-10' },
    ]);
    expect(
      await desks.attempt('court', id, ['record-receipt', '2025-10-20'], { defendantIds: [ids[0]] }),
    ).toMatchObject({
      code: 'receipt.not-awaited',
      article: expect.stringContaining('Đ.333'),
    });
    await desks.take('court', id, ['record-receipt', '2025-10-20'], { defendantIds: [ids[1]] });
    expect(await desks.limits(id, 'appeal-period')).toContainEqual(
      expect.objectContaining({ defendantId: ids[1], startedOn: '2025-10-20', dueOn: '2025-11-04' }),
    );
    const own = { kind: 'appeal', by: 'defendant' };
    const late = await desks.attempt('court', id, ['appeal', '2025-10-28'], { ...own, defendantIds: [ids[0]] });
    expect(late).toMatchObject({ code: 'appeal.period-over', article: expect.stringContaining('Đ.331, 333') });
    // The day off counts for the step as it does for the limit, also when the history is judged again.
    await desks.take('court', id, ['appeal', '2025-10-27'], { ...own, defendantIds: [ids[0]] });
    const { timeline } = await desks.read('court', id);
    const { sequence } = timeline.find(({ type }: { type: string }) => type === 'judgment-received');
    const replacement = { event: 'judgment-received', occurredOn: '2025-10-21', payload: { defendantIds: [ids[1]] } };
    const corrected = await desks
      .at('court')
      .post(`/cases/${id}/corrections`, { sequence, reason: 'nhập nhầm ngày', replacement });
    expect([corrected.status, corrected.body.code]).toEqual([201, undefined]);
    expect(await desks.limits(id, 'appeal-period')).toContainEqual(expect.objectContaining({ dueOn: '2025-11-05' }));
  });

  it('are late for no period: one that is over is listed no more', async () => {
    const { id } = await desks.judged();
    await desks.world.settled();
    expect((await desks.limits(id, 'protest-period-above')).length).toBeGreaterThan(0);
    const { body } = await desks.at('court').get('/deadlines?kind=period&limit=200');
    expect(body.items).toEqual([]);
    const { body: counts } = await desks.at('court').get('/deadlines/counts?kind=period');
    expect(Object.values(counts).filter((count) => count !== 0)).toEqual([]);
  });
});
