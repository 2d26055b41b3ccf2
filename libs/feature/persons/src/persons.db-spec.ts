import { newId } from '#libs/platform/database';
import { type Deed, InvestigationDesks } from '../../../../test/support/investigation-desks.js';
import type { Officer } from '../../../../test/support/world.js';

jest.setTimeout(300_000);

type Body = Record<string, unknown>;
const OFFENCE = { article: 150, clause: 1 };
const CARD = '001311000123'; // invented-number
const OTHER_CARD = '001090000123'; // invented-number
const PHONE = '0912000123'; // invented-number
const VICTIM = {
  family: 'victim',
  fields: {
    fullName: 'Vàng Thị Bịa Đặt',
    birth: '2011-05',
    sex: 'female',
    papers: [{ kind: 'citizen-card', number: CARD }],
    phone: PHONE.replace('0', '+84 '),
    residence: 'bản Không Có, xã Giả Định',
    school: 'Trường Giả Định',
    guardian: 'Vàng A Bịa',
  },
};
const INFORMANT = { family: 'informant', fields: { fullName: 'Lò Văn Báo Tin', phone: '0900000000' } };
const SUSPECT = { family: 'suspect', fields: { fullName: 'Trần Văn Nghi', birth: '1990' } };
const WITNESS = { family: 'witness', fields: { fullName: 'Hoàng Thấy' } };

