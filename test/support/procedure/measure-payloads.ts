import { type Day, addDays } from '#libs/domain/kernel';
import { type CaseFile, type CasePayloads, type Defendant, isDetained } from '#libs/domain/procedure';
import type { Occasion } from './denunciation-payloads.js';
import type { Dice } from './dice.js';
import { endsOfInvestigation, endsOfProsecution } from './investigation-end.js';

type Payload = Record<string, unknown>;
type Maker = (dice: Dice, occasion: Occasion<CaseFile>) => Payload | undefined;

const LIVE: readonly Defendant['status'][] = ['charged', 'approved', 'indicted', 'judged', 'appealed'];
const MOST_HELD = 4;
/** Shorter than any limit of detention, less the 9 days of custody: 40 days of an accused under 18. */
const SHORT = 12;
/** Shorter than the 5 days of the summary procedure. */
const SHORTEST = 3;

const inCustody = ({ held = [] }: CaseFile) => held.filter(({ endedOn }) => endedOn === undefined);
const later = (one: Day, other: Day): Day => (one > other ? one : other);
const fresh = ({ investigationClock: clock }: CaseFile): boolean =>
  clock === undefined || clock.limit === 'investigation' || clock.limit === 'reinvestigation';

const soon = (day: Day): Day => addDays(day, SHORT);
const atInvestigation = (file: CaseFile, accused: Defendant, day: Day): Day => {
  const end = file.investigationUntil ?? endsOfInvestigation(file)?.[0] ?? soon(day);
  return accused.detention || end < soon(day) ? end : soon(day);
};
/** Half of the 15 days after a return, which an accused under 18 has. */
const inTrial = ({ preparation }: CaseFile): Day | undefined => preparation && addDays(preparation.from, 7);

type Latest = (file: CaseFile, accused: Defendant, day: Day) => Day | undefined;
/** The last day that the stage has, told a second time and shorter than the law where that is safe. */
const LATEST: Readonly<Partial<Record<CaseFile['stage'], Latest>>> = {
  'under-investigation': atInvestigation,
  'at-procuracy': (file, _accused, day) =>
    (file.courtReturn ? undefined : file.prosecutionClock?.until) ?? endsOfProsecution(file)?.[0] ?? soon(day),
  accepted: inTrial,
  scheduled: inTrial,
  judged: (_file, { judgedOn }) => judgedOn && addDays(judgedOn, 44),
  // Half of 60 days, which an accused under 18 has.
  'appeal-accepted': ({ appealTakenUpOn }) => appealTakenUpOn && addDays(appealTakenUpOn, 29),
  'appeal-scheduled': ({ hearingOn }) => hearingOn,
};
const latestOf: Latest = (file, accused, day) =>
  file.hearingOpenedOn !== undefined && file.stage !== 'judged' ? soon(day) : LATEST[file.stage]?.(file, accused, day);

const ordered: Maker = (dice, { file, day }) => {
  const able = file.defendants.filter(
    (one) =>
      LIVE.includes(one.status) &&
      !isDetained(one) &&
      (one.detention === undefined || file.stage !== 'under-investigation'),
  );
  if (able.length === 0) return undefined;
  const accused = dice.pick(able);
  const latest = latestOf(file, accused, day);
  if (latest === undefined || latest < day) return undefined;
  const until = addDays(day, dice.between(0, file.procedure === 'summary' ? SHORTEST : SHORT));
  return { defendantId: accused.id, from: day, until: until < latest ? until : latest };
};

const extended: Maker = (dice, { file, day }) => {
  const end = file.investigationUntil ?? endsOfInvestigation(file)?.[0];
  const able = file.defendants.filter(
    (one) =>
      isDetained(one) && one.detention?.phase === 'investigation' && one.detention.extensions === 0 && fresh(file),
  );
  if (able.length === 0) return undefined;
  const { id, detention } = dice.pick(able);
  const until = addDays(later(day, detention?.until ?? day), 1);
  const close = detention !== undefined && until <= addDays(detention.from, SHORT + 15);
  return close && (end === undefined || until <= end) ? { defendantIds: [id], until } : undefined;
};

/** Valid payloads of the steps of custody and detention. */
export const MEASURE_PAYLOADS = {
  'person-held': (dice, { file, day }) => {
    const index = (file.held?.length ?? 0) + 1;
    if (index > MOST_HELD) return undefined;
    const ids = [`held-${index}`, `accused-${file.defendants.length + 1}`].filter(
      (one) => !inCustody(file).some(({ personId }) => personId === one),
    );
    const from = addDays(day, -dice.between(0, 1));
    return { personId: dice.pick(ids), number: `TG-${index}`, from, until: addDays(from, dice.between(1, 3)) };
  },
  'custody-extended': (dice, { file, day }) => {
    const able = inCustody(file).filter((one) => one.extensions < 2 && day < addDays(one.until, 3));
    if (able.length === 0 || file.procedure === 'summary') return undefined;
    const { personId, until } = dice.pick(able);
    return { personId, until: addDays(until, 3) };
  },
  released: (dice, { file }) => {
    const able = inCustody(file);
    return able.length > 0 ? { personId: dice.pick(able).personId } : undefined;
  },
  'detention-ordered': ordered,
  'detention-extended': extended,
  'detention-ended': (dice, { file, day }) => {
    const able = file.defendants.filter((one) => isDetained(one) && (one.detention?.from ?? day) <= day);
    return able.length > 0 ? { defendantIds: dice.some(able.map(({ id }) => id)) } : undefined;
  },
} satisfies Partial<Record<keyof CasePayloads, Maker>>;
