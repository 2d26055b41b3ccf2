import { day } from '#libs/domain/kernel';
import { URGENCIES } from '#libs/domain/procedure';
import { ActingOffices, AppendHistories, FileLogRepository, WorkingDays, prepareHistory } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, Database, FixedClock, UnitOfWork, newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';
import { type DeadlineLine, ListDeadlines, MakeLimitNotices, PassToSuccessors, RefreshDeadlines } from './index.js';
import { RunningLimitRepository } from './running-limit.repository.js';

describe('the queue of what is due', () => {
  let world: World;
  let police: Officer;
  let otherPolice: Officer;
  let leader: Officer;
  let administrator: Officer;
  let numbers = 0;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    otherPolice = await world.officer('investigator', 'CA-01');
    leader = await world.officer('leader', 'BCD-31');
    administrator = await world.officer('administrator', 'BCD-CP');
  }, 300_000);

  afterAll(async () => world.stop());

  const received = async (occurredOn: string) => {
    numbers += 1;
    const number = `H-${numbers}/2026`;
    return (await police.does('/denunciations', { number, source: 'report', occurredOn })).subjectId;
  };
  const on = (today: string) => new FixedClock(day(today));
  const listOn = (today: string) =>
    new ListDeadlines(world.app.get(Database), on(today), world.app.get(JurisdictionDirectory));
  const ladderOn = (today: string) =>
    new MakeLimitNotices(world.app.get(UnitOfWork), world.app.get(WorkingDays), on(today));
  const verificationOf = async (subjectId: string): Promise<DeadlineLine[]> => {
    const { body } = await police.get('/deadlines?limit=200');
    const items = (body as { items: DeadlineLine[] }).items;
    return items.filter((line) => line.subjectId === subjectId && line.limitId === 'verification');
  };

  it('holds a limit from the step that starts it to the step that ends it', async () => {
    const id = await received('2026-03-02');
    await police.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-03-02' });
    await world.settled();
    const [line] = await verificationOf(id);
    // 20 days from Monday 2 March 2026 end on Sunday the 22nd, so on Monday the 23rd.
    expect(line).toMatchObject({
      kind: 'decision',
      startedOn: '2026-03-02',
      dueOn: '2026-03-23',
      officeId: police.officeId,
      article: expect.stringContaining('Đ.147'),
      reckoning: { startedBy: 'received', length: { days: 20 }, endByLaw: '2026-03-22', extendedTo: [] },
    });
    await police.does(`/denunciations/${id}/decline`, { ground: 'no-event', occurredOn: '2026-03-20' });
    await world.settled();
    expect(await verificationOf(id)).toEqual([]);
  });

  it('counts what its lists hold, for every office and every urgency', async () => {
    for (let day = 1; day <= 9; day += 1) await received(`2026-04-0${day}`);
    await world.settled();
    const today = '2026-04-24';
    for (const officeId of [undefined, police.officeId, otherPolice.officeId]) {
      const scope = officeId === undefined ? {} : { officeId };
      const counts = await listOn(today).counts(undefined, scope);
      for (const urgency of URGENCIES) {
        const { total, items } = await listOn(today).list(undefined, { ...scope, urgency, limit: 200 });
        expect([urgency, items.length, total]).toEqual([urgency, counts[urgency], counts[urgency]]);
      }
    }
    const { 'within-3': three, 'within-7': seven, 'within-30': thirty } = await listOn(today).counts(undefined, {});
    expect([three <= seven, seven <= thirty, thirty > 0]).toEqual([true, true, true]);
  });

  it('is read in pages that lose and double nothing', async () => {
    const all = await listOn('2026-04-24').list(undefined, { limit: 200 });
    const seen: number[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listOn('2026-04-24').list(undefined, { limit: 4, ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
    const refused = await police.get('/deadlines?after=bm90aGluZw');
    expect([refused.status, refused.body.code]).toEqual([400, 'page.invalid']);
  });

  it('shows nobody the limits of an office outside the scope', async () => {
    const mine = await police.get('/deadlines?limit=200');
    const others = await otherPolice.get('/deadlines?limit=200');
    const leaders = await leader.get('/deadlines?limit=200');
    expect(mine.body.total).toBeGreaterThan(0);
    expect(others.body).toMatchObject({ total: 0, items: [] });
    expect(leaders.body.total).toBe(mine.body.total);
    const nation = await world.officer('leader', 'BCD-CP');
    expect((await nation.get('/deadlines?limit=1')).body.total).toBe(
      (await listOn('2026-04-24').list(undefined, {})).total,
    );
    expect((await otherPolice.get('/deadlines/counts')).body).toMatchObject({ overdue: 0, 'within-30': 0 });
  });

  it('gives each rung of the ladder once, to the head when it is over, and nothing on a day off', async () => {
    const id = await received('2026-05-04');
    await world.settled();
    const noticesOf = async () =>
      world.database.ownerQuery<{ rung: number; to_head: boolean; made_on: string }>(
        `select rung, to_head, made_on::text from limit_notice where subject_id = $1 and limit_id = 'verification'
         order by id`,
        [id],
      );
    // 20 days from 4 May end on Sunday the 24th: due Monday 25 May 2026. 23 and 24 May are a weekend.
    for (const today of ['2026-05-15', '2026-05-18', '2026-05-18', '2026-05-22', '2026-05-23', '2026-05-24']) {
      await ladderOn(today).run();
    }
    expect(await noticesOf()).toEqual([
      { rung: 7, to_head: false, made_on: '2026-05-18' },
      { rung: 3, to_head: false, made_on: '2026-05-22' },
    ]);
    for (const today of ['2026-05-25', '2026-05-26', '2026-05-27']) await ladderOn(today).run();
    expect((await noticesOf()).slice(2)).toEqual([
      { rung: 1, to_head: false, made_on: '2026-05-25' },
      { rung: 0, to_head: false, made_on: '2026-05-26' },
      { rung: 0, to_head: true, made_on: '2026-05-26' },
    ]);
    const officers = await police.get('/deadlines/notices');
    const heads = await leader.get('/deadlines/notices');
    const [first] = officers.body.filter((one: { subjectId: string }) => one.subjectId === id);
    expect(heads.body.every((one: { toHead: boolean }) => one.toHead)).toBe(true);
    expect(heads.body.some((one: { subjectId: string }) => one.subjectId === id)).toBe(true);
    expect((await otherPolice.post(`/deadlines/notices/${first.id}/read`)).status).toBe(404);
    expect((await police.post(`/deadlines/notices/${first.id}/read`)).status).toBe(204);
    expect((await police.post(`/deadlines/notices/${first.id}/read`)).status).toBe(404);
  });

  it('tells of the end of a limitation 12, 6 and 3 months before, each once, and lists and counts it by them', async () => {
    // Very serious: 15 years from 15 July 2012 end on 15 July 2027.
    const body = { source: 'report', committedOn: '2012-07-15', offence: { article: 150, clause: 1 } };
    const told = { ...body, number: 'H-TH/2026', occurredOn: '2026-03-02' };
    const id = (await police.does('/denunciations', told)).subjectId;
    await police.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-03-02' });
    await police.does(`/denunciations/${id}/suspend`, { ground: 'expertise-pending', occurredOn: '2026-03-23' });
    await world.settled();
    // 15 July 2026 is a Wednesday; 15 January 2027 a Friday; 15 April 2027 a Thursday.
    for (const today of ['2026-07-14', '2026-07-15', '2026-07-16', '2027-01-15', '2027-01-18', '2027-04-15']) {
      await ladderOn(today).run();
    }
    const made = await world.database.ownerQuery(
      `select rung, to_head, made_on::text from limit_notice
       where subject_id = $1 and limit_id = 'limitation-of-prosecution' order by id`,
      [id],
    );
    expect(made).toEqual([
      { rung: 360, to_head: false, made_on: '2026-07-15' },
      { rung: 180, to_head: false, made_on: '2027-01-15' },
      { rung: 90, to_head: false, made_on: '2027-04-15' },
    ]);
    const counted = async (today: string) => {
      const counts = await listOn(today).counts(undefined, {});
      return [counts.limitation, counts['limitation-6'], counts['limitation-3']];
    };
    expect(
      await Promise.all(['2026-07-14', '2026-07-15', '2027-01-15', '2027-04-15', '2027-07-16'].map(counted)),
    ).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    const { items } = await listOn('2027-01-15').list(undefined, { urgency: 'limitation-6' });
    expect(items).toMatchObject([{ subjectId: id, kind: 'limitation', dueOn: '2027-07-15' }]);
  });

  it('follows the calendar when an administrator sets a year anew', async () => {
    const id = await received('2026-06-01');
    await world.settled();
    // 20 days from 1 June end on Sunday the 21st.
    expect(await verificationOf(id)).toMatchObject([{ dueOn: '2026-06-22' }]);
    const years = (await administrator.get('/days-off')).body as { year: number; daysOff: string[] }[];
    const { year, ...known } = years.find((one) => one.year === 2026)!;
    const more = { ...known, daysOff: [...known.daysOff, '2026-06-22'], decision: 'invented for a test' };
    const put = (who: Officer, body: object) => who.put(`/days-off/${year}`, body);
    expect((await put(police, more)).status).toBe(403);
    const wrong = await put(administrator, { ...more, makeUpDays: ['2026-06-24'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'days-off.make-up-on-a-working-day']);
    expect((await put(administrator, more)).status).toBe(204);
    await world.settled();
    expect(await verificationOf(id)).toMatchObject([{ dueOn: '2026-06-23', reckoning: { endByLaw: '2026-06-21' } }]);
  });

  it('tells of one file every limit, past and running, with its arithmetic', async () => {
    const id = await received('2026-07-01');
    await police.does(`/denunciations/${id}/classify`, { competence: 'own', occurredOn: '2026-07-02' });
    const { body } = await police.get(`/denunciations/${id}/limits`);
    expect(body).toContainEqual(
      expect.objectContaining({ id: 'classification', startedOn: '2026-07-01', stoppedOn: '2026-07-02' }),
    );
    expect((await otherPolice.get(`/denunciations/${id}/limits`)).status).toBe(404);
  });

  it('is narrowed to a territory with every office in it, by code or name, within the scope of who asks', async () => {
    await otherPolice.does('/denunciations', { number: 'H-HN/2026', source: 'report', occurredOn: '2026-04-06' });
    await world.settled();
    const today = '2026-04-24';
    const directory = world.app.get(JurisdictionDirectory);
    const everything = await listOn(today).list(undefined, { limit: 200 });
    for (const territory of ['31', 'Hải Phòng', 'hai phong', '01']) {
      const offices = directory.officeIdsIn(directory.territoryNamed(territory, day(today)).id);
      const expected = everything.items.filter(({ officeId }) => offices.has(officeId)).map(({ id }) => id);
      const { total, items } = await listOn(today).list(undefined, { territory, limit: 200 });
      expect([items.map(({ id }) => id), total]).toEqual([expected, expected.length]);
      expect([expected.length > 0, expected.length < everything.total]).toEqual([true, true]);
      const counts = await listOn(today).counts(undefined, { territory });
      for (const urgency of URGENCIES) {
        const page = await listOn(today).list(undefined, { territory, urgency, limit: 200 });
        expect([urgency, page.items.length, page.total]).toEqual([urgency, counts[urgency], counts[urgency]]);
      }
    }
    const own = await police.get('/deadlines?territory=31&limit=200');
    expect(own.body.total).toBe((await police.get('/deadlines?limit=1')).body.total);
    for (const query of [
      '?territory=01',
      '?territory=Atlantis',
      '/counts?territory=01',
      '/counts?territory=Atlantis',
    ]) {
      const { status, body } = await police.get(`/deadlines${query}`);
      expect([query, status, body.code]).toEqual([query, 404, 'territory.not-found']);
    }
  });

  const heldByAnEndedOffice = async (number: string) => {
    const directory = world.app.get(JurisdictionDirectory);
    const ended = directory.current.offices.offices.find(
      ({ agency, validTo, successorId }) => agency === 'police-investigation' && validTo && successorId,
    )!;
    const occurredOn = day('2025-01-06');
    const command = { name: 'receive', occurredOn, officeId: ended.id, payload: { source: 'report' } };
    const stamp = { commandId: newId(), recordedBy: newId(), recordedOn: occurredOn, recordedAt: new Date(0) };
    const subject = { id: newId(), kind: 'denunciation' as const, number, officeId: ended.id, version: 0 };
    const setting = world.app.get(ActingOffices).setting();
    const prepared = prepareHistory({ subject, log: [], steps: [{ command, ...stamp }] }, () => setting);
    expect(prepared.faults).toEqual([]);
    await world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(AppendHistories).appendInTx(tx, [prepared]), { task: 'record' });
    const officesOfLimits = async () =>
      world.database.ownerQuery<{ limit_id: string; office_id: number }>(
        'select limit_id, office_id from running_limit where subject_id = $1',
        [subject.id],
      );
    const successorId = directory.successorOf(ended, world.app.get(Clock).today())?.id;
    expect(successorId).toBeDefined();
    return { endedId: ended.id, successorId, officesOfLimits };
  };

  it('holds what an office that has ended left undone for its successor', async () => {
    const { successorId, officesOfLimits } = await heldByAnEndedOffice('H-CU');
    await world.app.get(RefreshDeadlines).refresh();
    const rows = await officesOfLimits();
    expect(rows).toContainEqual({ limit_id: 'verification', office_id: successorId });
    expect(rows).toContainEqual({ limit_id: 'receipt-to-procuracy', office_id: successorId });
  });

  it('passes limits reckoned while an office stood to its successor before the notices of the morning', async () => {
    const { endedId, successorId, officesOfLimits } = await heldByAnEndedOffice('H-CU-2');
    const { app } = world;
    const parts = [app.get(UnitOfWork), app.get(FileLogRepository), app.get(RunningLimitRepository)] as const;
    const around = [app.get(WorkingDays), app.get(JurisdictionDirectory), on('2025-01-10')] as const;
    await new RefreshDeadlines(...parts, ...around).refresh();
    expect(await officesOfLimits()).toContainEqual({ limit_id: 'verification', office_id: endedId });
    await app.get(PassToSuccessors).run();
    const passedOn = await officesOfLimits();
    expect(passedOn).toContainEqual({ limit_id: 'verification', office_id: successorId });
    expect(passedOn.map(({ office_id: id }) => id)).not.toContain(endedId);
    expect(await app.get(PassToSuccessors).run()).toEqual({ files: 0, limits: 0 });
  });

  it('is the same when every file is reckoned anew', async () => {
    const rows = async () =>
      world.database.ownerQuery(
        `select subject_id, limit_id, defendant_id, office_id, started_on, due_on, ask_by from running_limit
         order by subject_id, limit_id, defendant_id, started_on`,
      );
    const before = await rows();
    await world.database.ownerQuery(`insert into outbox (topic, subject_id) select 'limits-changed', id from subject`);
    await world.app.get(RefreshDeadlines).refresh(3);
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(10);
  });
});
