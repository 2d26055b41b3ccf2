import { type INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { DomainError, day } from '#libs/domain/kernel';
import { type Actor, Actors, type Permission, Sessions, holds } from '#libs/feature/access';
import { PrepareRelease, type Release, type ReleaseQuestion, Releases, releaseCsv } from '#libs/feature/releases';
import { newId } from '#libs/platform/database';
import { type CommandContext } from '../command-context.js';

interface PrepareOptions {
  readonly plan: string;
  readonly period: string;
  readonly jurisdiction?: string;
  readonly knownOn?: string;
  readonly k?: string;
}

/**
 * Two persons stand behind a release, also here: the command acts for whoever is signed in with the session's token in
 * THEOAN_TOKEN, never for the operator of the machine.
 */
async function signedIn(app: INestApplicationContext, permission: Permission): Promise<Actor> {
  const token = process.env['THEOAN_TOKEN'] ?? '';
  const { account } = await app.get(Sessions).resume({ token, carrier: 'bearer' });
  if (!holds(account.role, permission)) throw new DomainError('access.forbidden', 'forbidden', { permission });
  return app.get(Actors).of(account);
}

const question = ({ plan, period, jurisdiction, knownOn, k }: PrepareOptions): ReleaseQuestion => ({
  plan,
  period,
  ...(jurisdiction ? { jurisdiction } : {}),
  ...(knownOn ? { knownOn: day(knownOn) } : {}),
  ...(k ? { k: Number(k) } : {}),
});

const withheldIn = ({ content }: Release): { cells: number; withheld: number } => {
  const values = content.rows.flatMap((row) => row.values);
  const withheld = values.reduce((sum, value) => sum + Object.keys(value.withheld).length, 0);
  return { cells: values.length * 3, withheld };
};

const summary = (release: Release): string => {
  const { cells, withheld } = withheldIn(release);
  const state = { prepared: 'chờ duyệt / prepared', approved: 'đã duyệt / approved' }[release.state];
  return [
    `${release.id}  ${release.code}  ${state}`,
    `sha256 ${release.sha256}`,
    `${cells} ô, giữ kín ${withheld} / ${cells} cells, ${withheld} withheld`,
  ].join('\n');
};

async function show(context: CommandContext, id: string, format: 'json' | 'csv'): Promise<void> {
  const text = await context.withApplication(async (app) => {
    const actor = await signedIn(app, 'statistics.read');
    const releases = app.get(Releases);
    if (format === 'csv') return releaseCsv(await releases.take(id, actor));
    const { code, sha256, state, approved, content } = await releases.get(id, actor);
    return JSON.stringify({ id, code, sha256, state, ...(approved ? { approved } : {}), content });
  });
  context.print(text);
}

/** Adds `release prepare|approve|show`. */
export function registerRelease(program: Command, context: CommandContext): void {
  const release = program
    .command('release')
    .description('công bố số liệu, hai người, phiên ở THEOAN_TOKEN / statistics leave the circle, by two persons');
  release
    .command('prepare')
    .requiredOption('--plan <id>', 'mã kế hoạch / plan')
    .requiredOption('--period <period>', '2023, 2023-Q1, 2023-H1')
    .option('--jurisdiction <territory>', 'mã hoặc tên địa bàn / code or name; the plan’s own when absent')
    .option('--known-on <day>', 'số liệu biết đến hết ngày YYYY-MM-DD / as known at the end of that day')
    .option('--k <number>', 'ngưỡng giữ kín / threshold; 10 when absent')
    .action(async (options: PrepareOptions) => {
      const prepared = await context.withApplication(async (app) => {
        const actor = await signedIn(app, 'statistics.release');
        return app.get(PrepareRelease).prepare(newId(), question(options), actor);
      });
      context.print(summary(prepared));
    });
  release.command('approve <id>').action(async (id: string) => {
    const approved = await context.withApplication(async (app) =>
      app.get(Releases).approve(id, await signedIn(app, 'statistics.approve')),
    );
    context.print(summary(approved));
  });
  release
    .command('show <id>')
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .action((id: string, { format }: { format: 'json' | 'csv' }) => show(context, id, format));
}
