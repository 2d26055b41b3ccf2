import { newId } from '#libs/platform/database';
import { TwinFile } from '../../../../test/support/twin-file.js';
import { type Officer, World } from '../../../../test/support/world.js';
import { RebuildProjections } from './index.js';

describe('the record', () => {
  let world: World;
  let police: Officer;
  let procuracy: Officer;
  let court: Officer;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    procuracy = await world.officer('procuracy-clerk', 'VKS-31');
    court = await world.officer('court-clerk', 'TA-31');
  }, 300_000);

  afterAll(async () => world.stop());

  const sql = async <T>(text: string, parameters: unknown[] = []) => world.database.ownerQuery<T>(text, parameters);
  const denunciation = async (number: string) => {
    const body = { number, source: 'denunciation', occurredOn: '2026-03-02' };
    const { subjectId } = await police.does('/denunciations', body);
    await police.does(`/denunciations/${subjectId}/classify`, { competence: 'own', occurredOn: '2026-03-03' });
    return subjectId;
  };
  const offence = { article: 150, clause: 1 };
  const judgedCase = async (number: string) => {
    const { subjectId: id } = await police.does('/investigations', { number, offence, occurredOn: '2025-01-02' });
    return judged(id);
  };
  /** The same, instituted on a denunciation of the office's own territory. */
  const judgedCaseOfDenunciation = async (number: string) => {
    const [place] = await sql<{ id: number }>('select territory_id as id from office where id = $1', [police.officeId]);
    const report = { number, source: 'denunciation', occurredOn: '2025-01-01', placeId: place!.id };
    const { subjectId: origin } = await police.does('/denunciations', report);
    await police.does(`/denunciations/${origin}/classify`, { competence: 'own', occurredOn: '2025-01-01' });
    await police.does(`/denunciations/${origin}/assign`, { assigneeId: police.accountId, occurredOn: '2025-01-01' });
    const institution = { occurredOn: '2025-01-02', offence, caseNumber: number };
    const { caseId } = await police.does(`/denunciations/${origin}/institute`, institution);
    return judged(caseId!);
  };
  /** With two accused, on every docket of the main line. */
  const judged = async (id: string) => {
    const on = (occurredOn: string, more: object = {}) => ({ occurredOn, ...more });
    for (const accused of ['1', '2']) {
      await police.does(`/investigations/${id}/charge`, on('2025-01-03', { number: accused, offence }));
    }
    const { body } = await police.get(`/cases/${id}`);
    const defendantIds = body.file.defendants.map((one: { id: string }) => one.id) as string[];
    await procuracy.does(`/investigations/${id}/approve-charge`, on('2025-01-06', { defendantIds }));
    await police.does(`/investigations/${id}/conclude`, on('2025-03-03'));
    await police.does(`/investigations/${id}/hand-to-procuracy`, on('2025-03-04', { toOfficeId: procuracy.officeId }));
    await procuracy.does(`/prosecutions/${id}/indict`, on('2025-03-20'));
    await procuracy.does(`/prosecutions/${id}/hand-to-court`, on('2025-03-21', { toOfficeId: court.officeId }));
    await court.does(`/trials/${id}/accept`, on('2025-03-24'));
    await court.does(`/trials/${id}/schedule`, on('2025-04-10', { hearingOn: '2025-05-05' }));
    const verdicts = defendantIds.map((defendantId) => ({ defendantId, outcome: 'convicted' }));
    await court.does(`/trials/${id}/judge`, on('2025-05-05', { verdicts }));
    await court.does(`/trials/${id}/appeal`, on('2025-05-12', { kind: 'appeal', defendantIds: [defendantIds[0]] }));
    return id;
  };

  it.each([
    `update event set occurred_on = '2000-01-01'`,
    'delete from event',
    'truncate event',
    `update command_receipt set account_id = '${newId()}'`,
    'delete from command_receipt',
    'update ledger set n = -n',
    'delete from ledger',
    'delete from subject',
  ])('is closed to the application for “%s”', async (statement) => {
    await expect(world.database.dataSource.query(statement)).rejects.toThrow(/permission denied/);
  });

  it('counts each file from 1 without a gap, whoever writes at once', async () => {
    const id = await denunciation('GAP');
    const assignments = Array.from({ length: 12 }, async () =>
      police.post(`/denunciations/${id}/assign`, { assigneeId: police.accountId, occurredOn: '2026-03-04' }),
    );
    expect((await Promise.all(assignments)).map(({ status }) => status)).toEqual(Array<number>(12).fill(201));
    const rows = await sql<{ sequence: number }>('select sequence from event where subject_id = $1 order by position', [
      id,
    ]);
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(await sql('select version from subject where id = $1', [id])).toEqual([{ version: 14 }]);
  });

  describe('its projections', () => {
    const rebuild = () => world.app.get(RebuildProjections);

    it('agree with it, corrections included', async () => {
      const id = await judgedCase('VA-AGREE');
      const replacement = { event: 'investigation-concluded', occurredOn: '2025-03-01', payload: {} };
      await police.does(`/cases/${id}/corrections`, { sequence: 5, reason: 'nhập nhầm ngày', replacement });
      expect((await rebuild().run(false)).differences).toEqual([]);
    });

    const tampered: readonly (readonly [string, string, string])[] = [
      ['a status', 'state', `update file_state set status = 'final' where subject_id = $1`],
      ['a holder', 'state', 'update file_state set holder_office_id = 1 where subject_id = $1'],
      ['a missing state', 'state', 'delete from file_state where subject_id = $1'],
      ['an entry', 'entries', `update docket_entry set opened_on = '2001-01-01' where subject_id = $1 and ordinal = 1`],
      ['a missing entry', 'entries', 'delete from docket_entry where subject_id = $1 and ordinal = 2'],
      ['a defendant', 'defendants', `update defendant_state set status = 'cancelled' where case_id = $1`],
      ['missing defendants', 'defendants', 'delete from defendant_state where case_id = $1'],
      ['a version', 'version', 'update subject set version = version - 1 where id = $1'],
      ['a missing origin', 'origin', 'delete from case_origin where case_id = $1'],
      ['a stranger as origin', 'origin', 'insert into case_origin (case_id, denunciation_id) values ($1, $1)'],
      [
        'a territory of the ledger',
        'ledger',
        'update ledger set territory_id = territory_id + 1 where subject_id = $1',
      ],
      ['a place of the ledger', 'ledger', 'update ledger set place_id = 1 where subject_id = $1'],
      ['a place that the ledger lost', 'ledger', 'update ledger set place_id = null where subject_id = $1'],
      [
        'a missing ledger row',
        'ledger',
        `delete from ledger where id = (select min(id) from ledger where subject_id = $1)`,
      ],
      [
        'a ledger row too much',
        'ledger',
        `insert into ledger (position, subject_id, docket, flow, n, office_id, territory_id, day, recorded_on)
           values (1, $1, 1, 20, 1, 1, 1, '2025-01-01', '2025-01-01')`,
      ],
      [
        'a ledger row below zero',
        'ledger',
        `insert into ledger (position, subject_id, docket, flow, n, office_id, territory_id, day, recorded_on)
           values (1, $1, 1, 20, -1, 1, 1, '2025-01-02', '2025-01-02')`,
      ],
    ];
    it('are found wrong and put right again', async () => {
      const id = await judgedCaseOfDenunciation('VA-REPAIR');
      const everything = async () =>
        sql(
          `select (select to_jsonb(f) - 'last_position' from file_state f where f.subject_id = $1) as state,
             (select jsonb_agg(d order by d.ordinal) from docket_entry d where d.subject_id = $1) as entries,
             (select jsonb_agg(d order by d.defendant_id) from defendant_state d where d.case_id = $1) as defendants,
             (select version from subject where id = $1) as version,
             (select jsonb_agg(o.denunciation_id order by 1) from case_origin o where o.case_id = $1) as origin,
             (select jsonb_agg(l) from (select docket, flow, office_id, unit_id, day, territory_id, place_id, sum(n) as n
                from ledger where subject_id = $1 group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
                order by 1, 2, 3, 4, 5, 6, 7) l) as ledger`,
          [id],
        );
      const right = await everything();
      for (const [what, part, statement] of tampered) {
        await sql(statement, [id]);
        const found = await rebuild().run(true);
        expect([what, found.differences]).toEqual([
          what,
          [{ subjectId: id, kind: 'case', number: 'VA-REPAIR', differs: [part] }],
        ]);
        expect((await rebuild().run(false)).differences).toEqual([]);
        expect(await everything()).toEqual(right);
      }
    }, 120_000);
  });

  it('says the same whether a file is recorded step by step or appended as a whole', async () => {
    const original = {
      id: await judgedCase('VA-STEPS'),
      kind: 'case' as const,
      officeId: police.officeId,
      placeId: null,
    };
    const { stepwise, whole } = await new TwinFile(world, original).append();
    expect(whole).toEqual(stepwise);
    await world.settled();
    expect((await world.app.get(RebuildProjections).run(false)).differences).toEqual([]);
  });
});
