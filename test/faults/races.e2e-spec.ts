import { randomUUID } from 'node:crypto';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { eventually } from '../support/eventually.js';
import { checkInvariants } from './check-invariants.js';
import { FaultStage } from './fault-stage.js';
import { drainOutbox } from './kill-loops.js';
import { byStatus, RaceDesk, type Request } from './race-desk.js';

const CROWD = 50;

jest.setTimeout(180_000);

describe('several people at the same file at the same moment', () => {
  let stage: FaultStage;
  let desk: RaceDesk;

  beforeAll(async () => {
    stage = await FaultStage.build({ durable: false });
    desk = new RaceDesk(stage);
  });

  afterAll(async () => {
    await stage?.strike();
  });

  const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

  it('lets one of fifty equal transitions win and tells the others what is possible now', async () => {
    const { police, placeId } = desk.chain;
    const received = await desk.does(police, 'denunciations', { number: desk.number(), source: 'report', placeId });
    const path = `denunciations/${received.subjectId}/classify`;
    const body = { occurredOn: desk.day, competence: 'own', expectedVersion: 1 };
    const answers = await desk.rivals(times(CROWD, () => ({ clerk: police, path, body })));
    expect(byStatus(answers)).toEqual({ 201: 1, 409: CROWD - 1 });
    for (const { body: problem } of answers.filter(({ status }) => status === 409)) {
      expect(problem).toMatchObject({ code: 'file.changed-meanwhile' });
      expect(problem.possible).toEqual([
        ...['split', 'join', 'dispute-competence', 'transfer', 'assign', 'request-extension', 'extend'],
        ...['institute', 'decline', 'suspend'],
        ...['assign-prosecutor', 'refuse-extension', 'demand-remedy', 'take-over', 'notify'],
      ]);
    }
    const seen = await desk.read(police, `denunciations/${received.subjectId}`);
    expect(seen).toMatchObject({ status: 'in-verification', subject: { version: 2 } });
  });

  it('does the same without a version: the law refuses whoever comes second', async () => {
    const { police } = desk.chain;
    const id = await desk.denunciation();
    const body = { occurredOn: desk.day, ground: 'no-elements' };
    const request = { clerk: police, path: `denunciations/${id}/decline`, body };
    const answers = await desk.rivals(times(CROWD, () => request));
    expect(byStatus(answers)).toEqual({ 201: 1, 409: CROWD - 1 });
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'step.not-possible', possible: ['overrule-decline', 'notify'] });
    expect(refused).toHaveProperty('article');
  });

  it('gives a file that is accepted while its transfer is withdrawn to exactly one of the two offices', async () => {
    const { chain, neighbour } = desk;
    const outcomes = await Promise.all(
      times(8, async (index) => {
        const id = await desk.denunciation();
        await desk.does(chain.police, `denunciations/${id}/transfer`, { toOfficeId: neighbour.police.officeId });
        const accept: Request = {
          clerk: neighbour.police,
          path: `denunciations/${id}/accept-transfer`,
          body: { occurredOn: desk.day },
        };
        const withdraw: Request = {
          clerk: chain.police,
          path: `denunciations/${id}/corrections`,
          body: { sequence: 3, reason: 'gửi nhầm nơi nhận' },
        };
        const answers = await desk.rivals(index % 2 === 0 ? [accept, withdraw] : [withdraw, accept]);
        return answers.map(({ status }) => status).sort();
      }),
    );
    // Whoever comes too late to accept no longer sees the file (404); whoever comes too late to withdraw breaks history.
    for (const statuses of outcomes) expect([[201, 404].join(), [201, 409].join()]).toContain(statuses.join());
  });

  it('lets the receiving office accept or refuse, not both', async () => {
    const { chain, neighbour } = desk;
    for (let round = 0; round < 4; round += 1) {
      const id = await desk.denunciation();
      await desk.does(chain.police, `denunciations/${id}/transfer`, { toOfficeId: neighbour.police.officeId });
      const clerk = neighbour.police;
      const accept = { clerk, path: `denunciations/${id}/accept-transfer`, body: { occurredOn: desk.day } };
      const body = { occurredOn: desk.day, because: 'không đúng thẩm quyền' };
      const refuse = { clerk, path: `denunciations/${id}/refuse-transfer`, body };
      const answers = await desk.rivals(times(10, (index) => (index % 2 === 0 ? accept : refuse)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.every(({ status }) => [201, 404, 409].includes(status))).toBe(true);
    }
  });

  it('lets the procuracy approve or cancel a charge while the police conclude, in one lawful order', async () => {
    const { police, procuracy, placeId } = desk.chain;
    const offence = { article: 150, clause: 1 };
    const opened = await desk.does(police, 'investigations', { number: desk.number(), offence, placeId });
    const charge = `investigations/${opened.subjectId}/charge`;
    await desk.does(police, charge, { number: '1', offence });
    const { file } = await desk.read(police, `cases/${opened.subjectId}`);
    const body = { occurredOn: desk.day, defendantIds: file.defendants?.map(({ id }) => id) };
    const of = (step: string) => `investigations/${opened.subjectId}/${step}`;
    const answers = await desk.rivals([
      ...times(5, () => ({ clerk: procuracy, path: of('approve-charge'), body })),
      ...times(5, () => ({ clerk: procuracy, path: of('cancel-charge'), body })),
      ...times(5, () => ({ clerk: police, path: of('conclude'), body: { occurredOn: desk.day } })),
    ]);
    expect(answers.slice(0, 10).filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.slice(10).filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  it('answers the same to twenty equal requests under one key, and records one event', async () => {
    const { police } = desk.chain;
    const id = await desk.denunciation();
    const body = { occurredOn: desk.day, ground: 'no-event' };
    const request = { clerk: police, path: `denunciations/${id}/decline`, body, key: randomUUID() };
    const answers = await desk.rivals(times(20, () => request));
    expect(byStatus(answers)).toEqual({ 201: 20 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.body).toMatchObject({ subjectId: id, version: 3, status: 'declined' });
    expect((await desk.read(police, `denunciations/${id}`)).subject.version).toBe(3);
  });

  it('refuses a key that was used for something else, or by somebody else', async () => {
    const { police, procuracy } = desk.chain;
    const id = await desk.denunciation();
    const request = { clerk: police, path: `denunciations/${id}/decline`, key: randomUUID() };
    const first = { occurredOn: desk.day, ground: 'no-event' };
    expect((await desk.ask({ ...request, body: first })).status).toBe(201);
    const others = await desk.rivals([
      { ...request, body: { ...first, ground: 'no-elements' } },
      { ...request, body: { ...first, decision: { number: '1/QĐ' } } },
      { ...request, path: `denunciations/${id}/resume`, body: { occurredOn: desk.day } },
      { ...request, clerk: procuracy, body: first },
    ]);
    for (const other of others) expect(other).toMatchObject({ status: 409, body: { code: 'idempotency.key-reused' } });
  });

  it('gives a register number to one of twenty, and leaves nothing of the others', async () => {
    const { police, placeId } = desk.chain;
    const body = { occurredOn: desk.day, number: desk.number(), source: 'report', placeId };
    const answers = await desk.rivals(times(20, () => ({ clerk: police, path: 'denunciations', body })));
    expect(byStatus(answers)).toEqual({ 201: 1, 409: 19 });
    const ids = await Promise.all(times(10, () => desk.denunciation()));
    const founding = { occurredOn: desk.day, caseNumber: desk.number(), offence: { article: 150, clause: 1 } };
    const foundings = ids.map((id) => ({ clerk: police, path: `denunciations/${id}/institute`, body: founding }));
    expect(byStatus(await desk.rivals(foundings))).toEqual({ 201: 1, 409: 9 });
    const after = await Promise.all(ids.map((id) => desk.read(police, `denunciations/${id}`)));
    expect(after.filter(({ status }) => status === 'instituted')).toHaveLength(1);
    expect(after.filter(({ status }) => status === 'in-verification')).toHaveLength(9);
  });

  it('records steps while territories and offices are read again', async () => {
    const { police, placeId } = desk.chain;
    const end = performance.now() + 7_000;
    let steps = 0;
    const walk = async (): Promise<void> => {
      while (performance.now() < end) {
        const { subjectId } = await desk.does(police, 'denunciations', {
          number: desk.number(),
          source: 'report',
          placeId,
        });
        await desk.does(police, `denunciations/${subjectId}/classify`, { competence: 'own' });
        steps += 2;
      }
    };
    const change = async (): Promise<void> => {
      while (performance.now() < end) {
        await stage.cluster.asOwner(
          `update jurisdiction_revision set revision = revision + 1;
           update office set name = 'Công an thành phố Hải Phòng (thử)' where code = 'CA-31'`,
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await Promise.all([...times(4, walk), change()]);
    expect(steps).toBeGreaterThan(8);
    await eventually('the new name at the API', async () => {
      await stage.app.get(JurisdictionDirectory).refresh();
      const answer = await fetch(`${stage.baseUrl}/api/v1/session`, {
        headers: { authorization: `Bearer ${police.token}` },
      });
      const { account } = (await answer.json()) as { account: { office: { name: string } } };
      return account.office.name.endsWith('(thử)');
    });
  });

  it('leaves a record in which every step is whole, lawful and counted once', async () => {
    await drainOutbox(stage);
    const { breaks, commands } = await checkInvariants(stage, desk.diary);
    expect(breaks).toEqual([]);
    expect(commands.acknowledged).toBeGreaterThan(CROWD);
  });
});
