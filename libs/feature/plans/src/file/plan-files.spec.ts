import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { faultLine, sentenceOf } from './plan-fault.messages.js';
import { PLAN_FAULT_CODES, type PlanFaultCode, PlanFilesRefused } from './plan-fault.js';
import { getPlans, planFilesIn, readPlanFiles } from './plan-files.js';

const GOOD = `id: tinh-mau-2024
number: 07/KH-MAU
issuer: Ủy ban nhân dân tỉnh Mẫu
issuerKind: people-committee
issuedOn: 2024-02-01
title: Kế hoạch mẫu
kind: annual
period: { from: 2024-01-01, to: 2024-12-31 }
territoryRef: { code: 01, name: Tỉnh Mẫu, level: province, validOn: 2024-02-01 }
parent:
  number: 19/KH-TREN
  issuer: Ban Chỉ đạo trên
  issuedOn: 2024-01-15
targets:
  - indicator: K2
    comparator: '>'
    percent: 90
    wording: tỷ lệ giải quyết đạt
      trên 90%
    section: I.2
reporting:
  - kind: quarter
    number: 1
    due: { before: 20/3 }
    wording: trước ngày 20/3
  - kind: year
    due: { beforeDayOfLastMonth: 5 }
    wording: trước ngày 05 tháng cuối năm
campaigns:
  - period: { from: 2024-07-01, to: 2024-09-30 }
    wording: từ ngày 01/7 đến hết 30/9/2024
    section: II.3
tasks:
  - id: II.1.a
    section: II.1
    text: Chỉ đạo
    lead: [Công an tỉnh]
    requested:
      - Tòa án nhân dân tỉnh
  - id: II.1.a-1
    section: II.1
    partOf: II.1.a
    text: Tổ chức
`;

let folder: string;
let written = 0;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plans-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(content: string | Uint8Array, name = `plan-${(written += 1)}.yaml`): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

/** `from` must stand in the good file, so that a case cannot silently test nothing. */
function spoilt(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, () => to);
}

async function findings(content: string | Uint8Array): Promise<string[]> {
  const { faults } = await readPlanFiles([await put(content)]);
  return faults.map(({ line, path: where, code }) => `${line} ${where} ${code}`.replace('  ', ' '));
}

describe('a good file', () => {
  it('is read with its texts in one line and what it leaves out empty', async () => {
    const [plan] = await getPlans([await put(GOOD)]);
    expect(plan?.targets[0]?.wording).toBe('tỷ lệ giải quyết đạt trên 90%');
    expect(plan?.territoryRef.code).toBe('01');
    expect(plan?.tasks[0]).toEqual({
      id: 'II.1.a',
      section: 'II.1',
      text: 'Chỉ đạo',
      lead: ['Công an tỉnh'],
      implementing: [],
      cooperating: [],
      requested: ['Tòa án nhân dân tỉnh'],
    });
    expect(plan?.campaigns[0]?.tentative).toBe(false);
    expect(plan?.recipients).toEqual([]);
  });

  it('is read the same in decomposed Unicode, with Windows line ends and with a byte order mark', async () => {
    const [plan] = await getPlans([await put(GOOD)]);
    const [other] = await getPlans([await put(`\uFEFF${GOOD.normalize('NFD').replaceAll('\n', '\r\n')}`)]);
    expect(other).toEqual(plan);
  });

  it('needs no target, report, campaign or task, but must say so', async () => {
    const header = GOOD.slice(0, GOOD.indexOf('targets:'));
    const [plan] = await getPlans([await put(`${header}targets: []\nreporting: []\ncampaigns: []\ntasks: []\n`)]);
    expect(plan?.targets).toEqual([]);
    expect(await findings(header)).toEqual(['1 missing', '1 missing', '1 missing', '1 missing']);
  });
});

