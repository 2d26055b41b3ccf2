import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type RecordedResult } from '#libs/feature/casework';
import { type CommandDiary, type SentCommand } from './command-diary.js';
import { type SeededChance } from './seeded-chance.js';

/** A server that does not answer for so long is broken, not busy. */
const PATIENCE_MS = 20_000;
/** Longer than any restart. */
const LONGEST_OUTAGE_MS = 60_000;
/** Of those whose connection broke before the answer came. */
const SHARE_GIVEN_UP = 0.3;
const PROBLEM = 'application/problem+json';

/** The client walks no further: it gave up, it was told to stop, or it was refused. */
export class WalkOver extends Error {
  override readonly name = 'WalkOver';
}

/** An answer of the API; status 0 when there was none. */
interface Answer {
  readonly status: number;
  /** Nobody listened: the command was not even received. */
  readonly isRefused: boolean;
  readonly text: string;
  readonly headers: Headers;
}

/** Sends one command as it is. @returns the answer; status 0 when the connection broke. */
export async function sendCommand(baseUrl: string, command: SentCommand): Promise<Answer> {
  try {
    const answer = await fetch(`${baseUrl}/api/v1/${command.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${command.token}`,
        'idempotency-key': command.key,
      },
      body: JSON.stringify(command.body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { status, headers } = answer;
    return { status, isRefused: false, text: await answer.text(), headers };
  } catch (error) {
    return { status: 0, isRefused: isConnectionRefused(error), text: '', headers: new Headers() };
  }
}

function isConnectionRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

/** Somebody who sends commands, and sends them again under the same key when no answer came. */
export class LoadClient {
  isStopping = false;
  /** Key of the command that was sent last. */
  lastKey = '';

  constructor(
    private readonly baseUrl: string,
    private readonly diary: CommandDiary,
    readonly chance: SeededChance,
  ) {}

  /**
   * Sends a command until it is answered.
   * @returns the answer. @throws WalkOver when it gave up (by chance, as people do), or was refused.
   */
  async send(token: string, path: string, body: SentCommand['body'], events = 1): Promise<RecordedResult> {
    if (this.isStopping) throw new WalkOver();
    const command: SentCommand = { key: randomUUID(), path, token, body, events, round: 0, failures: 0 };
    this.diary.commands.push(command);
    this.lastKey = command.key;
    const end = performance.now() + LONGEST_OUTAGE_MS;
    for (;;) {
      const answer = await sendCommand(this.baseUrl, command);
      command.round = this.diary.round;
      this.diary.count(answer.status);
      if (answer.status === 200 || answer.status === 201) {
        command.answer = answer.text;
        return JSON.parse(answer.text) as RecordedResult;
      }
      await this.goOnAfter(answer, command, end);
    }
  }

  private async goOnAfter(answer: Answer, command: SentCommand, end: number): Promise<void> {
    this.noteWrong(answer, command);
    if (answer.status >= 400 && answer.status < 500) throw new WalkOver();
    command.failures += 1;
    const isBroken = answer.status === 0 && !answer.isRefused;
    if (isBroken && this.chance.isLucky(SHARE_GIVEN_UP)) throw new WalkOver();
    if (performance.now() > end) {
      this.diary.wrongAnswers.push(`${command.path}: no answer within ${LONGEST_OUTAGE_MS} ms`);
      throw new WalkOver();
    }
    await pause(this.chance.between(30, 200));
  }

  private noteWrong({ status, text, headers }: Answer, { path }: SentCommand): void {
    if (status === 0) return;
    const isProblem = headers.get('content-type')?.startsWith(PROBLEM) === true;
    if (status === 503 && isProblem && headers.has('retry-after')) return;
    this.diary.wrongAnswers.push(`${path}: ${status} ${text.slice(0, 500)}`);
  }
}
