/** What a client asked for, and what came of it. */
export interface SentCommand {
  readonly key: string;
  readonly path: string;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Files that get an event by it: an institution ends a denunciation and opens a case. */
  readonly events: number;
  /** Round in which it was answered, or given up. */
  round: number;
  /** The text of the first answer that said yes; absent while nobody knows. */
  answer?: string;
  /** Sendings that ended without an answer, or with 503. */
  failures: number;
}

/** Everything that all clients sent, and every answer that must not occur. */
export class CommandDiary {
  readonly commands: SentCommand[] = [];
  /** Answers by status; 0: the connection broke. */
  readonly statuses = new Map<number, number>();
  /** Answers that are wrong whatever breaks: 500, refusals of lawful steps, a 503 without Retry-After. */
  readonly wrongAnswers: string[] = [];
  round = 0;

  get acknowledged(): SentCommand[] {
    return this.commands.filter(({ answer }) => answer !== undefined);
  }

  /** Commands whose fate their client does not know. */
  get abandoned(): SentCommand[] {
    return this.commands.filter(({ answer }) => answer === undefined);
  }

  count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
}
