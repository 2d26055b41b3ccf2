import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { type CommandContext } from '../command-context.js';
import { registerPlans } from './plans.command.js';

const SEEDS = path.join('database', 'seeds', 'plans');

let folder: string;
let printed: string[];
let failed: string[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plans-'));
  [printed, failed] = [[], []];
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...parameters: string[]): Promise<void> {
  const context: CommandContext = {
    language: 'vi',
    withApplication: () => Promise.reject(new Error('check needs no application')),
    print: (text) => void printed.push(text),
    fail: (text) => void failed.push(text),
  };
  const program = new Command();
  registerPlans(program, context);
  await program.parseAsync(['plans', 'check', ...parameters], { from: 'user' });
}

async function faulty(name: string, from: string, to: string): Promise<string> {
  const text = await readFile(path.join(SEEDS, name), 'utf8');
  expect(text).toContain(from);
  const file = path.join(folder, name);
  await writeFile(file, text.replace(from, to));
  return file;
}

describe('theoan plans check', () => {
  it('finds nothing wrong with the plans supplied', async () => {
    await run();
    expect(failed).toEqual([]);
    expect(printed).toEqual([
      'bac-quang-2024: OK',
      'dong-thap-2026-2030: OK',
      'hai-phong-2024: OK',
      'lang-son-2023: OK',
      'national-2023: OK',
      '5 tệp, 0 lỗi',
    ]);
  });

  it('names file, line, place and reason in both languages, and fails', async () => {
    const file = await faulty('hai-phong-2024.yaml', 'due: { before: 16/3 }', 'due: { before: 31/2 }');
    const line = (await readFile(file, 'utf8')).split('\n').findIndex((content) => content.includes('31/2')) + 1;
    await run(file);
    expect(printed).toEqual([
      `${file}:${line}:20 reporting[0].due.before – “31/2” không phải ngày có thật dạng ngày/tháng / "31/2" is not an existing day written day/month`,
    ]);
    expect(failed).toEqual(['1 tệp, 1 lỗi']);
  });

  it('finds the parent of a single file among the plans supplied, and misses it elsewhere', async () => {
    const file = path.join(SEEDS, 'lang-son-2023.yaml');
    await run(file);
    expect(failed).toEqual([]);
    await run(file, '--known', folder);
    expect(failed).toEqual(['1 tệp, 1 lỗi']);
  });

  it('answers in JSON, faults included', async () => {
    const file = await faulty('national-2023.yaml', 'percent: 95', 'percent: 950');
    await run(file, '--format', 'json');
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0]!)).toMatchObject({
      files: [file],
      sound: [],
      faults: [{ file, path: 'targets[3].percent', code: 'out-of-range', en: '950 is outside 0–100' }],
    });
    expect(failed).toEqual(['1 tệp, 1 lỗi']);
  });

  it('fails when there is nothing to check', async () => {
    await run('--known', path.join(folder, 'absent'));
    expect(failed).toEqual(['0 tệp, 0 lỗi']);
  });
});
