// The test command (npm test): every check of the house, every suite, the job suites on both queue backends.
// `npm test -- --only rules,lint` runs some of the groups: lint, rules, features, redis.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { repositoryFiles } from '../tools/repository-files.mjs';
import { run } from './run/child.mjs';
import { runJest } from './run/jest.mjs';
import { hasRedisServer, startRedisServer } from './run/redis-server.mjs';

const CHECKS = [
  'typecheck',
  'lint',
  'format:check',
  'depcruise',
  'check:lock',
  'check:supply',
  'check:asvs',
  'check:links',
  'check:docstrings',
];
/** Where the suites look for a Redis; without it the queue is on PostgreSQL. */
const SWITCH = 'TEST_REDIS_URL';
const GROUPS = { lint: runChecks, rules: runRules, features: runFeatures, redis: runOnRedis };
const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };
const ONE_SKIPPED = { passed: 0, failed: 0, skipped: 1 };

const summary = [];

function conclude(name, counts, remark = '') {
  summary.push({ name, counts, remark });
}

async function runChecks() {
  for (const check of CHECKS) {
    const { code, output } = await run('npm', ['run', '--silent', check], { quiet: true });
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check}`);
    if (code !== 0) console.log(output);
    conclude(check, code === 0 ? ONE_PASSED : ONE_FAILED);
  }
}

async function runRules() {
  conclude('rules', await runJest('rules', { env: environmentOfTests() }));
}

/** Neither a Redis nor a database that the developer works with may leak into the suites. */
function environmentOfTests(additions = {}) {
  const env = { ...process.env };
  for (const name of ['DATABASE_URL', 'REDIS_URL', SWITCH]) delete env[name];
  return { ...env, ...additions };
}

async function runFeatures() {
  conclude('features, queue on PostgreSQL', await runJest('features', { env: environmentOfTests() }));
}

async function runOnRedis() {
  const name = 'job suites, queue on Redis';
  const redis = await findRedis();
  if (!redis) return concludeWithoutRedis(name);
  try {
    const env = environmentOfTests({ [SWITCH]: redis.url });
    const parameters = ['--findRelatedTests', ...filesThatChooseTheQueue()];
    conclude(name, await runJest('features', { env, parameters }));
  } finally {
    redis.stop();
  }
}

/** A Redis of our own is preferred to one that somebody may be using. */
async function findRedis() {
  if (process.env[SWITCH]) return { url: process.env[SWITCH], stop: () => undefined };
  if (hasRedisServer()) return startRedisServer();
  return process.env.REDIS_URL ? { url: process.env.REDIS_URL, stop: () => undefined } : undefined;
}

function concludeWithoutRedis(name) {
  const remark = 'no redis-server on the PATH and no REDIS_URL';
  const isCi = process.env.CI === 'true';
  console.log(`${isCi ? 'FAILED' : 'SKIPPED'} ${name}: ${remark}`);
  conclude(name, isCi ? ONE_FAILED : ONE_SKIPPED, remark);
}

/** The job suites are those that reach a file which reads the switch: for the others nothing would change. */
function filesThatChooseTheQueue() {
  const sources = repositoryFiles().filter((file) => file.endsWith('.ts') && existsSync(file));
  const choosing = sources.filter((file) => readFileSync(file, 'utf8').includes(SWITCH));
  if (choosing.length === 0) throw new Error(`no suite reads ${SWITCH}`);
  return choosing;
}

function groupsToRun() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only ? values.only.split(',') : Object.keys(GROUPS);
  const unknown = names.filter((name) => !(name in GROUPS));
  if (unknown.length === 0) return names;
  console.error(`--only knows ${Object.keys(GROUPS).join(', ')}; not ${unknown.join(', ')}`);
  return process.exit(2);
}

async function runGroup(name) {
  try {
    await GROUPS[name]();
  } catch (error) {
    console.error(error);
    conclude(name, ONE_FAILED, error.message);
  }
}

const lineOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function printSummary() {
  const width = Math.max(...summary.map(({ name }) => name.length));
  console.log('');
  for (const { name, counts, remark } of summary) {
    console.log(`${name.padEnd(width)}  ${lineOf(counts)}${remark ? `  (${remark})` : ''}`);
  }
  const sum = (kind) => summary.reduce((total, { counts }) => total + counts[kind], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${lineOf(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Threads and child processes of the suites run what is built. */
async function runBuild() {
  const { code, output } = await run('npm', ['run', '--silent', 'build'], { quiet: true });
  if (code !== 0) console.log(output);
  conclude('build', code === 0 ? ONE_PASSED : ONE_FAILED);
}

const groups = groupsToRun();
if (groups.some((name) => name !== 'lint')) await runBuild();
for (const name of groups) await runGroup(name);
printSummary();
