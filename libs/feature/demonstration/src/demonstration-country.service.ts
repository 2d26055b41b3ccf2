import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Day, addDays, daysBetween, partsOf } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';
import type { Setting } from '#libs/domain/procedure';
import {
  AppendHistories,
  type PlannedHistory,
  type PlannedStep,
  type PreparedHistory,
  WorkingDays,
  prepareHistory,
} from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, Database, type RowScope, UnitOfWork } from '#libs/platform/database';
import { tellDenunciation } from './denunciation-story.js';
import { withErrands } from './errands.js';
import { Random } from './random.js';
import { type Story } from './story.js';
import { StoryPlaces } from './story-places.js';

/** How big a country to invent. */
export interface CountrySize {
  readonly from: Day;
  readonly to: Day;
  /** Nothing is told beyond this day. */
  readonly today: Day;
  readonly denunciationsPerYear: number;
  readonly seed: number;
  readonly recordedBy: string;
  /** Files per transaction; everything in one when absent. */
  readonly batch?: number;
}

export interface LoadedCountry {
  readonly files: number;
  readonly events: number;
}

const RECORD: RowScope = { task: 'record' };

/** While one batch is written the next is invented; the writing needs a turn now and then. */
const STORIES_PER_TURN = 20;

/** A district whose plan is among the seeds: it must have matters of its own. */
const ALWAYS = { name: 'Bắc Quang, Hà Giang', share: 0.015 };

/** Invents a country: deterministic, lawful by the product's own rules, and clearly without any real person. */
@Injectable()
export class DemonstrationCountry {
  constructor(
    private readonly append: AppendHistories,
    private readonly directory: JurisdictionDirectory,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** @returns whether no file is recorded yet. */
  async isEmpty(): Promise<boolean> {
    const rows = await this.database.query<{ any: boolean }>(
      'select exists (select 1 from subject) as any',
      [],
      RECORD,
    );
    return rows[0]?.any === false;
  }

  /** Loads the country that a newcomer sees: five years of some 1,300 denunciations each. */
  async loadSmall(recordedBy: string): Promise<LoadedCountry> {
    const today = this.clock.today();
    const from = `${Math.min(2022, partsOf(today).year)}-01-01` as Day;
    return this.load({ from, to: today, today, denunciationsPerYear: 1300, seed: 138, recordedBy });
  }

  /** @throws Error when an invented step is refused by the law: the inventor is wrong then. */
  async load(size: CountrySize): Promise<LoadedCountry> {
    const batch = size.batch ?? Number.POSITIVE_INFINITY;
    let waiting: PreparedHistory[] = [];
    let files = 0;
    let written = Promise.resolve(0);
    const flush = async (): Promise<void> => {
      const ready = waiting;
      const before = await written;
      waiting = [];
      files += ready.length;
      written = this.unitOfWork
        .run((tx) => this.append.appendInTx(tx, ready), RECORD)
        .then((events) => before + events);
      written.catch(() => undefined);
    };
    for (const story of this.stories(size)) {
      waiting.push(this.prepare(story, size.today));
      if (waiting.length % STORIES_PER_TURN === 0) await othersTurn();
      if (waiting.length >= batch) await flush();
    }
    await flush();
    return { files, events: await written };
  }

  private *stories(size: CountrySize): Generator<Story> {
    const random = new Random(size.seed);
    const places = new StoryPlaces(this.directory.current);
    const { today, recordedBy } = size;
    const { isDayOff } = this.workingDays.calendar;
    const setting = { random, offices: places, today, recordedBy, isDayOff };
    const total = Math.round((size.denunciationsPerYear * (daysBetween(size.from, size.to) + 1)) / 365);
    for (let index = 0; index < total; index += 1) {
      const receivedOn = addDays(size.from, Math.floor((index * (daysBetween(size.from, size.to) + 1)) / total));
      const chain = this.chainFor(places, receivedOn, random);
      if (!chain) continue;
      const number = `${String(index + 1).padStart(5, '0')}/${partsOf(receivedOn).year}`;
      yield* tellDenunciation({ seed: `${size.seed}/${index}`, number, chain, receivedOn }, setting);
    }
  }

  private chainFor(places: StoryPlaces, day: Day, random: Random): ReturnType<StoryPlaces['chainIn']> {
    if (random.chance(ALWAYS.share) && day < '2025-03-01') {
      const district = this.directory.territoryNamed(ALWAYS.name, day);
      const province = this.directory.territory(district.parentId ?? district.id);
      return places.chainOf(district, province, day, true);
    }
    return places.chainIn(random.pick(places.provincesOn(day)), day, random);
  }

  private prepare(story: Story, today: Day): PreparedHistory {
    const { id, kind, number, officeId, placeId } = story;
    const steps = withErrands(story, { today, ...this.circumstances() });
    const plan: PlannedHistory = { subject: { id, kind, number, officeId, placeId, version: 0 }, log: [], steps };
    const prepared = prepareHistory(plan, (step) => this.settingOf(step, today));
    const fault = prepared.faults[0];
    if (fault) {
      const told = steps.map(({ command }) => `${command.name} ${command.occurredOn}`).join(', ');
      throw new Error(`invented step ${fault.index + 1} refused (${fault.error.code}): ${told}`);
    }
    return prepared;
  }

  private settingOf(step: PlannedStep, today: Day): Setting {
    const circumstances = { today, ...this.circumstances() };
    if (step.system) return circumstances;
    const { id, agency } = this.directory.office(step.command.officeId);
    const inPlaceOf = (other: number): boolean => circumstances.officeOn(other, step.command.occurredOn) === id;
    return { ...circumstances, acting: { officeId: id, agency, supervises: agency === 'procuracy', inPlaceOf } };
  }

  private circumstances(): Required<Pick<Setting, 'agencyOf' | 'isDayOff' | 'officeOn' | 'seatOf'>> {
    const agencyOf = (id: number): Office['agency'] | undefined => this.directory.findOffice(id)?.agency;
    const seatOf: Setting['seatOf'] = (id, day) => this.directory.current.seatOf(id, day);
    const officeOn: Setting['officeOn'] = (id, day) => {
      const office = this.directory.findOffice(id);
      return office && this.directory.successorOf(office, day)?.id;
    };
    return { agencyOf, officeOn, seatOf, isDayOff: this.workingDays.calendar.isDayOff };
  }
}
