import { derivedId } from '#libs/feature/casework';
import { newId } from '#libs/platform/database';
import { type Deed, InvestigationDesks } from '../../../../test/support/investigation-desks.js';
import { STEPS_BEFORE_TRIAL } from '../../../../test/support/steps-before-trial.js';

const OFFENCE = { article: 150, clause: 2 };
const UNTIL = { until: '2026-11-02' };
const BECAUSE = { because: 'thiếu bản kết luận giám định' };

describe('the investigation and the prosecution', () => {
  let desks: InvestigationDesks;
  let waiting = '';

  beforeAll(async () => {
    desks = await InvestigationDesks.start();
    waiting = (await desks.investigated([]))[0]!;
  }, 300_000);

  afterAll(async () => desks.world.stop());

  const steps = STEPS_BEFORE_TRIAL.map((step) => [step[0], step] as const);
  it.each(steps)('%s: is for those who may, of offices that see the case, in its form', async (path, asked) => {
    const { version } = (await desks.read('police', waiting)).subject;
    const [, on, body = {}] = asked;
    expect(await desks.attempt('statistician', waiting, asked)).toMatchObject({
      status: 403,
      code: 'access.forbidden',
    });
    const foreign = await desks.attempt('otherProcuracy', waiting, asked);
    expect(foreign).toMatchObject({ status: 404, code: 'file.not-found' });
    expect(await desks.attempt('procuracy', waiting, [path, on, { ...body, name: 'x' }])).toMatchObject({
      status: 400,
    });
    expect((await desks.read('police', waiting)).subject.version).toBe(version);
  });

  it('change, cancel and overrule the decision to institute, and tell the procuracy', async () => {
    const [id] = (await desks.investigated([], { committedOn: '2026-01-05', inFlagrante: false })) as [string];
    const change = (offence: object, kind: string): Deed => [
      'investigations/change-institution',
      '2026-03-05',
      { offence, kind },
    ];
    const unchanged = await desks.attempt('police', id, change({ article: 150, clause: 1 }, 'changed'));
    expect(unchanged).toMatchObject({ status: 409, code: 'institution.unchanged', article: 'Đ.156 BLTTHS' });
    await desks.take('police', id, change({ article: 151, clause: 1 }, 'supplemented'));
    const { file } = await desks.read('police', id);
    expect(file).toMatchObject({ otherOffences: [{ article: 151, clause: 1 }], committedOn: '2026-01-05' });
    const owed = file.owed.map(({ notice }: { notice: string }) => notice);
    expect(owed).toEqual(['institution-to-procuracy', 'institution-to-procuracy']);
    const notice: Deed = ['cases/notify', '2026-03-06', { notice: 'institution-to-procuracy' }];
    await desks.take('police', id, notice);
    expect(await desks.attempt('police', id, notice)).toMatchObject({ status: 403, code: 'step.not-your-office' });
    await desks.take('police', id, ['investigations/cancel-institution', '2026-03-07', { ground: 'no-event' }]);
    expect((await desks.read('police', id)).status).toBe('institution-cancelled');

    const [other] = (await desks.investigated(['1'])) as [string];
    const cancelled = await desks.attempt('police', other, [
      'investigations/cancel-institution',
      '2026-03-07',
      { ground: 'no-event' },
    ]);
    expect(cancelled).toMatchObject({
      status: 409,
      code: 'cancel-institution.accused',
      article: expect.stringContaining('Đ.158'),
    });
    const own = await desks.attempt('police', other, ['investigations/overrule-institution', '2026-03-07']);
    expect(own).toMatchObject({ status: 403, code: 'access.forbidden' });
    await desks.take('procuracy', other, ['investigations/overrule-institution', '2026-03-07']);
    expect((await desks.read('police', other)).status).toBe('institution-cancelled');
  });

  it('accuse somebody: more evidence, approval, another charge', async () => {
    const [id] = (await desks.investigated([])) as [string];
    await desks.take('police', id, [
      'investigations/charge',
      '2026-03-03',
      { number: '1', offence: { article: 150, clause: 1 } },
    ]);
    const accused = async () => (await desks.read('police', id)).file.defendants[0];
    const { id: defendantId } = await accused();
    const ask: Deed = ['investigations/request-charge-evidence', '2026-03-04', { defendantIds: [defendantId] }];
    await desks.take('procuracy', id, ask);
    expect((await accused()).evidenceAskedOn).toBe('2026-03-04');
    expect(await desks.attempt('procuracy', id, ask)).toMatchObject({
      status: 409,
      code: 'charge.evidence-asked',
      article: expect.stringContaining('Đ.179'),
    });
    await desks.take('police', id, ['investigations/supply-charge-evidence', '2026-03-05']);
    await desks.take('procuracy', id, ['investigations/approve-charge', '2026-03-06', { defendantIds: [defendantId] }]);
    const change: Deed = [
      'investigations/change-charge',
      '2026-03-09',
      { defendantId, offence: OFFENCE, kind: 'added' },
    ];
    await desks.take('police', id, change);
    expect(await accused()).toMatchObject({
      status: 'charged',
      charges: [{ article: 150, clause: 1 }, OFFENCE],
    });
    expect(await desks.attempt('police', id, change)).toMatchObject({
      status: 409,
      code: 'charge.unchanged',
      article: 'Đ.180 BLTTHS',
    });
  });

  it('search for an accused, ask for time, terminate and go on', async () => {
    const [id, accused] = (await desks.investigated(['1'])) as [string, string];
    const persons = { defendantIds: [accused] };
    await desks.take('police', id, ['investigations/issue-wanted-notice', '2026-03-10', persons]);
    const again = await desks.attempt('police', id, ['investigations/issue-wanted-notice', '2026-03-10', persons]);
    expect(again).toMatchObject({ status: 409, code: 'wanted.already', article: 'Đ.231 BLTTHS' });
    expect((await desks.read('police', id)).file.defendants[0].wantedOn).toBe('2026-03-10');
    await desks.take('police', id, ['investigations/proceed-in-absentia', '2026-03-20', persons]);
    await desks.take('police', id, ['investigations/withdraw-wanted-notice', '2026-04-01', persons]);
    const [limit] = await desks.limits('police', id, 'investigation');
    expect(limit).toMatchObject({ startedOn: '2026-03-02', askBy: expect.any(String) });
    const late = await desks.attempt('police', id, ['investigations/request-extension', '2026-07-01', UNTIL]);
    expect(late).toMatchObject({ status: 409, code: 'extend.asked-late', article: expect.stringContaining('Đ.172') });
    await desks.take('police', id, ['investigations/request-extension', '2026-06-01', UNTIL]);
    expect((await desks.read('procuracy', id)).file.extensionAskedOn).toBe('2026-06-01');
    await desks.take('procuracy', id, ['investigations/extend', '2026-06-10', UNTIL]);
    await desks.take('police', id, ['investigations/terminate', '2026-06-15', { ground: 'no-elements' }]);
    await desks.take('procuracy', id, ['investigations/confirm-termination', '2026-06-18']);
    await desks.take('procuracy', id, ['investigations/overrule-termination', '2026-06-20']);
    expect((await desks.read('police', id)).status).toBe('under-investigation');
  });

  it('shorten what is simple, and lengthen again what was halved', async () => {
    const [grave, accused] = (await desks.investigated(['1'])) as [string, string];
    const summary: Deed = ['investigations/apply-summary-procedure', '2026-03-05'];
    expect(await desks.attempt('police', grave, summary)).toMatchObject({
      status: 409,
      code: 'summary.too-grave',
      article: 'Đ.456, 457 BLTTHS',
    });
    const [simple] = (await desks.investigated(['1'], { offence: { article: 347, clause: 1 } })) as [string];
    await desks.take('police', simple, summary);
    expect((await desks.read('police', simple)).file.procedure).toBe('summary');
    await desks.take('police', simple, ['investigations/revoke-summary-procedure', '2026-03-10']);
    const lift: Deed = ['investigations/lift-minor-limits', '2026-03-12', { ground: 'especially-complex' }];
    expect(await desks.attempt('police', grave, lift)).toMatchObject({
      status: 409,
      code: 'minor-limits.not-halved',
      article: expect.stringContaining('59/2024'),
    });
    await desks.take('police', grave, [
      'investigations/charge',
      '2026-03-06',
      { number: '2', offence: OFFENCE, minor: true },
    ]);
    await desks.take('police', grave, lift);
    expect((await desks.read('police', grave)).file).toMatchObject({
      minorLimitsLifted: true,
      defendants: [{ id: accused }, { minor: true }],
    });
  });

  it('hold, charge, detain and set free', async () => {
    const [id] = (await desks.investigated([])) as [string];
    const key = newId();
    const hold = { number: '1', until: '2026-03-05', occurredOn: '2026-03-03' };
    const path = `/investigations/${id}/hold-person`;
    expect((await desks.at('police').post(path, { ...hold, until: '2026-03-10' })).body).toMatchObject({
      status: 409,
      code: 'custody.too-long',
      article: expect.stringContaining('Đ.117, 118'),
    });
    for (let asked = 0; asked < 2; asked += 1)
      expect((await desks.at('police').post(path, hold, key)).status).toBe(201);
    const personId = derivedId(key, 'person');
    await desks.take('procuracy', id, [
      'investigations/extend-custody',
      '2026-03-05',
      { personId, until: '2026-03-08' },
    ]);
    expect((await desks.read('police', id)).file.held).toMatchObject([
      { personId, number: '1', until: '2026-03-08', extensions: 1 },
    ]);
    const charge = { number: '1', offence: { article: 150, clause: 1 }, defendantId: personId };
    await desks.take('police', id, ['investigations/charge', '2026-03-06', charge]);
    await desks.take('procuracy', id, ['investigations/approve-charge', '2026-03-07', { defendantIds: [personId] }]);
    const order = (until: string): Deed => [
      'investigations/order-detention',
      '2026-03-08',
      { defendantId: personId, from: '2026-03-08', until },
    ];
    expect(await desks.attempt('police', id, order('2026-12-31'))).toMatchObject({
      status: 409,
      code: 'detention.too-long',
      article: expect.stringContaining('173'),
    });
    await desks.take('police', id, order('2026-05-31'));
    await desks.take('procuracy', id, [
      'investigations/extend-detention',
      '2026-05-20',
      { defendantIds: [personId], until: '2026-07-01' },
    ]);
    expect((await desks.read('police', id)).file.defendants[0].detention).toMatchObject({
      phase: 'investigation',
      until: '2026-07-01',
      extensions: 1,
    });
    await desks.take('police', id, ['investigations/end-detention', '2026-06-15', { defendantIds: [personId] }]);
    await desks.take('police', id, ['investigations/hold-person', '2026-06-20', { number: '2', until: '2026-06-22' }]);
    const { held } = (await desks.read('police', id)).file;
    await desks.take('police', id, ['investigations/release', '2026-06-21', { personId: held[1].personId }]);
  });

  it('refuse a file, take more time, pass the case on, and withdraw the prosecution', async () => {
    const [id] = (await desks.atProcuracy(['1'])) as [string];
    await desks.take('procuracy', id, ['prosecutions/refuse-file', '2026-06-04', BECAUSE]);
    expect((await desks.read('police', id)).status).toBe('concluded');
    const [toOfficeId, elsewhere] = [desks.at('procuracy').officeId, desks.at('otherProcuracy').officeId];
    await desks.take('police', id, ['investigations/hand-to-procuracy', '2026-06-08', { toOfficeId }]);
    const long: Deed = ['prosecutions/extend-prosecution', '2026-06-20', { until: '2026-12-01' }];
    expect(await desks.attempt('procuracy', id, long)).toMatchObject({
      status: 409,
      code: 'extend.too-long',
      article: expect.stringContaining('Đ.240'),
    });
    await desks.take('procuracy', id, ['prosecutions/extend-prosecution', '2026-06-20', { until: '2026-07-20' }]);
    await desks.take('procuracy', id, [
      'prosecutions/transfer-for-prosecution',
      '2026-06-25',
      { toOfficeId: elsewhere },
    ]);
    await desks.take('otherProcuracy', id, ['prosecutions/indict', '2026-07-10']);
    await desks.take('otherProcuracy', id, [
      'prosecutions/hand-to-court',
      '2026-07-13',
      { toOfficeId: desks.at('court').officeId },
    ]);
    await desks.take('court', id, ['trials/accept', '2026-07-15']);
    const foreign = await desks.attempt('procuracy', id, ['prosecutions/withdraw-prosecution', '2026-07-20']);
    expect(foreign).toMatchObject({ status: 403, code: 'step.not-your-office' });
    await desks.take('otherProcuracy', id, ['prosecutions/withdraw-prosecution', '2026-07-20']);
    const twice = await desks.attempt('otherProcuracy', id, ['prosecutions/withdraw-prosecution', '2026-07-21']);
    expect(twice).toMatchObject({ status: 409, code: 'withdraw.not-indicted', article: 'Đ.285 BLTTHS' });
  });

  it('send back to the court what it returned', async () => {
    const [id] = (await desks.atProcuracy(['1'])) as [string];
    const decline: Deed = ['prosecutions/decline-return', '2026-07-20', BECAUSE];
    expect(await desks.attempt('procuracy', id, decline)).toMatchObject({
      status: 409,
      code: 'decline-return.not-returned',
      article: expect.stringContaining('Đ.246'),
    });
    await desks.take('procuracy', id, ['prosecutions/indict', '2026-06-20']);
    await desks.take('procuracy', id, [
      'prosecutions/hand-to-court',
      '2026-06-22',
      { toOfficeId: desks.at('court').officeId },
    ]);
    await desks.take('court', id, ['trials/accept', '2026-06-23']);
    await desks.take('court', id, [
      'trials/return-by-court',
      '2026-07-10',
      { by: 'judge', ground: 'evidence-lacking' },
    ]);
    await desks.take('procuracy', id, decline);
    expect((await desks.read('court', id)).status).toBe('handed-to-court');
  });

  it('break no identity of the dockets', async () => {
    expect(await desks.world.brokenIdentities()).toEqual([]);
  });
});
