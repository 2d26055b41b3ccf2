import { DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type FileOffices,
  type Lifecycle,
  type Setting,
  type Step,
  type SubjectKind,
  decide,
  historyOf,
} from '#libs/domain/procedure';
import { type LoggedEvent } from '#libs/feature/casework';

/** Judges every step of a log again as a command, in the order of the log. @returns the first fault, if any. */
export function findUnlawfulStep(
  kind: SubjectKind,
  log: readonly LoggedEvent[],
  agencyOf: Setting['agencyOf'],
): string | undefined {
  return kind === 'denunciation'
    ? findIn(DENUNCIATION_LIFECYCLE, log, agencyOf)
    : findIn(CASE_LIFECYCLE, log, agencyOf);
}

function findIn<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly LoggedEvent[],
  agencyOf: Setting['agencyOf'],
): string | undefined {
  const days = new Map(log.map(({ sequence, recordedOn }) => [sequence, recordedOn]));
  let file = life.nothing;
  for (const step of historyOf(life, log)) {
    const fault = findFault(life, file, step, { agencyOf, today: days.get(step.sequence) ?? step.recordedOn });
    if (fault !== undefined) return `${step.type} (${step.sequence}): ${fault}`;
    file = life.evolve(file, step);
  }
  return undefined;
}

function findFault<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  { agencyOf, today }: Setting,
): string | undefined {
  const status = life.statusOf(file);
  const row = life.transitions.find((one) => one.event === step.type && one.from.includes(status));
  if (!row) return `not from ${status}`;
  const agency = agencyOf(step.officeId);
  if (!agency) return `unknown office ${step.officeId}`;
  const acting = { officeId: step.officeId, agency, supervises: agency === 'procuracy' };
  const { occurredOn, officeId, payload, decision } = step;
  const command = { name: row.command, occurredOn, officeId, payload, ...(decision ? { decision } : {}) };
  try {
    const decided = decide(life, file, command, { agencyOf, today, acting });
    return decided.type === step.type ? undefined : `the law makes it ${decided.type}`;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
