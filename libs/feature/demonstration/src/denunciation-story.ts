import { type Day, addDays, addMonths, daysBetween } from '#libs/domain/kernel';
import { SOURCES, workingDayFrom } from '#libs/domain/procedure';
import { derivedId } from '#libs/feature/casework';
import { type Origin, tellCase } from './case-story.js';
import { HistoryWriter, type HistorySetting } from './history-writer.js';
import type { OfficeChain } from './office-chain.js';
import type { Story } from './story.js';

/** Seeds one invented matter: which number in the year, where and when it begins. */
export interface Beginning {
  readonly seed: string;
  readonly number: string;
  readonly chain: OfficeChain;
  readonly receivedOn: Day;
}

/** Tells one denunciation, and the case that it founds, until today or the end. */
export function tellDenunciation(beginning: Beginning, setting: HistorySetting): Story[] {
  const { random } = setting;
  const { seed, number, chain, receivedOn } = beginning;
  const id = derivedId(seed, 'denunciation');
  const writer = new HistoryWriter(setting, id, chain.police, receivedOn);
  const payload = { source: random.pick(SOURCES), placeId: chain.placeId };
  writer.step(0, 'receive', payload);
  if (random.chance(0.995)) classify(writer, setting);
  const own = { id, kind: 'denunciation' as const, number, officeId: chain.police.id, placeId: chain.placeId };
  const origin = resolve(writer, setting, { seed, id, number, chain });
  const procuracyAt = (day: Day) => setting.offices.successorOf(chain.procuracy, day);
  const denunciation: Story = { ...own, procuracyAt, steps: writer.steps };
  if (!origin) return [denunciation];
  return [denunciation, tellCase(origin, setting)];
}

const classify = (writer: HistoryWriter, setting: HistorySetting): void => {
  const { random, offices } = setting;
  const neighbour = random.chance(0.03) ? offices.neighbourOf(writer.holder, writer.day) : undefined;
  if (!neighbour) {
    writer.step(random.between(0, 1), 'classify', { competence: 'own' });
    return;
  }
  writer.step(random.between(0, 1), 'classify', { competence: 'other' });
  writer.step(1, 'transfer', { toOfficeId: neighbour.id });
  if (writer.isOver || !writer.step(random.between(1, 3), 'accept-transfer', {}, neighbour)) return;
  writer.handTo(neighbour);
  writer.step(random.between(0, 1), 'classify', { competence: 'own' });
};

const resolve = (
  writer: HistoryWriter,
  setting: HistorySetting,
  matter: Pick<Origin, 'seed' | 'id' | 'number' | 'chain'>,
): Origin | undefined => {
  const { random } = setting;
  if (writer.steps.length < 2) return undefined;
  if (random.chance(0.25)) writer.step(random.between(8, 19), 'extend', extension(writer));
  const share = random.next();
  if (share < 0.06) {
    const { lawful, working } = daysToTheEnd(writer, setting);
    writer.step(Math.max(lawful + random.between(0, 15), working), 'suspend', { ground: 'expertise-pending' });
    if (!random.chance(0.7)) return undefined;
    writer.step(random.between(40, 200), 'resume');
  }
  if (share >= 0.98) return undefined;
  if (share >= 0.62) {
    writer.step(random.between(5, 35), 'decline', { ground: random.pick(['no-elements', 'no-event', 'time-barred']) });
    return undefined;
  }
  const caseId = derivedId(matter.seed, 'case');
  if (!writer.step(random.between(3, 35), 'institute', { caseId })) return undefined;
  return { ...matter, caseId, office: writer.holder, institutedOn: writer.day };
};

const LIMIT_DAYS = 20;

/**
 * A matter is suspended only when the time for resolving it has run out (Điều 148 khoản 1 BLTTHS).
 * @returns how many days are left until the end by law, and until the working day that it moves to.
 */
const daysToTheEnd = (writer: HistoryWriter, counting: HistorySetting): { lawful: number; working: number } => {
  const begun = (name: string): Day | undefined =>
    writer.steps.findLast(({ command }) => command.name === name)?.command.occurredOn;
  const until = writer.steps.findLast(({ command }) => command.name === 'extend')?.command.payload.until;
  const received = begun('accept-transfer') ?? begun('receive') ?? writer.day;
  const end = typeof until === 'string' ? (until as Day) : addDays(received, LIMIT_DAYS);
  const left = (day: Day): number => Math.max(0, daysBetween(writer.day, day));
  return { lawful: left(end), working: left(workingDayFrom(end, counting)) };
};

const extension = (writer: HistoryWriter): Record<string, unknown> => {
  const received = writer.steps[0]?.command.occurredOn ?? writer.day;
  return { grantor: 'head', until: addMonths(received, 2) };
};
