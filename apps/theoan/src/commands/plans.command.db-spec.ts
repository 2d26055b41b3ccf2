import path from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { LoadPlans, PlansModule } from '#libs/feature/plans';
import { DatabaseModule } from '#libs/platform/database';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database.js';
import { type CommandContext } from '../command-context.js';
import { registerPlans } from './plans.command.js';

let db: TestDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  db = await createTestDatabase();
  @Module({ imports: [DatabaseModule.forRoot(db.settings), PlansModule] })
  class WithPlans {}
  app = await NestFactory.createApplicationContext(WithPlans, { logger: ['error'] });
  await app.get(LoadPlans).fromDirectory(path.join('database', 'seeds', 'plans'));
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function run(language: CommandContext['language'], ...parameters: string[]): Promise<string> {
  const printed: string[] = [];
  const context: CommandContext = {
    language,
    withApplication: (work) => work(app),
    print: (text) => void printed.push(text),
    fail: (text) => {
      throw new Error(text);
    },
  };
  const program = new Command();
  registerPlans(program, context);
  await program.parseAsync(['plans', ...parameters], { from: 'user' });
  return printed.join('\n');
}

/** Lines from a heading to the next blank line. */
const block = (text: string, heading: string): string[] => {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  const end = lines.indexOf('', start);
  return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end);
};

describe('theoan plans list', () => {
  it('shows a line for each plan', async () => {
    const lines = (await run('vi', 'list')).split('\n');
    expect(lines[0]).toMatch(/^Mã +Số +Ngày ban hành +Thời gian +Loại +Chỉ tiêu +Cơ quan ban hành$/);
    expect(lines[2]).toMatch(
      /^national-2023 +28\/KH-BCĐ +24\/01\/2023 +01\/01\/2023–31\/12\/2023 +hằng năm +5 +Ban Chỉ đạo 138\/CP$/,
    );
    expect(lines).toHaveLength(7);
  });

  it('answers in JSON', async () => {
    const plans = JSON.parse(await run('vi', 'list', '--format', 'json')) as { id: string }[];
    expect(plans.map(({ id }) => id)).toContain('dong-thap-2026-2030');
  });
});

describe('theoan plans show', () => {
  it('shows the calendar with the last day in time', async () => {
    const calendar = block(await run('vi', 'show', 'national-2023'), 'LỊCH BÁO CÁO');
    expect(calendar[2]).toMatch(/^2023-Q1 +01\/01\/2023 +31\/03\/2023 +20\/03\/2023 +19\/03\/2023$/);
    expect(calendar).toHaveLength(7);
  });

  it('shows targets with their wording', async () => {
    const targets = block(await run('vi', 'show', 'bac-quang-2024'), 'CHỈ TIÊU');
    expect(targets[5]).toBe(
      'K3  > 90 %    I.2  “Tỷ lệ kết thúc điều tra, khám phá các vụ án mua bán người đạt trên 90% tổng số án khởi tố”',
    );
  });

  it('compares with the parent that is loaded', async () => {
    const differences = block(await run('en', 'show', 'lang-son-2023'), 'DIFFERENCES FROM NATIONAL-2023');
    expect(differences.some((line) => /^Q1 +report before +no day named +20\/3$/.test(line))).toBe(true);
  });

  it('says that a parent is not loaded, and compares with another plan on demand', async () => {
    expect(await run('vi', 'show', 'hai-phong-2024')).toContain('(chưa nạp)');
    const text = await run('vi', 'show', 'hai-phong-2024', '--against', 'national-2023');
    expect(block(text, 'KHÁC VỚI NATIONAL-2023').some((line) => /16\/3 +20\/3$/.test(line))).toBe(true);
  });

  it('says that a plan sets no target and names no campaign', async () => {
    const text = await run('en', 'show', 'dong-thap-2026-2030');
    expect(block(text, 'TARGETS')).toEqual(['The plan sets no numeric target: figures are shown, nothing is judged.']);
    expect(block(text, 'CAMPAIGNS')).toEqual(['No campaign with fixed dates.']);
  });

  it('shows under a task who leads, cooperates and is only asked', async () => {
    const tasks = block(await run('en', 'show', 'dong-thap-2026-2030'), 'TASKS');
    const start = tasks.findIndex((line) => line.includes('[II.5.c]'));
    const own = tasks.slice(
      start,
      tasks.findIndex((line) => line.includes('[II.5.d]')),
    );
    expect(own.map((line) => line.trim())).toEqual(
      expect.arrayContaining(['Lead: Công an tỉnh', 'Requested: Viện Kiểm sát nhân dân tỉnh; Tòa án nhân dân']),
    );
    expect(own.join('\n')).not.toContain('Cooperating');
  });

  it('answers in JSON with what follows from the plan', async () => {
    const shown: unknown = JSON.parse(await run('vi', 'show', 'lang-son-2023', '--format', 'json'));
    expect(shown).toMatchObject({
      version: 1,
      plan: { id: 'lang-son-2023' },
      comparedWith: 'national-2023',
      obligations: [{ key: '2023-Q1' }, { key: '2023-Q2' }, {}, {}, {}, {}],
    });
  });

  it('refuses an unknown plan', async () => {
    await expect(run('vi', 'show', 'national-2022')).rejects.toMatchObject({ code: 'plan.not-found' });
  });
});
