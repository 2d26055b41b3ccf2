import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Plan, type Task } from '#libs/domain/performance';
import { getPlans, planFilesIn } from '#libs/feature/plans';

/** The plans' own texts lie beside the repository, not in it. */
const TEXTS = path.resolve('..', 'shared', 'seeds');
const TEXT_OF: Readonly<Record<string, string>> = {
  'national-2023': '000',
  'dong-thap-2026-2030': '001',
  'lang-son-2023': '002',
  'bac-quang-2024': '003',
  'hai-phong-2024': '004',
};
const OMISSION = '[…]';

/** Takes marks of the page and of the transcription away, so that quotations can be looked for. */
function textOf(id: string): string {
  const name = readdirSync(TEXTS).find((one) => one.startsWith(TEXT_OF[id]!));
  return readFileSync(path.join(TEXTS, name!), 'utf8')
    .normalize('NFC')
    .replace(/<sup>(.*?)<\/sup>/g, '$1 ')
    .replaceAll('Đ. PH. Q. H. 3', '')
    .replace(/^#+/gm, '')
    .replace(/[*✍✓]/g, '')
    .replace(/\s+/g, ' ');
}

const taskQuotations = ({ text, assignment }: Task): string[] => [text, ...(assignment ? [assignment] : [])];

/** Everything between the first heading and the list of recipients. */
const bodyQuotations = (plan: Plan): string[] =>
  [
    ...plan.sections.map(({ title }) => title),
    ...[...plan.objectives, ...plan.provisions].map(({ text }) => text),
    ...plan.tasks.flatMap(taskQuotations),
    plan.reportingDuty?.wording ?? '',
  ].flatMap((quotation) => quotation.split(OMISSION).map((part) => part.trim()));

const otherQuotations = (plan: Plan): string[] => [
  plan.title,
  ...[...plan.legalBases, ...plan.targets, ...plan.reporting, ...plan.campaigns].map(({ wording }) => wording),
  ...plan.recipients,
  plan.reportingDuty?.reportTo ?? '',
  plan.reportingDuty?.attachments ?? '',
];

const longestFirst = (a: string, b: string): number => b.length - a.length;
/** Numbering, bullets, and the words that stand before a list of agencies. */
const MARKERS = /(?<![\p{L}\d])(?:[IVX]+\.|\d(?:\.\d)?\.|[a-zđ]\)|Phân công:|[-+;:.,/])(?![\p{L}\d])/gu;
/** The contact and its telephone numbers, which no plan file repeats. */
const CONTACT = /\(liên hệ cơ quan[^)]*\)/;

/** How assignments join the agencies. */
const JOINING =
  /phân công( nhiệm vụ| thực hiện)?:|cơ quan (chủ trì|phối hợp):|theo chức năng(, nhiệm vụ(, quyền hạn| được giao))?|căn cứ tình hình thực tế|chủ trì|phối hợp|tham mưu|thực hiện|đề nghị|với|và|[\s().,;:-]/giu;
/** Written without a word in the text. */
const MISSPELT: Readonly<Record<string, readonly string[]>> = {
  'Ủy ban nhân dân các xã, phường': ['Ủy ban nhân các xã, phường', 'Ủy ban nhân dân các xã phường'],
};
const agenciesOf = ({ lead, implementing, cooperating, requested }: Task): string[] =>
  [lead, implementing, cooperating, requested].flat();
const spellingsOf = (agency: string): string[] => [agency, ...(MISSPELT[agency] ?? [])].map((one) => one.toLowerCase());
/** @returns the agencies that a passage does not name. */
const absentFrom = (passage: string, agencies: readonly string[]): string[] =>
  agencies.filter((agency) => !spellingsOf(agency).some((one) => passage.toLowerCase().includes(one)));

if (existsSync(TEXTS)) {
  describe.each(Object.keys(TEXT_OF))('%s', (id) => {
    let plan: Plan;
    let text: string;
    beforeAll(async () => {
      plan = (await getPlans(await planFilesIn(path.join('database', 'seeds', 'plans')))).find((one) => one.id === id)!;
      text = textOf(id);
    });

    it('quotes its text word for word', () => {
      const quoted = [...bodyQuotations(plan), ...otherQuotations(plan)];
      expect(quoted.filter((quotation) => !text.includes(quotation))).toEqual([]);
    });

    it('leaves out no sentence from the first heading to the recipients', () => {
      const body = text.slice(text.indexOf(plan.sections[0]!.title), text.indexOf('Nơi nhận'));
      const rest = bodyQuotations(plan)
        .filter((quotation) => quotation !== '')
        .sort(longestFirst)
        .reduce((left, quotation) => left.replaceAll(quotation, ' '), body.replace(CONTACT, ' '));
      expect(rest.replace(MARKERS, ' ').trim()).toBe('');
    });

    it('names every agency of an assignment, and none that it does not name', () => {
      const assigned = plan.tasks.filter(({ assignment }) => assignment);
      expect(assigned.length).toBeGreaterThan(10);
      for (const task of assigned) {
        const assignment = task.assignment!.toLowerCase();
        const agencies = agenciesOf(task);
        const rest = agencies
          .flatMap(spellingsOf)
          .sort(longestFirst)
          .reduce((left, agency) => left.replaceAll(agency, ' '), assignment);
        expect([task.id, absentFrom(assignment, agencies), rest.replace(JOINING, '')]).toEqual([task.id, [], '']);
      }
    });

    it('names in a task without assignment only agencies that its section names', () => {
      for (const task of plan.tasks.filter(({ assignment }) => !assignment)) {
        const titles = plan.sections.filter(({ section }) => section === task.section).map(({ title }) => title);
        const texts = plan.tasks.filter(({ section }) => section === task.section).map((one) => one.text);
        expect([task.id, absentFrom([...titles, ...texts].join(' '), agenciesOf(task))]).toEqual([task.id, []]);
      }
    });

    it('repeats no telephone number', () => {
      expect(JSON.stringify(plan)).not.toMatch(/\d{3}[. ]?\d{3,4}[. ]\d{3}/);
    });
  });
} else {
  it('finds the texts of the plans beside the repository', () => {
    console.warn(`SKIPPED test/real/plan-wording.spec.ts: ${TEXTS} is absent`);
    expect(process.env['CI']).not.toBe('true');
  });
}
