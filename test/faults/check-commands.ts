import { isDeepStrictEqual } from 'node:util';
import { type RecordedResult } from '#libs/feature/casework';
import { type FaultCluster } from './fault-cluster.js';
import { type SentCommand } from './command-diary.js';
import { sendCommand } from './load-client.js';

/** Requests that are repeated at the same time. */
const AT_A_TIME = 8;

/** What the record holds of some commands. */
export interface CommandTally {
  readonly acknowledged: number;
  /** Acknowledged commands that are in the record. */
  readonly stored: number;
  /** Keys of acknowledged commands that are not in the record, or not where the answer says. */
  readonly lost: readonly string[];
  /** Keys with more events than the command makes. */
  readonly doubled: readonly string[];
  /** Keys with fewer events than the command makes, but some. */
  readonly halved: readonly string[];
  /** Commands without an answer that are in the record all the same, whole: a retry would have got the answer. */
  readonly storedUnseen: number;
}

interface EventPlace {
  command_id: string;
  subject_id: string;
  sequence: number;
}

/** Compares what clients sent and were answered with the events in the record. */
export async function tallyCommands(database: FaultCluster, commands: readonly SentCommand[]): Promise<CommandTally> {
  const rows = await database.asOwner<EventPlace>(
    'select command_id, subject_id, sequence from event where command_id = any($1::uuid[])',
    [commands.map(({ key }) => key)],
  );
  const places = new Map<string, EventPlace[]>();
  for (const row of rows) places.set(row.command_id, [...(places.get(row.command_id) ?? []), row]);
  const eventsOf = ({ key }: SentCommand): EventPlace[] => places.get(key) ?? [];
  const acknowledged = commands.filter(({ answer }) => answer !== undefined);
  const lost = acknowledged.filter((one) => !isStoredAsAnswered(one, eventsOf(one)));
  const keysOf = (some: readonly SentCommand[]): string[] => some.map(({ key }) => key);
  const unseen = commands.filter((one) => one.answer === undefined && eventsOf(one).length === one.events);
  return {
    acknowledged: acknowledged.length,
    stored: acknowledged.length - lost.length,
    lost: keysOf(lost),
    doubled: keysOf(commands.filter((one) => eventsOf(one).length > one.events)),
    halved: keysOf(commands.filter((one) => eventsOf(one).length > 0 && eventsOf(one).length < one.events)),
    storedUnseen: unseen.length,
  };
}

function isStoredAsAnswered({ answer }: SentCommand, events: readonly EventPlace[]): boolean {
  const { subjectId, version, caseId } = JSON.parse(answer ?? '{}') as RecordedResult;
  const isThere = (subject: string, sequence: number): boolean =>
    events.some((event) => event.subject_id === subject && event.sequence === sequence);
  return isThere(subjectId, version) && (caseId === undefined || isThere(caseId, 1));
}

/** Sends every acknowledged command once more. @returns those whose answer is not the first one. */
export async function repeatCommands(baseUrl: string, commands: readonly SentCommand[]): Promise<string[]> {
  const different: string[] = [];
  const waiting = commands.filter(({ answer }) => answer !== undefined);
  const worker = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const { status, text } = await sendCommand(baseUrl, one);
      const isSame = status === 201 && isDeepStrictEqual(JSON.parse(text), JSON.parse(one.answer ?? ''));
      if (!isSame) different.push(`${one.path} (${one.key}): ${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return different;
}
