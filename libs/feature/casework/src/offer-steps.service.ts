import { Injectable } from '@nestjs/common';
import { AGENCIES } from '#libs/domain/jurisdiction';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type FileOffices,
  type Lifecycle,
  type Step,
  availableTransitions,
  refusalOfCommand,
} from '#libs/domain/procedure';
import { type Actor, holds } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { ActingOffices } from './acting-offices.js';
import { Examples, type Judge, isPossible } from './offered-steps.js';
import { type RecordableEvent, permissionOfEvent } from './step-permission.js';

/** Which steps somebody can take now: the table, the office, the role and the guards all allow them. */
@Injectable()
export class OfferSteps {
  constructor(
    private readonly offices: ActingOffices,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /** @returns the rows of the law, in its order. */
  to(actor: Actor, file: DenunciationFile | CaseFile) {
    return file.life === 'denunciation'
      ? this.rows(actor, DENUNCIATION_LIFECYCLE, file)
      : this.rows(actor, CASE_LIFECYCLE, file);
  }

  private rows<F extends DenunciationFile | CaseFile, S extends string, E extends Step<RecordableEvent>>(
    actor: Actor,
    life: Lifecycle<F, S, E>,
    file: F,
  ) {
    const setting = this.offices.settingFor(actor, file);
    const examples = new Examples(file, { today: setting.today, officeIds: this.oneOfEachAgency(file) });
    const judge: Judge = (command) => refusalOfCommand(life, file, { ...command, officeId: actor.office.id }, setting);
    return availableTransitions(life, file, this.offices.acting(actor, file)).filter((row) => {
      const permission = permissionOfEvent(row.event);
      return permission !== undefined && holds(actor.role, permission) && isPossible(row, examples, judge);
    });
  }

  private oneOfEachAgency({ holderOfficeId }: FileOffices): number[] {
    const { offices } = this.directory.current.offices;
    return AGENCIES.flatMap((agency) => {
      const found = offices.find((one) => one.agency === agency && one.id !== holderOfficeId);
      return found ? [found.id] : [];
    });
  }
}
