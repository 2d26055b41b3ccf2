import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type INestApplicationContext } from '@nestjs/common';
import { type Command } from 'commander';
import { Settings } from '#libs/platform/config';
import {
  AuditCheck,
  type AuditCheckResult,
  auditKeyOf,
  AuditLog,
  AuditTrail,
  cosignLog,
  leavesOfExport,
} from '#libs/platform/audit';
import { Clock, SystemClock, UnitOfWork } from '#libs/platform/database';
import { SignerKey, VerifierKey } from '#libs/platform/transparency';
import { type CommandContext } from '../command-context.js';
import { type AuditPhrase, auditPhrase } from './audit.messages.js';

interface KeyOptions {
  readonly name: string;
  readonly out: string;
  readonly cosigner?: boolean;
}
interface CheckpointOptions {
  readonly out?: string;
  readonly all?: boolean;
}
interface CosignOptions {
  readonly key: string;
  readonly state: string;
  readonly keys: string;
  readonly out?: string;
  readonly export?: string;
  readonly checkpoint?: string;
}

/** Adds `audit key|export|checkpoint|cosign|verify`. */
export function registerAudit(program: Command, context: CommandContext): void {
  const say = (phrase: AuditPhrase): string => auditPhrase(phrase, context.language);
  const audit = program.command('audit').description(say('audit'));
  audit
    .command('key')
    .description(say('key'))
    .requiredOption('--name <name>', say('name'))
    .requiredOption('--out <file>', say('out'))
    .option('--cosigner', say('cosigner'))
    .action((options: KeyOptions) => makeKey(context, options));
  audit
    .command('export')
    .description(say('export'))
    .requiredOption('--out <file>', say('out'))
    .action(({ out }: { out: string }) => exportTo(context, out));
  audit
    .command('checkpoint')
    .description(say('checkpoint'))
    .option('--out <file>', say('out'))
    .option('--all', say('all'))
    .action((options: CheckpointOptions) => checkpoint(context, options));
  audit
    .command('cosign')
    .description(say('cosign'))
    .requiredOption('--key <file>', say('key-file'))
    .requiredOption('--state <file>', say('state'))
    .requiredOption('--keys <file>', say('keys'))
    .option('--out <file>', say('out'))
    .option('--export <file>', say('from-export'))
    .option('--checkpoint <file>', say('from-checkpoint'))
    .action((options: CosignOptions) => cosign(context, options));
  audit
    .command('verify')
    .description(say('verify'))
    .option('--keys <file>', say('keys'))
    .action(({ keys }: { keys?: string }) => verify(context, keys));
}