describe('the persons of a matter', () => {
  let desks: InvestigationDesks;
  let police: Officer;
  let procuracy: Officer;
  let support: Officer;

  beforeAll(async () => {
    desks = await InvestigationDesks.start();
    [police, procuracy] = [desks.at('police'), desks.at('procuracy')];
    support = await desks.world.officer('victim-support-officer', 'BCD-31');
  });

  afterAll(async () => desks.world.stop());

  const received = async (by = police): Promise<string> => {
    const report = { number: newId(), source: 'denunciation', occurredOn: '2026-02-20' };
    return (await by.does('/denunciations', report)).subjectId;
  };
  const record = async (file: string, person: Body, by = police): Promise<string> => {
    const { status, body } = await by.post(`/${file}/persons`, person);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id as string;
  };
  const list = async (who: Officer, file: string): Promise<Body[]> => {
    const { status, body } = await who.get(`/${file}/persons`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.items as Body[];
  };
  const familiesIn = async (who: Officer, file: string): Promise<unknown[]> =>
    (await list(who, file)).map(({ family }) => family).sort();
  const reveal = (who: Officer, id: string, fields: readonly string[], purpose = 'take-statement') =>
    who.post(`/persons/${id}/reveal`, { fields, purpose });
  const instituted = async (denunciationId: string): Promise<string> => {
    await police.does(`/denunciations/${denunciationId}/classify`, { competence: 'own', occurredOn: '2026-02-21' });
    const order = { caseNumber: newId(), offence: OFFENCE, occurredOn: '2026-02-25' };
    return (await police.does(`/denunciations/${denunciationId}/institute`, order)).caseId!;
  };

  it('are listed masked, with nothing of what was entered', async () => {
    const file = `denunciations/${await received()}`;
    await record(file, VICTIM);
    const [victim] = (await list(police, file)) as [
      Body & { fields: { field: string; masked: string; access: string }[] },
    ];
    const shown = Object.fromEntries(victim.fields.map(({ field, masked }) => [field, masked]));
    expect(shown).toEqual({
      fullName: 'Vàng T. B. Đ.',
      birth: '•••',
      sex: '•••',
      papers: '0••••••••123',
      phone: '0••••••123',
      residence: '•••',
      school: '•••',
      guardian: 'Vàng A. B.',
    });
    expect(new Set(victim.fields.map(({ access }) => access))).toEqual(new Set(['revealable']));
    expect(victim).toMatchObject({ family: 'victim', nameUnknown: false, article: expect.stringContaining('53/2024') });
    const plain = ['Bịa', 'Đặt', CARD, '912', '2011', 'Giả Định', 'Không Có', 'female'];
    const text = JSON.stringify(victim);
    expect(plain.filter((word) => text.includes(word))).toEqual([]);
  });

  it('follow the matter into its case and to who tries it; the informant stays where the report was received', async () => {
    const denunciationId = await received();
    const file = `denunciations/${denunciationId}`;
    await record(file, VICTIM);
    await record(file, WITNESS);
    await record(file, INFORMANT);
    const suspectId = await record(file, SUSPECT);
    expect(await familiesIn(police, file)).toEqual(['informant', 'suspect', 'victim', 'witness']);
    expect(await familiesIn(procuracy, file)).toEqual(['informant', 'suspect', 'victim', 'witness']);
    expect(await familiesIn(support, file)).toEqual(['victim']);

    const caseId = await instituted(denunciationId);
    const ofCase = `cases/${caseId}`;
    expect(await familiesIn(police, ofCase)).toEqual(['suspect', 'victim', 'witness']);
    const charge = { number: '1', offence: OFFENCE, defendantId: suspectId };
    await desks.take('police', caseId, ['investigations/charge', '2026-03-01', charge]);
    const suspects = (await list(police, ofCase)).filter(({ family }) => family === 'suspect');
    expect(suspects).toMatchObject([{ id: suspectId, defendantId: suspectId }]);
    expect(await familiesIn(police, file)).toContain('informant');

    await desks.take('procuracy', caseId, [
      'investigations/approve-charge',
      '2026-03-04',
      { defendantIds: [suspectId] },
    ]);
    await desks.take('police', caseId, ['investigations/conclude', '2026-06-01']);
    await desks.take('police', caseId, [
      'investigations/hand-to-procuracy',
      '2026-06-03',
      { toOfficeId: procuracy.officeId },
    ]);
    await desks.take('procuracy', caseId, ['prosecutions/indict', '2026-06-20']);
    const court = desks.at('court');
    expect((await court.get(`/${ofCase}/persons`)).status).toBe(404);
    await desks.take('procuracy', caseId, ['prosecutions/hand-to-court', '2026-06-22', { toOfficeId: court.officeId }]);
    expect(await familiesIn(court, ofCase)).toEqual(['suspect', 'victim', 'witness']);
    expect((await court.get(`/${file}/persons`)).status).toBe(404);
    const [victim] = (await list(court, ofCase)).filter(({ family }) => family === 'victim');
    const asked = [victim!['id'] as string, ['residence'], 'summon'] as const;
    expect((await reveal(court, ...asked)).body.fields).toHaveLength(1);
    expect((await reveal(police, ...asked)).body.code).toBe('person.field-not-revealed');
  });

  it('an accused who is severed off is met in the new case, and whoever stays is not', async () => {
    const [id, stays, goes] = (await desks.investigated(['1', '2'])) as [string, string, string];
    const file = `cases/${id}`;
    await record(file, { ...SUSPECT, defendantId: stays });
    await record(file, { ...SUSPECT, fields: { fullName: 'Lê Thị Tách' }, defendantId: goes });
    const victim = await record(file, VICTIM);
    const sever: Deed = [
      'investigations/sever',
      '2026-06-01',
      { caseNumber: newId(), persons: [{ defendantId: goes }] },
    ];
    const { childId } = await desks.take('police', id, sever);
    const there = await list(police, `cases/${childId}`);
    expect(there.map((one) => one['id']).sort()).toEqual([victim, goes].sort());
    const moved = there.find((one) => one['id'] === goes);
    expect(moved?.['defendantId']).not.toBe(goes);
    expect((await desks.read('police', childId!)).file.defendants).toMatchObject([{ id: moved?.['defendantId'] }]);

    const [into] = (await desks.investigated([])) as [string];
    await desks.take('police', childId!, ['investigations/join', '2026-06-10', { intoCaseId: into }]);
    expect((await list(police, `cases/${into}`)).map((one) => one['id']).sort()).toEqual([victim, goes].sort());
    expect((await reveal(police, goes, ['fullName'])).body.fields).toEqual([
      { field: 'fullName', text: 'Lê Thị Tách' },
    ]);
  });

  it('are known to nobody who has nothing to do with the matter: foreign and missing answer alike', async () => {
    const file = await received();
    const id = await record(`denunciations/${file}`, VICTIM);
    const stranger = desks.at('otherPolice');
    const answers = async (of: string, on: string) => [
      (await reveal(stranger, of, ['fullName'])).body,
      (await stranger.post(`/persons/${of}/corrections`, { withdrawn: ['phone'], reason: 'mistyped' })).body,
      (await stranger.get(`/denunciations/${on}/persons`)).body,
      (await stranger.post(`/denunciations/${on}/persons`, VICTIM)).body,
    ];
    const bare = (problems: Body[]) => problems.map((one) => ({ ...one, instance: '' }));
    const [foreign, missing] = [await answers(id, file), await answers(newId(), newId())];
    expect(bare(foreign)).toEqual(bare(missing));
    expect(foreign.map(({ status, code }) => [status, code])).toEqual([
      [404, 'person.not-found'],
      [404, 'person.not-found'],
      [404, 'file.not-found'],
      [404, 'file.not-found'],
    ]);
    const found = await stranger.post('/persons/search', { name: 'Vàng Thị Bịa' });
    expect(found.body).toEqual({ items: [], hasMore: false, unreadable: 0 });
  });

  it('are told for a purpose only, what the policy reveals and nothing else', async () => {
    const id = await record(`denunciations/${await received()}`, VICTIM);
    const told = await reveal(police, id, ['fullName', 'papers', 'workplace']);
    expect([told.status, told.body]).toEqual([
      200,
      {
        id,
        family: 'victim',
        fields: [{ field: 'fullName', text: 'Vàng Thị Bịa Đặt' }],
        papers: [{ kind: 'citizen-card', number: CARD }],
      },
    ]);
    const place = await reveal(procuracy, id, ['fullName', 'residence'], 'supervise');
    expect(place.body).toMatchObject({ status: 403, code: 'person.field-not-revealed' });
    expect(place.text).not.toContain('Bịa');
    expect((await reveal(procuracy, id, ['phone'], 'supervise')).body.fields).toEqual([
      { field: 'phone', text: PHONE },
    ]);
    expect((await reveal(support, id, ['school'], 'support-victim')).status).toBe(200);
    expect((await reveal(police, id, ['fullName'], 'other')).body.code).toBe('person.purpose-in-words');
    expect((await reveal(police, id, ['fullName'], 'curiosity')).body.code).toBe('request.invalid');
    const inWords = { fields: ['fullName'], purpose: 'other', reason: 'giao cho thân nhân là Vàng A Bịa' };
    expect((await police.post(`/persons/${id}/reveal`, inWords)).status).toBe(200);
    const rows = await desks.world.database.ownerQuery<{ text: string }>(
      'select d::text as text from person_disclosure d',
    );
    expect(rows.filter(({ text }) => text.includes('thân nhân'))).toEqual([]);
  });

  it('are corrected by a new version; the former one stays, encrypted', async () => {
    const id = await record(`denunciations/${await received()}`, VICTIM);
    const correction = {
      fields: { fullName: 'Vàng Thị Thật', phone: PHONE },
      withdrawn: ['school'],
      reason: 'paper-seen',
    };
    const corrected = await police.post(`/persons/${id}/corrections`, correction);
    expect(corrected.body).toEqual({ changed: ['fullName', 'school'], warnings: [] });
    const { body } = await reveal(police, id, ['fullName', 'school']);
    expect(body.fields).toEqual([{ field: 'fullName', text: 'Vàng Thị Thật' }]);
    const versions = await desks.world.database.ownerQuery(
      `select field, version, reason from person_field where person_id = $1 and field in ('full_name', 'school') order by 1, 2`,
      [id],
    );
    expect(versions).toEqual([
      { field: 'full_name', version: 1, reason: null },
      { field: 'full_name', version: 2, reason: 'paper-seen' },
      { field: 'school', version: 1, reason: null },
      { field: 'school', version: 2, reason: 'paper-seen' },
    ]);
    const refused = await procuracy.post(`/persons/${id}/corrections`, correction);
    expect(refused.body).toMatchObject({ status: 403, code: 'person.family-not-recorded-here' });
    const none = await police.post(`/persons/${id}/corrections`, { reason: 'mistyped' });
    expect(none.body.code).toBe('person.nothing-to-correct');
  });

  it('are recorded once per key, with a name or without one on purpose', async () => {
    const file = `denunciations/${await received()}`;
    const key = newId();
    const [first, again] = [
      await police.post(`/${file}/persons`, VICTIM, key),
      await police.post(`/${file}/persons`, VICTIM, key),
    ];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect((await police.post(`/${file}/persons`, WITNESS, key)).body.code).toBe('idempotency.key-reused');
    expect((await list(police, file)).length).toBe(1);
    expect((await police.post(`/${file}/persons`, { family: 'victim', fields: {} })).body.code).toBe(
      'person.name-or-unknown',
    );
    const nameless = { family: 'victim', fields: { sex: 'male' }, nameUnknown: true };
    await record(file, nameless);
    expect((await list(police, file)).filter((one) => one['nameUnknown'])).toHaveLength(1);
    const elsewhere = { ...SUSPECT, defendantId: newId() };
    expect((await police.post(`/${file}/persons`, elsewhere)).body.code).toBe('person.no-such-defendant');
  });

  it('are warned of, not refused, when a card says another sex or year', async () => {
    const file = `denunciations/${await received()}`;
    const papers = [{ kind: 'citizen-card', number: OTHER_CARD }];
    const { status, body } = await police.post(`/${file}/persons`, { ...VICTIM, fields: { ...VICTIM.fields, papers } });
    expect(status).toBe(201);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'paper.sex-differs',
      'paper.birth-year-differs',
    ]);
    const malformed = await police.post(`/${file}/persons`, {
      ...VICTIM,
      fields: { ...VICTIM.fields, papers: [{ kind: 'citizen-card', number: '123456' }] },
    });
    expect([malformed.status, malformed.body.code]).toEqual([400, 'paper.shape']);
    expect(malformed.text).not.toContain('123456');
  });

  it('are found by name with or without tones and by number, masked, among those that one may meet', async () => {
    const file = `denunciations/${await received()}`;
    const id = await record(file, { ...VICTIM, fields: { ...VICTIM.fields, fullName: 'Đặng Thị Hoà Tìm' } });
    const search = async (who: Officer, query: Body) => (await who.post('/persons/search', query)).body;
    for (const name of ['dang thi hoa tim', 'Hòa Tìm', 'HOÀ TÌ', 'đặng thị']) {
      expect([name, (await search(police, { name })).items.map((one: Body) => one['id'])]).toEqual([name, [id]]);
    }
    expect((await search(police, { name: 'Hoá Tìm', exactTones: true })).items).toEqual([]);
    expect((await search(police, { name: 'Đặng Thị Hòa', exactTones: true })).items).toHaveLength(1);
    const byCard = { paper: { kind: 'citizen-card', number: CARD.replace('001', '001 ') } };
    expect((await search(police, byCard)).items.map((one: Body) => one['id'])).toContain(id);
    expect((await search(police, { ...byCard, families: ['suspect'] })).items).toEqual([]);
    expect((await search(support, { name: 'hoa tim' })).items).toHaveLength(1);
    const text = JSON.stringify(await search(procuracy, { name: 'hoa tim' }));
    expect(text).toContain('Đặng T. H. T.');
    expect(text).not.toContain('Hoà');
    expect((await search(police, { name: 'đ' })).code).toBe('person.search-too-short');
    expect((await search(police, {})).code).toBe('person.name-or-number');
  });
});
