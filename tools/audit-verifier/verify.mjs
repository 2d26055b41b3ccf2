#!/usr/bin/env node
// Verifies an export of the audit against signed checkpoints. It shares no code with the program that wrote them and
// uses nothing but Node; read README.md beside it, then this file from the top.
import { parseArgs } from 'node:util';
import { cosignersOfLargest, loadCheckpoints, loadKeys } from './checkpoints.mjs';
import { diagnose } from './diagnosis.mjs';
import { linesOf, readHeader, readLeaf } from './export-lines.mjs';
import { LANGUAGES, UNUSABLE, exitCodeOf, sentenceOf } from './findings.mjs';
import { Inspection } from './inspection.mjs';
import { Unusable } from './unusable.mjs';

const FORMAT = 'transparency-export/1';
const USAGE =
  'node verify.mjs --export FILE --checkpoints FILE|FOLDER --keys FILE [--require-cosigners N] [--prefix] [--language vi|en] [--json]';

function readArguments() {
  const { values } = parseArgs({
    options: {
      export: { type: 'string' },
      checkpoints: { type: 'string' },
      keys: { type: 'string' },
      'require-cosigners': { type: 'string', default: '0' },
      prefix: { type: 'boolean', default: false },
      language: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
    },
  });
  const isComplete = values.export && values.checkpoints && values.keys && LANGUAGES.includes(values.language);
  if (!isComplete || !/^[0-9]{1,3}$/.test(values['require-cosigners'])) throw new Unusable(USAGE);
  return { ...values, wanted: Number(values['require-cosigners']) };
}

/** The leaves from the second line on, until the end or the first line that is none. @returns a finding about that line. */
async function inspect(lines, inspection, state) {
  for await (const line of lines) {
    const leaf = readLeaf(line);
    if (leaf === undefined) return { kind: 'malformed', reason: 'entry', line: inspection.count + 2 };
    inspection.add(leaf);
  }
  return state.isDamaged ? { kind: 'malformed', reason: 'gzip', line: inspection.count + 2 } : undefined;
}

async function headerOf(lines) {
  const { value, done } = await lines.next();
  const header = done ? undefined : readHeader(value);
  if (header === undefined) throw new Unusable('the first line of the export is not its header');
  if (header.format !== FORMAT) throw new Unusable('the export is of another format', { format: header.format });
  return header;
}

/** @returns `{ origin, entries, verified, largest, cosigners, findings }`. */
async function verify({ export: file, checkpoints: place, keys: keyFile, wanted, prefix }) {
  const state = { isCut: false, isDamaged: false };
  const lines = linesOf(file, state);
  const header = await headerOf(lines);
  const keys = loadKeys(keyFile);
  const { believed, findings } = loadCheckpoints(place, keys, header.origin);
  if (believed.length === 0 && findings.length === 0)
    throw new Unusable('there is no checkpoint of this log', { origin: header.origin });
  const largest = believed.at(-1)?.size ?? 0;
  const inspection = new Inspection(believed);
  const broken = await inspect(lines, inspection, state);
  const signed = { largest, sizes: new Set(believed.map(({ size }) => size)) };
  findings.push(...diagnose(inspection, { stated: header.size, isCut: state.isCut, broken }, signed, prefix));
  const cosigners = cosignersOfLargest(believed, keys);
  if (cosigners.length < wanted) {
    findings.push({ kind: 'cosignature-missing', found: cosigners.length, wanted, size: largest });
  }
  const { count: entries, verified } = inspection;
  return { origin: header.origin, entries, verified, largest, cosigners, findings };
}

const dayAndTime = (seconds) => new Date(Number(seconds) * 1000).toISOString();

function print({ origin, entries, verified, largest, cosigners, findings }, language) {
  const isEnglish = language === 'en';
  const signed = cosigners.map(({ name, time }) => `${name} ${dayAndTime(time)}`).join('; ') || '–';
  console.log(
    isEnglish
      ? `${origin}: ${entries} entries, ${verified} proven, largest checkpoint ${largest}. Cosigned: ${signed}`
      : `${origin}: ${entries} bản ghi, ${verified} đã được chứng minh, điểm niêm phong lớn nhất ${largest}. Cùng ký: ${signed}`,
  );
  for (const finding of findings) console.log(sentenceOf(finding, language));
  if (findings.length === 0) console.log(isEnglish ? 'INTACT' : 'NGUYÊN VẸN');
}

function printJson(result) {
  const cosigners = result.cosigners.map(({ name, time }) => ({ name, time: dayAndTime(time) }));
  console.log(JSON.stringify({ isIntact: result.findings.length === 0, ...result, cosigners }));
}

async function main() {
  const wishes = readArguments();
  const result = await verify(wishes);
  if (wishes.json) printJson(result);
  else print(result, wishes.language);
  return exitCodeOf(result.findings);
}

function unusableExit(error) {
  const isOfSystem = typeof error.code === 'string' && /^(E[A-Z]+|ERR_PARSE_ARGS_.*)$/.test(error.code);
  if (!(error instanceof Unusable) && !isOfSystem) throw error;
  console.error(`${error.message} ${JSON.stringify(error.facts ?? {})}`);
  return UNUSABLE;
}

process.exitCode = await main().catch(unusableExit);
