import { randomInt } from 'node:crypto';
import { foldName } from '#libs/domain/person';
import { newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';

jest.setTimeout(300_000);

type Body = Record<string, unknown>;
const CANARIES = 50;
const SYLLABLES = ['Xuýnh', 'Quẹo', 'Ngoéo', 'Đuềnh', 'Khuỷu', 'Thuở', 'Nghễnh', 'Toẻn', 'Phễu', 'Giặc'];

/** A name that nothing else holds, with tones in it. */
const canaryName = (n: number): string =>
  `${SYLLABLES[n % 10]!} ${SYLLABLES[Math.floor(n / 10)]!} Hoẵng${String.fromCharCode(97 + (n % 26))}${n}x`;
const canaryCard = (n: number): string => `0013110${String(77_000 + n)}`;

/** What a name or number may look like in a dump: composed, decomposed, without marks, base64, hexadecimal. */
function traces(text: string): string[] {
  const forms = [text, text.normalize('NFD'), foldName(text), text.toUpperCase()];
  const encoded = forms.flatMap((form) => {
    const bytes = Buffer.from(form);
    // Wherever it begins in what was encoded, the middle is one of three texts.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift, 32), bytes])
        .toString('base64')
        .slice(4, -4),
    );
    return [...base64, bytes.toString('hex')];
  });
  return [...forms, ...encoded];
}

