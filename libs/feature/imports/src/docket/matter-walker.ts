import type { SubjectKind } from '#libs/domain/procedure';
import { type PlannedStep, type PreparedHistory, derivedId, prepareHistory } from '#libs/feature/casework';
import { type DocketEvent, NAMELESS, byDay } from './docket-event.js';
import type { DocketTally } from './docket-tally.js';
import { DocketWalk, type MatterFiles, type Outcome } from './docket-walk.js';
import { EarlierImport, type FileOnRecord, type JudgedEvent, lastDayOf } from './earlier-import.js';
import { LiveFile, type SettingFor } from './live-file.js';
import type { DocketMatter } from './matter-collection.js';
import type { DocketProfile, DocketRole } from './profile.js';
import type { Matter } from './step-payload.js';

/** @returns the office of each role, by the text of the agency column. */
export type OfficeFinder = (agency: string) => Readonly<Record<DocketRole, number>>;

/** What holds for every matter of an import. */
export interface WalkingTerms {
  readonly profile: DocketProfile;
  readonly officeIds: OfficeFinder;
  readonly settingFor: SettingFor;
  readonly stamp: Pick<PlannedStep, 'recordedBy' | 'recordedOn' | 'recordedAt'>;
}

/** Walks matter by matter and prepares what is to be appended. */
export class MatterWalker {
  constructor(private readonly terms: WalkingTerms) {}

  /** @returns the identities of the files of some matters, the same in every import of a profile of that name. */
  idsOf(matters: readonly DocketMatter[]): string[] {
    return matters.flatMap(({ number }) => [this.idOf('denunciation', number), this.idOf('case', number)]);
  }

  /**
   * @param known the files of the matter that are on record.
   * @returns the events that are to be gone through now; the others are noted.
   */
  openEvents(matter: DocketMatter, known: readonly FileOnRecord[], tally: DocketTally): readonly DocketEvent[] {
    const last = lastDayOf(known);
    if (last === undefined) return matter.events;
    const earlier = matter.events.filter(({ on }) => on <= last).sort(byDay);
    const record = new EarlierImport(known, last);
    const later = matter.events.filter(({ on }) => on > last);
    const standing = record.outcomesWhenAllStand(earlier, this.terms.profile);
    for (const outcome of standing ?? []) tally.note(outcome);
    return standing ? later : [...this.stillOpen(matter, earlier, record, tally), ...later];
  }

  private stillOpen(
    matter: DocketMatter,
    earlier: readonly DocketEvent[],
    record: EarlierImport,
    tally: DocketTally,
  ): DocketEvent[] {
    const judged = this.judged(matter, earlier);
    const late = new Set(judged.filter((one) => record.comesTooLate(one)).map(({ event }) => event));
    // Without the rows that were not there then, the others are judged as they were then.
    const rest = late.size === 0 ? judged : this.judged(matter, without(earlier, late));
    const open: DocketEvent[] = [];
    for (const { line } of late) tally.note(record.tooLate(line));
    for (const one of rest) {
      const outcome = record.outcomeOf(one);
      if (outcome) tally.note(outcome);
      else open.push(one.event);
    }
    return open;
  }

  /** @param known the files of the matter that are on record. */
  walk(matter: DocketMatter, known: readonly LiveFile[], tally: DocketTally): PreparedHistory[] {
    const files = this.filesOf(matter, known);
    for (const outcome of this.outcomes(matter, files, [...matter.events].sort(byDay))) tally.note(outcome);
    return [files.denunciation, files.case].map((file) => this.prepare(file, matter));
  }

  private judged(matter: DocketMatter, events: readonly DocketEvent[]): JudgedEvent[] {
    const outcomes = this.outcomes(matter, this.filesOf(matter, []), events);
    return outcomes.flatMap((outcome, index) => {
      const event = events[index];
      return event ? [{ event, outcome }] : [];
    });
  }

  private outcomes(matter: DocketMatter, files: MatterFiles, events: readonly DocketEvent[]): Outcome[] {
    const personId = (name: string): string => derivedId(files.case.id, 'defendant', name);
    return new DocketWalk(this.terms, files, (event) => this.matterOf(matter, event, files), personId).walk(events);
  }

  private prepare({ id, kind, version, log, steps }: LiveFile, matter: DocketMatter): PreparedHistory {
    const officeId = log[0]?.officeId ?? steps[0]?.command.officeId ?? 0;
    const subject = { id, kind, number: matter.number, officeId, version };
    const prepared = prepareHistory({ subject, log, steps }, (step, file) =>
      this.terms.settingFor(step.command.officeId, file.holderOfficeId),
    );
    const fault = prepared.faults[0];
    if (fault) throw fault.error;
    return prepared;
  }

  private filesOf({ number }: DocketMatter, known: readonly LiveFile[]): MatterFiles {
    const fileOf = (kind: SubjectKind): LiveFile => {
      const id = this.idOf(kind, number);
      return known.find((file) => file.id === id) ?? new LiveFile(id, kind, 0, []);
    };
    return { denunciation: fileOf('denunciation'), case: fileOf('case') };
  }

  private idOf(kind: SubjectKind, number: string): string {
    return derivedId('docket', this.terms.profile.name, kind, number);
  }

  private matterOf(matter: DocketMatter, event: DocketEvent, files: MatterFiles): Omit<Matter, 'verdicts'> {
    const { offences, filePer } = this.terms.profile;
    const rule = offences.find(({ match }) => !match || match.test(matter.offence));
    const ids = this.terms.officeIds(matter.agency);
    const hasDenunciation = files.denunciation.file.holderOfficeId !== undefined;
    const { file } = files.case;
    const name = event.defendant || (matter.namesPersons ? '' : NAMELESS);
    return {
      caseId: files.case.id,
      ...(hasDenunciation ? { denunciationId: files.denunciation.id } : {}),
      ...(name === '' ? {} : { defendant: { id: derivedId(files.case.id, 'defendant', name), number: name } }),
      accused: file.life === 'case' ? file.defendants : [],
      offence: { article: rule?.article ?? 0, clause: rule?.clause ?? 0 },
      officeOf: (role) => ids[role],
      isShared: filePer === 'case',
    };
  }
}

const without = (events: readonly DocketEvent[], some: ReadonlySet<DocketEvent>): DocketEvent[] =>
  events.filter((event) => !some.has(event));
