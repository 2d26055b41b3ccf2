import { randomUUID } from 'node:crypto';
import { type RecordedResult } from '#libs/feature/casework';
import { CommandDiary, type SentCommand } from './command-diary.js';
import { type Chain, type Clerk, type FaultStage } from './fault-stage.js';
import { sendCommand } from './load-client.js';

/** What one of several rivals was answered. */
export interface RivalAnswer {
  readonly status: number;
  readonly body: RecordedResult & { readonly code?: string; readonly possible?: readonly string[] };
}

/** A request before it is sent. */
export interface Request {
  readonly clerk: Clerk;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key?: string;
}

/** A file as the API shows it, as far as the races look at it. */
export interface SeenFile {
  readonly status: string;
  readonly subject: { readonly version: number };
  readonly file: { readonly defendants?: readonly { readonly id: string }[] };
}

/** Sends requests side by side, and notes them for the checker. */
export class RaceDesk {
  readonly diary = new CommandDiary();
  private files = 0;

  constructor(private readonly stage: FaultStage) {}

  get chain(): Chain {
    return this.stage.chains[0]!;
  }

  get neighbour(): Chain {
    return this.stage.chains[1]!;
  }

  /** A day on which everything in a suite may happen. */
  get day(): string {
    return this.stage.today;
  }

  /** @returns a number that no file has yet. */
  number(): string {
    this.files += 1;
    return `TRANH-${this.files}`;
  }

  /** Sends all of them at once. @returns the answers in the same order. */
  async rivals(requests: readonly Request[]): Promise<RivalAnswer[]> {
    return Promise.all(requests.map((request) => this.ask(request)));
  }

  /** Sends one request. */
  async ask({ clerk, path, body, key = randomUUID() }: Request): Promise<RivalAnswer> {
    const events = path.endsWith('/institute') ? 2 : 1;
    const command: SentCommand = { key, path, token: clerk.token, body, events, round: 0, failures: 0 };
    const { status, text } = await sendCommand(this.stage.baseUrl, command);
    if (status === 201 && !this.knows(key)) this.diary.commands.push({ ...command, answer: text });
    if (status === 0 || status >= 500) this.diary.wrongAnswers.push(`${path}: ${status} ${text}`);
    return { status, body: JSON.parse(text || '{}') as RivalAnswer['body'] };
  }

  /** Sends one request that must succeed. */
  async does(clerk: Clerk, path: string, body: Request['body'] = {}): Promise<RecordedResult> {
    const answer = await this.ask({ clerk, path, body: { occurredOn: this.day, ...body } });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** @returns the id of a denunciation that the police of the chain have received and classified as theirs. */
  async denunciation(): Promise<string> {
    const { police, placeId } = this.chain;
    const stated = { number: this.number(), source: 'report', placeId };
    const { subjectId } = await this.does(police, 'denunciations', stated);
    await this.does(police, `denunciations/${subjectId}/classify`, { competence: 'own' });
    return subjectId;
  }

  /** Reads what a clerk sees. */
  async read(clerk: Clerk, path: string): Promise<SeenFile> {
    const headers = { authorization: `Bearer ${clerk.token}` };
    const answer = await fetch(`${this.stage.baseUrl}/api/v1/${path}`, { headers });
    return (await answer.json()) as SeenFile;
  }

  private knows(key: string): boolean {
    return this.diary.commands.some((one) => one.key === key);
  }
}

/** @returns how many answers had each status. */
export function byStatus(answers: readonly RivalAnswer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