describe('who somebody is', () => {
  let world: World;
  let police: Officer;
  let file: string;

  beforeAll(async () => {
    world = await World.start();
    police = await world.officer('investigator', 'CA-31');
    const report = { number: newId(), source: 'denunciation', occurredOn: '2026-02-20' };
    file = (await police.does('/denunciations', report)).subjectId;
  });

  afterAll(async () => world.stop());

  const owner = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    world.database.ownerQuery<T>(sql, parameters);
  const record = async (fields: Body, on = file): Promise<string> => {
    const { body } = await police.post(`/denunciations/${on}/persons`, { family: 'victim', fields });
    return body.id as string;
  };
  const reveal = (who: Officer, id: string) =>
    who.post(`/persons/${id}/reveal`, { fields: ['fullName'], purpose: 'verify-identity' });
  const sealedOf = async (id: string): Promise<Buffer> =>
    (
      await owner<{ sealed: Buffer }>(`select sealed from person_field where person_id = $1 and field = 'full_name'`, [
        id,
      ])
    )[0]!.sealed;
  const putSealed = (id: string, sealed: Buffer): Promise<unknown> =>
    owner(`update person_field set sealed = $2 where person_id = $1 and field = 'full_name'`, [id, sealed]);
  const newFile = async (): Promise<string> => {
    const report = { number: newId(), source: 'denunciation', occurredOn: '2026-02-21' };
    return (await police.does('/denunciations', report)).subjectId;
  };

  it('is not told when a value was exchanged with another person’s, or one bit of it is another', async () => {
    const on = await newFile();
    const [one, other] = [
      await record({ fullName: 'Người Thứ Nhất' }, on),
      await record({ fullName: 'Người Thứ Hai' }, on),
    ];
    const [own, foreign] = [await sealedOf(one), await sealedOf(other)];
    const refused = async (sealed: Buffer): Promise<void> => {
      await putSealed(one, sealed);
      for (const answer of [await reveal(police, one), await police.get(`/denunciations/${on}/persons`)]) {
        expect([answer.status, answer.body.code]).toEqual([503, 'vault.value-refused']);
        expect(answer.text).not.toMatch(/Người Thứ|N\. T\.|Thứ/);
      }
      const found = (await police.post('/persons/search', { name: 'thu nhat' })).body;
      expect(found).toEqual({ items: [], hasMore: false, unreadable: 1 });
    };
    await refused(foreign);
    for (let flips = 0; flips < 5; flips += 1) {
      const bit = randomInt(40, own.length * 8);
      const flipped = Buffer.from(own);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await refused(flipped);
    }
    await putSealed(one, own);
    expect((await reveal(police, one)).body.fields).toEqual([{ field: 'fullName', text: 'Người Thứ Nhất' }]);
  });

  it('is not told in another file into which somebody’s row was moved by hand', async () => {
    const [from, to] = [await newFile(), await newFile()];
    const id = await record({ fullName: 'Người Bị Dời' }, from);
    for (const table of ['person_number', 'person_field', 'person']) {
      await owner(`alter table ${table} disable trigger all`);
      await owner(`update ${table} set subject_id = $2 where ${table === 'person' ? 'id' : 'person_id'} = $1`, [
        id,
        to,
      ]);
      await owner(`alter table ${table} enable trigger all`);
    }
    const answer = await police.get(`/denunciations/${to}/persons`);
    expect([answer.status, answer.body.code]).toEqual([503, 'vault.value-refused']);
  });

  it('is not found by a number whose index was moved to somebody else', async () => {
    const on = await newFile();
    const card = canaryCard(900);
    const bearer = await record({ fullName: 'Người Mang Số', papers: [{ kind: 'citizen-card', number: card }] }, on);
    const other = await record(
      { fullName: 'Người Khác', papers: [{ kind: 'citizen-card', number: canaryCard(901) }] },
      on,
    );
    await owner(
      `update person_number n set value = b.value from person_number b where n.person_id = $1 and b.person_id = $2`,
      [...[other, bearer]],
    );
    const found = await police.post('/persons/search', { paper: { kind: 'citizen-card', number: card } });
    expect(found.body.items.map((one: Body) => one['id'])).toEqual([bearer]);
  });

  it('is told thirty times an hour to an account, also when many ask at once, and then it says until when', async () => {
    const reader = await world.officer('procuracy-clerk', 'VKS-31');
    const id = await record({ fullName: 'Người Được Hỏi' });
    const answers = await Promise.all(Array.from({ length: 34 }, () => reveal(reader, id)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429, 429, 429, 429]);
    const refusal = answers.find(({ status }) => status === 429)!;
    expect(refusal.body).toMatchObject({
      code: 'person.budget-spent',
      detail: expect.stringMatching(/30 lượt.*60 phút/),
    });
    expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(3_500);
    const [alerts] = await owner<{ n: number }>(
      `select count(*)::int as n from person_disclosure where what = 'refused' and account_id = $1`,
      [reader.accountId],
    );
    expect(alerts).toEqual({ n: 4 });
    await owner(
      `update person_disclosure set disclosed_at = disclosed_at - interval '61 minutes' where account_id = $1`,
      [reader.accountId],
    );
    expect((await reveal(reader, id)).status).toBe(200);
  });

  it('is told only with an entry in the audit, which holds fingerprints and nothing else', async () => {
    const reader = await world.officer('court-clerk', 'TA-31');
    const id = await record({ fullName: 'Người Được Ghi Sổ' });
    const teller = await world.officer('investigator', 'CA-BCA-C02');
    expect((await reveal(reader, id)).status).toBe(404);
    const entries = () =>
      owner<{ action: string; text: string }>(
        `select action, a::text as text from audit_entry a where subject_id = $1 or action = 'person.searched' order by id`,
        [id],
      );
    const before = (await entries()).length;
    expect((await reveal(police, id)).status).toBe(200);
    expect((await police.post('/persons/search', { name: 'duoc ghi so' })).body.items).toHaveLength(1);
    const told = (await entries()).slice(before);
    expect(told.map(({ action }) => action)).toEqual(['person-disclosure.added', 'person.revealed', 'person.searched']);
    expect(told.filter(({ text }) => /Ghi S|ghi so/.test(text))).toEqual([]);

    await owner(
      `create function refuse_entry() returns trigger language plpgsql as 'begin raise exception ''full''; end'`,
    );
    await owner(
      'create trigger refuse_entry before insert on audit_entry for each row execute function refuse_entry()',
    );
    try {
      for (const answer of [await reveal(police, id), await police.post('/persons/search', { name: 'duoc ghi so' })]) {
        expect([answer.status, answer.body.code]).toEqual([503, 'service.unavailable']);
        expect(answer.text).not.toMatch(/Ghi S|N\. Đ/);
      }
    } finally {
      await owner('drop trigger refuse_entry on audit_entry');
    }
    expect((await teller.get(`/denunciations/${file}/persons`)).text).not.toContain('Ghi Sổ');
  });

  it('of a file that is marked secret is there for whom the file is, one by one and among many', async () => {
    const on = await newFile();
    const id = await record({ fullName: 'Người Thuộc Hồ Sơ Mật' }, on);
    await owner(`insert into secrecy_mark (subject_id, mark, basis, marked_at) values ($1, 2, 'hư cấu', now())`, [on]);
    const seen = async () => [
      (await reveal(police, id)).status,
      (await police.post('/persons/search', { name: 'ho so mat' })).body.items.length,
    ];
    expect(await seen()).toEqual([404, 0]);
    await owner('update account set clearance = 2 where id = $1', [police.accountId]);
    expect(await seen()).toEqual([200, 1]);
    await owner('update account set clearance = 0 where id = $1', [police.accountId]);
  });

  it('lets nobody search all day: sixty an hour', async () => {
    const reader = await world.officer('desk-officer', 'CA-31');
    await owner(
      `insert into person_disclosure (id, account_id, office_id, what, disclosed_at)
       select gen_random_uuid(), $1, $2, 'search-by-name', now() from generate_series(1, 59)`,
      [reader.accountId, reader.officeId],
    );
    const search = async () => (await reader.post('/persons/search', { name: 'khong ai' })).status;
    expect([await search(), await search()]).toEqual([200, 429]);
  });

  it('leaves no trace of fifty persons in any table, answer or log line', async () => {
    const told: string[] = [];
    const lines: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0),
    );
    const on = await newFile();
    const people = Array.from({ length: CANARIES }, (_, n) => ({ name: canaryName(n), card: canaryCard(n) }));
    try {
      for (const { name, card } of people) {
        const fields = { fullName: name, guardian: name, papers: [{ kind: 'citizen-card', number: card }] };
        const { text, body } = await police.post(`/denunciations/${on}/persons`, { family: 'victim', fields });
        const wrong = await police.post(`/denunciations/${on}/persons`, { family: 'nobody', fields, name });
        const twice = await police.post(`/denunciations/${newId()}/persons`, { family: 'victim', fields });
        const bad = { ...fields, papers: [{ kind: 'passport', number: card }], birth: name };
        const refused = await police.post(`/denunciations/${on}/persons`, { family: 'victim', fields: bad });
        told.push(text, wrong.text, twice.text, refused.text);
        const correction = { fields: { residence: name }, reason: 'told-by-person' };
        told.push((await police.post(`/persons/${body.id as string}/corrections`, correction)).text);
      }
      told.push((await police.get(`/denunciations/${on}/persons`)).text);
      await world.settled();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    // What was loaded before anybody was recorded, and takes most of the place.
    const tables = await owner<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         and table_name !~ '^(territory|office|plan|jurisdiction)'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    const dump: string[] = [];
    for (const { name } of tables) {
      dump.push(...(await owner<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row));
    }
    const haystack = [...dump, ...told, ...lines].join('\n').toLowerCase();
    const wanted = people.flatMap(({ name, card }) => [...traces(name), ...traces(card)]);
    expect(wanted.filter((trace) => haystack.includes(trace.toLowerCase()))).toEqual([]);
    expect(haystack).toContain(on);
    const planted = Buffer.from(JSON.stringify({ to: canaryName(7) })).toString('base64');
    expect(traces(canaryName(7)).some((trace) => planted.includes(trace))).toBe(true);
    expect(told.every((text) => text.length > 0)).toBe(true);
  });
});
