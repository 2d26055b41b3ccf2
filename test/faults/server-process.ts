import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** On a machine that does much else, loading the modules alone takes long. */
const PATIENCE_MS = 90_000;
/** Of what a process printed, so much is kept for the report of a failure. */
const OUTPUT_KEPT = 20_000;

export interface ServerProcessOptions {
  readonly name: 'api' | 'worker';
  readonly environment: NodeJS.ProcessEnv;
  /** Asks whether the process does its work. @param output what it has printed since it was started. */
  readonly isReady: (output: string) => Promise<boolean>;
}

/** A process of the product as it is built, to be killed and started again. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private output = '';
  private isWanted = false;
  /** Ends that nobody asked for: the process must survive whatever breaks around it. */
  readonly ownEnds: string[] = [];

  constructor(private readonly options: ServerProcessOptions) {}

  /** Starts the process; it is not ready yet. @throws Error when the product was not built. */
  start(): void {
    const { name, environment } = this.options;
    const entry = path.join(ROOT, 'dist', 'apps', name, 'src', 'main.js');
    if (!existsSync(entry)) throw new Error(`${entry} is missing: npm run build`);
    const child = spawn(process.execPath, [entry], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT });
    const end = (): boolean => child.kill('SIGKILL');
    process.once('exit', end);
    this.output = '';
    this.isWanted = true;
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => this.keep(chunk));
    child.once('exit', (code, signal) => {
      process.removeListener('exit', end);
      if (this.isWanted && this.child === child) this.ownEnds.push(`${name} ended by itself (${signal ?? code})`);
    });
  }

  /** Waits until it does its work. @throws Error when it ends or takes 90 seconds, with what it printed. */
  async ready(): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await this.options.isReady(this.output))) {
      const isLate = performance.now() > end;
      if (isLate || this.ownEnds.length > 0) throw new Error(`${this.options.name} is not ready: ${this.output}`);
      await pause(20);
    }
  }

  /** kill -9. @returns when it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    this.isWanted = false;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  private keep(chunk: Buffer): void {
    this.output = (this.output + chunk.toString('utf8')).slice(-OUTPUT_KEPT);
  }
}

/** @returns whether a readiness address answers 200. */
export async function answersReady(baseUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** @returns a port of this machine that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
