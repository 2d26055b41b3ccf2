import { type Agency } from '#libs/domain/jurisdiction';
import { type Day, addDays, daysBetween } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  CASE_NOTICES,
  type CaseFile,
  type Command,
  DENUNCIATION_LIFECYCLE,
  DENUNCIATION_NOTICES,
  type DenunciationFile,
  type Lifecycle,
  type Notice,
  type OwedNotice,
  type Step,
  endOf,
  findTransition,
  lastDayBefore,
} from '#libs/domain/procedure';
import { type PlannedStep, derivedId } from '#libs/feature/casework';
import { Random } from './random.js';
import type { Story } from './story.js';

const NOON_IN_VIET_NAM = 'T05:00:00Z';
/** Most offices do in time what the law wants beside the course of a matter; of the others a few never do. */
const IN_TIME = 0.95;
const LATE = 0.047;
const LATEST = 20;
/** Days within which the office itself acts where the law gives three. */
const PROMPT = 3;
const OFFICERS = 4;
/** Something suspended is looked at again within a month: after about as many days, and a few more. */
const REVIEW = 'review-suspension';
const REVIEW_AFTER = 20;
const REVIEW_WITHIN = 8;
const SUSPENDED: readonly string[] = [
  'suspended',
  'suspension-reviewed',
  'investigation-suspended',
  'prosecution-suspended',
  'trial-suspended',
  'case-suspension-reviewed',
];

/** Until when errands are told, and what they are counted with. */
export interface ErrandSetting {
  readonly today: Day;
  readonly agencyOf: (officeId: number) => Agency | undefined;
  readonly isDayOff: (on: Day) => boolean;
  /** Who does an office's work on a day. */
  readonly officeOn: (officeId: number, on: Day) => number | undefined;
}

/** One life with the notices that it owes. */
interface ErrandLaw<File, Status extends string, S extends Step> {
  readonly life: Lifecycle<File, Status, S>;
  readonly notices: Readonly<Record<string, Notice<never>>>;
}

interface Errand {
  readonly on: Day;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly officeId: number;
}

/** How an errand falls out, of shares drawn between 0 and 1. */
interface Chance {
  readonly share: number;
  readonly place: number;
  readonly isInTime: boolean;
}

/** A step that an errand follows. */
interface Occasion extends Chance {
  readonly on: Day;
  readonly told: Errand['payload'];
  readonly officeId: number;
}

type AnyFile = DenunciationFile | CaseFile;

/**
 * Tells what is done beside the course of a matter: who verifies it, which judge tries it, whom the offices tell of their
 * steps, and that they look at what is suspended every month. By a chance of its own, so that the course is the same with it as without it.
 */
class Errands<File extends AnyFile, Status extends string, S extends Step> {
  private readonly random: Random;
  private readonly steps: PlannedStep[] = [];
  private pending: readonly Errand[] = [];
  private file: File;
  private told = 0;

  constructor(
    private readonly law: ErrandLaw<File, Status, S>,
    private readonly story: Story,
    private readonly setting: ErrandSetting,
  ) {
    this.random = new Random(Number.parseInt(story.id.slice(0, 8), 16));
    this.file = law.life.nothing;
  }

  /** @returns the steps of the story with the errands among them, in the order of their days. */
  run(): readonly PlannedStep[] {
    for (const step of this.story.steps) {
      this.runBefore(step.command.occurredOn, step);
      this.take(step);
    }
    const last = this.story.steps.at(-1);
    if (last) this.runBefore(addDays(this.setting.today, 1), last);
    return this.steps;
  }

  /** @param next whose stamp the errand takes, at the latest: nothing is recorded before what stands earlier in the log. */
  private runBefore(day: Day, next: PlannedStep): void {
    for (;;) {
      const [errand] = this.pending.filter(({ on }) => on < day).sort((one, other) => (one.on < other.on ? -1 : 1));
      if (!errand) return;
      this.pending = this.pending.filter((one) => one !== errand);
      if (this.isStillToDo(errand)) this.take(this.planned(errand, next));
    }
  }

  private isStillToDo({ name, payload, officeId, on }: Errand): boolean {
    const { life } = this.law;
    if (!findTransition(life.transitions, name, life.statusOf(this.file))) return false;
    const owed: readonly OwedNotice[] = this.file.owed;
    if (name !== 'notify') return true;
    return owed.some((one) => one.notice === payload.notice && one.officeId === officeId && one.since <= on);
  }

  private planned(errand: Errand, next: PlannedStep): PlannedStep {
    const { on, name, payload } = errand;
    const officeId = this.officeOf(errand);
    this.told += 1;
    const before = this.steps.at(-1)?.recordedOn ?? on;
    const recordedOn = before > on ? before : on;
    return {
      command: { name, occurredOn: on, officeId, payload },
      commandId: derivedId(this.story.id, 'errand', String(this.told)),
      recordedBy: next.recordedBy,
      recordedOn,
      recordedAt: new Date(`${recordedOn}${NOON_IN_VIET_NAM}`),
    };
  }

