import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type Setting,
  type SubjectKind,
} from '#libs/domain/procedure';
import { type Actor, actingOn } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type Tx } from '#libs/platform/database';
import { checkReferences } from './check-references.js';
import { type Known, StatedFacts, type StatedStep } from './stated-facts.service.js';
import { WorkingDays } from './working-days.service.js';

/** Puts the facts about offices and days together that the law asks for. */
@Injectable()
export class ActingOffices {
  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly facts: StatedFacts,
  ) {}

  /** @returns the setting in which the actor's command on a file is judged today. */
  settingFor(actor: Actor, file: DenunciationFile | CaseFile): Setting {
    return { ...this.setting(), acting: this.acting(actor, file) };
  }

  /** @returns the setting without an acting office: for histories that are judged again. */
  setting(): Setting & { readonly today: Day } {
    return {
      today: this.clock.today(),
      isDayOff: this.workingDays.calendar.isDayOff,
      agencyOf: (officeId) => this.directory.findOffice(officeId)?.agency,
      seatOf: (officeId, day) => this.directory.current.seatOf(officeId, day),
      officeOn: (officeId, day) => this.officeOn(officeId, day),
    };
  }

  /** @returns the actor's office as the law sees it with regard to a file. */
  acting(actor: Actor, file: DenunciationFile | CaseFile): NonNullable<Setting['acting']> {
    return { ...actingOn(actor, file.holderOfficeId), inPlaceOf: (officeId) => this.isSucceededBy(actor, officeId) };
  }

  /** @returns whether the office has ended and the actor's does its work today. */
  isSucceededBy(actor: Actor, officeId: number): boolean {
    return this.officeOn(officeId, this.clock.today()) === actor.office.id;
  }

  private officeOn(officeId: number, day: Day): number | undefined {
    const office = this.directory.findOffice(officeId);
    return office && this.directory.successorOf(office, day)?.id;
  }

  /**
   * Checks the identifiers and the place that a step states, which the law's tables cannot know.
   * @throws DomainError `step.malformed` naming every faulty field.
   */
  checkReferences(kind: SubjectKind, stated: Stated | undefined): void {
    const life = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE : CASE_LIFECYCLE;
    const row = life.transitions.find((one) => one.event === stated?.event);
    if (row && stated) checkReferences(row.fields, stated.payload, this.directory);
  }

  /** Checks the campaign and the people that a step names. @throws DomainError as `StatedFacts`. */
  async checkStatedInTx(tx: Tx, step: StatedStep, known: Known): Promise<void> {
    await this.facts.checkInTx(tx, step, known);
  }
}

/** An event and what it states. */
export interface Stated {
  readonly event?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
