import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '#libs/domain/kernel';
import type { FileRefusalCode } from './file-refusal.js';
import { readForeignTable } from './read-foreign-table.js';
import { MESSAGES_UNDER_WAY, type ReadRequest, type ReaderMessage } from './reader-protocol.js';

/** Entry of the reading thread. Each message from the other side says that one batch was used up. */
class ThreadChannel {
  private room = MESSAGES_UNDER_WAY;
  private wake: (() => void) | undefined;

  constructor(private readonly port: NonNullable<typeof parentPort>) {
    port.on('message', () => {
      this.room += 1;
      this.wake?.();
    });
  }

  async send(message: ReaderMessage): Promise<void> {
    while (message.kind === 'rows' && this.room === 0) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (message.kind === 'rows') this.room -= 1;
    this.port.postMessage(message);
  }
}

/** Name, code and frames without the message: a message may quote the file. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in error ? String(error.code) : '';
  return [`${error.name} ${code}`, ...frames.slice(0, 5)].join('\n');
}

function closingMessage(error: unknown): ReaderMessage {
  if (!(error instanceof DomainError)) return { kind: 'failed', where: whereOf(error) };
  return { kind: 'refused', code: error.code as FileRefusalCode, facts: error.facts };
}

if (parentPort) {
  const port = parentPort;
  try {
    await readForeignTable(workerData as ReadRequest, new ThreadChannel(port));
  } catch (error) {
    port.postMessage(closingMessage(error));
  } finally {
    port.close();
  }
}
