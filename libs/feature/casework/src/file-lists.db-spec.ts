import { newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly openedOn: string;
}

describe('lists of files', () => {
  let world: World;
  let police: Officer;
  let procuracy: Officer;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
    for (let n = 1; n <= 12; n += 1) await receive(`G-${n}`, `2026-03-${String(1 + (n % 4)).padStart(2, '0')}`);
  }, 300_000);

  afterAll(async () => world.stop());

  const receive = async (number: string, occurredOn: string) =>
    (await police.does('/denunciations', { number, source: 'denunciation', occurredOn })).subjectId;
  const pages = async (query: string, between: () => Promise<unknown> = async () => undefined) => {
    const seen: Line[] = [];
    let after: string | undefined;
    do {
      const { body } = await police.get(`/denunciations?${query}${after ? `&after=${after}` : ''}`);
      seen.push(...(body.items as Line[]));
      after = body.next as string | undefined;
      if (after) await between();
    } while (after);
    return seen;
  };
  const place = ({ openedOn, id }: Line) => `${openedOn}/${id}`;

  it('come newest first in pages that stay stable while files are added', async () => {
    const before = (await police.get('/denunciations?limit=200')).body.items as Line[];
    let added = 0;
    const seen = await pages('limit=5', async () => {
      added += 1;
      await receive(`N-${added}`, '2026-03-09');
    });
    expect(added).toBe(2);
    expect(seen).toEqual(before);
    expect(seen.map(place)).toEqual([...new Set(seen.map(place))].sort().reverse());
    expect((await pages('limit=1')).length).toBe(before.length + added);
  });

  it('are narrowed by status, office, number and the day of the opening', async () => {
    const id = await receive('F-1', '2026-02-10');
    await police.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-02-11' });
    const idsOf = async (query: string) => (await pages(query)).map((line) => line.id);
    expect(await idsOf('status=in-verification')).toEqual([id]);
    expect(await idsOf('status=in-verification,suspended')).toEqual([id]);
    expect(await idsOf('number=F-1')).toEqual([id]);
    expect(await idsOf('number=F')).toEqual([]);
    expect(await idsOf('openedTo=2026-02-10')).toEqual([id]);
    expect(await idsOf('openedFrom=2026-02-10&openedTo=2026-02-10')).toEqual([id]);
    expect(await idsOf('openedFrom=2026-02-11&limit=100')).not.toContain(id);
    expect(await idsOf(`officeId=${police.officeId}&openedTo=2026-02-28`)).toEqual([id]);
    expect(await idsOf(`officeId=${procuracy.officeId}`)).toEqual([]);
  });

  it('show a supervising procuracy what it supervises, and cases only among the cases', async () => {
    const own = (await police.get('/denunciations?limit=200')).body.items;
    expect((await procuracy.get('/denunciations?limit=200')).body.items).toEqual(own);
    expect((await police.get('/cases')).body).toEqual({ items: [] });
  });

  const cursor = (text: string) => Buffer.from(text).toString('base64url');
  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=5&limit=6', 'limit'],
    ['status=asleep', 'status'],
    ['officeId=3000000000', 'officeId'],
    ['openedFrom=2026-02-30', 'openedFrom'],
    ['page=2', 'page'],
  ])('refuse %s', async (query, field) => {
    const { body } = await police.get(`/denunciations?${query}`);
    expect(body).toMatchObject({ status: 400, code: 'request.invalid', faults: expect.any(Array) });
    expect([...new Set(body.faults.map((fault: { field: string }) => fault.field))]).toEqual([field]);
  });

  it.each(['x', cursor('2026-03-01'), cursor(`2026-03-01/${'-'.repeat(36)}`), cursor(`2026-02-30/${newId()}`)])(
    'refuse a cursor that no page gave: %s',
    async (after) => {
      const { body } = await police.get(`/denunciations?after=${after}`);
      expect(body).toMatchObject({ status: 400, code: 'page.invalid' });
    },
  );

  it('show a committee that sees many offices none but theirs', async () => {
    const [leader, elsewhere] = [await world.officer('leader', 'BCD-31'), await world.officer('investigator', 'CA-01')];
    const body = { number: 'E-1', source: 'report', occurredOn: '2026-04-01' };
    const { subjectId } = await elsewhere.does('/denunciations', body);
    const seen = (await leader.get('/denunciations?limit=200')).body.items as Line[];
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(({ id }) => id)).not.toContain(subjectId);
  });
});
