import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import type { RemandFor } from '../court-course.js';
import { type Defendant, type DefendantStatus, isHalted } from '../defendant.js';
import type { RemandStep } from './remand.steps.js';

const STATUS: Readonly<Record<RemandFor, DefendantStatus>> = {
  investigation: 'approved',
  trial: 'indicted',
  appeal: 'appealed',
};

/** Nothing of an annulled judgment stands; before the court above again it is the first one that does. */
const asBefore = (person: Defendant, remand: RemandFor): Defendant => {
  const { outcome: _outcome, finalOn: _final, ...open } = person;
  if (remand === 'appeal') return open;
  const {
    judgedOn: _on,
    verdict: _verdict,
    chargeVerdicts: _charges,
    absent: _absent,
    receivedOn: _got,
    ...rest
  } = open;
  return rest;
};

const again = (person: Defendant, remand: RemandFor, since: Day): Defendant => {
  if (person.status === 'remanded') return { ...asBefore(person, remand), status: STATUS[remand], since };
  // Whom a later part of the procedure halted is the investigators’ to resume: there is no later part any more.
  return remand === 'investigation' && isHalted(person)
    ? { ...person, statusBeforeSuspension: 'approved', haltedIn: 'investigation', since }
    : person;
};

const reinvestigated = (file: CaseFile, officeId: number | undefined, from: Day): CaseFile => {
  const {
    preparation: _preparation,
    investigationUntil: _until,
    courtReturn: _return,
    procedure: _summary,
    ...rest
  } = file;
  return {
    ...rest,
    stage: 'under-investigation',
    investigatingOfficeId: officeId,
    investigationClock: { limit: 'reinvestigation', from, extensions: 0 },
    returns: { procuracy: 0, judge: 0, panel: 0 },
  };
};

const begun = (file: CaseFile, remand: RemandFor, { occurredOn }: RemandStep): CaseFile => {
  const officeId = file.receiverOfficeId;
  if (remand === 'investigation') return reinvestigated(file, officeId, occurredOn);
  if (remand === 'appeal') {
    return { ...file, stage: 'appeal-accepted', appellateOfficeId: officeId, appealTakenUpOn: occurredOn };
  }
  return {
    ...file,
    stage: 'accepted',
    courtOfficeId: officeId,
    preparation: { from: occurredOn, extensions: 0 },
    returns: { ...file.returns, judge: 0, panel: 0 },
  };
};

/** @returns the case as it begins again at the office that takes it. Pure; does not ask whether the step was allowed. */
export function evolveRemand(file: CaseFile, step: RemandStep): CaseFile {
  const remand = file.remand?.for ?? 'investigation';
  const { receiverOfficeId, remand: _remand, remandingOfficeId: _by, halt: _halt, ...rest } = begun(file, remand, step);
  return {
    ...rest,
    holderOfficeId: receiverOfficeId,
    defendants: file.defendants.map((one) => again(one, remand, step.occurredOn)),
    since: step.occurredOn,
  };
}
