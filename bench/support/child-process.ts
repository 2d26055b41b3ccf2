import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A process of the product or of a competitor. */
export interface Child {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a built file (`apps/worker/src/main.js`) with these variables. */
export function startChild(root: string, file: string, environment: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, [path.join(root, 'dist', file)], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { pid: child.pid ?? 0, stop: () => stopped(child) };
}

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  await end;
};

/** @returns a port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Waits until something answers. @throws Error after half a minute. */
export async function answering(url: string): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return;
    await pause(100);
  }
  throw new Error(`nothing answers at ${url}`);
}
