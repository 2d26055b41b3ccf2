import { newId } from '#libs/platform/database';
import { type Deed, InvestigationDesks } from '../../../../test/support/investigation-desks.js';

type Body = Record<string, unknown>;
interface Told {
  readonly sequence: number;
  readonly type: string;
  readonly payload: Body;
}

describe('a correction', () => {
  let desks: InvestigationDesks;

  beforeAll(async () => {
    desks = await InvestigationDesks.start();
  }, 300_000);

  afterAll(async () => desks.world.stop());

  const read = async (kind: string, id: string) => (await desks.at('police').get(`/${kind}/${id}`)).body;
  /** What stands in the timeline under a name. */
  const stepOf = async (kind: string, id: string, type: string): Promise<Told> =>
    ((await read(kind, id)).timeline as Told[]).findLast((one) => one.type === type)!;
  const correct = async (kind: string, id: string, sequence: number, replacement?: Body): Promise<Body> => {
    const body = { sequence, reason: 'ghi nhầm', ...(replacement ? { replacement } : {}) };
    return (await desks.at('police').post(`/${kind}/${id}/corrections`, body)).body;
  };
  const versions = async (kind: string, ids: readonly string[]): Promise<number[]> =>
    Promise.all(ids.map(async (id) => (await read(kind, id)).subject.version as number));
  const due = async (kind: string, id: string, limit: string) => {
    const limits = (await desks.at('police').get(`/${kind}/${id}/limits`)).body as { id: string; dueOn: string }[];
    return limits.find((one) => one.id === limit)?.dueOn;
  };

  const split = async (): Promise<[string, string, string]> => {
    const police = desks.at('police');
    const opening = { number: newId(), source: 'denunciation', occurredOn: '2026-03-02' };
    const { subjectId: id } = await police.does('/denunciations', opening);
    await police.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-03-03' });
    const part = async (of: string, on: string) =>
      (await police.does(`/denunciations/${of}/split`, { childNumber: newId(), occurredOn: on })).childId!;
    const child = await part(id, '2026-03-05');
    return [id, child, await part(child, '2026-03-06')];
  };

  describe('of a denunciation that was split', () => {
    it('reaches the part, and the part of the part: all have the same receipt and limit', async () => {
      const ids = await split();
      expect(await Promise.all(ids.map(async (id) => due('denunciations', id, 'verification')))).toEqual(
        ids.map(() => '2026-03-23'),
      );
      const received = { event: 'received', occurredOn: '2026-02-26', payload: { source: 'report' } };
      expect(await correct('denunciations', ids[0], 1, received)).toMatchObject({ version: 4 });
      for (const id of ids.slice(1)) {
        const { file, timeline } = await read('denunciations', id);
        expect(file).toMatchObject({ source: 'report' });
        const corrected = (timeline as { type: string; reason?: string }[]).filter(({ reason }) => reason);
        expect(corrected).toMatchObject([{ type: 'split-off', reason: 'ghi nhầm' }]);
      }
      const limits = await Promise.all(ids.map(async (id) => due('denunciations', id, 'verification')));
      expect(new Set(limits).size).toBe(1);
      expect(limits[0]).toBe('2026-03-18');
    });

    it('does not touch the part where it states nothing that the part has of it', async () => {
      const [id, child] = await split();
      const before = await versions('denunciations', [child]);
      const classified = { event: 'classified', occurredOn: '2026-03-02', payload: { competence: 'own' } };
      expect(await correct('denunciations', id, 2, classified)).toMatchObject({ version: 4 });
      expect(await versions('denunciations', [child])).toEqual(before);
    });

    it('of the part itself leaves no part that began before its receipt', async () => {
      const ids = await split();
      const before = await versions('denunciations', ids);
      const day = { event: 'split-off', occurredOn: '2026-03-01', payload: {} };
      const { payload } = await stepOf('denunciations', ids[1], 'split-off');
      const early = await correct('denunciations', ids[1], 1, { ...day, payload });
      expect(early).toMatchObject({ status: 409, code: 'split-off.received-later' });
      expect(await versions('denunciations', ids)).toEqual(before);
    });

    it('neither withdraws the split nor sends the part elsewhere, but corrects its day', async () => {
      const [id, child] = await split();
      const { sequence, payload } = await stepOf('denunciations', id, 'split');
      const elsewhere = { ...payload, toOfficeId: desks.at('otherPolice').officeId };
      for (const replacement of [undefined, { event: 'split', occurredOn: '2026-03-05', payload: elsewhere }]) {
        const refused = await correct('denunciations', id, sequence, replacement);
        expect(refused).toMatchObject({ status: 409, code: 'correction.split-stands' });
        expect(refused.detail).toContain('Nhập hồ sơ của phần đó');
      }
      expect(await versions('denunciations', [id, child])).toEqual([3, 2]);
      const day = { event: 'split', occurredOn: '2026-03-04', payload };
      expect(await correct('denunciations', id, sequence, day)).toMatchObject({ version: 4 });
      await desks.at('police').does(`/denunciations/${child}/join`, { intoId: id, occurredOn: '2026-03-10' });
      expect((await read('denunciations', child)).status).toBe('joined');
    });
  });

  describe('of a case', () => {
    const charged = (number: string, clause: number) => ({ number, offence: { article: 150, clause } });
    const sever = (goes: string): Deed => [
      'investigations/sever',
      '2026-03-10',
      { caseNumber: newId(), persons: [{ defendantId: goes }] },
    ];

    it('reaches the case that was severed off it', async () => {
      const [id, , goes] = (await desks.investigated(['1', '2'])) as [string, string, string];
      const { childId } = await desks.take('police', id, sever(goes));
      const { payload } = await stepOf('cases', id, 'case-instituted');
      const instituted = { event: 'case-instituted', occurredOn: '2026-02-27', payload };
      expect(await correct('cases', id, 1, instituted)).toMatchObject({ version: 6 });
      const { file } = await read('cases', childId!);
      expect(file).toMatchObject({ institutedOn: '2026-02-27' });
      expect(await due('cases', childId!, 'investigation')).toBe(await due('cases', id, 'investigation'));

      const charge = await stepOf('cases', id, 'charged');
      const graver = { ...charge.payload, ...charged('2', 2) };
      const corrected = { event: 'charged', occurredOn: '2026-03-03', payload: graver };
      expect(await correct('cases', id, charge.sequence, corrected)).toMatchObject({ version: 7 });
      const [moved] = (await read('cases', childId!)).file.defendants;
      expect(moved).toMatchObject({ number: '2', offence: { article: 150, clause: 2 }, status: 'approved' });
    });

    it('reaches the case that it was joined to', async () => {
      const [one, into] = [(await desks.investigated(['1']))[0]!, (await desks.investigated(['2']))[0]!];
      await desks.take('police', one, ['investigations/join', '2026-03-10', { intoCaseId: into }]);
      const { payload } = await stepOf('cases', one, 'case-instituted');
      const instituted = { event: 'case-instituted', occurredOn: '2026-02-27', payload };
      expect(await correct('cases', one, 1, instituted)).toMatchObject({ version: 5 });
      expect((await read('cases', into)).file).toMatchObject({ institutedOn: '2026-02-27' });
    });

    it('is refused whole when the other case could not have gone on as it did', async () => {
      const [one, into] = [(await desks.investigated(['1']))[0]!, (await desks.investigated(['2']))[0]!];
      await desks.take('police', one, ['investigations/join', '2026-03-10', { intoCaseId: into }]);
      const charge = await stepOf('cases', one, 'charged');
      const renumbered = {
        event: 'charged',
        occurredOn: '2026-03-03',
        payload: { ...charge.payload, ...charged('2', 1) },
      };
      const before = await versions('cases', [one, into]);
      const refused = await correct('cases', one, charge.sequence, renumbered);
      expect(refused).toMatchObject({ status: 409, code: 'correction.breaks-other' });
      expect(refused.detail).toContain((await read('cases', into)).subject.number as string);
      expect(await versions('cases', [one, into])).toEqual(before);
    });
  });

  it('breaks no identity of the dockets', async () => {
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });
});
