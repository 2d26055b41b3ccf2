import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from './processes.js';

/** A server that runs on a cluster, as its lock file postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping';
}

const PID_LINE = 0;
const PORT_LINE = 3;
const STATE_LINE = 7;

/**
 * Finds the server that runs on a cluster. A lock file left by a crash whose process id belongs to a stranger by now is
 * removed, because PostgreSQL itself would refuse to start.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  const text = readIfPresent(file);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[PID_LINE]);
  if (!isAlive(pid)) return undefined;
  if (!servesCluster(pid, cluster)) {
    if (readIfPresent(file) === text) fs.rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[PORT_LINE]), state: stateOf(lines[STATE_LINE]) };
}

function readIfPresent(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function stateOf(line: string | undefined): Postmaster['state'] {
  const word = line?.trim();
  if (word === 'ready' || word === 'stopping') return word;
  return 'starting';
}

/** A process id is reused after a crash or a restart of the machine: only a postgres working in the cluster counts. */
function servesCluster(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') return worksIn(pid, cluster);
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return path.basename(stdout.trim()) === 'postgres';
}

function worksIn(pid: number, cluster: string): boolean {
  try {
    const name = fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    // Gone between two looks, a zombie, or a process of another user: none of them is our server.
    return false;
  }
}
