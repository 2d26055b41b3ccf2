import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PlanDocument, readPlanText } from './plan-document.js';
import { faultsBetween } from './plan-set.js';

const SEEDS = path.join('database', 'seeds', 'plans');
let national: string;
let langSon: string;
beforeAll(async () => {
  national = await readFile(path.join(SEEDS, 'national-2023.yaml'), 'utf8');
  langSon = await readFile(path.join(SEEDS, 'lang-son-2023.yaml'), 'utf8');
});

function spoilt(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const documents = (...texts: string[]): PlanDocument[] =>
  texts.map((text, index) => readPlanText(`${index + 1}.yaml`, text));
const between = (...texts: string[]): string[] =>
  faultsBetween(documents(...texts)).map(({ file, path: where, code }) => `${file} ${where} ${code}`);

describe('plan files side by side', () => {
  it('know their parent, in any order', () => {
    expect(between(national, langSon)).toEqual([]);
    expect(between(langSon, national)).toEqual([]);
  });

  it('are refused with a parent that is not there, at its line, unless it is loaded already', () => {
    const line = langSon.split('\n').findIndex((content) => content.includes('planId:')) + 1;
    const facts = { parent: 'national-2023' };
    const place = { file: '1.yaml', line, column: 11, path: 'parent.planId' };
    expect(faultsBetween(documents(langSon))).toEqual([{ ...place, code: 'unknown-parent', facts }]);
    const { plan } = readPlanText('loaded', national);
    expect(faultsBetween(documents(langSon), plan ? [plan] : [])).toEqual([]);
  });

  it('are not refused for a parent whose own file is faulty: that one tells', () => {
    expect(between(spoilt(national, 'percent: 95', 'percent: 950'), langSon)).toEqual([]);
  });

  it.each([
    ['number', 'number: 28/KH-BCĐ', 'number: 29/KH-BCĐ'],
    ['issuedOn', 'issuedOn: 2023-01-24', 'issuedOn: 2024-02-01'],
    ['issuer', 'issuer: Ban Chỉ đạo 138/CP', 'issuer: Ban Chỉ đạo 138 tỉnh Hà Giang'],
  ])('are refused when the parent named is another plan by its %s, for a number alone is no key', (key, from, to) => {
    expect(between(national, spoilt(langSon, `  ${from}`, `  ${to}`))).toEqual([
      `2.yaml parent.${key} parent-mismatch`,
    ]);
  });

  it('are refused when one is above and below another', () => {
    const below = `planId: lang-son-2023\n  number: 193/QĐ-TTg`;
    expect(between(spoilt(national, 'number: 193/QĐ-TTg', below), langSon)).toEqual([
      '1.yaml parent.planId parent-cycle',
      '2.yaml parent.planId parent-cycle',
    ]);
  });

  it('are refused when a plan is above itself', () => {
    const itself = spoilt(national, 'number: 193/QĐ-TTg', `planId: national-2023\n  number: 193/QĐ-TTg`);
    expect(between(itself)).toEqual(['1.yaml parent.planId parent-cycle']);
  });

  it('are refused when an id is given twice', () => {
    expect(between(national, spoilt(national, 'number: 28/KH-BCĐ', 'number: 30/KH-BCĐ'))).toEqual([
      '2.yaml id duplicate-entry',
    ]);
  });

  it('are refused when one plan has two ids; the same number of another issuer or day is another plan', () => {
    const again = spoilt(national, 'id: national-2023', 'id: national-again');
    expect(between(national, again)).toEqual(['2.yaml number duplicate-plan']);
    expect(between(national, spoilt(again, 'issuedOn: 2023-01-24', 'issuedOn: 2024-02-01'))).toEqual([]);
    expect(between(national, spoilt(again, 'issuer: Ban Chỉ đạo 138/CP', 'issuer: Ban Chỉ đạo khác'))).toEqual([]);
  });

  it('may replace a plan that is loaded already', () => {
    const { plan } = readPlanText('loaded', national);
    expect(faultsBetween(documents(national), plan ? [plan] : [])).toEqual([]);
  });
});
