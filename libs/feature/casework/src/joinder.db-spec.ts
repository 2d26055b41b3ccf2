import { newId } from '#libs/platform/database';
import { type Deed, InvestigationDesks } from '../../../../test/support/investigation-desks.js';

const typesOf = (view: { timeline: { type: string }[] }): string[] => view.timeline.map(({ type }) => type);

describe('two cases at once', () => {
  let desks: InvestigationDesks;

  beforeAll(async () => {
    desks = await InvestigationDesks.start();
  }, 300_000);

  afterAll(async () => desks.world.stop());

  /** A case instituted on a denunciation, with what `investigated` gives. */
  const founded = async (number: string): Promise<readonly [caseId: string, denunciationId: string]> => {
    const police = desks.at('police');
    const report = { number: newId(), source: 'denunciation', occurredOn: '2026-02-20' };
    const { subjectId: denunciationId } = await police.does('/denunciations', report);
    await police.does(`/denunciations/${denunciationId}/classify`, { competence: 'own', occurredOn: '2026-02-21' });
    const offence = { article: 150, clause: 1 };
    const order = { caseNumber: newId(), offence, occurredOn: '2026-02-25' };
    const { caseId } = await police.does(`/denunciations/${denunciationId}/institute`, order);
    await desks.take('police', caseId!, ['investigations/charge', '2026-03-01', { number, offence }]);
    return [caseId!, denunciationId];
  };
  const join = (intoCaseId: string, more: object = {}): Deed => [
    'investigations/join',
    '2026-03-10',
    { intoCaseId, ...more },
  ];

  describe('joined (Điều 170)', () => {
    it('go on as one, since the first institution, with the accused and the denunciations of both', async () => {
      const [one, first] = await founded('1');
      const [other, second] = await founded('2');
      const [into, accused] = (await desks.investigated(['3'])) as [string, string];
      await desks.take('police', one, join(into));
      const key = newId();
      const body = { intoCaseId: into, occurredOn: '2026-03-10' };
      const answers = [];
      for (let asked = 0; asked < 2; asked += 1) {
        answers.push(await desks.at('police').post(`/investigations/${other}/join`, body, key));
      }
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0]!.body).toEqual(answers[1]!.body);
      expect(answers[0]!.body).toMatchObject({ subjectId: other, status: 'joined' });

      const ended = await desks.read('police', one);
      expect(ended).toMatchObject({
        status: 'joined',
        file: { joinedIntoCaseId: into },
        related: [first, into].sort(),
      });
      expect(ended.file.defendants).toMatchObject([{ number: '1', status: 'moved' }]);
      expect(typesOf(ended).at(-1)).toBe('case-joined');
      const grown = await desks.read('police', into);
      expect(typesOf(grown).slice(-2)).toEqual(['case-absorbed', 'case-absorbed']);
      expect(grown.file).toMatchObject({ institutedOn: '2026-02-25', absorbedCaseIds: [one, other] });
      expect(grown.file.defendants).toMatchObject([
        { id: accused, number: '3', status: 'approved' },
        { number: '1', status: 'charged', chargedOn: '2026-03-01' },
        { number: '2', status: 'charged' },
      ]);
      expect(grown.file.defendants[1].id).not.toBe(ended.file.defendants[0].id);
      expect(grown.related).toEqual([first, second, one, other].sort());
      const limits = await desks.limits('police', into, 'investigation');
      expect(limits.filter(({ stoppedOn }) => !stoppedOn)).toMatchObject([{ startedOn: '2026-02-25' }]);
      const origins = await desks.world.database.ownerQuery<{ id: string }>(
        'select denunciation_id as id from case_origin where case_id = $1 order by 1',
        [into],
      );
      expect(origins.map(({ id }) => id)).toEqual([first, second].sort());
    });

    it('give an accused another number where the other case has one of it', async () => {
      const [one, accused] = (await desks.investigated(['1'])) as [string, string];
      const [into] = (await desks.investigated(['1'])) as [string];
      const twice = await desks.attempt('police', one, join(into));
      expect(twice).toMatchObject({ status: 409, code: 'join.accused-twice', article: expect.stringContaining('170') });
      expect((await desks.read('police', one)).status).toBe('under-investigation');
      await desks.take('police', one, join(into, { movedTo: [{ defendantId: accused, number: '2' }] }));
      expect((await desks.read('police', into)).file.defendants).toMatchObject([{ number: '1' }, { number: '2' }]);
    });

    it('are not the same, are both one’s own, and both still open', async () => {
      const [one, into] = [(await desks.investigated([]))[0]!, (await desks.investigated([]))[0]!];
      const itself = await desks.attempt('police', one, join(one));
      expect(itself).toMatchObject({ status: 409, code: 'join.into-itself', article: expect.stringContaining('170') });
      const unknown = await desks.attempt('police', one, join(newId()));
      const [foreign] = [await desks.attempt('police', one, join(await foreignCase()))];
      expect([unknown.code, foreign.code]).toEqual(['file.not-found', 'file.not-found']);
      const handed = (await desks.atProcuracy(['1']))[0]!;
      const elsewhere = await desks.attempt('police', one, join(handed));
      expect(elsewhere).toMatchObject({ status: 409, code: 'join.other-office' });
      await desks.take('police', into, ['investigations/cancel-institution', '2026-03-09', { ground: 'no-event' }]);
      const ended = await desks.attempt('police', one, join(into));
      expect(ended).toMatchObject({ status: 409, code: 'step.not-possible', fileStatus: 'institution-cancelled' });
      expect(typesOf(await desks.read('police', one))).toEqual(['case-instituted']);
      const clerk = await desks.attempt('procuracy', one, join(into));
      expect(clerk).toMatchObject({ status: 403, code: 'step.not-your-office' });
    });

    it('crosswise at once: one goes into the other, and nothing is stuck', async () => {
      const [one, other] = [(await desks.investigated([]))[0]!, (await desks.investigated([]))[0]!];
      const answers = await Promise.all([
        desks.at('police').post(`/investigations/${one}/join`, { intoCaseId: other, occurredOn: '2026-03-10' }),
        desks.at('police').post(`/investigations/${other}/join`, { intoCaseId: one, occurredOn: '2026-03-10' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });

  const foreignCase = async (): Promise<string> => {
    const body = { number: newId(), offence: { article: 150, clause: 1 }, occurredOn: '2026-03-02' };
    return (await desks.at('otherPolice').does('/investigations', body)).subjectId;
  };

  describe('severed (Điều 170, 242)', () => {
    it('leave one accused here and take another there, by the same clock', async () => {
      const [id, stays, goes] = (await desks.investigated(['1', '2'])) as [string, string, string];
      await desks.take('procuracy', id, ['investigations/extend', '2026-06-10', { until: '2026-11-02' }]);
      const sever = (number: string, ...ids: readonly string[]): Deed => [
        'investigations/sever',
        '2026-06-15',
        { caseNumber: number, persons: ids.map((defendantId) => ({ defendantId })) },
      ];
      const nobody = await desks.attempt('police', id, sever('x', stays, goes));
      expect(nobody).toMatchObject({
        status: 409,
        code: 'sever.nobody-left',
        article: expect.stringContaining('170, 242'),
      });
      const { number } = (await desks.read('police', id)).subject;
      const taken = await desks.attempt('police', id, sever(number, goes));
      expect(taken).toMatchObject({ status: 409, code: 'file.number-taken' });
      const result = await desks.take('police', id, sever(newId(), goes));
      expect(result).toMatchObject({ subjectId: id, status: 'under-investigation', childId: expect.any(String) });

      const left = await desks.read('police', id);
      expect(typesOf(left).at(-1)).toBe('case-severed');
      expect(left.file.defendants.map(({ status }: { status: string }) => status)).toEqual(['approved', 'moved']);
      const child = await desks.read('police', result.childId!);
      expect(typesOf(child)).toEqual(['case-severed-off']);
      expect(child).toMatchObject({ status: 'under-investigation', related: [id] });
      expect(child.file).toMatchObject({
        parentCaseId: id,
        institutedOn: '2026-03-02',
        investigationUntil: '2026-11-02',
        defendants: [{ number: '2', status: 'approved' }],
      });
      expect(child.file.defendants[0].id).not.toBe(goes);
      const due = async (caseId: string) => {
        const running = await desks.limits('police', caseId, 'investigation');
        return running.filter(({ stoppedOn }) => !stoppedOn).map(({ startedOn, dueOn }) => ({ startedOn, dueOn }));
      };
      expect(await due(result.childId!)).toEqual(await due(id));
      expect(await due(id)).toMatchObject([{ startedOn: '2026-03-02' }]);
    });

    it('the procuracy severs only whom it suspended', async () => {
      const [id, , ill] = (await desks.atProcuracy(['1', '2'])) as [string, string, string];
      const sever: Deed = [
        'investigations/sever',
        '2026-06-10',
        { caseNumber: newId(), persons: [{ defendantId: ill }] },
      ];
      const refused = await desks.attempt('procuracy', id, sever);
      expect(refused).toMatchObject({ status: 409, code: 'sever.not-suspended', article: 'Đ.242 khoản 2 BLTTHS' });
      const suspend = { ground: 'illness', defendantIds: [ill] };
      await desks.take('procuracy', id, ['prosecutions/suspend', '2026-06-08', suspend]);
      const { childId } = await desks.take('procuracy', id, sever);
      expect((await desks.read('procuracy', childId!)).status).toBe('prosecution-suspended');
      await desks.take('procuracy', childId!, ['prosecutions/resume', '2026-07-01']);
      await desks.take('procuracy', childId!, ['prosecutions/indict', '2026-07-10']);
    });
  });

  it('are corrected in neither alone but for the day', async () => {
    const [one, into] = [(await desks.investigated(['1']))[0]!, (await desks.investigated(['2']))[0]!];
    await desks.take('police', one, join(into));
    for (const id of [one, into]) {
      const { type: event, sequence, payload } = (await desks.read('police', id)).timeline.at(-1);
      const correct = async (more: object) =>
        (await desks.at('police').post(`/cases/${id}/corrections`, { sequence, reason: 'ghi nhầm', ...more })).body;
      const replacement = { event, occurredOn: '2026-03-11', payload };
      const [moved] = payload.movedTo ?? [];
      const otherwise = moved ? { movedTo: [{ ...moved, newId: newId() }] } : { persons: undefined };
      for (const more of [{}, { replacement: { ...replacement, payload: { ...payload, ...otherwise } } }]) {
        expect(await correct(more)).toMatchObject({ status: 409, code: 'correction.two-cases' });
      }
      expect(await correct({ replacement })).toMatchObject({ version: sequence + 1 });
    }
    const [charge] = (await desks.read('police', into)).timeline;
    const { payload } = (await desks.read('police', into)).timeline.at(-1);
    const forged = { event: 'case-absorbed', occurredOn: '2026-03-05', payload };
    const correction = { sequence: charge.sequence, reason: 'ghi nhầm', replacement: forged };
    const refused = await desks.at('police').post(`/cases/${into}/corrections`, correction);
    expect(refused.body).toMatchObject({ status: 409, code: 'correction.not-a-step' });
  });

  it('nobody records what the system records in the other case', async () => {
    const [id] = (await desks.investigated([])) as [string];
    for (const command of ['absorb', 'sever-off']) {
      expect((await desks.at('police').post(`/investigations/${id}/${command}`, {})).status).toBe(404);
    }
    const { available } = await desks.read('police', id);
    const commands = available.map(({ command }: { command: string }) => command);
    expect(commands).toContain('join');
    expect(commands).not.toContain('absorb');
  });

  it('break no identity of the dockets', async () => {
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });
});
