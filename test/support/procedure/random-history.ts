import fc from 'fast-check';
import { type Day, addDays, day, laterOf } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type CaseStatus,
  type CaseStep,
  type Command,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type DenunciationStatus,
  type DenunciationStep,
  type FileOffices,
  type Lifecycle,
  type Setting,
  type Step,
  type Transition,
  availableTransitions,
  decide,
} from '#libs/domain/procedure';
import { CASE_PAYLOADS, lateDayOf } from './case-payloads.js';
import { DENUNCIATION_PAYLOADS, type Occasion, lateDayOfNotice } from './denunciation-payloads.js';
import { Dice } from './dice.js';
import { type CaseNarrative, type DenunciationNarrative, Narrative, START, TODAY } from './narrative.js';
import { OFFICES, agencyAt, agencyOf, officesOf } from './offices.js';

type Makers<File> = Readonly<
  Record<string, (dice: Dice, occasion: Occasion<File>) => Record<string, unknown> | undefined>
>;

type LateDay<File> = (event: string, file: File, payload: Record<string, unknown>) => Day | undefined;

/** A step that the law allows on an occasion, by whom, when, and with what payload. */
interface Chance {
  readonly row: Transition;
  readonly command: Command;
}

const MOST_STEPS = 60;
/** Some files begin under the law of 2026. */
const LATE_START = day('2026-01-02');
/** Most steps come soon; some leave a file lying until its limits have passed. */
const pause = (dice: Dice): number => (dice.chance(0.8) ? dice.between(0, 6) : dice.between(7, 60));

/** For whom the system takes a step: the offices around the file, or any that may open one. */
const systemOffices = (row: Transition, { holderOfficeId, receiverOfficeId }: FileOffices): readonly number[] =>
  holderOfficeId === undefined
    ? officesOf(row.by)
    : [holderOfficeId, receiverOfficeId].filter((id) => id !== undefined);

/** Every row that somebody may use now, with an office that may. */
function turns<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
): (readonly [Transition, number])[] {
  const byOffice = OFFICES.flatMap((officeId) =>
    availableTransitions(life, file, { officeId, agency: agencyAt(officeId), supervises: true }).map(
      (row) => [row, officeId] as const,
    ),
  );
  const status = life.statusOf(file);
  const system = life.transitions.filter((row) => row.actor === 'system' && row.from.includes(status));
  return [
    ...byOffice,
    ...system.flatMap((row) => systemOffices(row, file).map((officeId) => [row, officeId] as const)),
  ];
}

/** How often a move is thought of: rare ones and those that lead round in circles seldom, so that most files come far. */
const WEIGHT: Readonly<Record<string, number>> = {
  'succeed-office': 0.02,
  'carry-over': 0.3,
  classify: 0.35,
  'split-off': 0.2,
  split: 0.1,
  join: 0.05,
  'dispute-competence': 0.08,
  'check-preliminarily': 0.2,
  'assign-prosecutor': 0.2,
  'demand-remedy': 0.15,
  notify: 0.2,
  'review-suspension': 0.2,
  'sever-off': 0.3,
  'change-institution': 0.08,
  'cancel-institution': 0.1,
  'overrule-institution': 0.03,
  'change-charge': 0.12,
  'request-charge-evidence': 0.3,
  'request-extension': 0.3,
  'assign-officer': 0.1,
  'issue-wanted-notice': 0.1,
  'withdraw-wanted-notice': 0.3,
  'proceed-in-absentia': 0.15,
  'apply-summary-procedure': 0.15,
  'revoke-summary-procedure': 0.3,
  absorb: 0.05,
  'hold-person': 0.12,
  release: 0.4,
  'order-detention': 0.15,
  'extend-detention': 0.4,
  'end-detention': 0.12,
  sever: 0.1,
  'refuse-file': 0.2,
  'extend-prosecution': 0.15,
  'transfer-for-prosecution': 0.08,
  'decline-return': 0.4,
  'withdraw-prosecution': 0.15,
  'return-for-competence': 0.05,
  'assign-judge': 0.1,
  'extend-preparation': 0.2,
  adjourn: 0.1,
  'open-hearing': 0.3,
  'prolong-deliberation': 0.1,
  'schedule-appeal': 0.4,
  'withdraw-appeal': 0.15,
  'record-receipt': 0.6,
  'mark-key-case': 0.06,
  'unmark-key-case': 0.2,
  'note-difficulty': 0.04,
  'settle-difficulty': 0.15,
  institute: 0.35,
  schedule: 0.3,
  transfer: 0.08,
  'request-transfer': 0.3,
  'decide-transfer': 0.15,
  extend: 0.15,
  charge: 0.4,
  'cancel-charge': 0.25,
  assign: 0.3,
  suspend: 0.15,
  terminate: 0.1,
  'return-for-supplement': 0.5,
  'return-by-court': 0.3,
  'refuse-transfer': 0.5,
};

