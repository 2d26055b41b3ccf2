// The long form of the faults: `npm run faults -- --rounds 50 --seed 1 --backend postgres|redis`. Builds the product,
// starts a Redis of its own when asked for, and runs kill-loops-command.ts from the sources.
import { parseArgs } from 'node:util';
import { run } from '../run/child.mjs';
import { startRedisServer } from '../run/redis-server.mjs';

const FROM_SOURCES = ['--conditions=app-source', '--import', './test/support/typescript-process.mjs'];

function readArguments() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, seed: { type: 'string' }, backend: { type: 'string', default: 'postgres' } },
  });
  const { backend, ...passedOn } = values;
  if (backend !== 'postgres' && backend !== 'redis') throw new Error(`--backend is postgres or redis, not ${backend}`);
  const words = Object.entries(passedOn).flatMap(([name, value]) => [`--${name}`, value]);
  return { backend, words };
}

const { backend, words } = readArguments();
const built = await run('npm', ['run', '--silent', 'build'], { quiet: true });
if (built.code !== 0) throw new Error(built.output);
const redis = backend === 'redis' ? await startRedisServer() : undefined;
const env = { ...process.env };
delete env.REDIS_URL;
if (redis) env.REDIS_URL = redis.url;
const { code } = await run(process.execPath, [...FROM_SOURCES, 'test/faults/kill-loops-command.ts', ...words], { env });
redis?.stop();
process.exitCode = code;