const FAULTY: readonly (readonly [what: string, from: string, to: string, ...findings: string[]])[] = [
  ['a tab', '  - kind: year', '\t- kind: year', '26 tab'],
  ['a tab inside a text', 'text: Chỉ đạo', 'text: Chỉ\tđạo', '36 tab'],
  ['an unclosed quotation', "comparator: '>'", "comparator: '>", '16 syntax'],
  ['wrong indentation', '    section: II.3', '   section: II.3', '32 syntax'],
  ['a key given twice', 'kind: annual', 'kind: annual\nkind: programme', '8 duplicate-key'],
  ['a key given twice below', '    percent: 90', '    percent: 90\n    percent: 95', '18 duplicate-key'],
  ['a second document', 'kind: annual', 'kind: annual\n---\nkind: annual', '8 several-documents'],
  ['an alias', 'number: 19/KH-TREN', 'number: *so', '11 parent.number alias'],
  ['a type tag', 'percent: 90', 'percent: !!int 90', '17 tag'],
  ['an unknown key', 'kind: annual', 'kind: annual\nsigner: Ông A', '8 signer unknown-key'],
  ['an unknown key below', '    percent: 90', '    percent: 90\n    procent: 90', '18 targets[0].procent unknown-key'],
  ['a missing key', 'title: Kế hoạch mẫu\n', '', '1 missing'],
  ['a missing key below', '    percent: 90\n', '', '15 targets[0] missing'],
  ['a blank value', 'issuer: Ban Chỉ đạo trên', 'issuer:', '12 parent.issuer blank'],
  ['a list for a map', '{ before: 20/3 }', '[20/3]', '24 reporting[0].due not-a-map'],
  ['a text for a map', '{ before: 20/3 }', '20/3', '24 reporting[0].due not-a-map'],
  ['a text for a list', '[Công an tỉnh]', 'Công an tỉnh', '37 tasks[0].lead not-a-list'],
  ['a list for a text', 'title: Kế hoạch mẫu', 'title: [Kế hoạch, mẫu]', '6 title not-a-text'],
  ['a control character', 'title: Kế hoạch mẫu', 'title: "Kế hoạch\\u0000mẫu"', '6 title control-character'],
  ['an id with capitals', 'id: tinh-mau-2024', 'id: Tinh Mẫu', '1 id bad-id'],
  ['an unknown kind', 'kind: annual', 'kind: monthly', '7 kind unknown-value'],
  ['an unknown issuer kind', 'people-committee', 'committee', '4 issuerKind unknown-value'],
  ['an unknown level', 'level: province', 'level: region', '9 territoryRef.level unknown-value'],
  ['an unknown indicator', 'indicator: K2', 'indicator: K6', '15 targets[0].indicator unknown-value'],
  ['an unknown comparator', "comparator: '>'", "comparator: '=>'", '16 targets[0].comparator unknown-value'],
  ['a percent above 100', 'percent: 90', 'percent: 100.5', '17 targets[0].percent out-of-range'],
  ['a percent below 0', 'percent: 90', 'percent: -1', '17 targets[0].percent out-of-range'],
  ['a percent with a comma', 'percent: 90', 'percent: 90,5', '17 targets[0].percent bad-number'],
  ['a percent in words', 'percent: 90', 'percent: chín mươi', '17 targets[0].percent bad-number'],
  [
    'a variant of another indicator',
    'percent: 90',
    'percent: 90\n    variant: concluded',
    '18 targets[0].variant variant-not-allowed',
  ],
  ['a day that does not exist', 'issuedOn: 2024-02-01', 'issuedOn: 2024-02-30', '5 issuedOn bad-day'],
  ['a Vietnamese date', 'issuedOn: 2024-02-01', 'issuedOn: 01/02/2024', '5 issuedOn bad-day'],
  ['a month that does not exist', 'issuedOn: 2024-02-01', 'issuedIn: 2024-13', '5 issuedIn bad-month'],
  ['two dates of issue', 'title:', 'issuedIn: 2024-02\ntitle:', '6 issuedIn two-issue-dates'],
  [
    'a reversed period',
    'from: 2024-01-01, to: 2024-12-31',
    'from: 2024-12-31, to: 2024-01-01',
    '8 period reversed-period',
    '30 campaigns[0].period window-outside-plan',
  ],
  [
    'a reversed window',
    'from: 2024-07-01, to: 2024-09-30',
    'from: 2024-09-30, to: 2024-07-01',
    '30 campaigns[0].period reversed-period',
  ],
  ['a window outside the plan', 'to: 2024-09-30', 'to: 2025-01-01', '30 campaigns[0].period window-outside-plan'],
  ['the due day 30/2', 'before: 20/3', 'before: 30/2', '24 reporting[0].due.before bad-due-day'],
  ['a due day in words', 'before: 20/3', 'before: cuối quý', '24 reporting[0].due.before bad-due-day'],
  [
    'day 31 of a month of 30',
    'kind: year\n    due: { beforeDayOfLastMonth: 5 }',
    'kind: half-year\n    number: 1\n    due: { beforeDayOfLastMonth: 31 }',
    '28 reporting[1].due due-day-absent',
  ],
  ['two due days', 'before: 20/3', 'before: 20/3, beforeDayOfLastMonth: 5', '24 reporting[0].due due-ambiguous'],
  ['a fifth quarter', 'number: 1\n', 'number: 5\n', '23 reporting[0].number out-of-range'],
  [
    'a third half-year',
    'kind: quarter\n    number: 1',
    'kind: half-year\n    number: 3',
    '23 reporting[0].number out-of-range',
  ],
  ['a numbered year', 'kind: year', 'kind: year\n    number: 1', '27 reporting[1].number number-not-allowed'],
  ['one report ordered twice', 'kind: year', 'kind: quarter', '26 reporting[1] duplicate-entry'],
  [
    'an indicator given twice',
    'reporting:',
    `  - { indicator: K2, comparator: '>', percent: 95, wording: hơn, section: I.2 }\nreporting:`,
    '21 targets[1] duplicate-entry',
  ],
  [
    'a task id given twice',
    'id: II.1.a-1',
    'id: II.1.a',
    '40 tasks[1] duplicate-entry',
    '42 tasks[1].partOf unknown-task',
  ],
  ['a part of no task', 'partOf: II.1.a', 'partOf: II.9', '42 tasks[1].partOf unknown-task'],
  [
    'a court that a committee tasks',
    '[Công an tỉnh]',
    '[Công an tỉnh, Toà án nhân dân tỉnh]',
    '37 tasks[0].lead[1] judicial-not-requested',
  ],
  [
    'neither true nor false',
    '    wording: từ ngày',
    '    tentative: có\n    wording: từ ngày',
    '31 campaigns[0].tentative bad-truth',
  ],
];

