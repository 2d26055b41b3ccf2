import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { auditKeyOf, AuditSealer } from '#libs/platform/audit';
import { UnitOfWork } from '#libs/platform/database';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { type CommandContext } from '../command-context.js';
import { TheoanModule } from '../theoan.module.js';
import { registerAudit } from './audit.command.js';

let test: TestDatabase;
let app: INestApplicationContext;
let folder: string;
let year = 2050;

const at = (name: string): string => path.join(folder, name);

/** Writes something that is audited, and has it sealed. */
async function seal(): Promise<void> {
  year += 1;
  await test.ownerQuery('insert into day_off_year (year, is_confirmed) values ($1, true)', [year]);
  await new AuditSealer(app.get(UnitOfWork), auditKeyOf(test.settings)).seal();
}

async function run(...words: string[]): Promise<{ printed: string; failed: string }> {
  const [printed, failed]: [string[], string[]] = [[], []];
  const context: CommandContext = {
    language: 'en',
    withApplication: (work) => work(app),
    print: (text) => void printed.push(text),
    fail: (text) => void failed.push(text),
  };
  const program = new Command('theoan').exitOverride();
  registerAudit(program, context);
  await program.parseAsync(['audit', ...words], { from: 'user' });
  return { printed: printed.join('\n'), failed: failed.join('\n') };
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-command-'));
  test = await createTestDatabase();
  app = await NestFactory.createApplicationContext(TheoanModule.forRoot(test.settings, false), {
    logger: false,
    abortOnError: false,
  });
  fs.writeFileSync(at('keys'), `# log\n${auditKeyOf(test.settings).verifier.toString()}\n`);
});
afterAll(async () => {
  await app.close();
  await test.drop();
  fs.rmSync(folder, { recursive: true });
});

describe('theoan audit', () => {
  it('says that nothing is sealed yet', async () => {
    expect((await run('checkpoint')).failed).toMatch(/^no checkpoint yet; 0 entries sealed/);
  });

  it('exports, enters that it did, and finds the log intact', async () => {
    await seal();
    expect((await run('export', '--out', at('first'))).printed).toMatch(/^exported \d+ entries$/);
    expect(fs.statSync(at('first')).mode & 0o077).toBe(0);
    const rows = await test.ownerQuery(`select action, task from audit_entry where action = 'audit.exported'`);
    expect(rows).toEqual([{ action: 'audit.exported', task: 'command-line' }]);
    expect((await run('verify', '--keys', at('keys'))).printed).toMatch(/^INTACT: \d+ entries, 1 checkpoints/);
  });

  it('cosigns from an export, later from the database, and keeps the signature under the checkpoint', async () => {
    const key = await run('key', '--name', 'court.example/witness', '--out', at('court.key'), '--cosigner');
    expect(key.printed).toMatch(/court\.example\/witness\+[0-9a-f]{8}\+/);
    const asCourt = ['cosign', '--key', at('court.key'), '--state', at('court.state'), '--keys', at('keys')];
    await run('checkpoint', '--out', at('note'));
    await run('export', '--out', at('audit.jsonl.gz'));
    const offline = ['--export', at('audit.jsonl.gz'), '--checkpoint', at('note')];
    expect((await run(...asCourt, ...offline)).printed).toMatch(/^cosigned \d+ entries$/);
    await seal();
    expect((await run(...asCourt)).printed).toMatch(/^cosigned \d+ entries$/);
    expect((await run('checkpoint')).printed).toContain('— court.example/witness ');
    await expect(run(...asCourt, ...offline)).rejects.toMatchObject({ code: 'checkpoint.older' });
  });

  it('does not cosign a past that was rewritten, and says what no longer fits', async () => {
    const asCourt = ['cosign', '--key', at('court.key'), '--state', at('court.state'), '--keys', at('keys')];
    await test.ownerQuery(`begin; set local session_replication_role = 'replica';
      update audit_entry set action = 'event.seen', leaf_hash = sha256('x') where leaf_index = 0; commit`);
    await seal();
    await expect(run(...asCourt)).rejects.toMatchObject({ code: 'checkpoint.diverges' });
    const { failed, printed } = await run('verify', '--keys', at('keys'));
    expect([printed, failed]).toEqual(['', expect.stringContaining('entry 0 was altered')]);
  });

  it('wants both files or none', async () => {
    const asCourt = ['cosign', '--key', at('court.key'), '--state', at('court.state'), '--keys', at('keys')];
    expect((await run(...asCourt, '--export', at('first'))).failed).toBe('give both --export and --checkpoint');
  });
});
