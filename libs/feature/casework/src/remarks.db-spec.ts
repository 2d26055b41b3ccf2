import { day } from '#libs/domain/kernel';
import { LoadPlans, PlanDirectory } from '#libs/feature/plans';
import { newId } from '#libs/platform/database';
import { type Deed, InvestigationDesks } from '../../../../test/support/investigation-desks.js';

describe('cases remarked on', () => {
  let desks: InvestigationDesks;

  beforeAll(async () => {
    desks = await InvestigationDesks.start();
  }, 300_000);

  afterAll(async () => desks.world.stop());

  const foreignCase = async (more: object = {}): Promise<string> => {
    const body = { number: newId(), offence: { article: 150, clause: 1 }, ...more, occurredOn: '2026-03-02' };
    return (await desks.at('otherPolice').does('/investigations', body)).subjectId;
  };

  const note = (summary: string, category: string, on: string): Deed => [
    'cases/note-difficulty',
    on,
    { category, provision: 'Đ.150 BLHS', summary },
  ];
  const list = async (query: string) => (await desks.at('leader').get(query)).body;
  /** An invented plan whose only campaign runs on these days. */
  const openCampaign = async (from: string, to: string): Promise<void> => {
    const { app } = desks.world;
    const { number: _number, ...plan } = await app.get(PlanDirectory).get('hai-phong-2024');
    const year = { from: day('2026-01-01'), to: day('2026-12-31') };
    const window = {
      period: { from: day(from), to: day(to) },
      tentative: false,
      wording: 'Mở cao điểm',
      section: 'II.3',
    };
    await app.get(LoadPlans).load([{ ...plan, id: 'thu-2026', period: year, campaigns: [window] }]);
  };

  it('are listed with their difficulties, page by page, for whom they concern', async () => {
    const [id] = (await desks.investigated([])) as [string];
    const { number } = (await desks.read('police', id)).subject;
    await desks.take('police', id, note('chờ kết luận giám định', 'evidence', '2026-03-05'));
    await desks.take('police', id, note('chưa có hướng dẫn', 'law', '2026-03-08'));
    await desks.take('otherPolice', await foreignCase(), note('của tỉnh khác', 'victim', '2026-03-09'));
    const all = await list('/difficulties');
    expect(all.items).toMatchObject([
      { caseId: id, number, officeId: desks.at('police').officeId, category: 'law', notedOn: '2026-03-08' },
      { category: 'evidence', provision: 'Đ.150 BLHS', summary: 'chờ kết luận giám định', notedOn: '2026-03-05' },
    ]);
    const first = await list('/difficulties?limit=1');
    const second = await list(`/difficulties?limit=1&after=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.next).toBeUndefined();
    const settle: Deed = ['cases/settle-difficulty', '2026-03-20', { difficultyId: all.items[1].id }];
    await desks.take('police', id, settle);
    expect(await desks.attempt('police', id, settle)).toMatchObject({ status: 409, code: 'difficulty.not-open' });
    expect((await list('/difficulties?open=true')).items).toMatchObject([{ category: 'law' }]);
    expect((await list('/difficulties?open=false')).items).toMatchObject([{ settledOn: '2026-03-20' }]);
    expect((await list('/difficulties?category=law')).items).toHaveLength(1);
    expect((await list('/difficulties?from=2026-03-06&to=2026-03-08')).items).toHaveLength(1);
    expect((await desks.at('otherPolice').get('/difficulties')).body.items).toMatchObject([{ category: 'victim' }]);
    for (const query of ['open=maybe', 'category=weather', 'from=2026-02-30', 'after=x', 'limit=0']) {
      expect((await desks.at('leader').get(`/difficulties?${query}`)).status).toBe(400);
    }
    expect((await desks.read('police', id)).file.difficulties).toHaveLength(2);
  });

  it('are key cases for as long as they are marked, within a campaign that runs on that day', async () => {
    const [id] = (await desks.investigated([])) as [string];
    await openCampaign('2026-03-01', '2026-03-31');
    const campaign = 'thu-2026/2026-campaign-1';
    const mark = (on: string, code: string): Deed => ['cases/mark-key-case', on, { campaign: code }];
    expect((await desks.at('police').get('/campaigns?on=2026-03-05')).body).toMatchObject([
      { code: campaign, planId: 'thu-2026', from: '2026-03-01', to: '2026-03-31', section: 'II.3' },
    ]);
    expect((await list('/campaigns')).map(({ code }: { code: string }) => code)).toEqual([
      'lang-son-2023/2023-campaign-1',
      'national-2023/2023-campaign-1',
      'bac-quang-2024/2024-campaign-1',
      'hai-phong-2024/2024-campaign-1',
      campaign,
    ]);
    const { version } = (await desks.read('police', id)).subject;
    for (const code of ['cao-diem-2026', 'khong-co/2026-campaign-1', 'thu-2026/2026-campaign-2', '']) {
      const { status } = await desks.attempt('police', id, mark('2026-03-05', code));
      expect([code, status]).toEqual([code, code === '' ? 400 : 409]);
    }
    expect(await desks.attempt('police', id, mark('2026-03-05', 'x'))).toMatchObject({ code: 'campaign.unknown' });
    const past = await desks.attempt('police', id, mark('2026-03-05', 'hai-phong-2024/2024-campaign-1'));
    expect(past).toMatchObject({ status: 409, code: 'campaign.not-running' });
    expect(past.detail).toContain('từ 01/07/2024 đến 30/09/2024');
    expect((await desks.read('police', id)).subject.version).toBe(version);

    const [place] = await desks.world.database.ownerQuery<{ id: number }>(
      'select territory_id as id from office where id = $1',
      [desks.at('police').officeId],
    );
    const elsewhere = await desks.attempt('otherPolice', await foreignCase(), mark('2026-03-05', campaign));
    expect(elsewhere).toMatchObject({ status: 409, code: 'campaign.elsewhere' });
    expect(elsewhere.detail).toContain('Hải Phòng');
    await desks.take('otherPolice', await foreignCase({ placeId: place!.id }), mark('2026-03-05', campaign));

    await desks.take('police', id, mark('2026-03-05', campaign));
    await desks.take('police', id, note('chờ tương trợ tư pháp', 'evidence', '2026-03-06'));
    const again = await desks.attempt('police', id, mark('2026-03-05', campaign));
    expect(again).toMatchObject({ status: 409, code: 'key-case.already-marked', article: expect.any(String) });
    const { timeline } = await desks.read('police', id);
    const { sequence } = timeline.find(({ type }: { type: string }) => type === 'key-case-marked');
    const replacement = { event: 'key-case-marked', occurredOn: '2026-03-05', payload: { campaign: 'khác' } };
    const corrected = await desks.at('police').post(`/cases/${id}/corrections`, {
      ...{ sequence, reason: 'ghi nhầm' },
      replacement,
    });
    expect(corrected.body).toMatchObject({ status: 409, code: 'campaign.unknown' });
    const line = { id, holderOfficeId: desks.at('police').officeId, since: '2026-03-05', campaign };
    expect((await list('/key-cases')).items).toMatchObject([line]);
    expect((await list(`/key-cases?campaign=${campaign}`)).items).toMatchObject([line]);
    expect((await list('/key-cases?campaign=khac')).items).toEqual([]);
    expect((await list(`/difficulties?campaign=${campaign}`)).items).toMatchObject([{ caseId: id }]);
    expect((await list('/difficulties?campaign=khac')).items).toEqual([]);
    expect((await desks.at('otherPolice').get('/key-cases')).body.items).toHaveLength(1);
    await desks.take('police', id, ['cases/unmark-key-case', '2026-03-25', { because: 'đã xét xử' }]);
    expect((await list('/key-cases')).items).toEqual([]);
  });

  it('break no identity of the dockets', async () => {
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });
});