describe('a faulty file', () => {
  it.each(FAULTY)('with %s is refused at its line', async (_what, from, to, ...expected) => {
    expect(await findings(spoilt(from, to))).toEqual(expected);
  });

  it('of 29 February is refused for the years that lack it, not for a leap year', async () => {
    const leap = spoilt('before: 20/3', 'before: 29/2');
    expect(await findings(leap)).toEqual([]);
    expect(await findings(leap.replaceAll('2024-', '2023-'))).toEqual(['24 reporting[0].due due-day-absent']);
  });

  it('that is no UTF-8, too large, empty or not there is refused', async () => {
    expect(await findings(Buffer.from('id: \xe1', 'latin1'))).toEqual(['1 not-utf8']);
    expect(await findings(`# ${'x'.repeat(1_000_000)}\n`)).toEqual(['1 too-large']);
    expect(await findings('# nothing\n')).toEqual(['1 empty']);
    const { faults } = await readPlanFiles([path.join(folder, 'absent.yaml')]);
    expect(faults).toMatchObject([{ code: 'unreadable', facts: { reason: 'ENOENT' } }]);
  });

  it('with endless brackets is refused', async () => {
    expect(await findings('id: ' + '['.repeat(300_000))).toContain('1 syntax');
  });

  it('is refused with all its faults at once, and nothing of it is given', async () => {
    const file = await put(
      spoilt('percent: 90', 'percent: 190')
        .replace('kind: annual', 'kind: monthly')
        .replace('before: 20/3', 'before: 30/2')
        .replace('text: Tổ chức', 'text:'),
    );
    const { plans, faults } = await readPlanFiles([file, await put(GOOD)]);
    expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '7 unknown-value',
      '17 out-of-range',
      '24 bad-due-day',
      '43 blank',
    ]);
    expect(plans.map(({ id }) => id)).toEqual(['tinh-mau-2024']);
    await expect(getPlans([file])).rejects.toThrow(PlanFilesRefused);
  });

  it('never makes the reader throw, whatever is done to it', async () => {
    const cut = fc.tuple(fc.nat(GOOD.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(cut, async ([at, length, insert]) => {
        const { plans, faults } = await readPlanFiles([
          await put(GOOD.slice(0, at) + insert + GOOD.slice(at + length), 'cut.yaml'),
        ]);
        expect(plans.length === 1).toBe(faults.length === 0);
        expect(faults.every(({ line }) => line >= 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it('finds the plan files of a folder by their ending', async () => {
  await Promise.all(['b.yaml', 'a.yml', 'c.txt'].map((name) => put(GOOD, name)));
  expect((await planFilesIn(folder)).map((file) => path.basename(file))).toEqual(['a.yml', 'b.yaml']);
});

describe('the sentence of a fault', () => {
  it('names file, line, place and reason in both languages', async () => {
    const file = await put(spoilt('before: 20/3', 'before: 30/2'));
    const [fault] = (await readPlanFiles([file])).faults;
    expect(faultLine(fault!)).toBe(
      `${file}:24:20 reporting[0].due.before – “30/2” không phải ngày có thật dạng ngày/tháng / "30/2" is not an existing day written day/month`,
    );
  });

  it.each(PLAN_FAULT_CODES)('exists in Vietnamese and English for %s', (code: PlanFaultCode) => {
    const [vi, en] = [sentenceOf({ code, facts: {} }, 'vi'), sentenceOf({ code, facts: {} }, 'en')];
    expect(vi).not.toBe('');
    expect(vi).not.toBe(en);
    expect(en).toMatch(/^[\x20-\x7e–]+$/);
  });
});