export class HistoryTeller<File extends FileOffices, Status extends string, S extends Step> {
  constructor(
    private readonly makers: Makers<File>,
    /** How late the last recorded day of the file is; the next step comes then or later. */
    private readonly lastDayOf: (file: File) => Day,
    /** An earlier day on which a step learned of late may have happened. */
    private readonly lateDayOf: LateDay<File> = () => undefined,
  ) {}

  /** Tells a lawful history: one step a seed, drawn from what the tables make available. */
  tell(life: Lifecycle<File, Status, S>, seeds: readonly number[]): Narrative<File, Status, S> {
    return seeds.slice(0, MOST_STEPS).reduce((told, seed) => this.goOn(told, new Dice(seed)), new Narrative(life));
  }

  /** @returns the steps that somebody may take now with a payload that the law has nothing against. */
  private goOn(told: Narrative<File, Status, S>, dice: Dice): Narrative<File, Status, S> {
    const begins = told.log.length === 0 && dice.chance(0.3) ? LATE_START : this.lastDayOf(told.file);
    const day = addDays(begins, pause(dice));
    if (day > TODAY) return told;
    const drawn = turns(told.life, told.file).filter(([row]) => dice.chance(WEIGHT[row.command] ?? 1));
    const chances = drawn.flatMap(([row, officeId]): Chance[] => {
      const payload = this.makers[row.event]?.(dice, { file: told.file, day, officeId });
      if (!payload) return [];
      const late = dice.chance(0.3) ? this.lateDayOf(row.event, told.file, payload) : undefined;
      return [{ row, command: { name: row.command, occurredOn: late ?? day, officeId, payload } }];
    });
    const rows = [...new Set(chances.map(({ row }) => row))];
    if (rows.length === 0) return told;
    const row = dice.pick(rows);
    return this.take(told, dice.pick(chances.filter((one) => one.row === row)));
  }

  private take(told: Narrative<File, Status, S>, { row, command }: Chance): Narrative<File, Status, S> {
    const { officeId } = command;
    const acting = row.actor === 'system' ? {} : { acting: { officeId, agency: agencyAt(officeId), supervises: true } };
    const before = JSON.stringify(told.file);
    const step = decideTelling(told, command, acting);
    if (JSON.stringify(told.file) !== before) throw new Error('deciding changed the file');
    const after = told.after(step);
    if (JSON.stringify(told.file) !== before) throw new Error('a step changed the file it followed');
    if (!row.to.includes(after.status)) {
      throw new Error(`${row.command} led to ${after.status}, not to ${row.to.join(' or ')}`);
    }
    return after;
  }
}

/** @throws Error with the whole story where the law refuses what its tables and this generator hold for lawful. */
function decideTelling<File extends FileOffices, Status extends string, S extends Step>(
  told: Narrative<File, Status, S>,
  command: Command,
  acting: Pick<Setting, 'acting'>,
): S {
  try {
    return decide(told.life, told.file, command, { today: TODAY, agencyOf, ...acting });
  } catch (error) {
    const story = told.log.map(({ type, occurredOn, payload }) => `${occurredOn} ${type} ${JSON.stringify(payload)}`);
    throw new Error([...story, `refused: ${JSON.stringify(command)}`, JSON.stringify(error)].join('\n'), {
      cause: error,
    });
  }
}

/** One seed a step: told inside the property, so that a failure shrinks to few steps. */
export const STORY_SEEDS = fc.array(fc.integer({ min: 0, max: 0x7fffffff }), {
  minLength: 1,
  maxLength: MOST_STEPS,
  size: 'max',
});
const denunciations = new HistoryTeller<DenunciationFile, DenunciationStatus, DenunciationStep>(
  DENUNCIATION_PAYLOADS,
  (file) => file.since ?? START,
  lateDayOfNotice,
);
const cases = new HistoryTeller<CaseFile, CaseStatus, CaseStep>(
  CASE_PAYLOADS,
  (file) =>
    [...file.defendants, ...file.owed, ...(file.held ?? [])].reduce(
      (last, { since }) => laterOf(last, since),
      file.since ?? START,
    ),
  lateDayOf,
);

/** Tells a random lawful history of a denunciation, up to 60 steps. */
export const tellDenunciation = (seeds: readonly number[]): DenunciationNarrative =>
  denunciations.tell(DENUNCIATION_LIFECYCLE, seeds);

/** Tells a random lawful history of a case with up to 6 accused, up to 60 steps. */
export const tellCase = (seeds: readonly number[]): CaseNarrative => cases.tell(CASE_LIFECYCLE, seeds);