  private take(step: PlannedStep): void {
    const { life } = this.law;
    const { name, occurredOn, officeId, payload } = step.command;
    const event = findTransition(life.transitions, name, life.statusOf(this.file))?.event;
    this.steps.push(step);
    // What the law does not know there is refused when the whole is judged.
    if (event === undefined) return;
    const before = this.file;
    this.file = life.evolve(before, { type: event, occurredOn, officeId, payload } as S);
    if (name === 'succeed-office') this.inherit(officeId, payload.toOfficeId as number);
    else this.plan(before, event, step);
  }

  private inherit(from: number, to: number): void {
    this.pending = this.pending.map((one) => (one.officeId === from ? { ...one, officeId: to } : one));
  }

  private plan(before: File, event: string, { command }: PlannedStep): void {
    const known: readonly OwedNotice[] = before.owed;
    const fresh = this.file.owed.filter((one) => !known.includes(one)).flatMap((one) => this.noticeOf(one));
    const beside = this.besideOf(event, command);
    this.pending = [...this.pending, ...fresh, ...beside].filter(({ on }) => on <= this.setting.today);
  }

  private noticeOf({ notice, officeId, since, from = since, backFrom }: OwedNotice): Errand[] {
    const law = this.law.notices[notice];
    const agency = this.setting.agencyOf(officeId);
    const [share, place] = [this.random.next(), this.random.next()];
    if (!law || (law.of && !(agency && law.of.includes(agency))) || share >= IN_TIME + LATE) return [];
    const counting = { isDayOff: this.setting.isDayOff };
    const due = backFrom
      ? lastDayBefore(backFrom, { on: since, within: law.within }, counting)
      : endOf(from, law.within, 'procedural', counting);
    const dueOn = due < since ? since : due;
    const inTime = Math.floor(place * (daysBetween(since, dueOn) + 1));
    const on = share < IN_TIME ? addDays(since, inTime) : addDays(dueOn, 1 + Math.floor(place * LATEST));
    return [{ on, name: 'notify', payload: { notice }, officeId }];
  }

  private besideOf(event: string, { occurredOn: on, payload: told }: Command): Errand[] {
    const officeId = this.file.holderOfficeId;
    const [share, place] = [this.random.next(), this.random.next()];
    if (officeId === undefined || share >= IN_TIME + LATE) return [];
    const chance = { share, place, isInTime: share < IN_TIME };
    return SUSPENDED.includes(event)
      ? [this.reviewAfter(on, officeId, chance)]
      : this.nextTo(event, { on, told, officeId, ...chance });
  }

  private nextTo(event: string, { on, told, officeId, share, place, isInTime }: Occasion): Errand[] {
    const day = addDays(on, Math.floor(place * (isInTime ? PROMPT : LATEST)));
    const one = (name: string, payload: Errand['payload']): Errand[] => [{ on: day, name, payload, officeId }];
    const person = (kind: string): string => derivedId(kind, String(officeId), String(Math.floor(share * OFFICERS)));
    if (event === 'classified' && this.file.life === 'denunciation' && this.file.status === 'in-verification') {
      return one('assign', { assigneeId: person('officer') });
    }
    if (event === 'case-accepted') return one('assign-judge', { judgeId: person('judge') });
    const supervisors = { on: day, officeId: this.story.procuracyAt(day).id };
    if (told.notice === 'assignment-to-procuracy') {
      return [{ ...supervisors, name: 'assign-prosecutor', payload: { prosecutorId: person('prosecutor') } }];
    }
    return event === 'investigation-terminated' ? [{ ...supervisors, name: 'confirm-termination', payload: {} }] : [];
  }

  private reviewAfter(on: Day, officeId: number, { isInTime, place }: Chance): Errand {
    const days = isInTime ? Math.floor(place * REVIEW_WITHIN) : REVIEW_WITHIN + Math.ceil(place * LATEST);
    return { on: addDays(on, REVIEW_AFTER + days), name: REVIEW, payload: {}, officeId };
  }

  /** A review is due long after it was thought of: whoever does the holder's work by then holds it. */
  private officeOf({ name, officeId, on }: Errand): number {
    const { holderOfficeId } = this.file;
    if (name !== REVIEW || holderOfficeId === undefined) return officeId;
    return this.setting.officeOn(holderOfficeId, on) ?? holderOfficeId;
  }
}

const DENUNCIATION_LAW = { life: DENUNCIATION_LIFECYCLE, notices: DENUNCIATION_NOTICES };
const CASE_LAW = { life: CASE_LIFECYCLE, notices: CASE_NOTICES };

/** @returns the steps of a story with what the offices do beside its course. */
export function withErrands(story: Story, setting: ErrandSetting): readonly PlannedStep[] {
  return story.kind === 'denunciation'
    ? new Errands(DENUNCIATION_LAW, story, setting).run()
    : new Errands(CASE_LAW, story, setting).run();
}