function makeKey(context: CommandContext, { name, out, cosigner }: KeyOptions): void {
  const key = SignerKey.generate(name, cosigner ? 'cosignature' : 'ed25519');
  fs.writeFileSync(out, `${key.exportSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  context.print(auditPhrase('made', context.language, { key: key.verifier.toString() }));
}

/** Who exports is entered before the first line is written. */
async function exportTo(context: CommandContext, out: string): Promise<void> {
  const entries = await context.withApplication(async (app) => {
    const { size } = await app.get(AuditLog).state();
    const trail = app.get(AuditTrail);
    const entry = { action: 'audit.exported', by: { task: 'command-line' }, detail: { size } } as const;
    await app.get(UnitOfWork).run((tx) => trail.recordInTx(tx, entry));
    const target = fs.createWriteStream(out, { mode: 0o600 });
    const lines = app.get(AuditLog).export();
    if (out.endsWith('.gz')) await pipeline(lines, createGzip(), target);
    else await pipeline(lines, target);
    return size;
  });
  context.print(auditPhrase('exported', context.language, { entries }));
}

async function checkpoint(context: CommandContext, { out, all }: CheckpointOptions): Promise<void> {
  const { state, notes } = await context.withApplication(async (app) => {
    const texts: string[] = [];
    if (all) for await (const text of app.get(AuditLog).checkpoints()) texts.push(text);
    const now = await app.get(AuditLog).state();
    return { state: now, notes: all || now.note === undefined ? texts : [now.note] };
  });
  const { size, unsealed, lagSeconds: lag } = state;
  const counts = auditPhrase('waiting', context.language, { size, unsealed, lag });
  if (notes.length === 0) return context.fail(`${auditPhrase('none', context.language)}; ${counts}`);
  if (out === undefined) context.print(notes.join('\n'));
  else fs.writeFileSync(out, notes.join('\n'));
  context.print(counts);
}

async function cosign(context: CommandContext, options: CosignOptions): Promise<void> {
  if ((options.export === undefined) !== (options.checkpoint === undefined)) {
    return context.fail(auditPhrase('pair', context.language));
  }
  const signer = SignerKey.parse(fs.readFileSync(options.key, 'utf8').trim());
  const logKeys = keysIn(options.keys);
  const remembered = fs.existsSync(options.state) ? fs.readFileSync(options.state, 'utf8') : undefined;
  const sign = async (note: string, leaves: readonly Buffer[], now: Date): Promise<ReturnType<typeof cosignLog>> => {
    const task = { note, leaves, logKeys, ...(remembered === undefined ? {} : { remembered }) };
    const cosigned = cosignLog(task, signer, Math.floor(now.getTime() / 1000));
    keep(options.state, cosigned.note);
    return cosigned;
  };
  const { export: file, checkpoint: noteFile } = options;
  const offline = file === undefined || noteFile === undefined ? undefined : { file, noteFile };
  const done = offline
    ? await sign(fs.readFileSync(offline.noteFile, 'utf8'), await leavesOfExport(offline.file), new SystemClock().now())
    : await context.withApplication((app) => cosignInDatabase(app, sign, signer.verifier.name));
  if (done === undefined) return context.fail(auditPhrase('none', context.language));
  if (options.out !== undefined) fs.writeFileSync(options.out, done.note);
  context.print(auditPhrase('cosigned', context.language, { size: done.size }));
}

type Sign = (note: string, leaves: readonly Buffer[], now: Date) => Promise<ReturnType<typeof cosignLog>>;

async function cosignInDatabase(
  app: INestApplicationContext,
  sign: Sign,
  name: string,
): Promise<ReturnType<typeof cosignLog> | undefined> {
  const log = app.get(AuditLog);
  const { note } = await log.state();
  if (note === undefined) return undefined;
  const leaves: Buffer[] = [];
  for await (const { leaf_hash: hash } of log.leaves()) leaves.push(hash);
  const cosigned = await sign(note, leaves, app.get(Clock).now());
  await log.addCosignature(cosigned.size, name, cosigned.line);
  return cosigned;
}

/** Written beside and moved into its place: a memory that is cut off would cosign anything. */
function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text, { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
}

async function verify(context: CommandContext, keys: string | undefined): Promise<void> {
  const result = await context.withApplication((app) => {
    const known = keys === undefined ? [auditKeyOf(app.get(Settings)).verifier] : keysIn(keys);
    return app.get(AuditCheck).run(known);
  });
  const lines = result.findings.map(({ kind, at }) => auditPhrase(kind, context.language, { at }));
  if (lines.length === 0)
    return context.print(auditPhrase('intact', context.language, { counts: countsOf(context, result) }));
  context.fail(auditPhrase('broken', context.language, { counts: countsOf(context, result) }));
  for (const line of lines) context.fail(line);
}

const countsOf = ({ language }: CommandContext, result: AuditCheckResult): string => {
  const { leaves, checkpoints, events, eventsBefore: before } = result;
  return auditPhrase('counts', language, { leaves, checkpoints, events, before });
};

/** One vkey in a line; what begins with # is passed over. */
const keysIn = (file: string): VerifierKey[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => VerifierKey.parse(line));
