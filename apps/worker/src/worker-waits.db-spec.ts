import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { eventually } from '../../../test/support/eventually.js';

/** @returns a port of this machine at which nobody listens. */
async function closedPort(): Promise<number> {
  const door = net.createServer().listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  door.close();
  await once(door, 'close');
  return port;
}

function start(program: string, environment: NodeJS.ProcessEnv): { child: ChildProcess; told: () => string } {
  const parameters = ['--conditions=app-source', '--import', './test/support/typescript-process.mjs', program];
  const child = spawn(process.execPath, parameters, { env: { PATH: process.env['PATH'], ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (text += bytes.toString()));
  return { child, told: () => text };
}

describe.each(['apps/worker/src/main.ts', 'apps/api/src/main.ts'])('%s, started before its database', (program) => {
  it('lives, says what it waits for, and leaves in order when it is told to', async () => {
    const environment = { DATABASE_URL: `postgres://theoan@127.0.0.1:${await closedPort()}/theoan`, HTTP_PORT: '0' };
    const { child, told } = start(program, environment);
    try {
      await eventually('two tries', () => /next try in 2 s/.test(told()));
      expect(told()).toMatch(/waiting for the database \(DATABASE_URL unreachable\)/);
      expect(child.exitCode).toBeNull();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
