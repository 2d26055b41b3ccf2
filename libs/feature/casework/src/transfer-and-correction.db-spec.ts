import { newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';
import { RebuildProjections } from './index.js';

describe('transfers and corrections', () => {
  let world: World;
  let police: Officer;
  let otherPolice: Officer;
  let thirdPolice: Officer;
  let procuracy: Officer;
  let numbers = 0;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    otherPolice = await world.officer('investigator', 'CA-01');
    thirdPolice = await world.officer('investigator', 'CA-79');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
  }, 300_000);

  afterAll(async () => world.stop());

  const verified = async () => {
    numbers += 1;
    const body = { number: `${numbers}`, source: 'denunciation', occurredOn: '2026-03-02' };
    const { subjectId } = await police.does('/denunciations', body);
    await police.does(`/denunciations/${subjectId}/classify`, { competence: 'own', occurredOn: '2026-03-03' });
    return `/denunciations/${subjectId}`;
  };
  const commandsOf = async (who: Officer, path: string) =>
    (await who.get(path)).body.available.map((step: { command: string }) => step.command);
  const offered = async () => {
    const path = await verified();
    await police.does(`${path}/transfer`, { toOfficeId: otherPolice.officeId, occurredOn: '2026-03-10' });
    return path;
  };

  describe('a transfer', () => {
    it('that is offered binds the sender and waits for its receiver alone', async () => {
      const path = await offered();
      const sender = await police.post(`${path}/suspend`, { ground: 'force-majeure', occurredOn: '2026-03-11' });
      expect(sender.body).toMatchObject({ status: 409, possible: ['accept-transfer', 'refuse-transfer', 'notify'] });
      expect((await police.post(`${path}/accept-transfer`, { occurredOn: '2026-03-11' })).body).toMatchObject({
        status: 403,
        code: 'step.not-your-office',
      });
      expect((await thirdPolice.post(`${path}/accept-transfer`, { occurredOn: '2026-03-11' })).status).toBe(404);
      expect(await commandsOf(police, path)).toEqual(['notify']);
      expect(await commandsOf(otherPolice, path)).toEqual(['accept-transfer', 'refuse-transfer']);
      expect((await otherPolice.get('/denunciations?status=in-transfer')).body.items.length).toBeGreaterThan(0);
    });

    it('that is accepted makes the receiver the holder; both still see the file', async () => {
      const path = await offered();
      await otherPolice.does(`${path}/accept-transfer`, { occurredOn: '2026-03-12' });
      const { body } = await police.get(path);
      expect(body).toMatchObject({ status: 'in-verification', file: { holderOfficeId: otherPolice.officeId } });
      expect(body.file.receiverOfficeId).toBeUndefined();
      expect(await commandsOf(police, path)).toEqual(['notify']);
      const late = await police.post(`${path}/suspend`, { ground: 'force-majeure', occurredOn: '2026-03-13' });
      expect(late.body).toMatchObject({ status: 403, code: 'step.not-your-office' });
      await otherPolice.does(`${path}/suspend`, { ground: 'force-majeure', occurredOn: '2026-04-01' });
    });

    it('that is refused leaves the file with the sender, and the other office sees it no more', async () => {
      const path = await offered();
      const blank = await otherPolice.post(`${path}/refuse-transfer`, { because: '  ', occurredOn: '2026-03-12' });
      expect(blank.body).toMatchObject({ status: 400, faults: [{ field: 'because' }] });
      await otherPolice.does(`${path}/refuse-transfer`, { because: 'không thuộc địa bàn', occurredOn: '2026-03-12' });
      expect((await police.get(path)).body).toMatchObject({
        status: 'in-verification',
        file: { holderOfficeId: police.officeId },
      });
      expect((await otherPolice.get(path)).status).toBe(404);
    });

    it('goes to no office that is not there or may not have it', async () => {
      const path = await verified();
      for (const toOfficeId of [2_000_000_000, world.officeId('TA-31')]) {
        const refused = await police.post(`${path}/transfer`, { toOfficeId, occurredOn: '2026-03-10' });
        expect(refused.body).toMatchObject({ status: 409, code: 'office.not-competent' });
      }
    });
  });

  describe('a correction', () => {
    const replacing = (sequence: number, event: string, occurredOn: string, payload: object) => ({
      sequence,
      reason: 'nhập nhầm',
      replacement: { event, occurredOn, payload },
    });
    const lastOf = async (path: string) => (await police.get(path)).body.timeline.at(-1);

    it('replaces an event; the one it replaces stays in the record', async () => {
      const path = await verified();
      const result = await police.does(
        `${path}/corrections`,
        replacing(1, 'received', '2026-02-27', { source: 'report' }),
      );
      expect(result).toMatchObject({ version: 3, status: 'in-verification' });
      const { body } = await police.get(path);
      expect(body.file).toMatchObject({ receivedOn: '2026-02-27', source: 'report' });
      expect(body.timeline[0]).toMatchObject({ occurredOn: '2026-03-02', payload: { source: 'denunciation' } });
      expect(body.timeline[2]).toMatchObject({ type: 'received', replaces: 1, reason: 'nhập nhầm' });
      const { items } = (await police.get(`/denunciations?number=${numbers}`)).body;
      expect(items).toMatchObject([{ openedOn: '2026-02-27', lastOn: '2026-03-03', version: 3 }]);
    });

    it('withdraws an event, and corrects a correction', async () => {
      const path = await verified();
      const withdrawn = await police.does(`${path}/corrections`, { sequence: 2, reason: 'ghi nhầm hồ sơ' });
      expect(withdrawn).toMatchObject({ version: 3, status: 'received' });
      expect(await lastOf(path)).toMatchObject({ type: 'withdrawn', replaces: 2, payload: {} });
      const again = await police.post(`${path}/corrections`, { sequence: 2, reason: 'ghi nhầm hồ sơ' });
      expect(again.body).toMatchObject({ status: 409, code: 'correction.already-withdrawn' });
      const back = await police.does(
        `${path}/corrections`,
        replacing(3, 'classified', '2026-03-04', { competence: 'other' }),
      );
      expect(back).toMatchObject({ version: 4, status: 'classified-out' });
      const twice = await police.does(
        `${path}/corrections`,
        replacing(4, 'classified', '2026-03-05', { competence: 'own' }),
      );
      expect(twice).toMatchObject({ version: 5, status: 'in-verification' });
    });

    it('that would make what followed unlawful is refused and changes nothing', async () => {
      const path = await verified();
      await police.does(`${path}/suspend`, { ground: 'force-majeure', occurredOn: '2026-03-23' });
      const refused = await police.post(`${path}/corrections`, { sequence: 2, reason: 'ghi nhầm hồ sơ' });
      expect(refused.body).toMatchObject({ status: 409, code: 'correction.breaks-history', fileStatus: 'received' });
      const late = await police.post(
        `${path}/corrections`,
        replacing(2, 'classified', '2026-03-25', { competence: 'own' }),
      );
      expect(late.body).toMatchObject({ status: 409, code: 'day.before-the-stage' });
      const opening = await police.post(`${path}/corrections`, { sequence: 1, reason: 'ghi nhầm hồ sơ' });
      expect(opening.status).toBe(409);
      expect((await police.get(path)).body).toMatchObject({ status: 'suspended', subject: { version: 3 } });
    });

    it('names what it corrects, why, and by what, or is refused', async () => {
      const path = await verified();
      const correct = async (body: object) => (await police.post(`${path}/corrections`, body)).body;
      expect(await correct({ sequence: 9, reason: 'ghi nhầm' })).toMatchObject({ code: 'correction.unknown-event' });
      const faulty = await correct({
        sequence: 0,
        reason: ' ',
        replacement: { event: 5, occurredOn: 'x', payload: [] },
      });
      expect([...new Set(faulty.faults.map((fault: { field: string }) => fault.field))].sort()).toEqual([
        'reason',
        'replacement.event',
        'replacement.occurredOn',
        'replacement.payload',
        'sequence',
      ]);
      const unlawful = replacing(2, 'classified', '2026-03-03', { competence: 'own', name: 'x' });
      expect(await correct(unlawful)).toMatchObject({ status: 400, faults: [{ field: 'name' }] });
      const future = replacing(2, 'classified', '9999-01-01', { competence: 'own' });
      expect(await correct(future)).toMatchObject({ status: 400, code: 'day.in-the-future' });
      const stale = { sequence: 2, reason: 'ghi nhầm', expectedVersion: 1 };
      expect(await correct(stale)).toMatchObject({ status: 409, code: 'file.changed-meanwhile', version: 2 });
    });

    it('does not bring in identifiers or places that the record cannot hold', async () => {
      const body = { number: 'VA-9', offence: { article: 150, clause: 1 }, occurredOn: '2026-03-02' };
      const { subjectId } = await police.does('/investigations', body);
      const path = `/cases/${subjectId}`;
      const charge = { number: '1', offence: { article: 150, clause: 1 }, occurredOn: '2026-03-03' };
      await police.does(`/investigations/${subjectId}/charge`, charge);
      const offence = { article: 150, clause: 2 };
      const wrong: readonly [object, string][] = [
        [replacing(1, 'case-instituted', '2026-03-02', { offence, denunciationIds: ['x'] }), 'denunciationIds'],
        [replacing(1, 'case-instituted', '2026-03-02', { offence, placeId: 5e12 }), 'placeId'],
        [replacing(2, 'charged', '2026-03-03', { offence, number: '1', defendantId: 'x' }), 'defendantId'],
      ];
      for (const [correction, field] of wrong) {
        const refused = await police.post(`${path}/corrections`, correction);
        expect(refused.body).toMatchObject({ status: 400, faults: [{ field }] });
      }
      const nowhere = replacing(1, 'case-instituted', '2026-03-02', { offence, denunciationIds: [newId()] });
      expect((await police.post(`${path}/corrections`, nowhere)).body.code).toBe('case.unknown-denunciation');
    });

    it('that names another denunciation unties the case from the first', async () => {
      const [first, second] = (await Promise.all([verified(), verified()])).map((path) => path.split('/').at(-1));
      const offence = { article: 150, clause: 1 };
      const body = { caseNumber: 'VA-13', offence, occurredOn: '2026-03-05' };
      const { caseId: subjectId } = await police.does(`/denunciations/${first}/institute`, body);
      const originsOf = async () =>
        world.database.ownerQuery<{ id: string }>('select denunciation_id as id from case_origin where case_id = $1', [
          subjectId,
        ]);
      expect(await originsOf()).toEqual([{ id: first }]);
      const other = replacing(1, 'case-instituted', '2026-03-05', { offence, denunciationIds: [second] });
      await police.does(`/cases/${subjectId}/corrections`, other);
      expect(await originsOf()).toEqual([{ id: second }]);
    });

    it('does not take a decision to institute away from the case that stands on it', async () => {
      const path = await verified();
      const offence = { article: 150, clause: 1 };
      const [first, second] = [
        await police.does(`${path}/institute`, { caseNumber: 'VA-21', offence, occurredOn: '2026-03-05' }),
        await police.does(`${path}/institute`, { caseNumber: 'VA-22', offence, occurredOn: '2026-03-06' }),
      ];
      const correct = async (body: object) => (await police.post(`${path}/corrections`, body)).body;
      const withdrawal = { sequence: first.version, reason: 'ghi nhầm' };
      const refused = await correct(withdrawal);
      expect(refused).toMatchObject({ status: 409, code: 'correction.case-stands' });
      expect(refused.detail).toContain('VA-21');
      const declined = replacing(second.version, 'declined', '2026-03-06', { ground: 'no-event' });
      expect(await correct(declined)).toMatchObject({ status: 409 });
      const swapped = replacing(second.version, 'instituted', '2026-03-06', { caseId: newId() });
      expect(await correct(swapped)).toMatchObject({ status: 409, code: 'correction.other-file' });
      expect((await police.get(path)).body.subject.version).toBe(second.version);

      const onDay = replacing(first.version, 'instituted', '2026-03-04', { caseId: first.caseId });
      expect(await correct(onDay)).toMatchObject({ status: 'instituted' });
      await police.does(`/investigations/${first.caseId}/cancel-institution`, {
        ground: 'no-event',
        occurredOn: '2026-03-09',
      });
      expect(await correct(withdrawal)).toMatchObject({ status: 'instituted' });
      const other = await correct({ ...withdrawal, sequence: second.version });
      expect(other.detail).toContain('VA-22');
      await world.settled();
      expect((await world.app.get(RebuildProjections).run(false)).differences).toEqual([]);
      expect(await world.brokenIdentities()).toEqual([]);
    });

    it('does not take an accused over from another case', async () => {
      const open = async (number: string) => {
        const body = { number, offence: { article: 150, clause: 1 }, occurredOn: '2026-03-02' };
        return (await police.does('/investigations', body)).subjectId;
      };
      const charge = { number: '1', offence: { article: 150, clause: 1 }, occurredOn: '2026-03-03' };
      const [one, other] = [await open('VA-11'), await open('VA-12')];
      await police.does(`/investigations/${one}/charge`, charge);
      const { id: defendantId } = (await police.get(`/cases/${one}`)).body.file.defendants[0];
      const taken = await police.post(`/investigations/${other}/charge`, { ...charge, defendantId });
      expect(taken.body).toMatchObject({ status: 409, code: 'defendant.of-another-case' });
      await procuracy.does(`/investigations/${one}/cancel-charge`, {
        defendantIds: [defendantId],
        occurredOn: '2026-03-05',
      });
      await police.does(`/investigations/${one}/charge`, { ...charge, defendantId, occurredOn: '2026-03-09' });
      expect((await police.get(`/cases/${one}`)).body.file.defendants).toMatchObject([
        { id: defendantId, status: 'charged' },
      ]);
    });

    it('is the business of the office that took the step or holds the file', async () => {
      const body = { number: 'VA-10', offence: { article: 150, clause: 1 }, occurredOn: '2026-03-02' };
      const { subjectId } = await police.does('/investigations', body);
      expect((await procuracy.get(`/cases/${subjectId}`)).status).toBe(200);
      const refused = await procuracy.post(`/cases/${subjectId}/corrections`, { sequence: 1, reason: 'ghi nhầm' });
      expect(refused.body).toMatchObject({ status: 403, code: 'step.not-your-office' });
    });
  });
});
