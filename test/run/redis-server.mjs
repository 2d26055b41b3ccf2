import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 100;
const PAUSE_MS = 50;

/** @returns whether a redis-server can be started here. */
export function hasRedisServer() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Starts a Redis of our own on a free port of this machine; nothing of it outlives `stop()`. */
export async function startRedisServer() {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'theoan-redis-'));
  const network = ['--bind', '127.0.0.1', '--port', String(port)];
  const forgetful = ['--save', '', '--appendonly', 'no', '--dir', folder, '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...network, ...forgetful], { stdio: 'ignore' });
  const stop = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop };
  stop();
  throw new Error('redis-server did not answer');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(port) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await answersPing(port)) return true;
    await wait(PAUSE_MS);
  }
  return false;
}

function answersPing(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const close = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => close(chunk.toString().startsWith('+PONG')));
    socket.on('error', () => close(false));
  });
}
