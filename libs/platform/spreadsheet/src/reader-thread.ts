import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fileRefusal } from './file-refusal.js';
import type { ReadRequest, ReaderMessage } from './reader-protocol.js';

const ENTRY = 'reader-worker.js';
const MEGABYTES_OF_YOUNG_OBJECTS = 32;

/** Beside this file when it runs compiled; in `dist` when a test runs the sources, which a thread cannot load. */
function entryUrl(): URL {
  const beside = new URL(`./${ENTRY}`, import.meta.url);
  const compiled = new URL(`../../../../dist/libs/platform/spreadsheet/src/${ENTRY}`, import.meta.url);
  const entry = [beside, compiled].find((url) => existsSync(url));
  if (!entry) throw new Error('the reading thread is not compiled: run `npm run build`');
  return entry;
}

/** One thread that reads one file, with a bounded heap and without the environment of the process. */
export class ReaderThread {
  private readonly worker: Worker;
  private readonly arrived: ReaderMessage[] = [];
  private ending: Error | undefined;
  private waiting: { resolve: (message: ReaderMessage) => void; reject: (error: Error) => void } | undefined;

  constructor(private readonly request: ReadRequest) {
    this.worker = new Worker(entryUrl(), {
      workerData: request,
      env: {},
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: request.limits.maxMemoryMegabytes,
        maxYoungGenerationSizeMb: MEGABYTES_OF_YOUNG_OBJECTS,
      },
    });
    this.worker.on('message', (message: ReaderMessage) => this.receive(message));
    this.worker.on('error', (error) => this.end(asCause(error, request)));
    this.worker.on('exit', () => this.end(new Error('the reading thread ended early')));
    this.worker.unref();
  }

  /** @returns the next message. @throws DomainError `file.*` when the file is refused; Error when the reader itself fails. */
  async next(): Promise<ReaderMessage> {
    const arrived = this.arrived.shift();
    if (arrived) return arrived;
    if (this.ending) throw this.ending;
    const seconds = this.request.limits.maxSilenceSeconds;
    const timer = setTimeout(() => this.end(fileRefusal('file.reader_silent', { seconds })), seconds * 1000);
    try {
      return await new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says that one batch of rows is used up. */
  askForMore(): void {
    this.worker.postMessage('more');
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private receive(message: ReaderMessage): void {
    if (message.kind === 'refused') this.end(fileRefusal(message.code, message.facts));
    else if (message.kind === 'failed') this.end(new Error(`the reader failed: ${message.where}`));
    else if (!this.waiting) this.arrived.push(message);
    else {
      this.waiting.resolve(message);
      this.waiting = undefined;
    }
  }

  private end(reason: Error): void {
    this.ending ??= reason;
    this.waiting?.reject(this.ending);
    this.waiting = undefined;
  }
}

function asCause(error: Error & { code?: string }, { limits }: ReadRequest): Error {
  const megabytes = limits.maxMemoryMegabytes;
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return fileRefusal('file.too_much_memory', { megabytes });
  return new Error(`the reader failed: ${error.name}`);
}
