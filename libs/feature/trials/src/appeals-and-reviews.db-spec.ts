import { RebuildProjections } from '#libs/feature/casework';
import { CourtDesks } from '../../../../test/support/court-desks.js';

const OWN = { kind: 'appeal', by: 'defendant' };

describe('a judgment', () => {
  let desks: CourtDesks;

  beforeAll(async () => {
    desks = await CourtDesks.start();
  }, 300_000);

  afterAll(async () => {
    expect(await desks.world.brokenIdentities()).toEqual([]);
    expect((await desks.world.app.get(RebuildProjections).run(false)).differences).toEqual([]);
    await desks.world.stop();
  });

  const officeId = (desk: Parameters<CourtDesks['at']>[0]) => desks.at(desk).officeId;
  const statusOf = async (id: string) => (await desks.read('court', id)).status;
  const refused = (code: string, article: string) => ({ status: 409, code, article: expect.stringContaining(article) });
  /** A case that was judged on 10 October 2025 and is before the appellate court, final for the second accused. */
  const onAppeal = async () => {
    const { id, ids } = await desks.judged();
    const [first, second] = ids;
    await desks.take('court', id, ['appeal', '2025-10-20'], { ...OWN, defendantIds: [first] });
    await desks.take('court', id, ['finalise', '2025-11-11'], { basis: 'no-appeal', defendantIds: [second] });
    await desks.take('court', id, ['send-to-appellate-court', '2025-11-12'], { toOfficeId: officeId('above') });
    return { id, first, second };
  };
  const finalCase = async () => {
    const { id, ids } = await desks.judged();
    await desks.take('court', id, ['finalise', '2025-11-11'], { basis: 'no-appeal' });
    return { id, ids };
  };
  /** Takes an annulled case up again and tries the one who is before the court. */
  const retry = async (id: string, defendantId: string, year: string) => {
    await desks.take('court', id, ['accept-remand', `${year}-02-02`]);
    await desks.take('court', id, ['schedule', `${year}-02-16`], { hearingOn: `${year}-02-25` });
    const verdicts = [{ defendantId, outcome: 'convicted' }];
    await desks.take('court', id, ['judge', `${year}-02-25`], { verdicts });
    await desks.take('court', id, ['finalise', `${year}-04-10`], { basis: 'no-appeal' });
  };

  it('is attacked, annulled, tried anew, final, annulled in cassation, tried anew, final, and not reopened', async () => {
    const { id, first, second } = await onAppeal();
    expect(await statusOf(id)).toBe('sent-to-appeal');
    expect(await desks.offered('above', id)).toEqual(expect.arrayContaining(['accept-appeal', 'withdraw-appeal']));
    expect(await desks.offered('court', id)).not.toContain('accept-appeal');
    expect(await desks.attempt('court', id, ['accept-appeal', '2025-11-17'], { level: 'province' })).toMatchObject({
      status: 403,
      code: 'step.not-your-office',
    });
    await desks.take('above', id, ['accept-appeal', '2025-11-17'], { level: 'province' });
    const unheard = { results: [{ defendantId: first, outcome: 'upheld' }] };
    expect(await desks.attempt('above', id, ['decide-appeal', '2025-11-18'], unheard)).toMatchObject(
      refused('decide-appeal.no-hearing', 'Đ.346'),
    );
    expect(
      await desks.attempt('above', id, ['lend-file', '2025-11-18'], { toOfficeId: officeId('police') }),
    ).toMatchObject(refused('office.not-competent', 'Đ.341'));
    await desks.take('above', id, ['lend-file', '2025-11-18'], { toOfficeId: officeId('procuracy') });
    expect((await desks.read('procuracy', id)).file.fileLentTo).toBe(officeId('procuracy'));
    await desks.take('above', id, ['take-file-back', '2025-11-28']);
    await desks.take('above', id, ['schedule-appeal', '2025-12-08'], { hearingOn: '2025-12-18' });
    expect(await desks.offered('above', id)).toEqual(
      expect.arrayContaining(['open-hearing', 'adjourn', 'prolong-deliberation', 'decide-appeal']),
    );
    await desks.take('above', id, ['adjourn', '2025-12-18'], { hearingOn: '2026-01-12', ground: 'counsel-absent' });
    await desks.take('above', id, ['open-hearing', '2026-01-12']);
    await desks.take('above', id, ['prolong-deliberation', '2026-01-13'], { until: '2026-01-19' });
    const early = { results: [{ defendantId: second, outcome: 'upheld' }] };
    expect(await desks.attempt('above', id, ['decide-appeal', '2026-01-19'], early)).toMatchObject(
      refused('results.not-before-the-court', 'Đ.345'),
    );
    const annulled = { results: [{ defendantId: first, outcome: 'annulled-retry' }] };
    await desks.take('above', id, ['decide-appeal', '2026-01-19'], annulled);
    expect(await statusOf(id)).toBe('remanded');
    expect(await desks.offered('court', id)).toContain('accept-remand');
    expect(await desks.offered('above', id)).not.toContain('accept-remand');
    expect(await desks.attempt('above', id, ['accept-remand', '2026-02-02'])).toMatchObject({ status: 403 });
    await retry(id, first, '2026');
    expect(await statusOf(id)).toBe('final');
    await cassation(id, first);
    await reopening(id, second);
  });

  const cassation = async (id: string, first: string) => {
    const protest = { defendantIds: [first], direction: 'in-favour', toOfficeId: officeId('highest') };
    expect(await desks.offered('highestProcuracy', id)).toEqual(
      expect.arrayContaining(['protest-cassation', 'protest-reopening']),
    );
    expect(await desks.offered('highest', id)).toContain('protest-cassation');
    expect(await desks.offered('highest', id)).not.toContain('protest-reopening');
    expect(await desks.attempt('leader', id, ['protest-cassation', '2026-05-04'], protest)).toMatchObject({
      status: 403,
    });
    expect(await desks.attempt('police', id, ['protest-cassation', '2026-05-04'], protest)).toMatchObject({
      status: 403,
      code: 'step.not-your-office',
    });
    expect(await desks.attempt('otherCourt', id, ['protest-cassation', '2026-05-04'], protest)).toMatchObject({
      status: 404,
    });
    await desks.take('highestProcuracy', id, ['protest-cassation', '2026-05-04'], protest);
    expect(await desks.limits(id, 'cassation-hearing')).toMatchObject([{ dueOn: '2026-09-04' }]);
    expect(await desks.offered('highest', id)).toContain('decide-cassation');
    const none = { results: [{ defendantId: first, outcome: 'upheld' }] };
    expect(await desks.attempt('highest', id, ['decide-cassation', '2026-06-01'], none)).toMatchObject({ status: 400 });
    const annulled = { results: [{ defendantId: first, outcome: 'annulled-retry' }] };
    await desks.take('highest', id, ['decide-cassation', '2026-06-01'], annulled);
    await desks.take('court', id, ['accept-remand', '2026-06-10']);
    await desks.take('court', id, ['schedule', '2026-06-22'], { hearingOn: '2026-07-01' });
    await desks.take('court', id, ['judge', '2026-07-01'], {
      verdicts: [{ defendantId: first, outcome: 'acquitted' }],
    });
    await desks.take('court', id, ['finalise', '2026-08-10'], { basis: 'no-appeal' });
    expect(await desks.person(id, '1')).toMatchObject({ status: 'final', verdict: 'acquitted', finalOn: '2026-08-10' });
  };

  const reopening = async (id: string, second: string) => {
    const protest = { defendantIds: [second], direction: 'against', toOfficeId: officeId('highest') };
    expect(await desks.attempt('highest', id, ['protest-reopening', '2026-09-01'], protest)).toMatchObject({
      status: 403,
      code: 'access.forbidden',
    });
    expect(await desks.attempt('highestProcuracy', id, ['protest-reopening', '2026-09-01'], protest)).toMatchObject(
      refused('reopening.report-missing', 'Đ.401'),
    );
    await desks.take('highestProcuracy', id, ['protest-reopening', '2026-09-01'], {
      ...protest,
      reportedOn: '2026-08-20',
    });
    expect(await statusOf(id)).toBe('in-reopening');
    const rejected = { results: [{ defendantId: second, outcome: 'rejected' }] };
    await desks.take('highest', id, ['decide-reopening', '2026-10-01'], rejected);
    expect(await statusOf(id)).toBe('final');
    expect(await desks.person(id, '2')).toMatchObject({ status: 'final', outcome: 'rejected', finalOn: '2025-11-11' });
  };

  it('is attacked late: the court above decides whether that counts', async () => {
    const { id, ids } = await finalCase();
    const late = { ...OWN, late: true, defendantIds: [ids[0]] };
    expect(await desks.offered('court', id)).toContain('appeal');
    expect(await desks.offered('court', id)).not.toContain('accept-late-appeal');
    expect(await desks.attempt('court', id, ['appeal', '2025-12-01'], { ...late, kind: 'protest' })).toMatchObject({
      status: 409,
      article: expect.stringContaining('Đ.335'),
    });
    await desks.take('court', id, ['appeal', '2025-12-01'], late);
    expect(await statusOf(id)).toBe('final');
    await desks.take('court', id, ['send-late-appeal', '2025-12-03'], { defendantIds: [ids[0]] });
    const other = { defendantIds: [ids[1]] };
    expect(await desks.attempt('court', id, ['refuse-late-appeal', '2025-12-10'], other)).toMatchObject(
      refused('late-appeal.none', 'Đ.335'),
    );
    expect(await desks.offered('court', id)).toEqual(
      expect.arrayContaining(['send-late-appeal', 'accept-late-appeal', 'refuse-late-appeal']),
    );
    await desks.take('court', id, ['refuse-late-appeal', '2025-12-10'], { defendantIds: [ids[0]] });
    expect(await desks.person(id, '1')).toMatchObject({ status: 'final', finalOn: '2025-11-11' });
    await desks.take('court', id, ['appeal', '2025-12-15'], { ...OWN, late: true, ...other });
    await desks.take('court', id, ['accept-late-appeal', '2025-12-22'], other);
    expect(await statusOf(id)).toBe('appealed');
    expect(
      await desks.attempt('court', id, ['withdraw-appeal', '2025-12-23'], { defendantIds: [ids[0]] }),
    ).toMatchObject(refused('withdraw-appeal.not-made', 'Đ.342'));
    await desks.take('court', id, ['withdraw-appeal', '2025-12-23'], other);
    expect(await statusOf(id)).toBe('judged');
  });

  it('on which part is before the court above is received and final at the court that judged', async () => {
    const { id, ids } = await desks.judged({ absent: true });
    const [first, second] = ids;
    await desks.take('court', id, ['appeal', '2025-10-20'], { ...OWN, defendantIds: [first] });
    await desks.take('court', id, ['send-to-appellate-court', '2025-11-12'], { toOfficeId: officeId('above') });
    await desks.take('above', id, ['accept-appeal', '2025-11-17'], { level: 'province' });
    expect(await desks.offered('court', id)).toContain('record-receipt');
    expect(await desks.offered('above', id)).not.toContain('record-receipt');
    const received = { defendantIds: [second] };
    expect(await desks.attempt('above', id, ['record-receipt', '2025-11-20'], received)).toMatchObject({ status: 403 });
    await desks.take('court', id, ['record-receipt', '2025-11-20'], received);
    const final = { basis: 'no-appeal', ...received };
    expect(await desks.attempt('court', id, ['finalise', '2025-12-05'], final)).toMatchObject(
      refused('final.appeal-period-running', 'Đ.333'),
    );
    await desks.take('court', id, ['finalise', '2025-12-08'], final);
    await desks.take('above', id, ['withdraw-appeal', '2025-12-09'], { by: 'defendant', defendantIds: [first] });
    const discontinued = { results: [{ defendantId: first, outcome: 'discontinued' }] };
    await desks.take('above', id, ['decide-appeal', '2025-12-10'], discontinued);
    expect(await desks.read('court', id)).toMatchObject({
      status: 'final',
      file: { holderOfficeId: officeId('court'), appellateOfficeId: officeId('above'), appealLevel: 'province' },
    });
  });

  it('annulled for a new investigation comes back to the investigators', async () => {
    const { id, first } = await onAppeal();
    await desks.take('above', id, ['accept-appeal', '2025-11-17'], { level: 'province' });
    await desks.take('above', id, ['schedule-appeal', '2025-12-08'], { hearingOn: '2025-12-18' });
    const results = [{ defendantId: first, outcome: 'annulled-reinvestigate' }];
    const wrong = { results, toOfficeId: officeId('otherCourt') };
    expect(await desks.attempt('above', id, ['decide-appeal', '2025-12-18'], wrong)).toMatchObject({
      status: 409,
      code: 'office.not-competent',
    });
    await desks.take('above', id, ['decide-appeal', '2025-12-18'], { results });
    expect(await desks.offered('police', id)).toContain('accept-remand');
    expect(await desks.attempt('leader', id, ['accept-remand', '2025-12-29'])).toMatchObject({
      status: 403,
      code: 'access.forbidden',
    });
    await desks.take('police', id, ['accept-remand', '2025-12-29']);
    expect(await desks.read('police', id)).toMatchObject({ status: 'under-investigation', file: { annulments: 1 } });
  });

  it('is not heard by a court that is not competent: the file goes back before its trial', async () => {
    const { id } = await desks.handedOver();
    await desks.take('court', id, ['accept', '2025-09-17']);
    const wrong = { toOfficeId: officeId('police') };
    expect(await desks.attempt('court', id, ['return-for-competence', '2025-09-22'], wrong)).toMatchObject(
      refused('office.not-competent', 'Đ.274'),
    );
    await desks.take('court', id, ['return-for-competence', '2025-09-22']);
    expect(await statusOf(id)).toBe('at-procuracy');
  });
});
